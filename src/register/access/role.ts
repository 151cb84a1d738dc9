/** What a person may be in an institution (domain 3.5, classifier ROLE). */
export const ROLES = [
  'ADMIN',
  'SOCIAL_WORKER',
  'SETTLEMENT',
  'PROVIDER_REP',
  'SKA_CHILD_PROTECTION',
  'SKA_ADOPTION',
  'SKA_VICTIM_SUPPORT',
  'SKA_SUPERVISION',
  'REGISTRY_MANAGER',
  'SUPPORT',
  'TEHIK_OPS',
] as const;

export type Role = (typeof ROLES)[number];

export type InstitutionKind = 'KOV' | 'SKA' | 'PROVIDER' | 'TEHIK';

/** Exactly the roles that a worker of each kind of institution may have (REQ-005, REQ-007). */
export const ROLES_OF = {
  KOV: ['ADMIN', 'SOCIAL_WORKER', 'SETTLEMENT'],
  SKA: ['ADMIN', 'SKA_CHILD_PROTECTION', 'SKA_ADOPTION', 'SKA_VICTIM_SUPPORT', 'SKA_SUPERVISION', 'REGISTRY_MANAGER', 'SUPPORT'],
  PROVIDER: ['ADMIN', 'PROVIDER_REP'],
  TEHIK: ['TEHIK_OPS', 'SUPPORT'],
} as const satisfies Record<InstitutionKind, readonly Role[]>;
