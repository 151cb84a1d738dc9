import type { Kysely, Transaction } from 'kysely';

/** No table at all: each area names its own with `db.withTables<Tables>()`, so only the owner of a table can write it. */
export type NoTables = Record<never, never>;
export type Db = Kysely<NoTables>;
/** An open transaction. Usable wherever a `Db` is. */
export type Tx = Transaction<NoTables>;
