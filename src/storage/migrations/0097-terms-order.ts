import { type Kysely, sql } from 'kysely';

/** By which order of the minister terms of use hold. Owner: src/register/access. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table terms_of_use
      add column order_title text,
      add column order_number text,
      add column order_date date`.execute(db);
  // The instructions to authorised processors (volitatud töötlejate juhised) are not public: neither number nor date is known (unconfirmed).
  await sql`update terms_of_use set order_title = 'Ministri käskkiri: STARi volitatud töötlejate juhised'`.execute(db);
  await sql`
    alter table terms_of_use
      alter column order_title set not null,
      add check (published_by is null or (order_number is not null and order_date is not null))`.execute(db);
}
