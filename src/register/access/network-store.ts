import type { Db, Tx } from '../../storage/index.ts';

type Tables = { allowed_network: { institution_id: string; networks: string[]; version: number } };

const tables = (db: Db) => db.withTables<Tables>();

/** From where an institution's workers may sign in; none: from anywhere. */
export interface AllowedNetworks {
  readonly networks: readonly string[];
  readonly version: number;
}

const NOWHERE_NAMED: AllowedNetworks = { networks: [], version: 0 };

export async function findNetworks(db: Db, institutionId: string): Promise<AllowedNetworks> {
  const row = await tables(db)
    .selectFrom('allowed_network')
    .select(['networks', 'version'])
    .where('institution_id', '=', institutionId)
    .executeTakeFirst();
  return row ?? NOWHERE_NAMED;
}

/** Names other networks, where they are still in the given version. False: somebody has changed them meanwhile. */
export async function saveNetworks(tx: Tx, institutionId: string, networks: readonly string[], version: number): Promise<boolean> {
  const result = await tables(tx)
    .insertInto('allowed_network')
    .values({ institution_id: institutionId, networks: [...networks], version: version + 1 })
    .onConflict((conflict) =>
      conflict
        .column('institution_id')
        .doUpdateSet({ networks: [...networks], version: version + 1 })
        .where('allowed_network.version', '=', version),
    )
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) === 1n;
}
