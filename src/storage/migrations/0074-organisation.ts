import { type Kysely, sql } from 'kysely';

/** Institutions' versions, their departments, and the places where providers serve. Owner: src/register/organisations. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table institution add column version integer not null default 1`.execute(db);
  await sql`create unique index institution_by_municipality on institution (ehak_code) where ehak_code is not null`.execute(db);
  await sql`
    create table department (
      id uuid primary key,
      institution_id uuid not null references institution,
      name text not null,
      closed boolean not null default false,
      version integer not null default 1
    )`.execute(db);
  await sql`create unique index department_by_name on department (institution_id, lower(name))`.execute(db);
  await sql`
    create table provider (
      institution_id uuid primary key references institution,
      -- The digitally signed request by which the provider was registered.
      request_document text not null,
      registered_by uuid not null references app_user,
      registered_at timestamptz not null
    )`.execute(db);
  await sql`
    create table service_place (
      id uuid primary key,
      provider_id uuid not null references institution,
      municipality text not null,
      address text not null,
      ads_oid text,
      services text[] not null check (cardinality(services) > 0),
      valid_from date not null,
      valid_to date,
      version integer not null default 1,
      check (valid_to >= valid_from)
    )`.execute(db);
  await sql`create index service_place_by_provider on service_place (provider_id, id)`.execute(db);
}
