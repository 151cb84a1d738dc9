import { type Log, startRounds } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { findAgeingPasswords } from '../access/index.ts';
import { forgetNotices } from './letter-store.ts';
import { type TellPorts, tell } from './tell.ts';

/** How often it is looked whose password grows old: each hour, so that a letter comes on the day. */
const EVERY_MS = 3_600_000;
/** What became of the register's own letters is kept for 90 days: as long as a password, about which nobody is told twice. */
const NOTICES_KEPT_DAYS = 90;

export interface RemindPorts extends TellPorts {
  readonly database: Database;
  readonly log: Log;
}

/** Reminds workers of their passwords until the returned function is called, which waits for a round under way. */
export function startReminders(ports: RemindPorts): () => Promise<void> {
  return startRounds(
    EVERY_MS,
    () => remind(ports),
    (error) => ports.log.error({ err: error }, 'reminders not written'),
  );
}

/** Writes to whoever is to renew their password soon (REQ-115), once for each password. */
export async function remind(ports: Omit<RemindPorts, 'log'>): Promise<void> {
  const { database, clock } = ports;
  for (const { userId, ownSince, daysLeft } of await findAgeingPasswords(database.db, clock.now())) {
    const password = `${userId} ${ownSince.epochMilliseconds}`;
    await database.transaction((tx) => tell(ports, tx, { about: 'PASSWORD_GROWS_OLD', daysLeft }, password, { userIds: [userId] }));
  }
  await database.transaction((tx) => forgetNotices(tx, clock.now().subtract({ hours: 24 * NOTICES_KEPT_DAYS })));
}
