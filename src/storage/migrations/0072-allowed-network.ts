import { type Kysely, sql } from 'kysely';

/** From which networks an institution's workers may sign in: no row, from anywhere. Owner: src/register/access. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table allowed_network (
      institution_id uuid primary key references institution,
      networks text[] not null,
      version integer not null
    )`.execute(db);
}
