import type { ColumnType } from 'kysely';
import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import { type Among, anyOf, countAmong, type Db, isAmong, isReferredTo, type Tx } from '../../storage/index.ts';
import type { SignedDocument } from './signed-document.ts';

type Tables = {
  signed_document: {
    id: string;
    file_name: string;
    bytes: number;
    sha256: Uint8Array;
    sealed_key: Uint8Array;
    signers: ColumnType<SignedDocument['signers'], string, never>;
    scanned: boolean;
    brought_by: string;
    brought_at: Date;
  };
};

const tables = (db: Db) => db.withTables<Tables>();

export async function insertSigned(tx: Tx, document: SignedDocument & { readonly sealedKey: Uint8Array }): Promise<void> {
  await tables(tx)
    .insertInto('signed_document')
    .values({
      id: document.id,
      file_name: document.fileName,
      bytes: document.bytes,
      sha256: Buffer.from(document.sha256, 'hex'),
      sealed_key: document.sealedKey,
      signers: JSON.stringify(document.signers),
      scanned: document.scanned,
      brought_by: document.broughtBy,
      brought_at: dateOf(document.broughtAt),
    })
    .execute();
}

export async function findSignedDocument(db: Db, id: string): Promise<SignedDocument | undefined> {
  const row = await tables(db).selectFrom('signed_document').selectAll().where('id', '=', id).executeTakeFirst();
  return (
    row && {
      id: row.id,
      fileName: row.file_name,
      bytes: row.bytes,
      sha256: Buffer.from(row.sha256).toString('hex'),
      signers: row.signers,
      scanned: row.scanned,
      broughtBy: row.brought_by,
      broughtAt: instantOf(row.brought_at),
    }
  );
}

export async function findSignedKey(db: Db, id: string): Promise<Uint8Array | undefined> {
  return (await tables(db).selectFrom('signed_document').select('sealed_key').where('id', '=', id).executeTakeFirst())?.sealed_key;
}

/** Signed documents that were brought before, and on which nothing rests: no longer, or never. */
export async function findLooseSigned(db: Db, before: Temporal.Instant, among: Among): Promise<readonly { readonly id: string }[]> {
  return await tables(db)
    .selectFrom('signed_document')
    .select('id')
    .where('brought_at', '<', dateOf(before))
    .where(isReferredTo('signed_document', 'signed_document.id', []), '=', false)
    .where(isAmong(among, 'id'))
    .orderBy('id')
    .limit(countAmong(among))
    .$if('ids' in among, (query) => query.forUpdate())
    .execute();
}

export async function deleteSigned(tx: Tx, ids: readonly string[]): Promise<void> {
  await tables(tx).deleteFrom('signed_document').where('id', '=', anyOf(ids)).execute();
}
