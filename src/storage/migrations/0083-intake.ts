import { type Kysely, sql } from 'kysely';

/** What is known of an intake beside its problem, and the steps a proceeding has gone (owner: src/register/proceedings). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table intake
      add column contact_person jsonb,
      add column actual_address jsonb,
      add column locked_at timestamptz,
      add column ended_reason text,
      add column redirected_from uuid references intake,
      add column version integer not null default 1,
      add constraint intake_state check (state in ('REGISTERED', 'IN_PROCEEDING', 'CLOSED', 'REDIRECTED', 'ANNULLED')),
      add constraint intake_in_proceeding check ((proceeding_id is not null) = (state in ('IN_PROCEEDING', 'CLOSED')))`.execute(db);
  await sql`create index intake_by_institution on intake (institution_id, id)`.execute(db);
  // An intake is never deleted (INV-08).
  await sql`create function intake_stays() returns trigger language plpgsql as
    $$ begin raise exception 'an intake is never deleted'; end $$`.execute(db);
  await sql`create trigger intake_stays before delete on intake for each row execute function intake_stays()`.execute(db);

  await sql`alter table intake_subject add column role text`.execute(db);
  await sql`
    update intake_subject set role = coalesce(
      (select role from proceeding_subject join intake on intake.proceeding_id = proceeding_subject.proceeding_id
       where intake.id = intake_id and proceeding_subject.client_id = intake_subject.client_id), 'MAIN')`.execute(db);
  await sql`alter table intake_subject alter column role set not null`.execute(db);

  await sql`
    create table proceeding_step (
      id uuid primary key,
      proceeding_id uuid not null references proceeding,
      kind text not null,
      at timestamptz not null,
      by uuid not null references app_user,
      object_id uuid,
      text text
    )`.execute(db);
  await sql`create index proceeding_step_by_proceeding on proceeding_step (proceeding_id, id)`.execute(db);
  await sql`create function proceeding_step_is_append_only() returns trigger language plpgsql as
    $$ begin raise exception 'a step that was taken is never changed'; end $$`.execute(db);
  await sql`create trigger append_only before update or delete on proceeding_step
    for each row execute function proceeding_step_is_append_only()`.execute(db);
}
