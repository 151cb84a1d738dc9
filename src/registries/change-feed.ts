import type { Result, Temporal, Text } from '../platform/index.ts';
import type { BodyElement, SchemaMismatch } from '../xroad/index.ts';
import type { AnswerDefect } from './credible.ts';
import type { Registry } from './registry.ts';

/** What a register tells of its changes: those that came next, and from where on to ask again. `more` when there are some already. */
export type FeedReading<C> =
  | { readonly state: 'READ'; readonly changes: readonly C[]; readonly cursor: string; readonly more: boolean }
  | { readonly state: 'REJECTED'; readonly reason: string; readonly text?: string };

/**
 * A service by which a register tells what has changed, to whoever asks again and again. It is asked from a cursor on: a place in the register's
 * log, or a moment. A question names nobody; what is kept of the answer is for the one who reads it to decide.
 */
export interface ChangeFeed<C = unknown> {
  readonly code: string;
  readonly registry: Registry;
  readonly name: Text;
  readonly contract: 'REAL' | 'PROPOSED';
  readonly legalBasis: string;
  readonly service: { readonly code: string; readonly version?: string };
  /** Minutes between two looks when there is nothing more to be read. */
  readonly everyMinutes: number;
  readonly deadlineSeconds: number;
  /** Where to begin, when it is asked for the first time. */
  begin(now: Temporal.ZonedDateTime): string;
  /** @param now in Tallinn */
  buildRequest(cursor: string, now: Temporal.ZonedDateTime): Result<string, SchemaMismatch>;
  readAnswer(body: BodyElement, cursor: string, now: Temporal.ZonedDateTime): Result<FeedReading<C>, AnswerDefect>;
}
