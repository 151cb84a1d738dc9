import { type Clock, type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import { DamagedStream, type Database, type DataKeys, type ObjectStore, ObjectStoreAway, unsealStream } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import type { Proceeding } from '../proceedings/index.ts';
import type { Document } from './document.ts';
import { openBy } from './document-key.ts';
import { documentsSeen } from './seen.ts';
import { findDocument, findSealedKey } from './store.ts';

export interface OpenPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly keys: DataKeys;
  readonly objects: ObjectStore;
}

export interface OpenedDocument {
  readonly document: Document;
  /** Read once, while it is unsealed. Throws where what is stored turns out to be spoiled further on. */
  readonly content: AsyncIterable<Uint8Array>;
}

export type NotOpened = Failure<'DOCUMENT_NOT_FOUND' | 'DOCUMENT_WITHDRAWN' | 'DOCUMENT_UNREADABLE' | 'DOCUMENT_STORE_UNAVAILABLE'>;

/**
 * Opens a document of a proceeding as it was uploaded, for somebody of whom the caller knows that the proceeding is there for them. The log knows of
 * each person in the proceeding that it was.
 */
export async function openDocument(
  ports: OpenPorts,
  actor: Actor,
  proceeding: Pick<Proceeding, 'id' | 'subjects'>,
  documentId: string,
): Promise<Result<OpenedDocument, NotOpened>> {
  const document = await findDocument(ports.database.db, proceeding.id, documentId);
  if (document === undefined) return fail(failure('DOCUMENT_NOT_FOUND'));
  if (document.withdrawal !== undefined) return fail(failure('DOCUMENT_WITHDRAWN'));
  const content = await openContent(ports, documentId);
  if (!content.ok) return content;
  await documentsSeen(ports, actor, 'DOCUMENT_DOWNLOADED', proceeding, [documentId]);
  return ok({ document, content: content.value });
}

type Content = Result<AsyncIterable<Uint8Array>, Failure<'DOCUMENT_UNREADABLE' | 'DOCUMENT_STORE_UNAVAILABLE'>>;

/** A document's bytes, as they were uploaded. */
export async function openContent(ports: Omit<OpenPorts, 'clock'>, id: string): Promise<Content> {
  return openSealed(ports, id, await findSealedKey(ports.database.db, id));
}

/** The bytes that lie under an id, their first piece looked at already: what is lost or spoiled is known before anything is given out. */
export async function openSealed(
  { database, keys, objects }: Omit<OpenPorts, 'clock'>,
  id: string,
  sealedKey: Uint8Array | undefined,
): Promise<Content> {
  try {
    const streamKey = sealedKey && (await openBy(keys, database.db, id, 'content', sealedKey));
    const sealed = streamKey && (await objects.open(id));
    if (streamKey === undefined || sealed === undefined) return fail(failure('DOCUMENT_UNREADABLE'));
    const pieces = unsealStream(streamKey, sealed);
    return ok(from(await pieces.next(), pieces));
  } catch (error) {
    if (error instanceof DamagedStream) return fail(failure('DOCUMENT_UNREADABLE'));
    if (error instanceof ObjectStoreAway) return fail(failure('DOCUMENT_STORE_UNAVAILABLE'));
    throw error;
  }
}

async function* from(first: IteratorResult<Uint8Array>, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.done !== true) yield first.value;
  yield* rest;
}
