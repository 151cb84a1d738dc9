import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { Pool } from 'undici';
import { type Figure, inTurn, perSecond } from './figures.ts';
import { producerQuestion } from './producer-question.ts';

const LOAD = { atATime: 16, milliseconds: 2000 };
const HEADERS = { 'content-type': 'text/xml; charset=UTF-8', soapaction: '""' };

interface Producers {
  readonly plain: string;
  readonly ours: string;
  readonly nodeSoap: string;
}

/** P1: strict reading, schema, header echo, an answer from memory; against a plain route that answers a constant. */
export async function producer(): Promise<Figure> {
  const measured = await against('plain');
  return {
    id: 'P1',
    what: 'SOAP producer, protocol path alone',
    against: 'plain Fastify route',
    mustReach: '0.15 (aim 0.30)',
    ...measured,
  };
}

/** P2: the same against node-soap's server, which reads without a schema and echoes nothing. */
export async function producerAgainstNodeSoap(): Promise<Figure> {
  const measured = await against('nodeSoap');
  return { id: 'P2', what: 'SOAP producer, protocol path alone', against: "node-soap's server", mustReach: '2.2 (aim 4)', ...measured };
}

async function against(other: 'plain' | 'nodeSoap') {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, 'producers.ts')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const urls = await new Promise<Producers>((settle, refuse) => {
    child.stdout.once('data', (line: Buffer) => settle(JSON.parse(line.toString())));
    child.once('exit', () => refuse(new Error('the producers ended')));
  });
  const body = producerQuestion();
  const pools: Pool[] = [];
  const load = async (url: string, expected: RegExp) => {
    const { origin, pathname } = new URL(url);
    const pool = new Pool(origin, { connections: 16 });
    pools.push(pool);
    const post = async () => {
      const answer = await pool.request({ method: 'POST', path: pathname, headers: HEADERS, body });
      return { status: answer.statusCode, bytes: Buffer.from(await answer.body.arrayBuffer()) };
    };
    // What is measured is an answer and not a refusal.
    const { bytes } = await post();
    if (!expected.test(bytes.toString())) throw new Error(`${url} answers something else: ${bytes.toString().slice(0, 300)}`);
    return () =>
      perSecond(async () => {
        const { status } = await post();
        if (status !== 200) throw new Error(`HTTP ${status}`);
      }, LOAD);
  };
  const measured = await inTurn(
    await load(urls.ours, /Response[\s\S]*2026-05/),
    await load(urls[other], other === 'plain' ? /<a\/>/ : /2026-05/),
  );
  await Promise.all(pools.map((pool) => pool.close()));
  child.kill('SIGKILL');
  return { unit: 'requests/s', ...measured };
}
