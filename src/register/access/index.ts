export { type BroughtDocument, codeShown, type Signer } from './access-request.ts';
export { isReviewOverdue, reviewDueBy } from './access-review.ts';
export {
  type Employee,
  findEmployees,
  findNames,
  findPersonalCodes,
  holdRole,
} from './account-store.ts';
export type { Actor } from './actor.ts';
export { findAgeingPasswords } from './ageing-store.ts';
export { BY_REQUEST } from './authority.ts';
export { changeAccount, deactivate } from './change-account.ts';
export { citizenBehind, forgetCitizenSessions, signCitizenIn, signCitizenOut } from './citizen-session.ts';
export { type Citizen, holdCitizen } from './citizen-store.ts';
export { createUser, type NewUser } from './create-user.ts';
export type { EmployeeRecord } from './employee-record.ts';
export { accessErrors } from './errors.ts';
export { type CardAuthority, signInByCard, unlockByCard } from './id-card/index.ts';
export { AUTH_LEVELS, AUTH_METHODS, type AuthLevel } from './identity.ts';
export { LIMITS, type Limit, REFUSED_BY } from './limit.ts';
export { isInside } from './network.ts';
export { type AccountRefused, openAccount } from './open-account.ts';
export { openFirstAccount } from './open-first-account.ts';
export type { InstitutionRequired, NotAdmitted, Place, SignedIn } from './open-session.ts';
export {
  eraseAccounts,
  eraseCitizens,
  eraseRecords,
  eraseRequests,
  findAbsentCitizens,
  findDecidedRequests,
  findIdleAccounts,
  findLeavers,
} from './outlived-store.ts';
export { changePassword } from './own-password.ts';
export { PASSWORD_LENGTH_AT_LEAST, PASSWORD_LENGTH_AT_MOST } from './password.ts';
export { PASSWORD_WARNING_DAYS } from './password-age.ts';
export { findRecord, listActiveRecords, listEmployed, lockRecord } from './record-store.ts';
export { listAdministered } from './review-store.ts';
export { type InstitutionKind, ROLES, ROLES_OF, type Role } from './role.ts';
export {
  type ArrivingFile,
  type Call,
  type Callers,
  type FileInHand,
  type FileSpec,
  file,
  type Performed,
  type ReadSpec,
  type Route,
  read,
  type ServerSentEvent,
  type Shown,
  type StreamSpec,
  stream,
  type TakenFile,
  type UploadSpec,
  upload,
  type WriteSpec,
  write,
} from './route.ts';
export { accessRoutes, sessionRoutes } from './routes.ts';
export { authentication, type Caller, forgetEndedSessions, IDLE_MINUTES, isSessionAlive, lockScreen, signOut } from './session.ts';
export { signIn } from './sign-in.ts';
export { findUser, findUsers, noteProfile } from './store.ts';
export type { TellOfRequest } from './submit-request.ts';
export {
  answerTara,
  beginTara,
  connectTara,
  forgetTara,
  frontOf,
  signInByTara,
  TARA_FRONTS,
  TARA_SIGN_IN_SECONDS,
  type TaraFront,
  type TaraProvider,
  type TaraSettings,
  unlockByTara,
} from './tara/index.ts';
export { unlockByPassword } from './unlock-screen.ts';
