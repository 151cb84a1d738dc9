import { type Clock, Temporal } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import { countRest, dropMonth, hasUnsealed, listMonths, makeMonth, moveChainStart } from './month-store.ts';
import { appendAudit } from './store.ts';

/** How many months are made ahead: so long nobody need look whether it works. */
const AHEAD = 2;

/** A month of the log, by UTC as its tables are. */
export function monthOf(at: Temporal.Instant): Temporal.PlainYearMonth {
  return at.toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth();
}

/** When a month of the log has ended. */
export function endOfMonth(month: Temporal.PlainYearMonth): Temporal.Instant {
  return month.add({ months: 1 }).toPlainDate({ day: 1 }).toZonedDateTime('UTC').toInstant();
}

/** Makes the tables of this month and the next ones, where there are none. Gives how many lines lie in none. */
export async function prepareMonths(db: Db, clock: Clock): Promise<number> {
  const now = monthOf(clock.now());
  for (let ahead = 0; ahead <= AHEAD; ahead += 1) await makeMonth(db, now.add({ months: ahead }));
  return countRest(db);
}

/** The months that ended before, the earliest first, as far as all of their lines are in the chain: a later one never goes before an earlier. */
export async function findOldMonths(db: Db, before: Temporal.Instant): Promise<readonly Temporal.PlainYearMonth[]> {
  const old: Temporal.PlainYearMonth[] = [];
  for (const month of await listMonths(db)) {
    if (Temporal.Instant.compare(endOfMonth(month), before) > 0 || (await hasUnsealed(db, month))) break;
    old.push(month);
  }
  return old;
}

/**
 * Takes the earliest months out of the log, for good. The hash of the last line stays, so that the rest can be walked from there, and the log itself says in a
 * line what is gone.
 */
export async function dropMonths(tx: Tx, clock: Clock, months: readonly Temporal.PlainYearMonth[]): Promise<void> {
  const earliest = (await listMonths(tx)).slice(0, months.length);
  const last = earliest.at(-1);
  if (last === undefined) return;
  if (!earliest.every((month) => months.some((one) => one.equals(month))))
    throw new Error('a month of the log goes only after those before it');
  for (const month of earliest) await dropMonth(tx, month);
  const start = await moveChainStart(tx, endOfMonth(last));
  await appendAudit(tx, {
    action: 'AUDIT_MONTHS_REMOVED',
    at: clock.now(),
    system: 'retention',
    outcome: 'DONE',
    details: {
      until: last.toString(),
      months: months.length,
      lastLine: start?.lastLine ?? null,
      hash: start === undefined ? null : Buffer.from(start.hash).toString('hex'),
    },
  });
}
