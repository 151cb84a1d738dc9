import { spawnSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import forge from 'node-forge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IdentityDefect, type IdentityPaths, openIdentityFiles, xroadClient } from '../../src/xroad/index.ts';
import { type Certificate, makeCertificate } from './certificates.ts';
import { answerTo, prepared, TEXT_XML } from './example.ts';

const folder = mkdtempSync(join(tmpdir(), 'star-identity-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const server = makeCertificate('security-server.test');
const old = makeCertificate('old.test');
const renewed = makeCertificate('renewed.test');
const END = Date.parse('2120-01-01T00:00:00Z');

/** Written whole or not at all, as whoever renews a certificate should do it too. */
function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
  return path;
}

function pems(name: string, { cert, key }: Certificate): IdentityPaths & { certFile: string; keyFile: string } {
  return { certFile: put(`${name}.crt`, cert), keyFile: put(`${name}.key`, key), caFile: put('server.crt', server.cert) };
}

function pkcs12(name: string, { cert, key }: Certificate, passphrase: string): Uint8Array {
  const store = forge.pkcs12.toPkcs12Asn1(forge.pki.privateKeyFromPem(key), [forge.pki.certificateFromPem(cert)], passphrase, {
    friendlyName: name,
    algorithm: 'aes256',
  });
  return Buffer.from(forge.asn1.toDer(store).getBytes(), 'binary');
}

function open(paths: IdentityPaths) {
  const defects: IdentityDefect[] = [];
  let time = 0;
  const opened = openIdentityFiles(
    paths,
    (defect) => defects.push(defect),
    () => time,
  );
  if (!opened.ok) throw new Error(opened.error.text);
  return { files: opened.value, defects, later: (ms: number) => (time += ms) };
}

describe('an identity from its files', () => {
  it('is read from PEM, and knows when it ends', () => {
    const { files } = open(pems('pem', old));
    expect(files.current()).toEqual({ cert: old.cert, key: old.key, ca: server.cert });
    expect(files.expiry()).toEqual({ own: END, server: END });
  });

  it('is read from PKCS#12', () => {
    const paths = {
      pkcs12File: put('own.p12', pkcs12('own', old, 'parool')),
      passphraseFile: put('passphrase', 'parool\n'),
      caFile: put('server.crt', server.cert),
    };
    const { files } = open(paths);
    expect(files.current().cert.replace(/\s/g, '')).toBe(old.cert.replace(/\s/g, ''));
    expect(files.expiry().own).toBe(END);
  });

  it.runIf(spawnSync('openssl', ['version']).status === 0)('is read from the PKCS#12 that OpenSSL writes', () => {
    const { certFile, keyFile, caFile } = pems('openssl', renewed) as ReturnType<typeof pems> & { caFile: string };
    const pkcs12File = join(folder, 'openssl.p12');
    const made = spawnSync('openssl', [
      'pkcs12',
      '-export',
      '-in',
      certFile,
      '-inkey',
      keyFile,
      '-out',
      pkcs12File,
      '-passout',
      'pass:parool',
    ]);
    expect(made.status).toBe(0);
    const { files } = open({ pkcs12File, passphraseFile: put('passphrase', 'parool'), caFile });
    expect(files.current().cert.replace(/\s/g, '')).toBe(renewed.cert.replace(/\s/g, ''));
  });

  it.each<[string, () => IdentityPaths, string]>([
    ['a file is not there', () => ({ ...pems('a', old), keyFile: join(folder, 'nowhere') }), 'IDENTITY_UNREADABLE'],
    ['a certificate is none', () => ({ ...pems('b', old), certFile: put('b.crt', 'tere') }), 'IDENTITY_UNREADABLE'],
    ['the server’s certificate is none', () => ({ ...pems('c', old), caFile: put('c.crt', 'tere') }), 'IDENTITY_UNREADABLE'],
    ['the key is another’s', () => ({ ...pems('d', old), keyFile: put('d2.key', renewed.key) }), 'IDENTITY_MISMATCH'],
    [
      'the passphrase is another',
      () => ({
        pkcs12File: put('e.p12', pkcs12('e', old, 'parool')),
        passphraseFile: put('e', 'vale'),
        caFile: put('server.crt', server.cert),
      }),
      'IDENTITY_UNREADABLE',
    ],
    ['it is no PKCS#12', () => ({ pkcs12File: put('f.p12', 'tere'), caFile: put('server.crt', server.cert) }), 'IDENTITY_UNREADABLE'],
  ])('is refused when %s, and nothing of it is told', (_what, paths, code) => {
    const opened = openIdentityFiles(paths(), () => undefined);
    expect(opened).toMatchObject({ ok: false, error: { code } });
    expect(JSON.stringify(opened)).not.toMatch(/tere|parool|BEGIN/);
  });

  it('follows its files, but not into what is no identity', () => {
    const paths = pems('follow', old);
    const { files, defects, later } = open(paths);
    const first = files.current();
    put('follow.crt', renewed.cert);
    later(9_999);
    expect(files.current()).toBe(first);
    later(1);
    expect(files.current()).toBe(first);
    expect(defects).toMatchObject([{ code: 'IDENTITY_MISMATCH' }]);
    put('follow.key', renewed.key);
    later(10_000);
    expect(files.current()).toMatchObject({ cert: renewed.cert, key: renewed.key });
    expect(defects).toHaveLength(1);
  });
});

describe('a client whose certificate is renewed', () => {
  const seen: string[] = [];
  let url = '';
  const listener = createServer(
    { ...server, ca: [old.cert, renewed.cert], requestCert: true, rejectUnauthorized: true },
    (request, response) => {
      const chunks: Buffer[] = [];
      seen.push(String((request.socket as TLSSocket).getPeerCertificate().subject.CN));
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        const answer = () =>
          response.writeHead(200, { 'content-type': TEXT_XML }).end(answerTo(Buffer.concat(chunks), prepared().requestHash));
        setTimeout(answer, 100);
      });
    },
  );
  beforeAll(async () => {
    await new Promise<void>((settle) => listener.listen(0, '127.0.0.1', settle));
    const address = listener.address();
    url = typeof address === 'object' && address !== null ? `https://127.0.0.1:${address.port}/` : '';
  });
  afterAll(() => {
    listener.closeAllConnections();
    listener.close();
  });

  it('uses the new one for the next exchange, and lets the one under way end', async () => {
    const { files, later } = open(pems('client', old));
    const client = xroadClient({ securityServers: [url], tls: files.current });
    const exchange = () => client.exchange(prepared(), { deadlineMs: 5000 });
    expect((await exchange()).kind).toBe('answered');
    const underWay = exchange();
    pems('client', renewed);
    later(10_000);
    const [before, after] = await Promise.all([underWay, exchange()]);
    expect([before.kind, after.kind]).toEqual(['answered', 'answered']);
    expect(seen).toEqual(['old.test', 'old.test', 'renewed.test']);
    await client.close();
  });
});
