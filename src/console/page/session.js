const ROLES = { steer: 'TEHIK_OPS', reveal: 'SKA_SUPERVISION', look: 'SUPPORT' };
let roles = [];

/** Remembers who is there. What this page hides the gateway refuses all the same. */
export function enterAs(person) {
  roles = person.roles;
}

/** Whether this person may see the page at all. */
export function mayLook() {
  return Object.values(ROLES).some((role) => roles.includes(role));
}

/** Whether this person may change anything. */
export function maySteer() {
  return roles.includes(ROLES.steer);
}

/** Whether this person may be shown whom a query is about. */
export function mayReveal() {
  return roles.includes(ROLES.reveal);
}
