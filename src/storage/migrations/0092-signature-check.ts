import { type Kysely, sql } from 'kysely';

/** What SiVa has said of the signatures in documents, or is still to say (owner: src/register/documents). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table signature_check (
      document_id uuid primary key references document on delete cascade,
      state text not null check (state in ('WAITING', 'CHECKED', 'UNREADABLE')),
      due_at timestamptz,
      tries integer not null default 0,
      checked_at timestamptz,
      signature_count integer,
      valid_count integer,
      sealed_report bytea,
      constraint signature_check_waits check ((state = 'WAITING') = (due_at is not null) and (state = 'WAITING') = (checked_at is null)),
      constraint signature_check_told check ((state = 'CHECKED') = (sealed_report is not null and signature_count is not null and valid_count is not null))
    )`.execute(db);
  await sql`create index signature_check_due on signature_check (due_at) where due_at is not null`.execute(db);
}
