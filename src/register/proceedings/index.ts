export { ACTION_KINDS, type Action, type ActionKind, type ActionState } from './action.ts';
export { recordActions } from './action-store.ts';
export { type ClosePorts, closeProceeding } from './close-proceeding.ts';
export { findFollowedUp, findTogether, findUnclosedOn, type Together, type Unclosed } from './course-store.ts';
export { proceedingErrors } from './errors.ts';
export type { Intake, IntakeState } from './intake.ts';
export { intakeErrors } from './intake-errors.ts';
export { findIntake, findIntakesOf, lockApplications } from './intake-store.ts';
export { type Link, listLinks } from './link-store.ts';
export { type LookPorts, lookAtIntake, lookAtProceeding } from './look.ts';
export { goOnAs, holdUnderWay } from './merge-store.ts';
export type { Prefill, PrefillWish } from './open-proceeding.ts';
export {
  archiveProceedings,
  type EndedProceeding,
  type ErasedProceedings,
  eraseIntakes,
  eraseProceedings,
  findEndedIntakes,
  findEndedProceedings,
  findRegistrants,
} from './outlived-store.ts';
export { findLeftActions, findOwnProceedings, findWaitingIntakes, type OwnProceeding, type Whose } from './own-store.ts';
export {
  CASE_WORKERS,
  kindsOf,
  mayHandle,
  PROCEEDING_KINDS,
  type Proceeding,
  type ProceedingKind,
  type ProceedingState,
  type Subject,
  type SubjectRole,
} from './proceeding.ts';
export { type RecordAction, recordAction } from './record-action.ts';
export { type IntakePorts, type RegisterIntake, registerIntake } from './register-intake.ts';
export { type NoticeOfNeed, type PersonInNeed, registerNotice } from './register-notice.ts';
export { contactView, entryView, intakeView, ProceedingReply, proceedingView, proceedingWholeView } from './replies.ts';
export type { Residence } from './residence.ts';
export { proceedingRoutes } from './routes.ts';
export { proceedingsSeen } from './seen.ts';
export type { StepKind } from './step.ts';
export { takeSteps } from './step-store.ts';
export {
  findOpenOn,
  findProceeding,
  findProceedingByNo,
  findProceedings,
  holdFreeProceedings,
  holdProceeding,
  holdProceedings,
  listProceedings,
} from './store.ts';
export type { SubjectInSituation } from './subject.ts';
export { findLastProceeding, findSubjects } from './subject-store.ts';
export { type SuspendProceeding, suspendProceeding } from './suspend-proceeding.ts';
export { holdOpened } from './take-proceeding.ts';
export { tellFile, tellHistory } from './tell-store.ts';
export { findTie } from './tie-store.ts';
export { type Entry as CourseEntry, timelineOf } from './timeline.ts';
