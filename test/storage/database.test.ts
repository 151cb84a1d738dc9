import { CompiledQuery, sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog, fail, ok } from '../../src/platform/index.ts';
import { openDatabase } from '../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../database.ts';

type Tables = { note: { id: number; text: string } };

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  await sql`create table note (id integer primary key, text text not null)`.execute(test.database.db);
});
afterAll(() => test.drop());

const texts = async () =>
  (await test.database.db.withTables<Tables>().selectFrom('note').select('text').orderBy('text').execute()).map(({ text }) => text);

it('keeps what a use case decided and undoes what it refused', async () => {
  const insert = (id: number, text: string) => sql`insert into note values (${id}, ${text})`;
  const kept = await test.database.decide(async (tx) => {
    await insert(1, 'kept').execute(tx);
    return ok('done');
  });
  const refused = await test.database.decide(async (tx) => {
    await insert(2, 'refused').execute(tx);
    return fail('NO');
  });
  await expect(
    test.database.transaction(async (tx) => {
      await insert(3, 'thrown').execute(tx);
      throw new Error('a bug');
    }),
  ).rejects.toThrow('a bug');
  expect([kept, refused]).toEqual([ok('done'), fail('NO')]);
  expect(await texts()).toEqual(['kept']);
});

it('sorts as Estonian does', async () => {
  const { rows } = await sql<{
    w: string;
  }>`select w from unnest(array['tomat', 'žest', 'äke', 'zen', 'õun', 'sõna', 'šokk', 'ülo']) w order by w`.execute(test.database.db);
  expect(rows.map(({ w }) => w)).toEqual(['sõna', 'šokk', 'zen', 'žest', 'tomat', 'õun', 'äke', 'ülo']);
});

it('gives dates as they are and counts as numbers', async () => {
  const { rows } = await sql`select date '2026-11-23' as day, count(*) as count from (values (1), (2)) v`.execute(test.database.db);
  expect(rows).toEqual([{ day: '2026-11-23', count: 2 }]);
});

it('outlives the loss of every connection, also of one lent out', async () => {
  const { database } = test;
  const killAll = () =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  const other = await openDatabase({ url: test.url, log: createLog('silent') });
  const lost = other.transaction(async (tx) => {
    await tx.executeQuery(CompiledQuery.raw('select 1'));
    await killAll().execute(database.db);
    await tx.executeQuery(CompiledQuery.raw('select 1'));
  });
  await expect(lost).rejects.toThrow();
  expect(await other.ping()).toBe(true);
  await other.close();
});

it('says that it is down instead of throwing', async () => {
  const nowhere = await openDatabase({ url: 'postgresql://star@127.0.0.1:1/none', log: createLog('silent') });
  expect(await nowhere.ping()).toBe(false);
  await nowhere.close();
});

it('lets two processes migrate at once', async () => {
  const { database, url } = test;
  await sql`drop schema bullmq cascade`.execute(database.db);
  await sql`drop schema public cascade`.execute(database.db);
  await sql`create schema public`.execute(database.db);
  const second = await openDatabase({ url, log: createLog('silent') });
  await Promise.all([database.migrate(), second.migrate()]);
  await second.close();
  const { rows } = await sql<{ count: number }>`select count(*) from schema_migration`.execute(database.db);
  expect(rows[0]?.count).toBeGreaterThanOrEqual(3);
});
