import { type Kysely, sql } from 'kysely';

/** What TEHIK tells all users, and who has read it. Owner: src/register/notices. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table system_notice (
      id uuid primary key,
      text_et text not null,
      text_en text not null,
      text_ru text not null,
      published_by uuid not null references app_user,
      published_at timestamptz not null
    )`.execute(db);
  await sql`
    create table system_notice_reading (
      notice_id uuid not null references system_notice,
      user_id uuid not null references app_user,
      read_at timestamptz not null,
      primary key (notice_id, user_id)
    )`.execute(db);
}
