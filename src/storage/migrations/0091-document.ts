import { type Kysely, sql } from 'kysely';

/** What is uploaded to proceedings; the bytes lie in the object store, under the document's id (owner: src/register/documents). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table document (
      id uuid primary key,
      proceeding_id uuid not null references proceeding,
      kind text not null,
      title text not null,
      file_name text not null,
      media_type text not null,
      bytes integer not null check (bytes > 0),
      sha256 bytea not null check (length(sha256) = 32),
      sealed_key bytea not null,
      uploaded_by uuid not null references app_user,
      uploaded_at timestamptz not null,
      scanned boolean not null,
      withdrawn_by uuid references app_user,
      withdrawn_at timestamptz,
      withdrawal_reason text,
      decided_at timestamptz,
      version integer not null default 1,
      constraint document_withdrawn check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawal_reason is null)),
      constraint document_of_decision_stays check (decided_at is null or withdrawn_at is null)
    )`.execute(db);
  await sql`create index document_by_proceeding on document (proceeding_id, id)`.execute(db);
  await sql`create index document_by_uploader on document (uploaded_by, id)`.execute(db);

  // What was uploaded is what it was; and it goes only when nobody can open it any more: by retention, which destroys its key first.
  await sql`create function document_is_kept() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        if exists (select from data_key where owner_id = old.id and wrapped_key is not null) then
          raise exception 'a document is deleted only when its key is destroyed';
        end if;
        return old;
      end if;
      if (new.id, new.proceeding_id, new.bytes, new.sha256, new.sealed_key, new.media_type, new.uploaded_by, new.uploaded_at)
        is distinct from (old.id, old.proceeding_id, old.bytes, old.sha256, old.sealed_key, old.media_type, old.uploaded_by, old.uploaded_at) then
        raise exception 'what was uploaded is never changed';
      end if;
      return new;
    end $$`.execute(db);
  await sql`create trigger kept before update or delete on document for each row execute function document_is_kept()`.execute(db);

  await sql`
    create table document_leftover (
      id uuid primary key,
      due_at timestamptz not null
    )`.execute(db);
  await sql`create index document_leftover_due on document_leftover (due_at)`.execute(db);
}
