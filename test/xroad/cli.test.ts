import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STAR } from '../installation.ts';
import { openWorld, type World } from '../simulator/world.ts';
import { answering } from './answering.ts';

const root = resolve(import.meta.dirname, '../..');
const RR = 'EE/GOV/70008440/rr';

describe('star-xtee-gateway xroad', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  /** As it is called in a shell. */
  async function run(...args: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
    const child = spawn(process.execPath, ['bin/star-xtee-gateway.js', 'xroad', ...args], {
      cwd: root,
      env: { PATH: process.env.PATH ?? '', XROAD_SECURITY_SERVER: world.simulator.url, XROAD_CLIENT: STAR },
    });
    const said = { out: '', err: '' };
    child.stdout.on('data', (text) => (said.out += text));
    child.stderr.on('data', (text) => (said.err += text));
    return new Promise((settle) => child.on('close', (code) => settle({ code, ...said })));
  }

  it('lists who there is', async () => {
    const { code, out } = await run('list-clients');
    expect(code).toBe(0);
    expect(out).toContain(`${RR}\t70008440-name\trr-name\n`);
  });

  it('lists what a provider offers, for people and for programs', async () => {
    const MTA = 'EE/GOV/70000349/tsd';
    const services = `SOAP\t${MTA}/kovTooandjad/v1\nSOAP\t${MTA}/kovEttevotjad/v1\n`;
    expect(await run('list-methods', MTA)).toEqual({ code: 0, out: services, err: '' });
    const { out } = await run('allowed-methods', MTA, '--soap', '--json');
    expect(JSON.parse(out)).toHaveLength(2);
    expect(await run('list-methods', MTA, '--rest')).toEqual({ code: 0, out: '', err: '' });
  });

  it('fetches a description, and makes a module of it', async () => {
    const { out } = await run('get-wsdl', `${RR}/RR456/v1`);
    expect(out).toBe(readFileSync(resolve(root, 'wsdl/rr.wsdl'), 'utf8'));
    const made = await run('generate', 'wsdl/rr.wsdl', '--import', '../../../xroad/index.ts');
    expect(made).toEqual({ code: 0, out: readFileSync(resolve(root, 'src/registries/rr/generated/rr.ts'), 'utf8'), err: '' });
  });

  it.each<[string, readonly string[], number, RegExp]>([
    ['X-Road refuses', ['get-wsdl', `${RR}/RR1/v1`], 1, /^Server\.ServerProxy\.UnknownService: /],
    ['nobody listens', ['list-clients', '--server', 'http://127.0.0.1:9'], 1, /^CONNECTION_REFUSED: /],
    ['a file is not there', ['generate', 'nowhere.wsdl'], 1, /^nowhere\.wsdl cannot be read/],
    ['a file is no contract', ['generate', 'package.json'], 1, /^WSDL_UNREADABLE: /],
    ['a contract is compared with nothing', ['compare-wsdl', 'wsdl/rr.wsdl'], 2, /^compare-wsdl takes two/],
    ['a command is unknown', ['list-everything'], 2, /^There is no command list-everything\.\n\nUsage/],
    ['an option is unknown', ['list-clients', '--fast'], 2, /--fast/],
    ['a provider is none', ['list-methods', 'rr'], 2, /^A provider is named as/],
    ['a certificate comes without its key', ['list-clients', '--cert', 'a.pem'], 2, /^--cert, --key and --ca go together/],
    ['nobody is trusted', ['verify', 'package.json'], 2, /^--trust/],
    ['nobody can be trusted', ['verify', 'package.json', '--trust', 'package.json'], 1, /^MalformedGlobalConf: /],
    ['nobody asks', ['list-clients', '--client', ''], 2, /^--client/],
  ])('says so when %s', async (_what, args, code, expected) => {
    const said = await run(...args);
    expect(said.code).toBe(code);
    expect(said.err).toMatch(expected);
    expect(said.out).toBe('');
  });

  it('fetches signed documents and whom to trust, byte by byte', async () => {
    const archive = Buffer.from([0x50, 0x4b, 0, 0xff, 0x0a, 0x80]);
    const server = await answering((url) => {
      if (url === '/verificationconf') return { status: 200, bytes: archive };
      const { searchParams } = new URL(url, 'http://x');
      return searchParams.has('requestOnly')
        ? { status: 200, bytes: archive }
        : { status: 404, bytes: Buffer.from('No signed documents found') };
    });
    const bytes = (...args: readonly string[]) =>
      new Promise<Buffer>((settle) => {
        execFile(
          process.execPath,
          ['bin/star-xtee-gateway.js', 'xroad', ...args, '--server', server.url, '--client', STAR],
          { cwd: root, encoding: 'buffer' },
          (_error, out) => settle(out),
        );
      });
    try {
      expect(await bytes('get-trust')).toEqual(archive);
      expect(await bytes('get-container', '1', '--request')).toEqual(archive);
      expect(await run('get-container', '1', '--server', server.url)).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringMatching(/^NOT_FOUND: /),
      });
    } finally {
      await server.close();
    }
  });

  it('compares two editions of a contract', async () => {
    expect(await run('compare-wsdl', 'wsdl/rr.wsdl', 'wsdl/rr.wsdl')).toEqual({ code: 0, out: '', err: '' });
    const { code, out } = await run('compare-wsdl', 'wsdl/rr.wsdl', 'wsdl/star.wsdl');
    expect(code).toBe(1);
    expect(out).toContain('BREAKING\tOPERATION_REMOVED\tRR456\n');
  });

  it('explains itself', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    for (const command of ['list-clients', 'get-wsdl', 'generate', 'compare-wsdl', 'get-container', 'get-trust', 'verify'])
      expect(out).toContain(command);
  });
});
