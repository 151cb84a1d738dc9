import { type Kysely, sql } from 'kysely';

/** Letters that the register writes by itself: of no proceeding, by nobody, once to each for what they are about. Owner: src/register/mail. */
export async function up(db: Kysely<Record<never, never>>): Promise<void> {
  await sql`
    alter table letter
      alter column proceeding_id drop not null,
      alter column posted_by drop not null,
      add column occasion text,
      add constraint letter_posted check ((occasion is null) = (proceeding_id is not null) and (occasion is null) = (posted_by is not null))`.execute(
    db,
  );
  await sql`create unique index letter_of_occasion on letter (occasion, recipient) where occasion is not null`.execute(db);
}
