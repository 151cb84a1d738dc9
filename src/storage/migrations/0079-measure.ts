import { type Kysely, sql } from 'kysely';

/** What is offered, and what there is to spend. Owner: src/register/measures. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table budget (
      id uuid primary key,
      -- Null: the state's.
      institution_id uuid references institution,
      name text not null,
      amount bigint not null check (amount >= 0),
      reserved bigint not null default 0 check (reserved >= 0),
      spent bigint not null default 0 check (spent >= 0),
      valid_from date not null,
      valid_to date not null check (valid_to >= valid_from),
      version integer not null default 1,
      -- Never over the budget, whatever the program says.
      check (reserved + spent <= amount)
    )`.execute(db);
  await sql`create index budget_by_institution on budget (institution_id, id)`.execute(db);
  await sql`
    create table budget_reservation (
      id uuid primary key,
      budget_id uuid not null references budget,
      -- What it is for: a decision.
      for_id uuid not null,
      amount bigint not null check (amount >= 0),
      spent bigint not null default 0 check (spent between 0 and amount),
      open boolean not null default true,
      reserved_at timestamptz not null,
      unique (budget_id, for_id)
    )`.execute(db);
  await sql`
    create table measure (
      id uuid primary key,
      -- Null: the state's.
      institution_id uuid references institution,
      kind text not null check (kind in ('BENEFIT', 'SERVICE', 'IN_KIND')),
      version integer not null default 1
    )`.execute(db);
  await sql`create index measure_by_institution on measure (institution_id, id)`.execute(db);
  await sql`
    create table measure_version (
      id uuid primary key,
      measure_id uuid not null references measure,
      no integer not null,
      name text not null,
      description text,
      type text,
      target_groups text[] not null,
      need_based boolean,
      entry_duty text not null check (entry_duty in ('MANDATORY', 'VOLUNTARY')),
      periodicity text,
      price jsonb,
      payment_methods text[] not null,
      excluded_from_income_by text,
      legal_basis_ids uuid[] not null check (cardinality(legal_basis_ids) > 0),
      budget_id uuid references budget,
      valid_from date not null,
      valid_to date check (valid_to >= valid_from),
      unique (measure_id, no),
      exclude using gist (measure_id with =, daterange(valid_from, valid_to, '[]') with &&)
    )`.execute(db);
}
