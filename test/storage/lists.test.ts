import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyNumber, anyOf, anyWord, list, noneOf } from '../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const ID = '01890000-0000-7000-8000-000000000001';

describe('a list', () => {
  it.each<[string, RawBuilder<unknown>, readonly number[]]>([
    ['of ids', sql`id = ${anyOf([ID])}`, [1]],
    ['of words', sql`word = ${anyWord(['w2', 'w3'])}`, [2, 3]],
    ['of words that are not meant', sql`number < 4 and word <> ${noneOf(['w2', 'w3'])}`, [1]],
    ['of numbers', sql`number = ${anyNumber([4])}`, [4]],
    ['to be joined', sql`word in (select word from unnest(${list(['w5'], 'text')}) as word)`, [5]],
    ['of nothing', sql`id = ${anyOf([])}`, []],
  ])('%s is planned for once, however short', async (_of, condition, found) => {
    await test.database.reading(async (db) => {
      await sql`create temporary table listed (id uuid primary key, word text unique, number bigint unique)`.execute(db);
      await sql`insert into listed select ('01890000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'w' || n, n from generate_series(1, 5000) n`.execute(
        db,
      );
      await sql`analyze listed`.execute(db);
      const ask = () => sql<{ number: number }>`select number from listed where ${condition} order by number`.execute(db);
      for (let times = 0; times < 20; times += 1) expect((await ask()).rows.map(({ number }) => number)).toEqual(found);
      const { rows } = await sql<{ custom_plans: number }>`
        select custom_plans from pg_prepared_statements where statement like 'select number from listed%' order by prepare_time desc limit 1`.execute(
        db,
      );
      await sql`drop table listed`.execute(db);
      // The first five are planned to have something to compare with.
      expect(rows).toEqual([{ custom_plans: 5 }]);
    });
  });
});
