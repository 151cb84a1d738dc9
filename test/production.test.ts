import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from './database.ts';
import { STAR } from './installation.ts';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'star-production-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(environment: Readonly<Record<string, string>>) {
  const process_ = spawn(process.execPath, [join(root, 'bin/star-xtee-gateway.js')], {
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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('production', () => {
  const told = () => ({
    STAR_CONFIG: file(
      'production.yaml',
      `xroad:\n  client: ${STAR}\n  securityServers: [http://127.0.0.1:9]\nhttp:\n  host: 127.0.0.1\n  secureCookies: false\n`,
    ),
    STAR_DATABASE_URL: 'postgres://nobody@127.0.0.1:9/star',
    STAR_MASTER_KEY_FILE: file('master.key', Buffer.alloc(32, 1).toString('base64')),
  });

  const asked = `xroad: {client: ${STAR}, securityServers: [http://a]}`;

  it.each<[string, () => Readonly<Record<string, string>>, RegExp]>([
    ['anything', () => ({}), /database\.url.*\n- masterKeyFile.*\n- xroad\.client.*\n- xroad\.securityServers/],
    ['a master key', () => ({ ...told(), STAR_MASTER_KEY_FILE: join(folder, 'nowhere') }), /nowhere cannot be read/],
    ['a whole master key', () => ({ ...told(), STAR_MASTER_KEY_FILE: file('short.key', 'c2hvcnQ=') }), /does not hold 32 bytes/],
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
    ['its own client certificate', () => ({ ...told(), STAR_SECURITY_SERVER_URL: 'https://security-server.example' }), /xroad\.tls/],
  ])('does not start without %s, and says so', async (_what, environment, expected) => {
    const { process, said } = start(environment());
    expect(await ended(process)).toBe(78);
    expect(said()).toMatch(expected);
    expect(said()).not.toMatch(/ at .*\.ts:\d/);
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
        checks: { database: 'ok', queue: 'ok', securityServer: 'unavailable' },
      });
      expect((await get('/xroad/wsdl/star.wsdl')).status).toBe(200);
      gateway.process.kill('SIGTERM');
      expect(await ended(gateway.process)).toBe(0);
    });
  });
});
