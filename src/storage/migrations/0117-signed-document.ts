import { type Kysely, sql } from 'kysely';

/** Signed containers that requests about access rest on; the bytes lie in the object store, under the document's id (owner: src/register/documents). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table signed_document (
      id uuid primary key,
      file_name text not null,
      bytes integer not null check (bytes > 0),
      sha256 bytea not null check (length(sha256) = 32),
      sealed_key bytea not null,
      -- Who has signed it, each by name and personal code: all of their signatures hold.
      signers jsonb not null check (jsonb_array_length(signers) > 0),
      scanned boolean not null,
      brought_by uuid not null references app_user,
      brought_at timestamptz not null
    )`.execute(db);
  await sql`create index signed_document_by_age on signed_document (brought_at)`.execute(db);
  await sql`create index signed_document_by_bringer on signed_document (brought_by)`.execute(db);
  await sql`
    alter table access_request add column signed_document_id uuid
      generated always as ((signature->>'documentId')::uuid) stored references signed_document`.execute(db);
  await sql`create index access_request_by_document on access_request (signed_document_id)`.execute(db);
}
