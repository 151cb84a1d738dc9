import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import { anyOf, anyWord, type Db, type Tx } from '../../storage/index.ts';
import type { ProceedingKind } from '../proceedings/index.ts';
import type { Document, DocumentKind } from './document.ts';
import type { MediaType } from './media-type.ts';
import type { SignatureCheck } from './signature.ts';

type DocumentTable = {
  id: string;
  proceeding_id: string;
  kind: DocumentKind;
  title: string;
  file_name: string;
  media_type: MediaType;
  bytes: number;
  sha256: Uint8Array;
  sealed_key: Uint8Array;
  uploaded_by: string;
  uploaded_at: Date;
  scanned: boolean;
  withdrawn_by: string | null;
  withdrawn_at: Date | null;
  withdrawal_reason: string | null;
  decided_at: Date | null;
  version: number;
};

type CheckTable = {
  document_id: string;
  state: SignatureCheck['state'];
  checked_at: Date | null;
  signature_count: number | null;
  valid_count: number | null;
};

type Tables = {
  document: DocumentTable;
  /** Read alone, with its document. */
  signature_check: CheckTable;
  /** Read alone: whose a document is follows its proceeding. */
  proceeding: { id: string; institution_id: string; kind: ProceedingKind };
};

const tables = (db: Db) => db.withTables<Tables>();

/** Documents with what is known of their signatures; a lock that is asked for takes the documents alone. */
function selectDocuments(db: Db) {
  return tables(db)
    .selectFrom('document')
    .leftJoin('signature_check as checked', 'checked.document_id', 'document.id')
    .selectAll('document')
    .select(['checked.state as check_state', 'checked.checked_at', 'checked.signature_count', 'checked.valid_count']);
}

type DocumentRow = Awaited<ReturnType<ReturnType<typeof selectDocuments>['executeTakeFirstOrThrow']>>;

function checkOf({ check_state, checked_at, signature_count: count, valid_count: valid }: DocumentRow): SignatureCheck | undefined {
  if (check_state === null) return undefined;
  if (checked_at === null) return { state: 'WAITING' };
  const checkedAt = instantOf(checked_at);
  return count === null || valid === null ? { state: 'UNREADABLE', checkedAt } : { state: 'CHECKED', checkedAt, count, valid };
}

function documentOf(row: DocumentRow): Document {
  const { withdrawn_by: by, withdrawn_at: at, withdrawal_reason: reason } = row;
  return {
    id: row.id,
    proceedingId: row.proceeding_id,
    kind: row.kind,
    title: row.title,
    fileName: row.file_name,
    mediaType: row.media_type,
    bytes: row.bytes,
    sha256: Buffer.from(row.sha256).toString('hex'),
    uploadedBy: row.uploaded_by,
    uploadedAt: instantOf(row.uploaded_at),
    scanned: row.scanned,
    withdrawal: by === null || at === null || reason === null ? undefined : { by, at: instantOf(at), reason },
    signatureCheck: checkOf(row),
    decidedAt: row.decided_at === null ? undefined : instantOf(row.decided_at),
    version: row.version,
  };
}

export interface NewDocument extends Omit<Document, 'withdrawal' | 'signatureCheck' | 'decidedAt' | 'version'> {
  /** The key of its bytes, sealed by the document's own data key. */
  readonly sealedKey: Uint8Array;
}

export async function insertDocument(tx: Tx, document: NewDocument): Promise<void> {
  await tables(tx)
    .insertInto('document')
    .values({
      id: document.id,
      proceeding_id: document.proceedingId,
      kind: document.kind,
      title: document.title,
      file_name: document.fileName,
      media_type: document.mediaType,
      bytes: document.bytes,
      sha256: Buffer.from(document.sha256, 'hex'),
      sealed_key: document.sealedKey,
      uploaded_by: document.uploadedBy,
      uploaded_at: dateOf(document.uploadedAt),
      scanned: document.scanned,
      withdrawn_by: null,
      withdrawn_at: null,
      withdrawal_reason: null,
      decided_at: null,
      version: 1,
    })
    .execute();
}

export async function findDocument(db: Db, proceedingId: string, id: string): Promise<Document | undefined> {
  const row = await selectDocuments(db).where('document.id', '=', id).where('document.proceeding_id', '=', proceedingId).executeTakeFirst();
  return row && documentOf(row);
}

/** As {@link findDocument}, to change it: waits for whoever changes it now. */
export async function lockDocument(tx: Tx, proceedingId: string, id: string): Promise<Document | undefined> {
  const row = await selectDocuments(tx)
    .where('document.id', '=', id)
    .where('document.proceeding_id', '=', proceedingId)
    .forNoKeyUpdate('document')
    .executeTakeFirst();
  return row && documentOf(row);
}

/** The sealed key of a document's bytes. */
export async function findSealedKey(db: Db, id: string): Promise<Uint8Array | undefined> {
  return (await tables(db).selectFrom('document').select('sealed_key').where('id', '=', id).executeTakeFirst())?.sealed_key;
}

export interface Page {
  readonly after: string | undefined;
  readonly limit: number;
}

/** A proceeding's documents in the order of their uploading, behind the given id. */
export async function listDocuments(db: Db, proceedingId: string, { after, limit }: Page): Promise<readonly Document[]> {
  const rows = await selectDocuments(db)
    .where('document.proceeding_id', '=', proceedingId)
    .$if(after !== undefined, (query) => query.where('document.id', '>', after ?? ''))
    .orderBy('document.id')
    .limit(limit)
    .execute();
  return rows.map(documentOf);
}

/** What somebody has uploaded to proceedings that are still there for them, in the order of its uploading, behind the given id. */
export async function listUploads(
  db: Db,
  { userId, institutionId, kinds }: { readonly userId: string; readonly institutionId: string; readonly kinds: readonly ProceedingKind[] },
  { after, limit }: Page,
): Promise<readonly Document[]> {
  const rows = await selectDocuments(db)
    .innerJoin('proceeding', 'proceeding.id', 'document.proceeding_id')
    .where('document.uploaded_by', '=', userId)
    .where('proceeding.institution_id', '=', institutionId)
    .where('proceeding.kind', '=', anyWord(kinds))
    .$if(after !== undefined, (query) => query.where('document.id', '>', after ?? ''))
    .orderBy('document.id')
    .limit(limit)
    .execute();
  return rows.map(documentOf);
}

export async function markWithdrawn(
  tx: Tx,
  id: string,
  { by, at, reason }: { readonly by: string; readonly at: Temporal.Instant; readonly reason: string },
): Promise<void> {
  await tables(tx)
    .updateTable('document')
    .set((eb) => ({ withdrawn_by: by, withdrawn_at: dateOf(at), withdrawal_reason: reason, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Notes that a decision stands on these documents of a proceeding. Gives how many of them there are that are not withdrawn. */
export async function markDecided(tx: Tx, proceedingId: string, ids: readonly string[], at: Temporal.Instant): Promise<number> {
  const rows = await tables(tx)
    .updateTable('document')
    .set((eb) => ({ decided_at: eb.fn.coalesce('decided_at', eb.val(dateOf(at))), version: eb('version', '+', 1) }))
    .where('proceeding_id', '=', proceedingId)
    .where('id', '=', anyOf(ids))
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .execute();
  return rows.length;
}

/** The ids of all documents of these proceedings, held against change. */
export async function lockDocumentsOf(tx: Tx, proceedingIds: readonly string[]): Promise<readonly string[]> {
  const rows = await tables(tx)
    .selectFrom('document')
    .select('id')
    .where('proceeding_id', '=', anyOf(proceedingIds))
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

export async function deleteDocuments(tx: Tx, ids: readonly string[]): Promise<void> {
  await tables(tx).deleteFrom('document').where('id', '=', anyOf(ids)).execute();
}
