import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parsePersonalCode } from '../../src/estonia/index.ts';
import { newId } from '../../src/platform/index.ts';
import { createTestDatabase, type TestDatabase } from '../database.ts';
import { EMPTY, grow } from './growth.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await grow(test.database, newId(), EMPTY);
});
afterAll(() => test.drop());

it('lays in people with codes of their own, each true, and all that refers to something refers to what is there', async () => {
  const { db } = test.database;
  const { rows: people } = await sql<{ personal_code: string }>`select personal_code from client`.execute(db);
  expect(people).toHaveLength(EMPTY.clients);
  expect(people.filter(({ personal_code: code }) => parsePersonalCode(code) === undefined)).toEqual([]);
  const { rows: references } = await sql<{ child: string; parent: string; column: string; key: string }>`
    select conrelid::regclass::text as child, confrelid::regclass::text as parent, a.attname as column, k.attname as key
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    join pg_attribute k on k.attrelid = c.confrelid and k.attnum = c.confkey[1]
    where contype = 'f' and cardinality(conkey) = 1`.execute(db);
  expect(references.length).toBeGreaterThan(30);
  const { rows: dangling } = await sql`${sql.join(
    references.map(
      ({ child, parent, column, key }) => sql`
        select ${`${child}.${column}`} as column where exists (select from ${sql.table(child)} c where ${sql.ref(column)} is not null
          and not exists (select from ${sql.table(parent)} p where p.${sql.ref(key)} = c.${sql.ref(column)}))`,
    ),
    sql` union all `,
  )}`.execute(db);
  expect(dangling).toEqual([]);
  const { rows: counts } = await sql<{ proceedings: number; queries: number }>`
    select (select count(*) from proceeding) as proceedings, (select count(*) from query) as queries`.execute(db);
  expect(counts).toEqual([{ proceedings: EMPTY.proceedings, queries: EMPTY.queries }]);
});
