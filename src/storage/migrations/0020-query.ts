import { type Kysely, sql } from 'kysely';

/** Permits, queries, their attempts, durable answers, and what operators have set per registry. Owner: src/queries. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table query_permit (
      id uuid primary key,
      at timestamptz not null,
      user_id uuid not null,
      institution_id uuid not null,
      proceeding_id uuid not null,
      client_id uuid not null,
      type_code text not null,
      parameters jsonb not null,
      legal_basis text not null,
      fields jsonb not null,
      justification text
    )`.execute(db);
  // A permit says why something left. Whoever could change it could make any query look justified.
  await sql`create function query_permit_is_immutable() returns trigger language plpgsql as
    $$ begin raise exception 'a query permit is never changed'; end $$`.execute(db);
  await sql`create trigger query_permit_immutable before update or delete on query_permit
    for each row execute function query_permit_is_immutable()`.execute(db);

  await sql`
    create table query (
      id uuid primary key,
      permit_id uuid not null references query_permit,
      proceeding_id uuid not null,
      institution_id uuid not null,
      client_id uuid not null,
      type_code text not null,
      registry text not null,
      question_hash text not null,
      state text not null,
      answer_state text,
      served_from uuid references query,
      priority smallint not null,
      attempt smallint not null default 0,
      asked_at timestamptz not null,
      answered_at timestamptz,
      not_before timestamptz,
      lease_until timestamptz,
      enqueued_at timestamptz not null,
      code text,
      correlation_id uuid not null
    )`.execute(db);
  await sql`create index query_by_proceeding on query (proceeding_id, asked_at)`.execute(db);
  await sql`create index query_fresh on query (proceeding_id, question_hash, answered_at) where state = 'ANSWERED' and served_from is null`.execute(
    db,
  );
  // One exchange for identical questions that are under way in one proceeding, whatever the timing.
  await sql`create unique index query_active on query (proceeding_id, question_hash) where state in ('QUEUED', 'SENT', 'RETRY_WAIT')`.execute(
    db,
  );
  await sql`create index query_unsettled on query (registry, state, enqueued_at) where state in ('QUEUED', 'SENT', 'RETRY_WAIT', 'FAULTED', 'FAILED')`.execute(
    db,
  );
  await sql`create index query_last_success on query (registry, answered_at) where state in ('ANSWERED', 'PURGED') and served_from is null`.execute(
    db,
  );

  await sql`
    create table query_attempt (
      query_id uuid not null references query,
      attempt smallint not null,
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
      primary key (query_id, attempt)
    )`.execute(db);

  await sql`
    create table query_answer (
      query_id uuid primary key references query,
      sealed bytea not null
    )`.execute(db);

  await sql`
    create table registry_control (
      registry text primary key,
      paused boolean not null default false,
      breaker text not null default 'CLOSED',
      breaker_until timestamptz,
      changed_at timestamptz not null
    )`.execute(db);
}
