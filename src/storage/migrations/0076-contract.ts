import { type Kysely, sql } from 'kysely';

/** Contracts of municipalities with providers, and mandates to process people's data. Owner: src/register/organisations. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table service_contract (
      id uuid primary key,
      municipality_id uuid not null references institution,
      provider_id uuid not null references institution,
      service text not null,
      valid_from date not null,
      valid_to date,
      unit_price_cents bigint not null check (unit_price_cents >= 0),
      document_id text not null,
      entered_by uuid not null references app_user,
      entered_at timestamptz not null,
      version integer not null default 1,
      check (valid_to >= valid_from)
    )`.execute(db);
  await sql`create index service_contract_by_parties on service_contract (municipality_id, provider_id, service)`.execute(db);
  await sql`create index service_contract_by_provider on service_contract (provider_id, id)`.execute(db);
  await sql`
    create table processor_mandate (
      id uuid primary key,
      municipality_id uuid not null references institution,
      provider_id uuid not null references institution,
      document_id text not null,
      given_by uuid not null references app_user,
      given_at timestamptz not null,
      revoked_by uuid references app_user,
      revoked_at timestamptz,
      revocation_reason text,
      check ((revoked_at is null) = (revoked_by is null)),
      check ((revoked_at is null) = (revocation_reason is null)),
      check (revoked_at >= given_at)
    )`.execute(db);
  await sql`
    create unique index processor_mandate_in_force on processor_mandate (municipality_id, provider_id) where revoked_at is null`.execute(
    db,
  );
  await sql`create index processor_mandate_by_provider on processor_mandate (provider_id, id)`.execute(db);
}
