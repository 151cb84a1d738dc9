import { type Kysely, sql } from 'kysely';

/** Letters by e-mail, each until it is sent and what became of it. Owner: src/register/mail. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table letter (
      id uuid primary key,
      proceeding_id uuid not null references proceeding,
      recipient text not null,
      subject text not null,
      text text,
      posted_by uuid not null references app_user,
      posted_at timestamptz not null,
      state text not null check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED')),
      attempt smallint not null,
      due_at timestamptz not null,
      lease_until timestamptz,
      sent_at timestamptz,
      code text,
      constraint letter_leased check ((state = 'SENDING') = (lease_until is not null)),
      constraint letter_sent check ((state = 'SENT') = (sent_at is not null))
    )`.execute(db);
  await sql`create index letter_by_proceeding on letter (proceeding_id, id)`.execute(db);
  await sql`create index letter_due on letter (due_at) where state in ('WAITING', 'SENDING')`.execute(db);
  await sql`
    create table letter_attachment (
      letter_id uuid not null references letter on delete cascade,
      place smallint not null,
      name text not null,
      content bytea not null,
      primary key (letter_id, place)
    )`.execute(db);
}
