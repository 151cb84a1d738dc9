import type { Temporal } from '../../platform/index.ts';

/** The person behind a line: who they were then, not who they are now. */
export interface AuditActor {
  readonly userId: string;
  readonly institutionId: string;
  readonly roles: readonly string[];
}

/**
 * One line of the log: who did what to what, when, and with which result. Ids and codes only; whoever may know the person can follow the
 * client id, and the log itself gives nobody away.
 */
export interface AuditLine {
  /** SCREAMING_SNAKE, in the past tense: `QUERY_ASKED`. */
  readonly action: string;
  readonly at: Temporal.Instant;
  readonly actor?: AuditActor;
  /** The part of the system that acted, where no person did. */
  readonly system?: string;
  readonly object?: { readonly type: string; readonly id: string };
  readonly clientId?: string;
  readonly proceedingId?: string;
  readonly outcome: 'DONE' | 'REFUSED';
  /** Why it was refused or how it failed. */
  readonly code?: string;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** A line as it is read again: which roles acted, or which part of the system, and no person. */
export interface TrailLine {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly action: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly roles: readonly string[] | null;
  readonly system: string | null;
  readonly details: ReadonlyMap<string, unknown>;
}
