import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { type Clock, type Failure, fail, failure, newId, ok, type Result } from '../../platform/index.ts';
import { type Database, newStreamKey, type ObjectStore, ObjectStoreAway, sealStream, unsealStream } from '../../storage/index.ts';
import type { ArrivingFile } from '../access/index.ts';
import { type ContainerRefused, readContainer } from './container.ts';
import { DOCUMENT_BYTES_AT_MOST } from './document.ts';
import { fileNameOf } from './file-name.ts';
import { dropLeftover, noteLeftovers } from './leftover-store.ts';
import { judgeMediaType, type MediaType } from './media-type.ts';
import { ScannerAway, VirusFound, type VirusScanner } from './virus-scanner.ts';

/** Bytes that have belonged to no document for an hour never will: a request ends long before. */
const LEFT_AFTER_HOURS = 1;
/** How long whoever finds store or scanner away is asked to wait: 30 s. */
export const RETRY_AFTER_SECONDS = 30;

export interface ReceivePorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly objects: ObjectStore;
  /** Undefined where none is configured: then nothing is scanned. */
  readonly scanner: VirusScanner | undefined;
}

/** A file that lies sealed in the object store and belongs to no document yet. */
export interface ReceivedFile extends Omit<Facts, 'mediaType'> {
  readonly mediaType: MediaType;
  /** Of the document that it may become. */
  readonly id: string;
  readonly streamKey: Uint8Array;
  readonly fileName: string;
  readonly scanned: boolean;
}

interface Facts {
  readonly mediaType: MediaType | 'ARCHIVE';
  readonly bytes: number;
  readonly sha256: string;
}

type NotTaken =
  | ContainerRefused
  | Failure<'DOCUMENT_EMPTY' | 'DOCUMENT_TOO_LARGE' | 'DOCUMENT_INFECTED' | 'DOCUMENT_SCANNER_UNAVAILABLE' | 'DOCUMENT_STORE_UNAVAILABLE'>;

/** Ends the reading of a file that is not taken. */
class Refused extends Error {
  readonly failure: NotTaken;
  constructor(refusal: NotTaken) {
    super(refusal.code);
    this.failure = refusal;
  }
}

/**
 * Takes a file while it comes, sealed under a key that only this process knows yet. It is noted beforehand as nobody's: whoever dies in the middle
 * leaves nothing that is not thrown away.
 */
export async function receiveFile(ports: ReceivePorts, { name, content }: ArrivingFile): Promise<Result<ReceivedFile, NotTaken>> {
  const [id, streamKey] = [newId(), newStreamKey()];
  await noteLeftovers(ports.database.db, [id], ports.clock.now().add({ hours: LEFT_AFTER_HOURS }));
  const { promise: facts, resolve: tell } = Promise.withResolvers<Facts>();
  const inspecting = inspected(content, tell);
  const { scanner } = ports;
  try {
    await ports.objects.write(id, sealStream(streamKey, scanner === undefined ? inspecting : scanner.scan(inspecting)));
    const { mediaType: told, ...seen } = await facts;
    const mediaType = told === 'ARCHIVE' ? await archivedType(ports.objects, id, streamKey) : told;
    return ok({ id, streamKey, fileName: fileNameOf(name, mediaType), mediaType, ...seen, scanned: scanner !== undefined });
  } catch (error) {
    await discardFile(ports, id);
    return fail(refusalOf(error));
  }
}

/** Opening an archive needs all of it in memory: one at a time. */
let opening: Promise<unknown> = Promise.resolve();

async function archivedType(objects: ObjectStore, id: string, streamKey: Uint8Array): Promise<MediaType> {
  const read = async () => {
    const sealed = await objects.open(id);
    if (sealed === undefined) throw new Error('an object was written and is not there');
    return readContainer(await buffer(unsealStream(streamKey, sealed)));
  };
  const reading = opening.then(read);
  opening = reading.catch(() => undefined);
  const type = await reading;
  if (!type.ok) throw new Refused(type.error);
  return type.value;
}

/** Why a file is not taken; what is no reason of ours is thrown on. */
function refusalOf(error: unknown): NotTaken {
  if (error instanceof Refused) return error.failure;
  if (error instanceof VirusFound) return failure('DOCUMENT_INFECTED');
  if (error instanceof ScannerAway) return failure('DOCUMENT_SCANNER_UNAVAILABLE', { retryAfterSeconds: RETRY_AFTER_SECONDS });
  if (error instanceof ObjectStoreAway) return failure('DOCUMENT_STORE_UNAVAILABLE', { retryAfterSeconds: RETRY_AFTER_SECONDS });
  throw error;
}

/** Throws away a file that has become no document; one that has stays. Where the store is away now, it is thrown away later. */
export async function discardFile({ database, objects }: Pick<ReceivePorts, 'database' | 'objects'>, id: string): Promise<void> {
  await database
    .transaction(async (tx) => {
      if (await dropLeftover(tx, id)) await objects.remove(id);
    })
    .catch((error: unknown) => {
      if (!(error instanceof ObjectStoreAway)) throw error;
    });
}

/** The content as it is; what was seen of it is told when it is over. */
async function* inspected(content: AsyncIterable<Uint8Array>, tell: (facts: Facts) => void): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  const judge = judgeMediaType();
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.length;
    if (bytes > DOCUMENT_BYTES_AT_MOST) throw new Refused(failure('DOCUMENT_TOO_LARGE'));
    if (!(await judge.read(chunk))) throw new Refused(failure('DOCUMENT_TYPE_NOT_ALLOWED'));
    hash.update(chunk);
    yield chunk;
  }
  if (bytes === 0) throw new Refused(failure('DOCUMENT_EMPTY'));
  const mediaType = await judge.end();
  if (mediaType === undefined) throw new Refused(failure('DOCUMENT_TYPE_NOT_ALLOWED'));
  tell({ mediaType, bytes, sha256: hash.digest('hex') });
}
