import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../src/platform/index.ts';
import { createDataKeys, openPostgresCache, openRedisCache } from '../../src/storage/index.ts';
import { openProceeding, openTestGateway, type TestGateway } from '../gateway.ts';
import { MASTER_KEYS } from '../installation.ts';
import { redisIsThere, startRedis, type TestRedis } from '../redis.ts';
import { type Dump, dumpPostgres, dumpPostgresFiles, dumpRedis, whereIn } from './dump.ts';

/** One that may be kept in its row, and one that may only be shown and is in the cache alone. */
/** One that may be stored, and lies in its row; one that may be shown only, and lies in the cache alone. */
const TYPES = ['RR.RESIDENCES_DOCS_RELATIONS', 'TOR.EMPLOYMENT'] as const;
/** Shorter texts are in anything. */
const MARKER_AT_LEAST = 6;

function leavesNothing(open: () => Promise<{ star: TestGateway; redis?: TestRedis }>): void {
  let star: TestGateway;
  let redis: TestRedis | undefined;
  beforeAll(async () => {
    ({ star, redis } = await open());
  });
  afterAll(async () => {
    await star.close();
    await redis?.stop();
  });

  const dumpAll = async (): Promise<{ live: Dump; files: Dump }> => {
    const { db } = star.gateway.database;
    const inRedis: Dump = redis === undefined ? new Map() : await dumpRedis(redis.url, redis.directory);
    return { live: new Map([...(await dumpPostgres(db)), ...inRedis]), files: await dumpPostgresFiles(db) };
  };
  const tryKeys = async (sealed: Uint8Array, queryId: string) => {
    const keys = createDataKeys(MASTER_KEYS);
    const { rows } = await sql<{ id: string }>`select owner_id as id from data_key`.execute(star.gateway.database.db);
    const opened = await Promise.all(rows.map(async ({ id }) => (await keys.open(star.gateway.database.db, id))?.unseal(sealed, queryId)));
    return opened.flatMap((plain) => (plain === undefined ? [] : [Buffer.from(plain).toString()]));
  };

  it('leaves nothing of an answer that anybody could read once its proceeding is closed, in no store and with the master key in hand', async () => {
    const { db } = star.gateway.database;
    const mari = await star.worker();
    const person = star.country.personae.EMPLOYED_PARENT ?? '';
    const proceeding = await openProceeding(mari, [person]);
    const other = await openProceeding(mari, [star.country.personae.LONE_PENSIONER ?? '']);
    const unasked = await dumpAll();
    const answers = new Map<string, readonly string[]>();
    for (const type of TYPES) {
      const question = { type, subjectId: proceeding.subjects[0], justification: 'Toimetuleku hindamiseks' };
      const { body } = await mari('POST', `/api/v1/proceedings/${proceeding.id}/queries?wait=20`, question);
      expect(body).toMatchObject({ state: 'ANSWERED', answer: { state: 'FOUND' } });
      // What the register told and nobody knew before.
      const texts = textsOf((body.answer as { record: unknown }).record).filter((text) => text.length >= MARKER_AT_LEAST);
      const markers = [...new Set(texts)].filter((text) => whereIn(unasked.live, Buffer.from(text)).length === 0);
      expect(markers.length).toBeGreaterThan(0);
      answers.set(String(body.id), markers);
    }
    await mari('POST', `/api/v1/proceedings/${other.id}/queries?wait=20`, { type: TYPES[0], subjectId: other.subjects[0] });
    const markers = [...answers.values()].flat();

    // While it is open: nothing lies in the clear, and the sealed bytes open under the proceeding's key.
    const open = await dumpAll();
    const [, shown = ''] = answers.keys();
    const cached = [[shown, await sealedIn(star, redis, proceeding.id, shown)] as const];
    const { rows: kept } = await sql<{ id: string; sealed: Buffer }>`
      select query_id as id, sealed from query_answer where query_id in (select id from query where proceeding_id = ${proceeding.id})`.execute(
      db,
    );
    const sealed = [...cached, ...kept.map((row) => [row.id, row.sealed] as const)];
    expect(sealed.map(([id]) => id).sort()).toEqual([...answers.keys()].sort());
    for (const dump of [open.live, open.files]) for (const marker of markers) expect(whereIn(dump, Buffer.from(marker))).toEqual([]);
    for (const [id, bytes] of sealed) {
      expect(whereIn(open.live, bytes).length).toBeGreaterThan(0);
      const plain = await tryKeys(bytes, id);
      expect(plain).toHaveLength(1);
      for (const marker of answers.get(id) ?? []) expect(plain[0]).toContain(marker);
    }
    const { rows: keyRows } = await sql<{ key: Buffer }>`select wrapped_key as key from data_key where owner_id = ${proceeding.id}`.execute(
      db,
    );
    const wrapped = keyRows[0]?.key ?? Buffer.of();
    for (const dump of [open.live, open.files]) expect(whereIn(dump, wrapped)).not.toEqual([]);

    const { status } = await mari('POST', `/api/v1/proceedings/${proceeding.id}/close`, { reason: 'DECIDED' });
    expect(status).toBe(200);
    const closed = await dumpAll();
    for (const dump of [closed.live, closed.files]) for (const marker of markers) expect(whereIn(dump, Buffer.from(marker))).toEqual([]);
    // The key is in no row; and in no dead one, once the database has cleaned up behind the transaction.
    expect(whereIn(closed.live, wrapped)).toEqual([]);
    await sql`vacuum data_key`.execute(db);
    expect(whereIn(await dumpPostgresFiles(db), wrapped)).toEqual([]);
    for (const [id, bytes] of kept.map((row) => [row.id, row.sealed] as const)) {
      expect([id, whereIn(closed.live, bytes).filter((place) => place.includes('query_answer'))]).toEqual([id, []]);
    }
    // What a dump from before the close still holds opens under no key that is left, the master key and everybody else's keys in hand.
    for (const [id, bytes] of sealed) expect(await tryKeys(bytes, id)).toEqual([]);
    // The same look does open what is still open.
    const { rows: others } = await sql<{ id: string; sealed: Buffer }>`select query_id as id, sealed from query_answer`.execute(db);
    expect(others).toHaveLength(1);
    for (const { id, sealed: bytes } of others) expect(await tryKeys(bytes, id)).toHaveLength(1);
  }, 120_000);
}

async function sealedIn(star: TestGateway, redis: TestRedis | undefined, proceedingId: string, queryId: string): Promise<Uint8Array> {
  const cache =
    redis === undefined
      ? openPostgresCache(star.gateway.database)
      : await openRedisCache({ address: redis.address, log: createLog('silent') });
  try {
    const sealed = await cache.get(proceedingId, queryId);
    if (sealed === undefined) throw new Error('the answer is not in the cache');
    return sealed;
  } finally {
    await cache.close();
  }
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

describe('with the cache on PostgreSQL', () => {
  leavesNothing(async () => ({ star: await openTestGateway() }));
});

describe.runIf(redisIsThere('what is left of a closed proceeding'))('with the cache on Redis, which keeps a snapshot and a journal', () => {
  leavesNothing(async () => {
    const redis = await startRedis([
      '--appendonly',
      'yes',
      '--appendfsync',
      'always',
      '--aof-use-rdb-preamble',
      'no',
      '--rdbcompression',
      'no',
    ]);
    return { star: await openTestGateway({ redis: redis.address }), redis };
  });
});
