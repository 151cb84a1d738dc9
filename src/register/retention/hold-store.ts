import { sql } from 'kysely';
import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import { type Among, anyOf, countAmong, type Db, isAmong, type Tx } from '../../storage/index.ts';
import type { HeldObject, LegalHold } from './hold.ts';

type HoldTable = {
  id: string;
  client_id: string | null;
  proceeding_id: string | null;
  reason: string;
  placed_by: string;
  placed_at: Date;
  lifted_by: string | null;
  lifted_at: Date | null;
  lift_reason: string | null;
};

type Tables = { legal_hold: HoldTable };

const tables = (db: Db) => db.withTables<Tables>();

/** Places a hold. False: one stands already. */
export async function insertHold(tx: Tx, hold: LegalHold): Promise<boolean> {
  const result = await tables(tx)
    .insertInto('legal_hold')
    .values({
      id: hold.id,
      client_id: hold.clientId ?? null,
      proceeding_id: hold.proceedingId ?? null,
      reason: hold.reason,
      placed_by: hold.placedBy,
      placed_at: dateOf(hold.placedAt),
      lifted_by: null,
      lifted_at: null,
      lift_reason: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Lifts a hold that stands, and gives what it held. */
export async function saveLifted(
  tx: Tx,
  id: string,
  { by, at, reason }: NonNullable<LegalHold['lifted']>,
): Promise<HeldObject | undefined> {
  const row = await tables(tx)
    .updateTable('legal_hold')
    .set({ lifted_by: by, lifted_at: dateOf(at), lift_reason: reason })
    .where('id', '=', id)
    .where('lifted_at', 'is', null)
    .returning(['client_id', 'proceeding_id'])
    .executeTakeFirst();
  return row && objectOf(row);
}

/** Has nobody place or lift a hold until the transaction ends. */
export async function keepHolds(tx: Tx): Promise<void> {
  await sql`lock table legal_hold in share mode`.execute(tx);
}

export async function findHold(db: Db, id: string): Promise<LegalHold | undefined> {
  const row = await tables(db).selectFrom('legal_hold').selectAll().where('id', '=', id).executeTakeFirst();
  return row && holdOf(row);
}

/** All holds that stand. They are few. */
export async function findStandingHolds(db: Db): Promise<readonly LegalHold[]> {
  const rows = await tables(db).selectFrom('legal_hold').selectAll().where('lifted_at', 'is', null).orderBy('id').execute();
  return rows.map(holdOf);
}

/** Holds that were lifted before. */
export async function findLiftedHolds(db: Db, before: Temporal.Instant, among: Among): Promise<readonly { readonly id: string }[]> {
  return await tables(db)
    .selectFrom('legal_hold')
    .select('id')
    .where('lifted_at', '<', dateOf(before))
    .where(isAmong(among, 'id'))
    .orderBy('id')
    .limit(countAmong(among))
    .execute();
}

export async function eraseHolds(tx: Tx, ids: readonly string[]): Promise<void> {
  await tables(tx).deleteFrom('legal_hold').where('id', '=', anyOf(ids)).execute();
}

function objectOf({ client_id, proceeding_id }: Pick<HoldTable, 'client_id' | 'proceeding_id'>): HeldObject {
  return client_id === null ? { proceedingId: proceeding_id ?? '' } : { clientId: client_id };
}

function holdOf(row: HoldTable): LegalHold {
  const { lifted_by: by, lifted_at: at, lift_reason: reason } = row;
  return {
    ...objectOf(row),
    id: row.id,
    reason: row.reason,
    placedBy: row.placed_by,
    placedAt: instantOf(row.placed_at),
    lifted: by === null || at === null || reason === null ? undefined : { by, at: instantOf(at), reason },
  };
}
