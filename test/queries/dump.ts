import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { sql } from 'kysely';
import type { Db } from '../../src/storage/index.ts';

/** Everything that a store holds, piece by piece, each with the place it lies in. */
export type Dump = ReadonlyMap<string, Buffer>;

/** Every row of every table there is, of the queue's schema too, as PostgreSQL writes it out; bytes as hexadecimal digits. */
export async function dumpPostgres(db: Db): Promise<Dump> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`.execute(
    db,
  );
  const dump = new Map<string, Buffer>();
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(db);
    dump.set(name, Buffer.from(rows.map(({ row }) => row).join('\n')));
  }
  return dump;
}

/** The files in which PostgreSQL keeps the database, after it has written out what it had in memory: dead rows are in them as well. */
export async function dumpPostgresFiles(db: Db): Promise<Dump> {
  await sql`checkpoint`.execute(db);
  const { rows } = await sql<{ folder: string }>`
    select current_setting('data_directory') || '/base/' || oid as folder from pg_database where datname = current_database()`.execute(db);
  return filesIn(rows[0]?.folder ?? '');
}

/** Every key of a Redis with all that it holds, and the bytes of the files that it keeps. */
export async function dumpRedis(url: string, directory: string): Promise<Dump> {
  const redis = new Redis(url);
  try {
    const dump = new Map<string, Buffer>();
    for (const key of await redis.keys('*')) dump.set(key, Buffer.concat([Buffer.from(`${key}\n`), await heldAt(redis, key)]));
    await redis.save();
    for (const [file, bytes] of filesIn(directory)) dump.set(file, bytes);
    return dump;
  } finally {
    redis.disconnect();
  }
}

async function heldAt(redis: Redis, key: string): Promise<Buffer> {
  const type = await redis.type(key);
  if (type === 'string') return (await redis.getBuffer(key)) ?? Buffer.of();
  const pieces = async (): Promise<readonly unknown[]> => {
    if (type === 'hash') return Object.entries(await redis.hgetall(key)).flat();
    if (type === 'set') return redis.smembers(key);
    if (type === 'zset') return redis.zrange(key, 0, '-1');
    if (type === 'list') return redis.lrange(key, 0, -1);
    if (type === 'stream') return (await redis.xrange(key, '-', '+')).flat(2);
    throw new Error(`nobody knows how to read a ${type}`);
  };
  return Buffer.from(JSON.stringify(await pieces()));
}

function filesIn(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name))]));
}

/** Where in the dump the bytes are, as they are or as hexadecimal digits. */
export function whereIn(dump: Dump, bytes: Uint8Array): readonly string[] {
  const plain = Buffer.from(bytes);
  const hex = Buffer.from(plain.toString('hex'));
  return [...dump].filter(([, held]) => held.includes(plain) || held.includes(hex)).map(([place]) => place);
}
