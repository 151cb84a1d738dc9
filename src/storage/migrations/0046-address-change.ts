import { type Kysely, sql } from 'kysely';

/** What the address system has told of addresses. Nothing of a person. Owner: src/queries. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table address_change (
      -- The register's own number of the line in its log.
      log_id bigint primary key,
      at timestamptz not null,
      event text not null,
      adr_id text not null,
      address text not null,
      -- Under which id the address went before.
      former_adr_id text,
      successors text[] not null
    )`.execute(db);
  await sql`create index address_change_by_address on address_change (adr_id)`.execute(db);
  await sql`create index address_change_by_former on address_change (former_adr_id) where former_adr_id is not null`.execute(db);
}
