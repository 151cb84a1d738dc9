import { type Clock, ZONE } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { findFollowedUp } from '../proceedings/index.ts';
import { forgetCounts, takeUnfollowed } from './asking-store.ts';
import { USUAL_FROM_DAYS } from './count-asking.ts';
import { forgetListed } from './listed-store.ts';
import { FOLLOW_UP_WITHIN_DAYS, noFollowUp } from './rules/index.ts';
import { raise } from './signal-store.ts';
import { forgetTakings } from './taking-store.ts';

/** Hours of asking that are followed up in one transaction. */
const HOURS_AT_ONCE = 500;

/**
 * Looks what has become of questions once it should have become something, and forgets the counts that nobody needs any more. Each hour of asking is
 * taken once, in one transaction with its signal. `MORE`: there is more to be followed up at once.
 */
export async function followUp({ database, clock }: { readonly database: Database; readonly clock: Clock }): Promise<'MORE' | 'DONE'> {
  const now = clock.now();
  const taken = await database.transaction(async (tx) => {
    const asked = await takeUnfollowed(tx, now.subtract({ hours: 24 * FOLLOW_UP_WITHIN_DAYS }), HOURS_AT_ONCE);
    const followed = await findFollowedUp(tx, [...new Set(asked.map(({ proceedingId }) => proceedingId))]);
    const noticed = asked.map((one) => noFollowUp({ ...one, isFollowedUp: followed.has(one.proceedingId) }));
    await raise(
      tx,
      noticed.filter((suspicion) => suspicion !== undefined),
    );
    return asked.length;
  });
  if (taken === HOURS_AT_ONCE) return 'MORE';
  const unneeded = now.subtract({ hours: 24 * (USUAL_FROM_DAYS + 1) });
  await forgetCounts(database.db, unneeded);
  await forgetTakings(database.db, unneeded);
  await forgetListed(database.db, unneeded.toZonedDateTimeISO(ZONE).toPlainDate());
  return 'DONE';
}
