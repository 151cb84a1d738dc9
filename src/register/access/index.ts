export { type Employee, findEmployees, findPersonalCodes, holdRole } from './account-store.ts';
export type { Actor } from './actor.ts';
export { addMembership, createUser, type NewUser } from './create-user.ts';
export { deactivate } from './deactivate.ts';
export { accessErrors } from './errors.ts';
export { type InstitutionKind, ROLES, ROLES_OF, type Role } from './role.ts';
export {
  type Call,
  type Callers,
  type Performed,
  type ReadSpec,
  type Route,
  read,
  type ServerSentEvent,
  type Shown,
  type StreamSpec,
  stream,
  type WriteSpec,
  write,
} from './route.ts';
export { sessionRoutes } from './routes.ts';
export { authentication, forgetEndedSessions, IDLE_MINUTES, isSessionAlive, signIn, signOut } from './sign-in.ts';
export { findUser, findUsers } from './store.ts';
