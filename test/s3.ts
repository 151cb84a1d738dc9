import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignatureV4 } from '@smithy/signature-v4';
import S3rver from 's3rver';
import type { S3Address } from '../src/storage/index.ts';

/** The account that s3rver knows. */
const ACCOUNT = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const REGION = 'eu-north-1';
const BUCKET = 'dokumendid';

export interface TestS3 {
  readonly address: S3Address;
  /** The names of what lies in the bucket. */
  lying(): readonly string[];
  close(): Promise<void>;
}

/** An S3 server of somebody else's on a socket of its own. It checks no signature of version 4: Amazon's own signer does, before it. */
export async function startS3(): Promise<TestS3> {
  const folder = mkdtempSync(join(tmpdir(), 'star-s3-'));
  const s3 = new S3rver({ silent: true, directory: folder, configureBuckets: [{ name: BUCKET, configs: [] }] });
  await s3.configureBuckets();
  const handle = s3.callback();
  const server = createServer(async (incoming, answer) => {
    if (await isSignedWell(incoming)) return handle(incoming, answer);
    incoming.resume();
    answer.writeHead(403, { 'content-type': 'application/xml' }).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: { endpoint: `http://127.0.0.1:${port}`, region: REGION, bucket: BUCKET, ...ACCOUNT },
    lying: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether a request bears the signature that Amazon's own signer gives it. */
async function isSignedWell({ method = '', url = '', headers }: IncomingMessage): Promise<boolean> {
  const authorization = headers.authorization ?? '';
  const names = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(';') ?? [];
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(String(headers['x-amz-date'])) ?? [];
  const { pathname, searchParams } = new URL(url, 'http://s3');
  const signer = new SignatureV4({ service: 's3', region: REGION, credentials: ACCOUNT, sha256: Sha256, uriEscapePath: false });
  const signed = await signer.sign(
    {
      method,
      protocol: 'http:',
      hostname: 's3',
      path: pathname,
      query: Object.fromEntries(searchParams),
      headers: Object.fromEntries(names.map((name) => [name, String(headers[name])])),
    },
    { signingDate: new Date(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`), signableHeaders: new Set(names) },
  );
  return signed.headers.authorization === authorization;
}

/** Node's own SHA-256, in the form in which the signer wants it. */
class Sha256 {
  readonly #hash: Hash | Hmac;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash =
      secret === undefined
        ? createHash('sha256')
        : createHmac(
            'sha256',
            typeof secret === 'string'
              ? secret
              : Buffer.from(
                  ArrayBuffer.isView(secret) ? secret.buffer.slice(secret.byteOffset, secret.byteOffset + secret.byteLength) : secret,
                ),
          );
  }
  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(typeof data === 'string' || ArrayBuffer.isView(data) ? (data as Uint8Array) : Buffer.from(data));
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {}
}
