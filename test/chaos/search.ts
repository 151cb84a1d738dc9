import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { Client } from 'pg';
import { newId } from '../../src/platform/index.ts';
import type { Site } from './site.ts';

/** Somewhere that texts may lie: its name, and what is in it. */
interface Place {
  readonly name: string;
  readonly content: Buffer;
}

/** Entered in clear where answers could lie, to see that what is there is found. */
const KNOWN = `known-${newId()}`;

/** One of the stores with all that lies in it. */
type Store = readonly Place[];

/**
 * Everything that is kept: every column of every table of PostgreSQL (bytes too), all files of the installation as they lie on disk, the
 * database's with its log and its dead rows, and every value in Redis. Throws when what was put there on purpose is not in it.
 */
export async function readStores({ postgres, redis, directory }: Site): Promise<readonly Store[]> {
  const client = redis && new Redis(redis.url);
  await client?.set(KNOWN, KNOWN);
  const tables = await postgres.ask(async (asking) => {
    await asking.query(`create table search_known as select '${KNOWN}'::text as known, convert_to('${KNOWN}', 'UTF8') as bytes`);
    await asking.query('checkpoint');
    const every = await everyTable(asking);
    await asking.query('drop table search_known');
    return every;
  });
  const stores = [tables, everyFile(directory), ...(client === undefined ? [] : [await everyValue(client)])];
  await client?.del(KNOWN);
  client?.disconnect();
  for (const store of stores) if (placesOf(store, KNOWN).length === 0) throw new Error('the search does not find what is there');
  return stores;
}

/** Where a text lies. */
export function findText(stores: readonly Store[], text: string): readonly string[] {
  return stores.flatMap((store) => placesOf(store, text));
}

/** As it is, or as PostgreSQL writes bytes out. */
function placesOf(store: Store, text: string): readonly string[] {
  const needles = [Buffer.from(text), Buffer.from(Buffer.from(text).toString('hex'))];
  return store.filter(({ content }) => needles.some((needle) => content.includes(needle))).map(({ name }) => name);
}

async function everyTable(client: Client): Promise<Store> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const places: Place[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
    places.push({ name: `table ${name}`, content: Buffer.from(rows.map(({ row }) => row).join('\n')) });
  }
  return places;
}

function everyFile(directory: string): Store {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    try {
      return [{ name: path.slice(directory.length + 1), content: readFileSync(path) }];
    } catch {
      // Removed by the server meanwhile.
      return [];
    }
  });
}

async function everyValue(client: Redis): Promise<Store> {
  const places: Place[] = [];
  for (const key of await client.keys('*'))
    places.push({ name: 'Redis', content: Buffer.concat([Buffer.from(key), ...(await contentOf(client, key))]) });
  return places;
}

async function contentOf(client: Redis, key: string): Promise<readonly Buffer[]> {
  const kind = await client.type(key);
  if (kind === 'string') return [(await client.getBuffer(key)) ?? Buffer.alloc(0)];
  if (kind === 'hash') return Object.values(await client.hgetallBuffer(key));
  if (kind === 'list') return client.lrangeBuffer(key, 0, -1);
  if (kind === 'set') return bytesOf(await client.smembers(key));
  if (kind === 'zset') return bytesOf(await client.zrange(key, '0', '-1'));
  return kind === 'stream' ? bytesOf((await client.xrange(key, '-', '+')).flat(2)) : [];
}

function bytesOf(told: readonly (string | number)[]): readonly Buffer[] {
  return told.map((one) => Buffer.from(String(one)));
}
