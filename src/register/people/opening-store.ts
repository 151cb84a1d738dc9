import { dateOf, type Temporal } from '../../platform/index.ts';
import { anyOf, type Db, type Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';

type Tables = {
  client_opening: {
    id: string;
    client_id: string;
    worker_id: string;
    institution_id: string;
    reason: string;
    opened_at: Date;
    ends_at: Date;
  };
};

const tables = (db: Db) => db.withTables<Tables>();

/** That a worker looks at a file which nobody of theirs has anything under way about, and why. */
export interface Opening {
  readonly id: string;
  readonly clientId: string;
  readonly workerId: string;
  readonly institutionId: string;
  readonly reason: string;
  readonly openedAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

export async function insertOpening(tx: Tx, opening: Opening): Promise<void> {
  await tables(tx)
    .insertInto('client_opening')
    .values({
      id: opening.id,
      client_id: opening.clientId,
      worker_id: opening.workerId,
      institution_id: opening.institutionId,
      reason: opening.reason,
      opened_at: dateOf(opening.openedAt),
      ends_at: dateOf(opening.endsAt),
    })
    .execute();
}

/** By which the worker has given a reason for looking at the file that still holds; undefined: by none. */
export async function findOpening(
  db: Db,
  { userId, institutionId }: Pick<Actor, 'userId' | 'institutionId'>,
  clientIds: readonly string[],
  at: Temporal.Instant,
): Promise<string | undefined> {
  const row = await tables(db)
    .selectFrom('client_opening')
    .select('id')
    .where('worker_id', '=', userId)
    .where('institution_id', '=', institutionId)
    .where('client_id', '=', anyOf(clientIds))
    .where('ends_at', '>', dateOf(at))
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}
