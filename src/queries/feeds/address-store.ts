import { dateOf, instantOf, Temporal } from '../../platform/index.ts';
import type { AddressChange } from '../../registries/index.ts';
import { anyWord, type Db, rowsOf, type Tx } from '../../storage/index.ts';
import type { AddressLine } from './what-became.ts';

type Tables = {
  address_change: {
    log_id: string;
    at: Date;
    event: string;
    adr_id: string;
    address: string;
    former_adr_id: string | null;
    successors: string[];
  };
};

const tables = (db: Db) => db.withTables<Tables>();

/** Keeps lines of the register's log; one that is there already is the same. */
export async function insertAddressChanges(tx: Tx, changes: readonly AddressChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tables(tx)
    .insertInto('address_change')
    .expression(
      rowsOf(
        'address_change',
        changes.map(({ logId, at, event, adrId, address, formerAdrId, successors }) => ({
          log_id: logId,
          at: dateOf(Temporal.Instant.from(at)),
          event: event.code,
          adr_id: adrId,
          address,
          former_adr_id: formerAdrId ?? null,
          successors: [...successors],
        })),
      ),
    )
    .onConflict((conflict) => conflict.column('log_id').doNothing())
    .execute();
}

/** What the log says of addresses, under their present ids or as the former ones of others; the oldest line first. */
export async function findAddressLines(db: Db, adrIds: readonly string[]): Promise<readonly AddressLine[]> {
  if (adrIds.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('address_change')
    .select(['at', 'event', 'adr_id', 'address', 'former_adr_id', 'successors'])
    .where((eb) => eb.or([eb('adr_id', '=', anyWord(adrIds)), eb('former_adr_id', '=', anyWord(adrIds))]))
    .orderBy('log_id')
    .execute();
  return rows.map((row) => ({
    at: instantOf(row.at),
    event: row.event,
    adrId: row.adr_id,
    address: row.address,
    formerAdrId: row.former_adr_id ?? undefined,
    successors: row.successors,
  }));
}
