import { type Kysely, sql } from 'kysely';

/**
 * Who cares for whom, the carers' benefits, and what other registers have ordered about many carers. Owner: src/services, until the care area takes
 * the first two over.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Ended, never deleted: who cared for whom on an earlier day can still be asked.
  await sql`
    create table carer_duty (
      carer_code text not null,
      cared_for_code text not null,
      begins date not null,
      ends date check (ends >= begins),
      kind text not null check (kind in ('CARER', 'FAMILY_CARER')),
      -- The carer's: no answer names the person who is cared for.
      first_name text not null,
      last_name text not null,
      primary key (carer_code, cared_for_code, begins)
    )`.execute(db);
  await sql`
    create table carer_benefit (
      carer_code text not null,
      reference text not null,
      municipality text not null,
      begins date not null,
      ends date check (ends >= begins),
      primary key (carer_code, reference)
    )`.execute(db);

  await sql`
    create table care_order (
      -- The ticket, and the id of the data key that seals the other two.
      id uuid primary key,
      -- The subsystem that ordered: nobody else is told that there is an order.
      owner text not null,
      state text not null check (state in ('ORDERED', 'READY')),
      -- Counts claims: the number that a claim gets is its fencing token.
      attempt integer not null default 0,
      people integer not null,
      begins date not null,
      ends date not null,
      -- Whom it is about, sealed: gone as soon as the result is there.
      listed bytea,
      result bytea,
      ordered_at timestamptz not null,
      lease_until timestamptz,
      expires_at timestamptz not null,
      constraint care_order_listed_until_ready check ((state = 'ORDERED') = (listed is not null)),
      constraint care_order_result_when_ready check ((state = 'READY') = (result is not null))
    )`.execute(db);
  await sql`create index care_order_due on care_order (ordered_at) where state = 'ORDERED'`.execute(db);
  await sql`create index care_order_expires on care_order (expires_at)`.execute(db);
}
