import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

it('prepares what comes again, and leaves no name to what comes once', async () => {
  const prepared = await test.database.reading(async (db) => {
    for (const text of ['select 1 as once', 'select 2 as again', 'select 2 as again', 'select 2 as again']) await sql.raw(text).execute(db);
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db);
    return rows.map(({ statement }) => statement);
  });
  expect(prepared).toContain('select 2 as again');
  expect(prepared).not.toContain('select 1 as once');
});
