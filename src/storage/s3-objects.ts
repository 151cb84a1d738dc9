import { createHash } from 'node:crypto';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { AwsV4Signer } from 'aws4fetch';
import { Agent, type Dispatcher, request } from 'undici';
import { type ObjectStore, ObjectStoreAway } from './object-store.ts';

/** How long an object storage may take to begin its answer, ms, and between two pieces of it. */
const ANSWERS_WITHIN_MS = 10_000;
/** How long one object may be under way, ms: as long as a request to us may. */
const OBJECT_WITHIN_MS = 60_000;
/** How long it may take to say that it is there, ms: readiness asks. */
const PING_WITHIN_MS = 1_500;

export interface S3Address {
  /** `https://s3.example.ee`; buckets are named in the path. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/**
 * Objects in an object storage that speaks S3. What is put there is there whole or not at all, by S3's own promise; its length and hash must be known
 * before it leaves, so that it is first written beside, into a file without a name, which is gone with the process.
 */
export function openS3Objects({ endpoint, region, bucket, accessKeyId, secretAccessKey }: S3Address): ObjectStore {
  const dispatcher = new Agent({ headersTimeout: ANSWERS_WITHIN_MS, bodyTimeout: ANSWERS_WITHIN_MS });
  const root = `${endpoint.replace(/\/$/, '')}/${bucket}`;
  const ask = async (method: Dispatcher.HttpMethod, url: string, sent: Sent = { sha256: EMPTY_SHA256 }, withinMs = OBJECT_WITHIN_MS) => {
    const headers = { 'x-amz-content-sha256': sent.sha256 };
    const signed = await new AwsV4Signer({ method, url, headers, accessKeyId, secretAccessKey, region, service: 's3' }).sign();
    return request(url, {
      method,
      headers: { ...Object.fromEntries(signed.headers), ...(sent.bytes === undefined ? {} : { 'content-length': `${sent.bytes}` }) },
      body: sent.body ?? null,
      dispatcher,
      signal: AbortSignal.timeout(withinMs),
    }).catch(away);
  };
  const end = async (answer: Dispatcher.ResponseData, ...well: readonly number[]) => {
    await answer.body.dump();
    if (!well.includes(answer.statusCode)) throw new ObjectStoreAway(`it answered ${answer.statusCode}`);
  };
  return {
    async write(id, bytes) {
      const file = await openNameless();
      try {
        const sent = await spool(file, bytes);
        await end(await ask('PUT', `${root}/${id}`, sent), 200);
      } finally {
        await file.close();
      }
    },
    async open(id) {
      const answer = await ask('GET', `${root}/${id}`);
      if (answer.statusCode === 200) return Readable.from(guarded(answer.body), { objectMode: false });
      await end(answer, 404);
      return undefined;
    },
    async remove(id) {
      await end(await ask('DELETE', `${root}/${id}`), 200, 204, 404);
    },
    ping: () =>
      ask('HEAD', root, undefined, PING_WITHIN_MS)
        .then((answer) => end(answer, 200))
        .then(
          () => true,
          () => false,
        ),
    close: () => dispatcher.close(),
  };
}

interface Sent {
  readonly sha256: string;
  readonly bytes?: number;
  readonly body?: Readable;
}

const EMPTY_SHA256 = createHash('sha256').digest('hex');

/** A file that nobody else can open, and that is gone once it is closed, however that comes about. */
async function openNameless(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'star-object-')).catch(away);
  try {
    return await open(join(folder, 'object'), 'wx+', 0o600).catch(away);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whatever reading the bytes throws is thrown as it is. */
async function spool(file: FileHandle, content: AsyncIterable<Uint8Array>): Promise<Sent> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of content) {
    await file.writeFile(chunk).catch(away);
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes, body: file.createReadStream({ start: 0, autoClose: false }) };
}

async function* guarded(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body) yield chunk;
  } catch (error) {
    away(error);
  }
}

function away(error: unknown): never {
  const code = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : 'no answer';
  throw new ObjectStoreAway(code, { cause: error });
}
