import { type Kysely, sql } from 'kysely';

/** People whom a worker found by searching are counted as those whose data were taken out. Owner: src/register/supervision. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`
    alter table taking_hour
      drop constraint taking_hour_kind_check,
      add constraint taking_hour_kind_check check (kind in ('PRINT', 'EXPORT', 'FOUND'))`.execute(db);
}
