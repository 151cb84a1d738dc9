import type { Temporal } from '../../platform/index.ts';
import type { AuditActor } from '../../register/audit/index.ts';

/** What may be done with many queries at once. */
export const BULK_VERBS = ['RETRY', 'DISCARD'] as const;
export type BulkVerb = (typeof BULK_VERBS)[number];

/** Which queries are meant: those named, or every failed one of the registry, of one code where that is given. */
export type BulkChoice = { readonly ids: readonly string[] } | { readonly code: string | undefined };

/**
 * An operator's retry or discard of many queries. It is accepted as a row and worked a chunk at a time, each in one transaction with the place it has
 * come to: a process that dies leaves it to the next, and no query is passed over or done twice. Queries asked after it are not meant.
 */
export interface BulkOperation {
  readonly id: string;
  readonly registry: string;
  readonly verb: BulkVerb;
  readonly choice: BulkChoice;
  readonly reason: string;
  readonly actor: AuditActor;
  readonly at: Temporal.Instant;
  /** Queries that were meant when it was accepted. */
  readonly total: number;
  readonly done: number;
  /** Those that could not be: answered meanwhile, or of no open proceeding. */
  readonly refused: number;
  /** The last query it has come to. */
  readonly cursor: string | undefined;
  readonly endedAt: Temporal.Instant | undefined;
}
