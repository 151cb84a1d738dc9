import { type Kysely, sql } from 'kysely';

/** Orders of mass services: why they may leave, how they stand, whom they are about, and their exchanges. Owner: src/queries/batches. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table batch_permit (
      id uuid primary key,
      at timestamptz not null,
      user_id uuid not null,
      institution_id uuid not null,
      type_code text not null,
      parameters jsonb not null,
      legal_basis text not null,
      fields jsonb not null,
      justification text
    )`.execute(db);
  // As a query's permit: whoever could change it could make any order look justified.
  await sql`create trigger batch_permit_immutable before update or delete on batch_permit
    for each row execute function query_permit_is_immutable()`.execute(db);

  await sql`
    create table batch (
      id uuid primary key references batch_permit,
      institution_id uuid not null,
      type_code text not null,
      registry text not null,
      state text not null,
      ticket text,
      -- Counts claims: the number that a claim gets is its fencing token.
      attempt integer not null default 0,
      -- Exchanges made in this state: how long to wait before the next.
      tries integer not null default 0,
      ordered_at timestamptz not null,
      due_at timestamptz not null,
      give_up_at timestamptz not null,
      lease_until timestamptz,
      fetched_at timestamptz,
      keep_until timestamptz,
      code text,
      -- Residents to be asked about, sealed: there only between the two exchanges.
      listed bytea
    )`.execute(db);
  await sql`create index batch_by_institution on batch (institution_id, id)`.execute(db);
  await sql`create index batch_due on batch (due_at) where state in ('ORDERED', 'SUBMITTED')`.execute(db);
  await sql`create index batch_kept on batch (keep_until) where state = 'FETCHED'`.execute(db);
  // One order of a kind under way in an institution, however often the button is pressed.
  await sql`create unique index batch_under_way on batch (institution_id, type_code) where state in ('ORDERED', 'SUBMITTED')`.execute(db);

  await sql`
    create table batch_person (
      batch_id uuid not null references batch,
      position integer not null,
      client_id uuid not null,
      proceeding_id uuid not null,
      -- Named in the order that the ticket is for: the file tells of them.
      asked boolean not null default false,
      outcome text,
      code text,
      sealed bytea,
      primary key (batch_id, position),
      unique (batch_id, client_id)
    )`.execute(db);
  await sql`create index batch_person_of_proceeding on batch_person (proceeding_id) where outcome is distinct from 'DROPPED'`.execute(db);

  await sql`
    create table batch_resident (
      batch_id uuid not null references batch,
      position integer not null,
      outcome text not null,
      sealed bytea not null,
      primary key (batch_id, position)
    )`.execute(db);

  await sql`
    create table batch_exchange (
      batch_id uuid not null references batch,
      attempt integer not null,
      x_road_id text not null unique,
      service text not null,
      request_hash text not null,
      request_bytes integer not null,
      sent_at timestamptz not null,
      received_at timestamptz,
      response_bytes integer,
      security_server text,
      outcome text,
      code text,
      detail text,
      primary key (batch_id, attempt)
    )`.execute(db);
}
