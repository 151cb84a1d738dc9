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

it('sends what is asked for at once without waiting, in its order', async () => {
  const seen = await test.database.transaction(async (tx) => {
    const [, before, , after] = await Promise.all([
      sql`insert into note values (10, 'first')`.execute(tx),
      sql<{ n: number }>`select count(*) as n from note where id >= 10`.execute(tx),
      sql`insert into note values (11, 'second')`.execute(tx),
      sql<{ n: number }>`select count(*) as n from note where id >= 10`.execute(tx),
    ]);
    await sql`delete from note where id >= 10`.execute(tx);
    return [before.rows[0]?.n, after.rows[0]?.n];
  });
  expect(seen).toEqual([1, 2]);
});

it('undoes all when one of them fails, and refuses what comes late', async () => {
  const late = Promise.withResolvers<unknown>();
  const failed = test.database.transaction(async (tx) => {
    setTimeout(() => sql`insert into note values (22, 'late')`.execute(tx).then(late.resolve, late.reject), 100);
    await Promise.all([
      sql`insert into note values (20, 'before')`.execute(tx),
      sql`select 1 / 0`.execute(tx),
      sql`insert into note values (21, 'behind')`.execute(tx),
    ]);
  });
  await expect(failed).rejects.toThrow('division by zero');
  await expect(late.promise).rejects.toThrow('the transaction is over');
  expect(await texts()).toEqual(['kept']);
});

it('does not commit what failed in between, even if the work looked away', async () => {
  const looksAway = test.database.transaction(async (tx) => {
    await sql`insert into note values (30, 'lost')`.execute(tx);
    await sql`select 1 / 0`.execute(tx).catch(() => undefined);
    return 'fine';
  });
  await expect(looksAway).rejects.toThrow('had failed before it was committed');
  expect(await texts()).toEqual(['kept']);
});

it('fails for the first reason, whichever statement is waited for', async () => {
  const failed = test.database.transaction(async (tx) => {
    // Nobody waits for the first; its failure comes before the second's, in the same piece of the answer or in one of its own.
    sql`select 1 / 0`.execute(tx).catch(() => undefined);
    await sql`select 1`.execute(tx);
  });
  await expect(failed).rejects.toThrow('division by zero');
});

it('commits behind the last statements of a work that says so, or not at all', async () => {
  await test.database.transaction(async (tx, commit) => {
    await Promise.all([sql`insert into note values (40, 'last')`.execute(tx), commit()]);
    await expect(sql`insert into note values (41, 'late')`.execute(tx)).rejects.toThrow('the transaction is over');
  });
  const failing = test.database.transaction((tx, commit) =>
    Promise.all([sql`insert into note values (42, 'undone')`.execute(tx), sql`select 1 / 0`.execute(tx), commit()]),
  );
  await expect(failing).rejects.toThrow('division by zero');
  expect(await texts()).toEqual(['kept', 'last']);
  await sql`delete from note where id = 40`.execute(test.database.db);
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

it('lets several processes migrate at once', async () => {
  const { database, url } = test;
  await sql`drop schema bullmq cascade`.execute(database.db);
  await sql`drop schema public cascade`.execute(database.db);
  await sql`create schema public`.execute(database.db);
  const others = await Promise.all([1, 2, 3].map(() => openDatabase({ url, log: createLog('silent') })));
  await Promise.all([database, ...others].map((one) => one.migrate()));
  await Promise.all(others.map((one) => one.close()));
  const { rows } = await sql<{ count: number }>`select count(*) from schema_migration`.execute(database.db);
  expect(rows[0]?.count).toBeGreaterThanOrEqual(3);
});
