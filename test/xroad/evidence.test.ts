import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fetchContainer, fetchTrustLists, readTrustList, type TrustList, verifyContainer, xroadClient } from '../../src/xroad/index.ts';
import { hasShared, shared } from '../shared.ts';
import { type Answering, answering } from './answering.ts';

const cases = join(shared, 'xroad/cases/asic');
const trustFile = join(cases, 'trust/globalconf_good2_v3/DEV/shared-params.xml');
const there = hasShared("X-Road's signed documents");

const container = (name: string): Buffer => readFileSync(join(cases, name));
const params = (): string => readFileSync(trustFile, 'utf8');

function trust(text: string): TrustList {
  const list = readTrustList(Buffer.from(text));
  if (!list.ok) throw new Error(list.error.text);
  return list.value;
}

/** The container with entries put in, replaced or (undefined) left out. */
function changed(name: string, entries: Readonly<Record<string, string | undefined>>): Uint8Array {
  const files: Zippable = unzipSync(container(name));
  for (const [file, text] of Object.entries(entries)) {
    delete files[file];
    if (text !== undefined) files[file] = strToU8(text);
  }
  return zipSync(files);
}

async function verdict(bytes: Uint8Array, lists: readonly TrustList[] = [trust(params())]): Promise<string> {
  const proof = await verifyContainer(bytes, lists);
  return proof.ok ? 'valid' : proof.error.code;
}

describe.runIf(there)('a signed document', () => {
  const SOAP = 'valid-signed-message.asice';
  const BATCH = 'valid-batch-ts.asice';

  it('says who signed what, when, and what is covered', async () => {
    const proof = await verifyContainer(container('valid-non-batch-rest.asice'), [trust(params())]);
    expect(proof).toMatchObject({
      ok: true,
      value: {
        message: { protocol: 'REST', direction: 'response', service: { memberCode: '1234', serviceCode: 'mock1' } },
        signer: 'DEV/COM/1234',
        timeStampedAt: '2024-07-11T12:51:12.000Z',
        covered: ['/message.xml', '/attachment1'],
        uncovered: [],
      },
    });
  });

  it('names an attachment that nobody signed', async () => {
    const proof = await verifyContainer(changed(SOAP, { attachment1: 'slipped in' }), [trust(params())]);
    expect(proof.ok && proof.value.uncovered).toEqual(['attachment1']);
  });

  it.each<[string, string, Readonly<Record<string, string | undefined>>, string]>([
    ['no mimetype', SOAP, { mimetype: undefined }, 'AsicMimeTypeNotFound'],
    ['another mimetype', SOAP, { mimetype: 'application/zip' }, 'AsicInvalidMimeType'],
    ['no message', SOAP, { 'message.xml': undefined }, 'AsicMessageNotFound'],
    ['no signature', SOAP, { 'META-INF/signatures.xml': undefined }, 'AsicSignatureNotFound'],
    ['two signatures', SOAP, { 'META-INF/signatures2.xml': '<a/>' }, 'AsicInvalidContainer'],
    ['a path that leads out', SOAP, { '../message.xml': 'x' }, 'AsicInvalidContainer'],
    ['a message that is neither', SOAP, { 'message.xml': 'hello' }, 'InvalidRest'],
    ['a signature that is none', SOAP, { 'META-INF/signatures.xml': '<a/>' }, 'MalformedSignature'],
    ['a batch chain without result', BATCH, { 'ts-hashchainresult.xml': undefined }, 'AsicHashChainResultNotFound'],
    ['a batch result without chain', BATCH, { 'ts-hashchain.xml': undefined }, 'AsicHashChainNotFound'],
    ['a batch without time-stamp', BATCH, { 'META-INF/timestamp.tst': undefined }, 'AsicTimestampNotFound'],
    ['a time-stamp without manifest', BATCH, { 'META-INF/ASiCManifest.xml': undefined }, 'AsicManifestNotFound'],
    ['a time-stamp that is none', BATCH, { 'META-INF/timestamp.tst': 'x' }, 'TimestampValidation'],
  ])('with %s is refused', async (_what, name, entries, code) => {
    expect(await verdict(changed(name, entries))).toBe(code);
  });

  it('must be a container at all', async () => {
    expect(await verdict(Buffer.from('PK'))).toBe('AsicInvalidContainer');
    expect(await verdict(container(SOAP).subarray(0, 4_000))).toBe('AsicInvalidContainer');
  });

  it.each<[string, string, string, string]>([
    ['an authority that is not trusted', '<topCA>', '<topCA><cert>x</cert></topCA><topCB>', 'MalformedGlobalConf'],
    ['names of another country', 'FiVRKCertificateProfileInfoProvider', 'EjbcaCertificateProfileInfoProvider', 'IncorrectCertificate'],
    ['names of a kind nobody knows', 'FiVRKCertificateProfileInfoProvider', 'MarsCertificateProfileInfoProvider', 'IncorrectCertificate'],
    ['fresher states asked for', '<ocspFreshnessSeconds>3600', '<ocspFreshnessSeconds>60', 'IncorrectValidationInfo'],
    ['certificates for TLS alone', '<authenticationOnly>false', '<authenticationOnly>true', 'InvalidCertPath'],
    ['another instance', '<instanceIdentifier>DEV', '<instanceIdentifier>EE', 'InvalidCertPath'],
  ])('does not hold under a trust list with %s', async (_what, from, to, code) => {
    const text = params().replace(from, to);
    expect(text).not.toBe(params());
    const list = readTrustList(Buffer.from(text));
    expect(list.ok ? await verdict(container(SOAP), [list.value]) : list.error.code).toBe(code);
  });

  it('does not hold when another service time-stamps', async () => {
    const list = trust(params());
    expect(await verdict(container(SOAP), [{ ...list, timeStampers: list.authorities.map(({ top }) => top) }])).toBe('TimestampValidation');
    expect(await verdict(container(SOAP), [{ ...list, timeStampers: [] }])).toBe('TimestampValidation');
  });

  it('is fetched from the security server, with whom it trusts', async () => {
    const archive = zipSync({ 'verificationconf/DEV/shared-params.xml': readFileSync(trustFile) });
    const server: Answering = await answering((url) => {
      if (url === '/verificationconf') return { status: 200, bytes: archive };
      const query = new URL(url, 'http://x').searchParams;
      if (!query.has('responseOnly') || !query.has('unique') || query.get('memberCode') !== '4321')
        return { status: 400, bytes: Buffer.from('bad') };
      if (query.get('queryId') === 'soon') return { status: 500, bytes: Buffer.from('Message signature has not been timestamped yet!') };
      return query.get('queryId') === 'a b'
        ? { status: 200, bytes: container(SOAP) }
        : { status: 404, bytes: Buffer.from('No signed documents found') };
    });
    const xroad = xroadClient({ securityServers: [server.url] });
    try {
      const party = { xRoadInstance: 'DEV', memberClass: 'COM', memberCode: '4321', subsystemCode: 'TestClient' };
      const ask = (id: string) => fetchContainer(xroad, { party, id, direction: 'response' }, { deadlineMs: 5_000 });
      const [got, lists] = [await ask('a b'), await fetchTrustLists(xroad, { deadlineMs: 5_000 })];
      expect(got.ok && lists.ok && (await verdict(got.value, lists.value))).toBe('valid');
      expect(await ask('soon')).toMatchObject({ ok: false, error: { code: 'NOT_TIME_STAMPED' } });
      expect(await ask('other')).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    } finally {
      await xroad.close();
      await server.close();
    }
  });

  it('is judged on the command line, for people and for programs', () => {
    const root = resolve(import.meta.dirname, '../..');
    const verify = (file: string, ...more: readonly string[]) =>
      spawnSync(process.execPath, ['bin/star-xtee-gateway.js', 'xroad', 'verify', join(cases, file), '--trust', trustFile, ...more], {
        cwd: root,
      });
    const good = verify(SOAP);
    expect(good.status).toBe(0);
    expect(strFromU8(good.stdout)).toMatch(/^VALID\n/);
    const bad = verify('wrong-message.asice', '--json');
    expect(bad.status).toBe(1);
    expect(JSON.parse(strFromU8(bad.stdout))).toMatchObject({ valid: false, code: 'InvalidSignatureValue' });
  });
});
