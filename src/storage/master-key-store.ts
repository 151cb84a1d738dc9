import { sql } from 'kysely';
import type { Db, Tx } from './db.ts';

/** `CURRENT` wraps what is new, `EARLIER` may still wrap something, `RETIRED` wraps nothing any more. */
export type MasterKeyState = 'CURRENT' | 'EARLIER' | 'RETIRED';

/** A master key as the database knows it: never the key itself. */
export interface KnownMasterKey {
  readonly version: number;
  /** Nothing, sealed under the key: opens under it alone. */
  readonly proof: Uint8Array;
  readonly state: MasterKeyState;
}

type Tables = { master_key: { version: number; proof: Uint8Array; state: MasterKeyState } };

const tables = (db: Db) => db.withTables<Tables>();

/** Held in share by whoever makes a data key, alone by whoever says which master key wraps them: any number will do that nothing else locks by. */
const CHANGING = 7_400_003;

export async function findMasterKeys(db: Db): Promise<readonly KnownMasterKey[]> {
  return tables(db).selectFrom('master_key').select(['version', 'proof', 'state']).orderBy('version').execute();
}

/** The version that wraps what is new; it stays so until the transaction ends. */
export async function holdCurrentMasterKey(tx: Tx): Promise<number | undefined> {
  // The second statement sees what was committed while the first waited.
  const [, row] = await Promise.all([
    sql`select pg_advisory_xact_lock_shared(${CHANGING})`.execute(tx),
    tables(tx).selectFrom('master_key').select('version').where('state', '=', 'CURRENT').executeTakeFirst(),
  ]);
  return row?.version;
}

/** Waits for whoever is making a data key; nobody makes one until the transaction ends. */
export async function lockMasterKeys(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${CHANGING})`.execute(tx);
}

export async function insertMasterKey(tx: Tx, version: number, proof: Uint8Array): Promise<void> {
  await tables(tx)
    .insertInto('master_key')
    .values({ version, proof, state: 'CURRENT' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** `CURRENT -> EARLIER`, or `EARLIER -> RETIRED`. Gives the versions that went. */
export async function moveMasterKeys(tx: Tx, from: 'CURRENT' | 'EARLIER', to: 'EARLIER' | 'RETIRED'): Promise<readonly number[]> {
  const rows = await tables(tx).updateTable('master_key').set({ state: to }).where('state', '=', from).returning('version').execute();
  return rows.map(({ version }) => version);
}
