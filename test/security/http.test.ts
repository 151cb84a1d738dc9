import { type AddressInfo, createConnection, createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { prepareRestRequest, type RestRequest, readMessage, xroadClient } from '../../src/xroad/index.ts';
import { type Door, openDoor } from '../services/door.ts';
import { prepared, TEXT_XML } from '../xroad/example.ts';
import { ATTACKS, type Attack, bytesOf } from './attack.ts';

/**
 * What a wire can do to either side. Of answers, `test/xroad/exchange.test.ts` has more: gzip that is whole, a 307, a drip, silence, a cut before
 * and in the middle of an answer, one that does not end.
 */
const requests = ATTACKS.filter(({ file, answer }) => file.startsWith('http/') && answer === undefined);
const answers = ATTACKS.filter(({ answer }) => answer === true);

/** 30 s: how long a request may take to arrive at our door (docs/limits.md). */
const ARRIVAL_MS = 30_000;

function portOf(server: Pick<Server, 'address'>): number {
  const address: AddressInfo | string | null = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('not listening');
  return address.port;
}

/** The body of an HTTP answer that has arrived whole, and its status; undefined while there is more to come. */
function whole(bytes: Buffer): { readonly status: number; readonly body: Buffer } | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const body = bytes.subarray(end + 4);
  const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
  return body.length < length ? undefined : { status: Number(head.split(' ')[1]), body: body.subarray(0, length) };
}

describe('requests at the door', () => {
  let door: Door;
  beforeAll(async () => {
    door = await openDoor();
    await door.app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => door.close());
  afterEach(() => vi.useRealTimers());

  /** What is heard on the attack's own connection: `OK`, the fault's code, the status where it is no SOAP, or nothing. */
  function heard(attack: Attack): Promise<string> {
    return new Promise((resolve) => {
      const socket = createConnection({ port: portOf(door.app.server), host: '127.0.0.1', allowHalfOpen: true });
      let bytes = Buffer.alloc(0);
      const verdict = () => {
        const answer = whole(bytes);
        if (answer === undefined) return undefined;
        const message = readMessage(answer.body, TEXT_XML);
        if (!message.ok) return `HTTP ${answer.status}`;
        return message.value.kind === 'fault' ? message.value.fault.code : 'OK';
      };
      const finish = () => {
        resolve(verdict() ?? 'nothing');
        socket.destroy();
      };
      socket.on('data', (chunk) => {
        bytes = Buffer.concat([bytes, chunk]);
        if (verdict() !== undefined) finish();
      });
      // A server that has said no hangs up while we are still talking.
      socket
        .on('error', () => undefined)
        .on('end', finish)
        .on('close', finish);
      if (attack.then === 'half-close') socket.end(bytesOf(attack));
      else socket.write(bytesOf(attack));
    });
  }

  const slow = requests.filter(({ expect }) => expect === 'Client.RequestTimeout');
  const quick = requests.filter((attack) => !slow.includes(attack));

  it.each(quick.map((row) => [row.file, row.expect, row] as const))('%s: %s', async (_file, code, attack) => {
    expect(await heard(attack)).toBe(code);
  });

  it.each(slow.map((row) => [row.file, row.expect, row] as const))('%s: %s', async (_file, code, attack) => {
    // Only the clock is made: 30 s are not waited for.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const answer = heard(attack);
    await expect.poll(() => vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(ARRIVAL_MS / 2);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(ARRIVAL_MS / 2);
    expect(await answer).toBe(code);
  });
});

describe('answers to our client', () => {
  const opened: { close(): unknown }[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });

  /** A register's place on the wire: whatever is asked, it says these bytes. */
  async function register(attack: Attack): Promise<{ readonly url: string; asked: number }> {
    const said = attack.file.startsWith('http/') ? bytesOf(attack) : answered(bytesOf(attack));
    const sockets = new Set<Socket>();
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      sockets.add(socket);
      let request = '';
      socket.on('error', () => undefined).on('end', () => socket.end());
      socket.on('data', (chunk) => {
        request += chunk;
        if (!request.endsWith('</SOAP-ENV:Envelope>')) return;
        request = '';
        place.asked++;
        if (attack.then === 'half-close') socket.end(said);
        else socket.write(said);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const place = { url: `http://127.0.0.1:${portOf(server)}/`, asked: 0 };
    opened.push({
      close: () => {
        for (const socket of sockets) socket.destroy();
        server.close();
      },
    });
    return place;
  }

  function answered(body: Buffer): Buffer {
    return Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${TEXT_XML}\r\nContent-Length: ${body.length}\r\n\r\n`), body]);
  }

  it.each(answers.map((row) => [row.file, row.expect, row] as const))('%s: %s, asked once', async (_file, code, attack) => {
    const place = await register(attack);
    const client = xroadClient({ securityServers: [place.url] });
    opened.unshift(client);
    const exchange = () => client.exchange(prepared(), { deadlineMs: code === 'DEADLINE' ? 300 : 5000 });
    const outcome = await exchange();
    expect(outcome.kind === 'failed' ? outcome.code : outcome.kind).toBe(code === 'OK' ? 'answered' : code);
    expect(place.asked).toBe(1);
    expect(JSON.stringify(outcome)).not.toContain('60001019906');
    // Whatever was left over on the wire, the next request is answered by its own answer.
    if (code === 'OK') expect((await exchange()).kind).toBe('answered');
  });
});

describe('paths of REST requests', () => {
  const service = { xRoadInstance: 'ee-test', memberClass: 'GOV', memberCode: '70000002', subsystemCode: 'producer', serviceCode: 'echo' };
  const request: RestRequest = {
    client: { xRoadInstance: 'ee-test', memberClass: 'GOV', memberCode: '70000001', subsystemCode: 'consumer' },
    service,
    method: 'GET',
    id: '0192f0c1-7c5e-7d34-9a1b-3c2f5d7e9a01',
  };

  it.each<[string, Partial<RestRequest>]>([
    ['dots', { path: '/../../other' }],
    ['one dot', { path: '/./../other' }],
    ['dots at the end', { path: '/a/../..' }],
    ['encoded dots', { path: '/%2e%2E/other' }],
    ['half encoded dots', { path: '/.%2e/other' }],
    ['a service of dots', { service: { ...service, serviceCode: '..' } }],
    ['a subsystem of dots', { service: { ...service, subsystemCode: '..' } }],
    ['a member of one dot', { service: { ...service, memberCode: '.' } }],
    ['an asker of dots', { client: { ...request.client, memberCode: '..' } }],
  ])('are not written where they would name another service to whoever resolves them (RFC 3986, 5.2.4): %s', (_what, more) => {
    expect(prepareRestRequest({ ...request, ...more })).toMatchObject({ ok: false, error: { code: 'InvalidRequest' } });
  });
});
