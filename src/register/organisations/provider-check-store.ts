import { sql } from 'kysely';
import { parseRegistryCode, type RegistryCode } from '../../estonia/index.ts';
import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import { anyOf, type Db, type Tx } from '../../storage/index.ts';
import { appendAudit } from '../audit/index.ts';
import { type CheckState, judgeProvider, type Registered } from './provider-check.ts';

type Tables = {
  provider: {
    institution_id: string;
    check_state: CheckState;
    check_due_at: Date;
    check_tries: number;
    registered_name: string | null;
    checked_at: Date | null;
  };
};

const tables = (db: Db) => db.withTables<Tables>();

/** A provider that is to be looked up, and how often it has been tried. */
export interface UncheckedProvider {
  readonly id: string;
  readonly registryCode: RegistryCode;
  readonly name: string;
  readonly tries: number;
}

/** Takes up the provider whose look is due, until then; of several processes one. */
export async function takeUncheckedProvider(
  db: Db,
  now: Temporal.Instant,
  until: Temporal.Instant,
): Promise<UncheckedProvider | undefined> {
  const { rows } = await sql<{ id: string; registry_code: string; name: string; tries: number }>`
    update provider set check_due_at = ${dateOf(until)}, check_tries = check_tries + 1 from institution
    where institution.id = provider.institution_id and institution_id = (
      select institution_id from provider where check_state = 'WAITING' and check_due_at <= ${dateOf(now)}
      order by check_due_at limit 1 for update skip locked)
    returning institution.id, registry_code, name, check_tries as tries`.execute(db);
  const [row] = rows;
  const registryCode = row && parseRegistryCode(row.registry_code);
  return row && registryCode && { id: row.id, registryCode, name: row.name, tries: row.tries };
}

/** Puts a look off that came to nothing. */
export async function putOffProvider(db: Db, id: string, dueAt: Temporal.Instant): Promise<void> {
  await tables(db)
    .updateTable('provider')
    .set({ check_due_at: dateOf(dueAt) })
    .where('institution_id', '=', id)
    .execute();
}

/** Writes down what a look has shown; undefined: Äriregister knows nobody by that code. Shown once: of two looks the second changes nothing. */
export async function settleProvider(
  tx: Tx,
  { id, name }: UncheckedProvider,
  registered: Registered | undefined,
  { at, xRoadId }: { readonly at: Temporal.Instant; readonly xRoadId: string },
): Promise<void> {
  const state = judgeProvider(name, registered);
  const settled = await tables(tx)
    .updateTable('provider')
    .set({ check_state: state, registered_name: registered?.name ?? null, checked_at: dateOf(at) })
    .where('institution_id', '=', id)
    .where('check_state', '=', 'WAITING')
    .executeTakeFirst();
  if (settled.numUpdatedRows === 0n) return;
  const object = { type: 'institution', id };
  await appendAudit(tx, { action: 'PROVIDER_CHECKED', at, system: 'provider-check', object, outcome: 'DONE', details: { state, xRoadId } });
}

/** What looks have shown of providers, by their ids. */
export interface ProviderCheck {
  readonly state: CheckState;
  readonly registeredName: string | undefined;
  readonly checkedAt: Temporal.Instant | undefined;
}

export async function findChecks(db: Db, providerIds: readonly string[]): Promise<ReadonlyMap<string, ProviderCheck>> {
  const rows = await tables(db)
    .selectFrom('provider')
    .select(['institution_id', 'check_state', 'registered_name', 'checked_at'])
    .where('institution_id', '=', anyOf(providerIds))
    .execute();
  return new Map(
    rows.map((row) => [
      row.institution_id,
      {
        state: row.check_state,
        registeredName: row.registered_name ?? undefined,
        checkedAt: row.checked_at === null ? undefined : instantOf(row.checked_at),
      },
    ]),
  );
}
