import type { Temporal } from '../../platform/index.ts';
import type { AuditActor, SealedLine } from '../audit/index.ts';

/** What a worker did about somebody, and what STAR knows of the two. */
export interface Deed {
  readonly line: SealedLine;
  readonly worker: AuditActor;
  /** The person asked about is the worker. */
  readonly isOwnFile: boolean;
  /** The person's own account, where they work in the same institution. */
  readonly colleagueId: string | undefined;
  /** Their surnames have a part in common. */
  readonly sharesSurname: boolean;
  /** Supervision has listed the person. */
  readonly isListed: boolean;
  /** A proceeding in which the worker is a subject beside the person. */
  readonly togetherIn: string | undefined;
}

/** A worker's hour, or day, of asking. */
export interface Pace {
  readonly workerId: string;
  readonly institutionId: string;
  readonly begins: Temporal.Instant;
  readonly questions: number;
  readonly persons: number;
  readonly refusals: number;
}

/** How many people’s data a worker took out of the register in an hour, on paper or in files, or found by searching. */
export interface Taking {
  readonly workerId: string;
  readonly institutionId: string;
  readonly hour: Temporal.Instant;
  readonly kind: 'PRINT' | 'EXPORT' | 'FOUND';
  readonly role: string;
  readonly persons: number;
}

/** A proceeding that a worker asked in on the day on which it was closed. */
export interface ShortLived {
  readonly line: SealedLine;
  readonly proceedingId: string;
  readonly openedAt: Temporal.Instant;
  readonly workerId: string;
  readonly institutionId: string;
}

/** What a worker asked in a proceeding some time ago, and what was done there since. */
export interface Pursuit {
  readonly workerId: string;
  readonly institutionId: string;
  readonly proceedingId: string;
  readonly askedAt: Temporal.Instant;
  readonly isFollowedUp: boolean;
}
