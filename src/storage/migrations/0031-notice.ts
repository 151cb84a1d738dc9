import { type Kysely, sql } from 'kysely';

/** Notices of people in need that other bodies have sent (LasteKS § 27). Owner: src/services, until the intake area reads them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table received_notice (
      id uuid primary key,
      -- Who sent it, and under which number of theirs: a notice that comes twice is one.
      sender text not null,
      notice_id uuid not null,
      digest text not null,
      urgent boolean not null,
      -- The municipality it is for; null where the place is not known: a person must decide.
      ehak text,
      content jsonb not null,
      received_at timestamptz not null,
      unique (sender, notice_id)
    )`.execute(db);
}
