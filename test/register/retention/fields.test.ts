import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIELDS, policiesOf } from '../../../src/register/retention/index.ts';
import type { Database } from '../../../src/storage/index.ts';
import { createTestDatabase } from '../../database.ts';
import { PERIODS } from '../../installation.ts';
import { HANGING } from './world.ts';

let database: Database;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ database, drop } = await createTestDatabase());
});
afterAll(() => drop());

const nameOf = ({ table, column }: { table: string; column: string }) => `${table}.${column}`;

describe('the field catalogue', () => {
  it('has a line for each column of each table, and none for what is not there (REQ-254)', async () => {
    const { rows } = await sql<{ table: string; column: string }>`
      select c.table_name as table, column_name as column from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
        and not exists (select from pg_inherits where inhrelid = quote_ident(c.table_name)::regclass)`.execute(database.db);
    const [stored, said] = [rows.map(nameOf).toSorted(), FIELDS.map(nameOf).toSorted()];
    expect(stored.length).toBeGreaterThan(500);
    // A new column belongs into src/register/retention/fields: what it is of the data composition, and how much it gives away.
    expect(stored.filter((name) => !said.includes(name))).toEqual([]);
    expect(said.filter((name) => !stored.includes(name))).toEqual([]);
    expect(new Set(said).size).toBe(said.length);
  });

  it('knows each table that refers to proceedings, so that its rows are seen to go with them', async () => {
    const { rows } = await sql<{ table: string }>`
      select conrelid::regclass::text as table from pg_constraint where contype = 'f' and confrelid = 'proceeding'::regclass`.execute(
      database.db,
    );
    // A new one gives an `erase...` to src/register/retention or src/roles/kept.ts, and a row to world.ts.
    expect(rows.map(({ table }) => table).filter((table) => !HANGING.includes(table))).toEqual([]);
  });

  it('puts no personal code among what gives nothing away', () => {
    const coded = FIELDS.filter(
      ({ column }) => /personal_code$|_code$|name$/.test(column) && /personal|carer|cared|first|last/.test(column),
    );
    expect(coded.length).toBeGreaterThan(8);
    expect(coded.filter(({ category }) => category === 'TECHNICAL' || category === 'PSEUDONYMOUS').map(nameOf)).toEqual([]);
  });

  it('has everything that the register does not keep for good let go of by somebody', () => {
    const policies = policiesOf(PERIODS);
    for (const { group, table } of FIELDS) expect(policies[group].carriedOut, table).not.toBe('NOT_KEPT');
    const staying = FIELDS.filter(({ group, category }) => group === 'REFERENCE' && (category === 'ORDINARY' || category === 'SPECIAL'));
    expect(staying.map(nameOf)).toEqual([]);
  });
});
