import { once } from 'node:events';
import Fastify from 'fastify';
import { sql } from 'kysely';
import { newId } from '../../src/platform/index.ts';
import { openBenchGateway, openGround } from './ground.ts';

/**
 * P5's two sides in a process of their own, as a front-end's server meets them: the gateway, before the security server of the given address, and
 * a plain route that does one durable INSERT into the same database. Prints where they are; ends when its input does.
 */
const [, , securityServer = ''] = process.argv;

await using ground = await openGround();
await using gateway = await openBenchGateway(ground.url, securityServer, 8);
const { db } = gateway.database;
await sql`create table bench_line (id uuid primary key, at timestamptz not null default now(), text text not null)`.execute(db);
const plain = Fastify();
plain.post('/', async () => {
  await sql`insert into bench_line (id, text) values (${newId()}, 'line')`.execute(db);
  return { ok: true };
});
const url = await plain.listen({ port: 0, host: '127.0.0.1' });
console.log(JSON.stringify({ database: ground.url, ours: gateway.url, plain: url }));
await once(process.stdin.resume(), 'end');
await plain.close();
