import { type Failure, fail, failure, ok, type Result, type Temporal } from '../../platform/index.ts';

/** What a proceeding (menetlus) is for; it decides what may be asked in it (domain 3.5, PROCEEDING_KIND). */
export const PROCEEDING_KINDS = ['SIMPLE', 'CASE', 'CARE', 'CHILD', 'ADOPTION', 'FOSTER', 'GUARDIANSHIP', 'VICTIM', 'NGTS'] as const;
export type ProceedingKind = (typeof PROCEEDING_KINDS)[number];

/** Why a proceeding ended (domain 3.5, CLOSE_REASON). */
export const CLOSE_REASONS = [
  'SOLVED',
  'DECIDED',
  'REJECTED',
  'WITHDRAWN',
  'MOVED',
  'DEATH',
  'MAJORITY',
  'NO_CONTACT',
  'TRANSFERRED',
  'MERGED',
] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

export const SUBJECT_ROLES = ['MAIN', 'FAMILY_MEMBER', 'CARER', 'CARED_FOR', 'CHILD', 'PARENT'] as const;
export type SubjectRole = (typeof SUBJECT_ROLES)[number];

/** The states of a proceeding and where each may go: algatatud, peatatud, lõpetatud. Only an OPENED one gives a purpose to ask by. */
const TRANSITIONS = {
  OPENED: ['SUSPENDED', 'CLOSED'],
  SUSPENDED: ['OPENED', 'CLOSED'],
  CLOSED: [],
} as const satisfies Record<string, readonly string[]>;

export type ProceedingState = keyof typeof TRANSITIONS;

export interface Subject {
  readonly clientId: string;
  readonly role: SubjectRole;
}

export interface Proceeding {
  readonly id: string;
  /** The number people read: menetluse number. Other registers see it as the cause of a query. */
  readonly no: string;
  readonly kind: ProceedingKind;
  readonly state: ProceedingState;
  readonly institutionId: string;
  readonly ownerId: string;
  readonly openedAt: Temporal.Instant;
  readonly closedAt: Temporal.Instant | undefined;
  readonly closeReason: CloseReason | undefined;
  readonly subjects: readonly Subject[];
  readonly version: number;
}

/** Ends a proceeding (menetluse lõpetamine). What is closed stays closed. */
export function close(
  proceeding: Proceeding,
  reason: CloseReason,
  at: Temporal.Instant,
): Result<Proceeding, Failure<'PROCEEDING_NOT_OPEN'>> {
  if (!(TRANSITIONS[proceeding.state] as readonly ProceedingState[]).includes('CLOSED')) return fail(failure('PROCEEDING_NOT_OPEN'));
  return ok({ ...proceeding, state: 'CLOSED', closedAt: at, closeReason: reason, version: proceeding.version + 1 });
}

/** Exactly one main subject, and nobody twice (INV-09). */
export function checkSubjects(subjects: readonly Subject[]): Result<readonly Subject[], Failure<'SUBJECTS_INVALID'>> {
  const persons = new Set(subjects.map(({ clientId }) => clientId));
  const mains = subjects.filter(({ role }) => role === 'MAIN').length;
  return persons.size === subjects.length && mains === 1
    ? ok(subjects)
    : fail(failure('SUBJECTS_INVALID', { fields: [{ pointer: '/subjects', code: 'ONE_MAIN_SUBJECT' }] }));
}
