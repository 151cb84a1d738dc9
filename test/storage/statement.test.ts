import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anyOf, type Db, type Places, rowsOf, statement } from '../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await sql`create table noted (id uuid primary key, at timestamptz, words text[])`.execute(test.database.db);
});
afterAll(() => test.drop());

type Noted = { id: string; at: Date; words: readonly string[] };
const tables = (db: Db) => db.withTables<{ noted: Noted }>();
const A = '018f0000-0000-7000-8000-00000000000a';
const B = '018f0000-0000-7000-8000-00000000000b';

it('is made once, whatever it is filled with, inside a transaction and outside', async () => {
  const { database } = test;
  let made = 0;
  const insert = statement((db, { rows }: Places<{ rows: readonly Noted[] }>) =>
    tables(db).insertInto('noted').expression(rowsOf('noted', rows)).returning('id'),
  );
  const select = statement((db, { ids, word }: Places<{ ids: readonly string[]; word: string }>) => {
    made += 1;
    return tables(db).selectFrom('noted').selectAll().where('id', '=', anyOf(ids)).where(sql<boolean>`${word} = any(words)`).orderBy('id');
  });
  const at = new Date('2026-11-27T10:00:00Z');
  const row = (id: string, ...words: readonly string[]): Noted => ({ id, at, words });
  expect(await database.transaction((tx) => insert(tx, { rows: [row(A, 'õ', '"'), row(B, 'õ')] }))).toEqual([{ id: A }, { id: B }]);
  expect(await select(database.db, { ids: [A, B], word: 'õ' })).toEqual([row(A, 'õ', '"'), row(B, 'õ')]);
  expect(await database.transaction((tx) => select(tx, { ids: [A, B], word: '"' }))).toEqual([row(A, 'õ', '"')]);
  expect(await select(database.db, { ids: [], word: 'õ' })).toEqual([]);
  expect(made).toBe(1);
});
