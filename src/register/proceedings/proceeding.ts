import { type Failure, fail, failure, ok, type Result, Temporal } from '../../platform/index.ts';
import type { Actor, Role } from '../access/index.ts';

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

/** Whether a proceeding that ends so has come to something: somebody was helped, or it was decided whether they are. */
export function comesToSomething(reason: CloseReason): boolean {
  return reason === 'SOLVED' || reason === 'DECIDED';
}

export const SUBJECT_ROLES = ['MAIN', 'FAMILY_MEMBER', 'CARER', 'CARED_FOR', 'CHILD', 'PARENT'] as const;
export type SubjectRole = (typeof SUBJECT_ROLES)[number];

/**
 * The states of a proceeding (algatatud, peatatud, lõpetatud, arhiivis), what may be done to it in each, and where that leads (domain 3.3). Only an
 * OPENED one gives a purpose to ask by; an ARCHIVED one is there for supervision alone.
 */
const COMMANDS = {
  OPENED: { suspend: 'SUSPENDED', close: 'CLOSED', assign: 'OPENED', transfer: 'OPENED', describe: 'OPENED' },
  SUSPENDED: { resume: 'OPENED', close: 'CLOSED', assign: 'SUSPENDED' },
  CLOSED: { reopen: 'OPENED', archive: 'ARCHIVED' },
  ARCHIVED: {},
} as const satisfies Record<string, Partial<Record<string, 'OPENED' | 'SUSPENDED' | 'CLOSED' | 'ARCHIVED'>>>;

export type ProceedingState = keyof typeof COMMANDS;
export type ProceedingCommand = { [State in ProceedingState]: keyof (typeof COMMANDS)[State] }[ProceedingState];

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

/**
 * Which kinds of proceeding a role works on (domain 3.8). Files on adoption and on victims are not there for anybody else, in the same
 * institution neither (INV-66).
 */
const KINDS_OF = {
  SOCIAL_WORKER: ['SIMPLE', 'CASE', 'CARE', 'CHILD', 'FOSTER', 'GUARDIANSHIP', 'NGTS'],
  SKA_CHILD_PROTECTION: ['SIMPLE', 'CASE', 'CHILD', 'FOSTER', 'GUARDIANSHIP'],
  SKA_ADOPTION: ['ADOPTION', 'FOSTER', 'GUARDIANSHIP'],
  SKA_VICTIM_SUPPORT: ['VICTIM'],
} as const satisfies Partial<Record<Role, readonly ProceedingKind[]>>;

/** The roles that work on proceedings. */
export const CASE_WORKERS = [
  'SOCIAL_WORKER',
  'SKA_CHILD_PROTECTION',
  'SKA_ADOPTION',
  'SKA_VICTIM_SUPPORT',
] as const satisfies readonly (keyof typeof KINDS_OF)[];

/** The kinds of proceeding that somebody with these roles works on. */
export function kindsOf(roles: readonly Role[]): readonly ProceedingKind[] {
  return PROCEEDING_KINDS.filter((kind) =>
    CASE_WORKERS.some((role) => roles.includes(role) && (KINDS_OF[role] as readonly ProceedingKind[]).includes(kind)),
  );
}

/** The states of proceedings that have come to their end. */
export const ENDED_STATES = ['CLOSED', 'ARCHIVED'] as const satisfies readonly ProceedingState[];

/**
 * Whether a proceeding is there for somebody: their own institution's, of a kind that they work on, and not in the archive. Not yours is not there.
 */
export function mayHandle(
  actor: Pick<Actor, 'institutionId' | 'roles'>,
  { institutionId, kind, state }: Pick<Proceeding, 'institutionId' | 'kind' | 'state'>,
): boolean {
  return institutionId === actor.institutionId && state !== 'ARCHIVED' && kindsOf(actor.roles).includes(kind);
}

/** Does to a proceeding what its state permits; what changes besides its state comes along. */
export function advance(
  proceeding: Proceeding,
  command: ProceedingCommand,
  changes: Partial<Proceeding> = {},
): Result<Proceeding, Failure<'PROCEEDING_NOT_OPEN'>> {
  const permitted: Partial<Record<ProceedingCommand, ProceedingState>> = COMMANDS[proceeding.state];
  const state = permitted[command];
  if (state === undefined) return fail(failure('PROCEEDING_NOT_OPEN'));
  return ok({ ...proceeding, ...changes, state, version: proceeding.version + 1 });
}

/** Ends a proceeding (menetluse lõpetamine). */
export function close(
  proceeding: Proceeding,
  reason: CloseReason,
  at: Temporal.Instant,
): Result<Proceeding, Failure<'PROCEEDING_NOT_OPEN'>> {
  return advance(proceeding, 'close', { closedAt: at, closeReason: reason });
}

/** How long a proceeding that was closed too soon may still go on; afterwards it is another matter, and another proceeding (domain 3.3). 30 days. */
export const REOPENED_WITHIN_DAYS = 30;

/** Has a closed proceeding go on (menetluse taasavamine). */
export function reopen(
  proceeding: Proceeding,
  at: Temporal.Instant,
): Result<Proceeding, Failure<'PROCEEDING_NOT_CLOSED' | 'REOPENED_TOO_LATE'>> {
  const reopened = advance(proceeding, 'reopen', { closedAt: undefined, closeReason: undefined });
  if (!reopened.ok || proceeding.closedAt === undefined) return fail(failure('PROCEEDING_NOT_CLOSED'));
  const late = Temporal.Instant.compare(proceeding.closedAt.add({ hours: 24 * REOPENED_WITHIN_DAYS }), at) <= 0;
  return late ? fail(failure('REOPENED_TOO_LATE')) : reopened;
}

/** Exactly one main subject, and nobody twice (INV-09). */
export function checkSubjects(subjects: readonly Subject[]): Result<readonly Subject[], Failure<'SUBJECTS_INVALID'>> {
  const persons = new Set(subjects.map(({ clientId }) => clientId));
  const mains = subjects.filter(({ role }) => role === 'MAIN').length;
  return persons.size === subjects.length && mains === 1
    ? ok(subjects)
    : fail(failure('SUBJECTS_INVALID', { fields: [{ pointer: '/subjects', code: 'ONE_MAIN_SUBJECT' }] }));
}
