import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database.ts';
import { personalCode } from '../town.ts';
import { balance } from './balancer.ts';
import { foundTown, type GatewayProcess, type Town } from './process.ts';

let database: TestDatabase;
let town: Town;
let api: GatewayProcess;
beforeAll(async () => {
  database = await createTestDatabase();
  // Nothing is asked of a register here.
  town = foundTown(database.url, 'http://127.0.0.1:9');
  api = await town.process('api');
  await api.start();
}, 120_000);
afterAll(async () => {
  await town.close();
  await database.drop();
});

const riin = (change: object = {}) => ({
  username: 'riin.register',
  name: 'Riin Register',
  personalCode: personalCode(31, '1979-03-02'),
  institution: { registryCode: '70001975', name: 'Sotsiaalkindlustusamet' },
  ...change,
});

async function letIn(person: unknown): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, '../../src/first-account.ts')], {
    env: { PATH: process.env.PATH ?? '', ...town.environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text));
  child.stdin.end(typeof person === 'string' ? person : JSON.stringify(person));
  await once(child, 'close');
  return { code: child.exitCode, said };
}

it('lets the registry manager of a new installation in, once, with a password for the first sign-in', async () => {
  const refused = [
    await letIn('not JSON'),
    await letIn({ username: 'riin' }),
    await letIn(riin({ personalCode: '37605030298' })),
    await letIn(riin({ institution: { registryCode: '1', name: 'x' } })),
  ];
  expect(refused.map(({ code }) => code)).toEqual([78, 78, 78, 78]);
  expect(refused.map(({ said }) => said.trim().split(/[: .]/)[0])).toEqual([
    'Wanted',
    'Wanted',
    'PERSONAL_CODE_INVALID',
    'REGISTRY_CODE_INVALID',
  ]);

  const both = await Promise.all([letIn(riin()), letIn(riin({ username: 'riin.teine', personalCode: personalCode(32, '1979-03-03') }))]);
  const [opened] = both.filter(({ code }) => code === 0);
  const [late] = both.filter(({ code }) => code === 78);
  expect(late?.said).toBe('REGISTRY_MANAGER_EXISTS. Nothing has been entered.\n');
  const [, username = '', password = ''] = /^(\S+) may sign in with the password (\S+) /.exec(opened?.said ?? '') ?? [];

  const { status, body } = await balance([api.url]).call('POST', '/api/v1/sessions', { username, password });
  expect([status, body.limited]).toEqual([201, 'PASSWORD_CHANGE']);
  const { call } = balance([api.url], { authorization: `Bearer ${body.token}` });
  expect((await call('GET', '/api/v1/sessions/current')).body.roles).toEqual(['REGISTRY_MANAGER', 'ADMIN']);
  expect(api.said()).not.toContain(riin().personalCode);
}, 120_000);
