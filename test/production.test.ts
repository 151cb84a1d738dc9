import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from './database.ts';
import { freePort } from './free-port.ts';
import { STAR } from './installation.ts';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'star-production-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(environment: Readonly<Record<string, string>>, operands: readonly string[] = []) {
  const process_ = spawn(process.execPath, [join(root, 'bin/star-xtee-gateway.js'), ...operands], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [process_.stdout, process_.stderr]) stream.on('data', (text: Buffer) => (said += text));
  return { process: process_, said: () => said };
}

async function ended(process: ChildProcess): Promise<number | null> {
  if (process.exitCode === null) await once(process, 'exit');
  return process.exitCode;
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe('production', () => {
  const told = () => ({
    STAR_CONFIG: file(
      'production.yaml',
      `xroad:\n  client: ${STAR}\n  securityServers: [http://127.0.0.1:9]\nhttp:\n  host: 127.0.0.1\n  secureCookies: false\n`,
    ),
    STAR_DATABASE_URL: 'postgres://nobody@127.0.0.1:9/star',
    STAR_MASTER_KEY_FILE: file('master.key', `1 ${Buffer.alloc(32, 1).toString('base64')}\n`),
  });

  const asked = `xroad: {client: ${STAR}, securityServers: [http://a]}`;

  it.each<[string, () => Readonly<Record<string, string>>, RegExp]>([
    ['anything', () => ({}), /database\.url.*\n- masterKeyFile.*\n- xroad\.client.*\n- xroad\.securityServers/],
    [
      'secrets on the way to TARA',
      () => ({
        ...told(),
        STAR_CONFIG: file(
          'tara.yaml',
          `${asked}\ntara: {issuer: http://tara, clientId: star, clientSecretFile: x, publicUrl: https://star, returnTo: https://star, level: HIGH}`,
        ),
      }),
      /tara\.issuer: https/,
    ],
    [
      'a proxy that may hand certificates over',
      () => ({
        ...told(),
        STAR_CONFIG: file('cards.yaml', `${asked}\nidCard: {authorities: [{certFile: x, ocspUrl: http://aia.sk.ee/esteid2018}]}`),
      }),
      /idCard: http\.trustedProxies/,
    ],
    ['a master key', () => ({ ...told(), STAR_MASTER_KEY_FILE: join(folder, 'nowhere') }), /nowhere cannot be read/],
    [
      'a whole master key',
      () => ({ ...told(), STAR_MASTER_KEY_FILE: file('short.key', '1 c2hvcnQ=') }),
      /short\.key: line 1 is not a version and 32 bytes/,
    ],
    [
      'settings that there are',
      () => ({ ...told(), STAR_CONFIG: file('misspelt.yaml', `xroad: {client: ${STAR}, securityServers: [http://a], timeout: 5}`) }),
      /xroad: .*additional/,
    ],
    [
      'a REST service of the register that is to be asked by it',
      () => ({ ...told(), STAR_CONFIG: file('no-rest.yaml', `${asked}\nregistries: {skais: {protocol: shadow}}`) }),
      /registries\.skais\.protocol: only soap/,
    ],
    [
      'a protocol that there is',
      () => ({ ...told(), STAR_CONFIG: file('no-protocol.yaml', `${asked}\nregistries: {rr: {protocol: corba}}`) }),
      /registries\.rr\.protocol: /,
    ],
    ['a real mode', () => ({ ...told(), STAR_CONFIG: resolve(root, 'config/demo.yaml') }), /mode: must be production/],
    ['one Redis', () => ({ ...told(), STAR_REDIS_URL: 'redis://one', STAR_REDIS_CLUSTER: 'redis://two,redis://three' }), /^- redis: /m],
    ['roles that there are', () => ({ ...told(), STAR_ROLE: 'api,waiter' }), /^- roles\.1: /m],
    ['its own client certificate', () => ({ ...told(), STAR_SECURITY_SERVER_URL: 'https://security-server.example' }), /xroad\.tls/],
  ])('does not start without %s, and says so', async (_what, environment, expected) => {
    const { process, said } = start(environment());
    expect(await ended(process)).toBe(78);
    expect(said()).toMatch(expected);
    expect(said()).not.toMatch(/ at .*\.ts:\d/);
  });

  it('does not start with a command line that it does not understand', async () => {
    const { process, said } = start(told(), ['--rolle', 'api']);
    expect(await ended(process)).toBe(78);
    expect(said()).toContain('--role');
  });

  describe('with all it needs', () => {
    let database: Awaited<ReturnType<typeof createTestDatabase>>;
    beforeAll(async () => {
      database = await createTestDatabase();
    });
    afterAll(() => database.drop());

    it('starts, is alive, says that its security server is away, and ends in order', async () => {
      const port = await freePort();
      const gateway = start({ ...told(), STAR_DATABASE_URL: database.url, STAR_PORT: String(port) });
      const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
      await expect
        .poll(
          () =>
            get('/health/live').then(
              ({ status }) => status,
              () => 0,
            ),
          { timeout: 20_000 },
        )
        .toBe(200);
      const ready = await get('/health/ready');
      expect(ready.status).toBe(503);
      expect(await ready.json()).toMatchObject({
        status: 'degraded',
        checks: { database: 'ok', masterKeys: 'ok', queue: 'ok', securityServer: 'unavailable' },
      });
      expect((await get('/xroad/wsdl/star.wsdl')).status).toBe(200);
      gateway.process.kill('SIGTERM');
      expect(await ended(gateway.process)).toBe(0);
    });

    const answer = (port: number, path: string) =>
      fetch(`http://127.0.0.1:${port}${path}`).then(
        async (response) => [response.status, response.headers.get('content-type')?.includes('json') ? await response.json() : undefined],
        () => ['no connection'],
      );

    it.each([
      ['api', { api: 401, producer: 404, console: 404 }, { database: 'ok', masterKeys: 'ok', queue: 'ok' }],
      [
        'worker',
        { api: 404, producer: 404, console: 404 },
        { database: 'ok', masterKeys: 'ok', queue: 'ok', securityServer: 'unavailable' },
      ],
      ['producer', { api: 404, producer: 200, console: 404 }, { database: 'ok', masterKeys: 'ok' }],
      ['console', { api: 404, producer: 404, console: 200 }, { database: 'ok', masterKeys: 'ok', queue: 'ok' }],
      ['api,console', { api: 401, producer: 404, console: 200 }, { database: 'ok', masterKeys: 'ok', queue: 'ok' }],
    ])('starts as %s, opens no other door, and is ready with what that needs', async (role, doors, checks) => {
      const [port, producerPort, opsPort] = await Promise.all([freePort(), freePort(), freePort()]);
      const environment = { STAR_PORT: `${port}`, STAR_PRODUCER_PORT: `${producerPort}`, STAR_OPS_PORT: `${opsPort}` };
      const gateway = start({ ...told(), ...environment, STAR_DATABASE_URL: database.url, STAR_ROLE: 'all' }, ['--role', role]);
      try {
        await expect.poll(() => answer(opsPort, '/health/live'), { timeout: 20_000 }).toEqual([200, { status: 'ok' }]);
        const ready = Object.values(checks).every((state) => state === 'ok');
        expect(await answer(opsPort, '/health/ready')).toEqual([ready ? 200 : 503, { status: ready ? 'ok' : 'degraded', checks }]);
        expect(await answer(opsPort, '/metrics')).toEqual([200, undefined]);
        const expected = (status: number) =>
          status === 404 ? ['no connection'] : [status, status === 401 ? expect.anything() : undefined];
        expect(await answer(port, '/api/v1/query-types')).toEqual(expected(doors.api));
        expect(await answer(producerPort, '/xroad/wsdl/star.wsdl')).toEqual(expected(doors.producer));
        expect((await answer(opsPort, '/console'))[0]).toBe(doors.console);
      } finally {
        gateway.process.kill('SIGTERM');
        expect(await ended(gateway.process)).toBe(0);
      }
    });
  });
});
