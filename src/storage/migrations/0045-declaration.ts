import { type Kysely, sql } from 'kysely';

/** Declarations of institutions: how they stand, why they may leave, their sealed files, and their exchanges. Owner: src/queries/declarations. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table declaration (
      id uuid primary key,
      institution_id uuid not null,
      month text not null,
      -- Of the file, keyed: it shows that two are the same, and nothing of what is in them.
      digest text not null,
      state text not null,
      -- Counts claims: the number that a claim gets is its fencing token.
      attempt integer not null default 0,
      -- Exchanges of this kind in a row: how long to wait before the next.
      tries integer not null default 0,
      ordered_at timestamptz not null,
      -- When it was last set on its way, by who ordered it or by an operator.
      round_at timestamptz not null,
      -- While it is being sent: when a look would tell what came of it.
      due_at timestamptz not null,
      lease_until timestamptz,
      settled_at timestamptz,
      confirmed_by text,
      keep_until timestamptz,
      code text,
      detail text
    )`.execute(db);
  await sql`create index declaration_by_institution on declaration (institution_id, id)`.execute(db);
  await sql`create index declaration_due on declaration (due_at) where state in ('ORDERED', 'SENT', 'UNCLEAR')`.execute(db);
  await sql`create index declaration_unsettled on declaration (id) where state in ('ORDERED', 'SENT', 'UNCLEAR', 'HELD')`.execute(db);
  await sql`create index declaration_answered on declaration (settled_at) where state in ('ACCEPTED', 'REJECTED')`.execute(db);
  await sql`create index declaration_kept on declaration (keep_until) where keep_until is not null`.execute(db);
  // Whatever the timing: one execution of a file for its month. Only one that was refused, is known not to have run, or was given up leaves room.
  await sql`create unique index declaration_once on declaration (institution_id, month, digest)
    where state in ('ORDERED', 'SENT', 'UNCLEAR', 'HELD', 'ACCEPTED')`.execute(db);

  await sql`
    create table declaration_permit (
      id uuid primary key references declaration,
      at timestamptz not null,
      user_id uuid not null,
      institution_id uuid not null,
      month text not null,
      purpose text not null,
      legal_basis text not null,
      fields jsonb not null
    )`.execute(db);
  // As a query's permit: whoever could change it could make any declaration look justified.
  await sql`create trigger declaration_permit_immutable before update or delete on declaration_permit
    for each row execute function query_permit_is_immutable()`.execute(db);

  await sql`
    create table declaration_content (
      declaration_id uuid primary key references declaration,
      sealed bytea not null
    )`.execute(db);

  await sql`
    create table declaration_exchange (
      declaration_id uuid not null references declaration,
      attempt integer not null,
      purpose text not null check (purpose in ('UPLOAD', 'LOOK')),
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
      primary key (declaration_id, attempt)
    )`.execute(db);
}
