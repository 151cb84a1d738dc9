import { sql } from 'kysely';
import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import { type Db, rowsOf, type Tx } from '../../storage/index.ts';
import type { Taking } from './facts.ts';

type TakingTable = {
  worker_id: string;
  institution_id: string;
  hour: Date;
  kind: Taking['kind'];
  role: string;
  persons: number;
};

type Tables = { taking_hour: TakingTable };

const tables = (db: Db) => db.withTables<Tables>();

/** Adds to the counts of hours, and gives those hours as they stand then. */
export async function addTakings(tx: Tx, takings: readonly Taking[]): Promise<readonly Taking[]> {
  if (takings.length === 0) return [];
  const rows = await tables(tx)
    .insertInto('taking_hour')
    .expression(
      rowsOf(
        'taking_hour',
        takings.map(({ workerId, institutionId, hour, kind, role, persons }) => ({
          worker_id: workerId,
          institution_id: institutionId,
          hour: dateOf(hour),
          kind,
          role,
          persons,
        })),
      ),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['worker_id', 'hour', 'institution_id', 'kind'])
        .doUpdateSet((eb) => ({ persons: eb('taking_hour.persons', '+', eb.ref('excluded.persons')) })),
    )
    .returningAll()
    .execute();
  return rows.map(({ worker_id, institution_id, hour, ...row }) => ({
    ...row,
    workerId: worker_id,
    institutionId: institution_id,
    hour: instantOf(hour),
  }));
}

/** The median of people in an hour in which somebody of the role took anybody's data out, since `from` and before `until`. Undefined while nobody has. */
export async function usualTaking(
  db: Db,
  { role, kind }: Pick<Taking, 'role' | 'kind'>,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<number | undefined> {
  const row = await tables(db)
    .selectFrom('taking_hour')
    .select(sql<number | null>`percentile_cont(0.5) within group (order by persons)`.as('usual'))
    .where('role', '=', role)
    .where('kind', '=', kind)
    .where('hour', '>=', dateOf(from))
    .where('hour', '<', dateOf(until))
    .executeTakeFirst();
  return row?.usual ?? undefined;
}

/** Forgets hours that nothing is read from any more. */
export async function forgetTakings(db: Db, before: Temporal.Instant): Promise<void> {
  await tables(db).deleteFrom('taking_hour').where('hour', '<', dateOf(before)).execute();
}
