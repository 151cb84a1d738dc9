import { createServer, type Server } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExchangeOutcome, type TlsIdentity, xroadClient } from '../../src/xroad/index.ts';
import { makeCertificate } from './certificates.ts';
import { answerTo, prepared, TEXT_XML } from './example.ts';

const server = makeCertificate('security-server.test');
const system = makeCertificate('information-system.test');
const stranger = makeCertificate('stranger.test');
const urls = new Map<string, string>();
const listeners: Server[] = [];
let asked = 0;

beforeAll(async () => {
  for (const maxVersion of ['TLSv1.2', 'TLSv1.3'] as const) {
    const options = { ...server, ca: [system.cert], requestCert: true, rejectUnauthorized: true, maxVersion };
    const listener = createServer(options, (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        asked++;
        response.writeHead(200, { 'content-type': TEXT_XML }).end(answerTo(Buffer.concat(chunks), prepared().requestHash));
      });
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const address = listener.address();
    if (typeof address === 'object' && address !== null) urls.set(maxVersion, `https://127.0.0.1:${address.port}/`);
    listeners.push(listener);
  }
});
afterAll(() => {
  for (const listener of listeners) {
    listener.closeAllConnections();
    listener.close();
  }
});

async function exchangeWith(version: string, tls: TlsIdentity | undefined): Promise<ExchangeOutcome> {
  const client = xroadClient({ securityServers: [urls.get(version) ?? ''], ...(tls === undefined ? {} : { tls }) });
  const outcome = await client.exchange(prepared(), { deadlineMs: 5000 });
  await client.close();
  return outcome;
}

describe.each(['TLSv1.2', 'TLSv1.3'])('mutual TLS by %s', (version) => {
  it('exchanges with the registered certificate', async () => {
    expect(await exchangeWith(version, { ...system, ca: server.cert })).toMatchObject({ kind: 'answered' });
  });

  it('checks the server against a given name', async () => {
    const right = { ...system, ca: server.cert, serverName: 'security-server.test' };
    expect(await exchangeWith(version, right)).toMatchObject({ kind: 'answered' });
    const wrong = { ...right, serverName: 'another.test' };
    expect(await exchangeWith(version, wrong)).toMatchObject({ kind: 'failed', code: 'TLS_REFUSED' });
  });

  it.each<[string, TlsIdentity | undefined]>([
    ['another server certificate than the pinned one', { ...system, ca: stranger.cert }],
    ['no certificate and no pin', undefined],
  ])('sends nothing with %s', async (_name, tls) => {
    const before = asked;
    expect(await exchangeWith(version, tls)).toMatchObject({
      kind: 'failed',
      code: 'TLS_REFUSED',
      classification: { class: 'OUR_CONFIGURATION', mayHaveRun: 'NO', retry: 'NEVER' },
    });
    expect(asked).toBe(before);
  });

  it('gets nothing done with a certificate that is not registered', async () => {
    const before = asked;
    // By TLS 1.3 a client has begun to send before it learns of the refusal, so it cannot know; by 1.2 it knows.
    expect(await exchangeWith(version, { ...stranger, ca: server.cert })).toMatchObject({
      kind: 'failed',
      classification: version === 'TLSv1.2' ? { mayHaveRun: 'NO' } : {},
    });
    expect(asked).toBe(before);
  });
});
