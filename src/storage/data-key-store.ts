import { sql } from 'kysely';
import type { WrappedKey } from './data-keys.ts';
import type { Db, Tx } from './db.ts';
import { anyOf } from './lists.ts';
import { type Places, statement } from './statement.ts';

type Tables = {
  data_key: {
    owner_id: string;
    generation: number;
    wrapped_key: Uint8Array | null;
    master_key_version: number;
    created_at?: Date;
    destroyed_at: Date | null;
  };
};

const tables = (db: Db) => db.withTables<Tables>();

/** False when the owner has, or had, a key of this generation already. */
export async function insertDataKey(tx: Tx, { ownerId, generation, version, wrapped }: WrappedKey): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tables(tx)
    .insertInto('data_key')
    .values({ owner_id: ownerId, generation, wrapped_key: wrapped, master_key_version: version, destroyed_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

/** How many keys the owner has had. */
export async function countKeysOf(tx: Tx, ownerId: string): Promise<number> {
  const row = await tables(tx)
    .selectFrom('data_key')
    .select((eb) => eb.fn.max('generation').as('generation'))
    .where('owner_id', '=', ownerId)
    .executeTakeFirst();
  return row?.generation ?? 0;
}

const selectKeys = statement((db, { ownerIds }: Places<{ ownerIds: readonly string[] }>) =>
  tables(db)
    .selectFrom('data_key')
    .select(['owner_id', 'generation', 'wrapped_key', 'master_key_version'])
    .where('owner_id', '=', anyOf(ownerIds)),
);

/** The keys there are of these owners. */
export async function findDataKeys(db: Db, ownerIds: readonly string[]): Promise<readonly WrappedKey[]> {
  const rows = await selectKeys(db, { ownerIds });
  return rows.flatMap(({ owner_id: ownerId, generation, master_key_version: version, wrapped_key: wrapped }) =>
    wrapped === null ? [] : [{ ownerId, generation, version, wrapped }],
  );
}

export async function destroyDataKey(tx: Tx, ownerId: string): Promise<void> {
  await tables(tx)
    .updateTable('data_key')
    .set((eb) => ({ wrapped_key: null, destroyed_at: eb.fn('now') }))
    .where('owner_id', '=', ownerId)
    .where('destroyed_at', 'is', null)
    .execute();
}

/**
 * Keys that another master key wraps than the given one, behind the given owner in their order. They stay as they are until the transaction ends;
 * what somebody else holds is passed over.
 */
export async function takeKeysToRewrap(tx: Tx, version: number, after: string, atMost: number): Promise<readonly WrappedKey[]> {
  const rows = await tables(tx)
    .selectFrom('data_key')
    .select(['owner_id', 'generation', 'wrapped_key', 'master_key_version'])
    .where('wrapped_key', 'is not', null)
    .where('master_key_version', '<>', version)
    .where('owner_id', '>', after)
    .orderBy('owner_id')
    .limit(atMost)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.flatMap((row) =>
    row.wrapped_key === null
      ? []
      : [{ ownerId: row.owner_id, generation: row.generation, version: row.master_key_version, wrapped: row.wrapped_key }],
  );
}

/** Puts keys that were taken in their new wrapping. One that has been destroyed is not brought back. */
export async function putRewrapped(tx: Tx, keys: readonly WrappedKey[]): Promise<void> {
  await sql`
    update data_key set wrapped_key = new.wrapped, master_key_version = new.version
    from unnest(${keys.map(({ ownerId }) => ownerId)}::uuid[], ${keys.map(({ generation }) => generation)}::integer[], ${keys.map(({ wrapped }) => Buffer.from(wrapped))}::bytea[],
                ${keys.map(({ version }) => version)}::integer[]) as new (owner_id, generation, wrapped, version)
    where data_key.owner_id = new.owner_id and data_key.generation = new.generation and data_key.destroyed_at is null and data_key.wrapped_key is not null`.execute(
    tx,
  );
}

/** How many keys another master key wraps than the given one. */
export async function countKeysToRewrap(db: Db, version: number): Promise<number> {
  const { count } = await tables(db)
    .selectFrom('data_key')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('wrapped_key', 'is not', null)
    .where('master_key_version', '<>', version)
    .executeTakeFirstOrThrow();
  return count;
}
