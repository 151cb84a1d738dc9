import { type Log, startRounds, Temporal } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { findAgeingPasswords, isReviewOverdue, listAdministered, reviewDueBy } from '../access/index.ts';
import { forgetNotices } from './letter-store.ts';
import { type TellPorts, tell } from './tell.ts';

/** How often it is looked whose password grows old, and where the yearly review is late: each hour, so that a letter comes on the day. */
const EVERY_MS = 3_600_000;
/** What became of the register's own letters is kept for 90 days: as long as a password, about which nobody is told twice. */
const NOTICES_KEPT_DAYS = 90;

export interface RemindPorts extends TellPorts {
  readonly database: Database;
  readonly log: Log;
}

/** Reminds workers of their passwords, and administrators of the yearly review, until the returned function is called, which waits for a round under way. */
export function startReminders(ports: RemindPorts): () => Promise<void> {
  return startRounds(
    EVERY_MS,
    () => remind(ports),
    (error) => ports.log.error({ err: error }, 'reminders not written'),
  );
}

type Ports = Omit<RemindPorts, 'log'>;

/** Writes what is to be written now, and forgets what became of old letters. */
export async function remind(ports: Ports): Promise<void> {
  const { database, clock } = ports;
  await remindOfPasswords(ports);
  await remindOfReviews(ports);
  await database.transaction((tx) => forgetNotices(tx, clock.now().subtract({ hours: 24 * NOTICES_KEPT_DAYS })));
}

/** Writes to whoever is to renew their password soon (REQ-115), once for each password. */
async function remindOfPasswords(ports: Ports): Promise<void> {
  const { database, clock } = ports;
  for (const { userId, ownSince, daysLeft } of await findAgeingPasswords(database.db, clock.now())) {
    const password = `${userId} ${ownSince.epochMilliseconds}`;
    await database.transaction((tx) => tell(ports, tx, { about: 'PASSWORD_GROWS_OLD', daysLeft }, password, { userIds: [userId] }));
  }
}

/**
 * Writes to the administrators of an institution whose yearly look through its rights is late (REQ-105), once for each that is. One that has been late
 * for longer than letters are remembered was told of; where rights were never looked through, it is told again then.
 */
async function remindOfReviews(ports: Ports): Promise<void> {
  const { database, clock } = ports;
  const now = clock.now();
  const remembered = now.subtract({ hours: 24 * NOTICES_KEPT_DAYS });
  for (const { institutionId, adminIds, lastAt } of await listAdministered(database.db)) {
    const dueBy = reviewDueBy(lastAt);
    const isTold = dueBy !== undefined && Temporal.Instant.compare(dueBy, remembered) <= 0;
    if (!isReviewOverdue(lastAt, now) || isTold) continue;
    const review = `${institutionId} ${lastAt === undefined ? 'never' : lastAt.epochMilliseconds}`;
    await database.transaction((tx) => tell(ports, tx, { about: 'ACCESS_REVIEW_OVERDUE' }, review, { userIds: adminIds }));
  }
}
