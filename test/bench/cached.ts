import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { Pool } from 'undici';
import { createLog } from '../../src/platform/index.ts';
import { openDatabase } from '../../src/storage/index.ts';
import { type Figure, inTurn, perSecond, warmUp } from './figures.ts';
import { closing, startRegister } from './ground.ts';
import { signInWorker } from './worker.ts';

const LOAD = { atATime: 16, milliseconds: 2000 };

/** P5: an answer from the proceeding's own cache through the API; against a Fastify route that does one durable INSERT. */
export async function cached(): Promise<Figure> {
  using register = await startRegister();
  await using servers = await startServers(register.url);
  await using database = closing(await openDatabase({ url: servers.database, maxConnections: 1, log: createLog('error') }));
  await using worker = await signInWorker({ database, url: servers.ours }, 'cached');
  const [proceeding] = await worker.openProceedings(1, 1);
  if (proceeding === undefined) throw new Error('no proceeding');
  const question = { type: 'RR.RESIDENCES_DOCS_RELATIONS', subjectId: proceeding.subjects[0] };
  const path = `/api/v1/proceedings/${proceeding.id}/queries`;
  const { body: first } = await worker.call('POST', `${path}?wait=10`, question);
  if (first.state !== 'ANSWERED') throw new Error(`the first question came to ${first.state}`);

  await using pool = closing(new Pool(servers.plain, { connections: 64 }));
  const ours = async () => {
    const { body } = await worker.call('POST', path, question);
    if (body.servedFromCache !== true || body.answer === null) throw new Error('not from the cache');
  };
  const theirs = async () => {
    const { body } = await pool.request({ method: 'POST', path: '/', headers: { 'content-type': 'application/json' }, body: '{}' });
    await body.json();
  };
  for (const once of [ours, theirs]) await warmUp(once, { times: 4000, atATime: LOAD.atATime });
  const measured = await inTurn(
    () => perSecond(ours, LOAD),
    () => perSecond(theirs, LOAD),
  );
  return {
    id: 'P5',
    what: 'answer from the cache through the API',
    against: 'Fastify route with one durable INSERT',
    mustReach: '0.40 (aim 0.70)',
    unit: 'requests/s',
    ...measured,
  };
}

interface Servers {
  readonly database: string;
  readonly ours: string;
  readonly plain: string;
}

async function startServers(securityServer: string): Promise<Servers & AsyncDisposable> {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, 'cached-server.ts'), securityServer], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const servers = await new Promise<Servers>((settle, refuse) => {
    child.stdout.once('data', (line: Buffer) => settle(JSON.parse(line.toString())));
    child.once('exit', () => refuse(new Error('the servers ended')));
  });
  return {
    ...servers,
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}
