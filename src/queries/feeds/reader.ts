import { ok, type Result, type Temporal } from '../../platform/index.ts';
import type { AnswerDefect, ChangeFeed } from '../../registries/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { BodyElement } from '../../xroad/index.ts';
import type { AskPorts } from '../ask.ts';

/** What was read of a feed, and how to keep it. */
export type Told =
  | {
      readonly state: 'READ';
      readonly cursor: string;
      readonly more: boolean;
      readonly changes: number;
      /** In the transaction that moves the cursor on. Gives how many of the changes are ours. */
      keep(ports: AskPorts, tx: Tx, at: Temporal.Instant): Promise<number>;
    }
  | { readonly state: 'REJECTED'; readonly reason: string };

/** A feed, and what becomes of what it tells. */
export interface FeedReader extends Omit<ChangeFeed, 'readAnswer'> {
  read(body: BodyElement, cursor: string, now: Temporal.ZonedDateTime): Result<Told, AnswerDefect>;
}

export function reader<C>(
  { readAnswer, ...feed }: ChangeFeed<C>,
  keep: (ports: AskPorts, tx: Tx, feed: string, changes: readonly C[], at: Temporal.Instant) => Promise<number>,
): FeedReader {
  return {
    ...feed,
    read(body, cursor, now) {
      const reading = readAnswer(body, cursor, now);
      if (!reading.ok) return reading;
      if (reading.value.state === 'REJECTED') return ok(reading.value);
      const { changes, ...rest } = reading.value;
      return ok({ ...rest, changes: changes.length, keep: (ports, tx, at) => keep(ports, tx, feed.code, changes, at) });
    },
  };
}
