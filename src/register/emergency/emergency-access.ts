import { type Failure, fail, failure, ok, type Result, Temporal } from '../../platform/index.ts';
import type { Actor } from '../access/index.ts';
import { mayHandle, type Proceeding, type ProceedingKind } from '../proceedings/index.ts';

/** A request that nobody has decided on by then is over: what is not urgent enough for an hour is no emergency. 60 min. */
export const DECIDED_WITHIN_MINUTES = 60;
/** How long somebody who is let in stays so: a home visit, a call to the police. 60 min. */
export const LASTS_MINUTES = 60;

/** Never there for anybody else, in an emergency neither (INV-66). */
const CLOSED_TO_GUESTS: readonly ProceedingKind[] = ['ADOPTION', 'VICTIM'];

/** That a worker asks to be let into a proceeding which is not theirs (hädajuurdepääs), and what came of it. */
export interface EmergencyAccess {
  readonly id: string;
  readonly proceedingId: string;
  readonly workerId: string;
  /** Where the worker works, and whose administrator decides. */
  readonly institutionId: string;
  readonly justification: string;
  readonly askedAt: Temporal.Instant;
  readonly decideBy: Temporal.Instant;
  readonly decision: Decision | undefined;
}

export type Decision = { readonly by: string; readonly at: Temporal.Instant } & (
  | { readonly outcome: 'APPROVED'; readonly endsAt: Temporal.Instant }
  | { readonly outcome: 'REFUSED' }
);

export type AccessState = 'REQUESTED' | 'EXPIRED' | 'REFUSED' | 'OPEN' | 'ENDED';

/** How a request stands now. Nobody has to end it: what is over is over by the clock. */
export function stateOf({ decision, decideBy }: Pick<EmergencyAccess, 'decision' | 'decideBy'>, now: Temporal.Instant): AccessState {
  if (decision === undefined) return isBefore(now, decideBy) ? 'REQUESTED' : 'EXPIRED';
  if (decision.outcome === 'REFUSED') return 'REFUSED';
  return isBefore(now, decision.endsAt) ? 'OPEN' : 'ENDED';
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}

export type RequestRefusal = Failure<'EMERGENCY_PROCEEDING_NOT_FOUND' | 'EMERGENCY_ACCESS_NOT_NEEDED' | 'EMERGENCY_ACCESS_TO_OWN_FILE'>;

/**
 * Whether somebody may ask to be let into a proceeding. One that is closed, or may be opened to nobody, is not there: in the same words as a number
 * that was never given, so that numbers cannot be tried out.
 *
 * @param ownFileId the worker's own client file, where they have one
 */
export function judgeRequest(
  actor: Pick<Actor, 'institutionId' | 'roles'>,
  proceeding: Proceeding | undefined,
  ownFileId: string | undefined,
): Result<Proceeding, RequestRefusal> {
  if (proceeding === undefined || !isOpenToGuests(proceeding)) return fail(failure('EMERGENCY_PROCEEDING_NOT_FOUND'));
  if (mayHandle(actor, proceeding)) return fail(failure('EMERGENCY_ACCESS_NOT_NEEDED'));
  if (proceeding.subjects.some(({ clientId }) => clientId === ownFileId)) return fail(failure('EMERGENCY_ACCESS_TO_OWN_FILE'));
  return ok(proceeding);
}

/** Whether anybody can be let into the proceeding at all. */
export function isOpenToGuests({ state, kind }: Pick<Proceeding, 'state' | 'kind'>): boolean {
  return state !== 'CLOSED' && state !== 'ARCHIVED' && !CLOSED_TO_GUESTS.includes(kind);
}

/** Whether a request is there for somebody: their own, their institution's, or supervision's to see. */
export function isShownTo(
  { workerId, institutionId }: Pick<EmergencyAccess, 'workerId' | 'institutionId'>,
  actor: Pick<Actor, 'userId' | 'institutionId' | 'roles'>,
): boolean {
  if (workerId === actor.userId || actor.roles.includes('SKA_SUPERVISION')) return true;
  return actor.roles.includes('ADMIN') && institutionId === actor.institutionId;
}

export type DecisionRefusal = Failure<'EMERGENCY_ACCESS_BY_ONESELF' | 'EMERGENCY_ACCESS_DECIDED' | 'EMERGENCY_ACCESS_EXPIRED'>;

/** Whether somebody may decide on a request: a second person, while there is something to decide. */
export function judgeDecision(access: EmergencyAccess, by: Pick<Actor, 'userId'>, now: Temporal.Instant): Result<void, DecisionRefusal> {
  if (access.workerId === by.userId) return fail(failure('EMERGENCY_ACCESS_BY_ONESELF'));
  const state = stateOf(access, now);
  if (state === 'EXPIRED') return fail(failure('EMERGENCY_ACCESS_EXPIRED'));
  return state === 'REQUESTED' ? ok(undefined) : fail(failure('EMERGENCY_ACCESS_DECIDED'));
}
