import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CONFIG_FILE_VARIABLE, environmentSettings, ROLES, readConfiguration } from '../../src/configuration.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(resolve(root, file), 'utf8');

/** The variables that the gateway reads. */
const known: readonly string[] = [CONFIG_FILE_VARIABLE, ...environmentSettings.map(({ variable }) => variable)];

interface Instruction {
  readonly word: string;
  readonly rest: string;
}

/** The Dockerfile's stages: each with its base, its name, and its instructions in order. */
function stagesOf(text: string): { base: string; name: string; instructions: Instruction[] }[] {
  const lines = text
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const stages: { base: string; name: string; instructions: Instruction[] }[] = [];
  for (const line of lines) {
    const [, word = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    const [base = '', , name = ''] = rest.split(/\s+/);
    if (word === 'FROM') stages.push({ base, name, instructions: [] });
    else stages.at(-1)?.instructions.push({ word, rest });
  }
  return stages;
}

describe('the Dockerfile', () => {
  const stages = stagesOf(read('Dockerfile'));
  const last = stages.at(-1) ?? { base: '', name: '', instructions: [] };
  const copies = stages.flatMap((stage, index) =>
    stage.instructions
      .filter(({ word }) => word === 'COPY')
      .map(({ rest }) => {
        const parts = rest.split(/\s+/);
        const from = parts.find((part) => part.startsWith('--from='))?.slice('--from='.length);
        return { index, from, sources: parts.filter((part) => !part.startsWith('--')).slice(0, -1) };
      }),
  );

  it('copies only what is there and is sent to the builder', () => {
    const sent = new Set(
      read('.dockerignore')
        .split('\n')
        .filter((line) => line.startsWith('!'))
        .map((line) => line.slice(1)),
    );
    const sources = copies.filter(({ from }) => from === undefined).flatMap(({ sources }) => sources);
    expect(sources.length).toBeGreaterThan(8);
    expect(sources.filter((source) => !existsSync(resolve(root, source)))).toEqual([]);
    expect(sources.filter((source) => !sent.has(source))).toEqual([]);
    expect([...sent].filter((file) => !sources.includes(file))).toEqual([]);
  });

  it('copies from an earlier stage only what that stage makes', () => {
    // What a command of a stage leaves in its working directory.
    const made: Readonly<Record<string, RegExp>> = { dist: /^npm run build$/, node_modules: /^npm ci / };
    const staged = copies.filter(({ from }) => from !== undefined);
    expect(staged).toHaveLength(2);
    for (const { index, from, sources } of staged) {
      const earlier = stages.slice(0, index).find(({ name }) => name === from);
      const workdir = earlier?.instructions.find(({ word }) => word === 'WORKDIR')?.rest ?? '';
      for (const source of sources) {
        const maker = made[posix.relative(workdir, source)];
        expect(earlier?.instructions.some(({ word, rest }) => word === 'RUN' && maker?.test(rest))).toBe(true);
      }
    }
    expect(JSON.parse(read('tsconfig.build.json'))).toMatchObject({ compilerOptions: { outDir: 'dist', rootDir: 'src' } });
    expect(JSON.parse(read('package.json'))).toMatchObject({ scripts: { build: expect.stringMatching(/^tsc -p tsconfig\.build\.json/) } });
    expect(existsSync(resolve(root, 'src/main.ts'))).toBe(true);
  });

  it('builds all of the source: what is not TypeScript is copied', () => {
    const others = readdirSync(resolve(root, 'src'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.ts'))
      .map((entry) => posix.relative(root, entry.parentPath).split('/').slice(0, 3).join('/'));
    expect([...new Set(others)].sort()).toEqual(['src/console/page', 'src/register/printouts']);
    expect(read('package.json')).toContain('cp -R src/console/page dist/console/');
    expect(read('package.json')).toContain('cp src/register/printouts/page.typ dist/register/printouts/');
  });

  it('ends in an image that runs as an ordinary user, tells its health, and holds nothing of the building', () => {
    const words = last.instructions.map(({ word, rest }) => `${word} ${rest}`);
    expect(stages.every(({ base }) => base === 'node:24-slim')).toBe(true);
    expect(last.name).toBe('');
    expect(words).toContain('USER node');
    expect(words.indexOf('USER node')).toBeLessThan(words.findIndex((word) => word.startsWith('CMD')));
    expect(words.find((word) => word.startsWith('HEALTHCHECK'))).toContain('/health/live');
    expect(words.at(-1)).toBe('CMD ["node", "--enable-source-maps", "dist/main.js"]');
    expect(words.filter((word) => /npm|apt|tsc|\bsrc\b/.test(word))).toEqual([]);
    const dependencies = stages.find(({ name }) => name === 'dependencies');
    expect(dependencies?.instructions.find(({ word }) => word === 'RUN')?.rest).toContain('--omit=dev');
  });

  it('sets no variable that nobody reads', () => {
    const set = [...read('Dockerfile').matchAll(/\b(STAR_\w+)/g)].map(([, name]) => name ?? '');
    expect(set.length).toBeGreaterThan(1);
    expect(set.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('has a health check that tells an answer from none', () => {
    const [, json = '[]'] = /HEALTHCHECK .*?CMD (\[.*\])$/m.exec(read('Dockerfile').replace(/\\\n\s*/g, ' ')) ?? [];
    const command: unknown = JSON.parse(json);
    if (!Check(Type.Array(Type.String()), command)) throw new TypeError('the health check is no command');
    const { status } = spawnSync(process.execPath, command.slice(1), { env: { STAR_PORT: '1' } });
    expect(status).toBe(1);
  });
});

describe('the compose example', () => {
  const Compose = Type.Object({
    services: Type.Record(
      Type.String(),
      Type.Object({
        image: Type.Optional(Type.String()),
        build: Type.Optional(Type.String()),
        depends_on: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
        environment: Type.Optional(Type.Record(Type.String(), Type.String())),
        volumes: Type.Optional(Type.Array(Type.String())),
        secrets: Type.Optional(Type.Array(Type.String())),
        ports: Type.Optional(Type.Array(Type.String())),
      }),
    ),
    volumes: Type.Record(Type.String(), Type.Unknown()),
    secrets: Type.Record(Type.String(), Type.Object({ file: Type.String() })),
  });
  const compose: unknown = parse(read('config/compose.example.yaml'), { merge: true });
  if (!Check(Compose, compose)) throw new TypeError('the compose example has not the shape that compose reads');
  const gateways = Object.entries(compose.services).filter(([, { build }]) => build !== undefined);

  it('has a service for every role, and no other', () => {
    expect(gateways.map(([name, { environment }]) => [name, environment?.STAR_ROLE])).toEqual(ROLES.map((role) => [role, role]));
  });

  it.each(gateways)('tells the %s every variable that an installation decides, and none that nobody reads', (_role, gateway) => {
    const set = Object.keys(gateway.environment ?? {});
    const wanted = [
      'ROLE',
      'PORT',
      'PRODUCER_PORT',
      'OPS_PORT',
      'DATABASE_URL',
      'REDIS_URL',
      'SECURITY_SERVER_URL',
      'CONFIG',
      'MASTER_KEY_FILE',
      'DATA_DIR',
    ];
    expect(set.sort()).toEqual(wanted.map((name) => `STAR_${name}`).sort());
    expect(set.filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each(gateways)('is a configuration with which a production %s starts', (_role, gateway) => {
    const { STAR_CONFIG: inside = '', ...rest } = gateway.environment ?? {};
    const mounted = gateway.volumes?.find((volume) => volume.split(':')[1] === inside)?.split(':')[0] ?? '';
    const environment = { ...rest, STAR_CONFIG: resolve(root, 'config', mounted) };
    expect(readConfiguration('production', environment)).toMatchObject({ ok: true });
  });

  it('mounts only what is there, uses only volumes, secrets and services that it names', () => {
    for (const [, { build }] of gateways) expect(existsSync(resolve(root, 'config', build ?? 'none', 'Dockerfile'))).toBe(true);
    for (const service of Object.values(compose.services)) {
      for (const volume of service.volumes ?? []) {
        const [source = ''] = volume.split(':');
        expect(source.startsWith('.') ? existsSync(resolve(root, 'config', source)) : source in compose.volumes).toBe(true);
      }
      for (const secret of service.secrets ?? []) expect(Object.keys(compose.secrets)).toContain(secret);
      for (const name of Object.keys(service.depends_on ?? {})) expect(Object.keys(compose.services)).toContain(name);
    }
    const used = Object.values(compose.services).flatMap(({ secrets = [] }) => secrets);
    expect(Object.keys(compose.secrets).filter((secret) => !used.includes(secret))).toEqual([]);
  });

  it('publishes of each role the port of its door, and of a worker none', () => {
    const door = { api: 'STAR_PORT', producer: 'STAR_PRODUCER_PORT', console: 'STAR_OPS_PORT' };
    const published = gateways.flatMap(([role, { ports = [] }]) => ports.map((port) => [role, port.split(':').at(-1)]));
    expect(published).toEqual(Object.entries(door).map(([role, variable]) => [role, compose.services[role]?.environment?.[variable]]));
  });
});
