import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import { anyWord, type Db, statement, type Tx } from '../../storage/index.ts';
import { type FindingState, type Judgement, nameOf } from './finding.ts';

type Tables = {
  contract_finding: {
    type_code: string;
    registry: string;
    state: FindingState;
    differences: string;
    since: Date;
    checked_at: Date;
    accepted: string | null;
  };
  contract_watch: { single: boolean; started_at: Date; requested_at: Date };
};

const tables = (db: Db) => db.withTables<Tables>();

/** What the watch has found about one query type or mass service. */
export interface Finding extends Judgement {
  readonly typeCode: string;
  readonly registry: string;
  /** Since when it is in this state. */
  readonly since: Temporal.Instant;
  readonly checkedAt: Temporal.Instant;
  /** Whether an operator has looked at these very differences and let the type be asked all the same. */
  readonly accepted: boolean;
}

export async function findFindings(db: Db): Promise<readonly Finding[]> {
  const rows = await tables(db).selectFrom('contract_finding').selectAll().orderBy('type_code').execute();
  return rows.map((row) => {
    const differences = row.differences === '' ? [] : row.differences.split('\n');
    return {
      typeCode: row.type_code,
      registry: row.registry,
      state: row.state,
      differences,
      since: instantOf(row.since),
      checkedAt: instantOf(row.checked_at),
      accepted: row.accepted === nameOf(differences),
    };
  });
}

const selectBroken = statement((db) =>
  tables(db).selectFrom('contract_finding').select(['type_code', 'differences', 'accepted']).where('state', '=', 'BROKEN'),
);

/** Query types and mass services whose register has broken their contract, and nobody has accepted it: they are not asked. */
export async function findBlocked(db: Db): Promise<ReadonlySet<string>> {
  const rows = await selectBroken(db, {});
  return new Set(rows.filter((row) => row.accepted !== nameOf(row.differences.split('\n'))).map((row) => row.type_code));
}

/** Writes a finding down; true when the type has come to be broken by it. */
export async function putFinding(tx: Tx, typeCode: string, registry: string, found: Judgement, at: Temporal.Instant): Promise<boolean> {
  const differences = found.differences.join('\n');
  const before = await tables(tx)
    .selectFrom('contract_finding')
    .selectAll()
    .where('type_code', '=', typeCode)
    .forUpdate()
    .executeTakeFirst();
  const same = before?.state === found.state && before.differences === differences;
  const row = { registry, state: found.state, differences, checked_at: dateOf(at), since: same ? before.since : dateOf(at) };
  await tables(tx)
    .insertInto('contract_finding')
    .values({ type_code: typeCode, accepted: null, ...row })
    .onConflict((conflict) => conflict.column('type_code').doUpdateSet(row))
    .execute();
  return found.state === 'BROKEN' && !same;
}

/** An operator accepts the differences as they are now. False when the type is not broken. */
export async function acceptFinding(tx: Tx, typeCode: string): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom('contract_finding')
    .select('differences')
    .where('type_code', '=', typeCode)
    .where('state', '=', 'BROKEN')
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return false;
  await tables(tx)
    .updateTable('contract_finding')
    .set({ accepted: nameOf(row.differences.split('\n')) })
    .where('type_code', '=', typeCode)
    .execute();
  return true;
}

/** Forgets what was found about types that are no longer asked by the contract that is watched. */
export async function dropFindings(db: Db, typeCodes: readonly string[]): Promise<void> {
  if (typeCodes.length > 0) await tables(db).deleteFrom('contract_finding').where('type_code', '=', anyWord(typeCodes)).execute();
}

export async function requestWatch(tx: Tx, at: Temporal.Instant): Promise<void> {
  await tables(tx)
    .updateTable('contract_watch')
    .set({ requested_at: dateOf(at) })
    .execute();
}

/** Takes up a look that is due: asked for, or not made since `due`. One process gets it. */
export async function claimWatch(db: Db, now: Temporal.Instant, due: Temporal.Instant): Promise<boolean> {
  const result = await tables(db)
    .updateTable('contract_watch')
    .set({ started_at: dateOf(now) })
    .where((eb) => eb.or([eb('requested_at', '>', eb.ref('started_at')), eb('started_at', '<', dateOf(due))]))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
