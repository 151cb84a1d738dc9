import { sql } from 'kysely';
import type { Database } from '../../../src/storage/index.ts';

/** What a refused call may write all the same, and why. Anything else would be half of something. */
const MAY_CHANGE: Readonly<Record<string, string>> = {
  audit_event: 'the log tells of refusals too',
  audit_unsealed: 'so does what waits to be sealed of it',
  audit_seal: 'and what is sealed behind the calls',
  session: 'whoever calls is still there: their half hour begins anew',
  citizen_session: 'likewise',
};

/** Of every table how many rows it has and what they come to. */
export type Fingerprint = ReadonlyMap<string, string>;

/** Takes fingerprints of a database; which tables there are is looked up once. */
export async function fingerprints({ db }: Database): Promise<() => Promise<Fingerprint>> {
  const { rows: tables } = await sql<{ name: string; root: string }>`
    select c.oid::regclass::text as name, coalesce(pg_partition_root(c.oid), c.oid)::regclass::text as root
    from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`.execute(db);
  const watched = tables.filter(({ root }) => !(root in MAY_CHANGE));
  const unknown = Object.keys(MAY_CHANGE).filter((name) => !tables.some(({ root }) => root === name));
  if (unknown.length > 0) throw new Error(`no such tables: ${unknown.join(', ')}`);
  const look = sql.join(
    watched.map(
      ({ name }) =>
        sql`select ${sql.lit(name)} as name, count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as content from ${sql.table(name)} t`,
    ),
    sql` union all `,
  );
  return async () => {
    const { rows } = await sql<{ name: string; content: string }>`${look}`.execute(db);
    return new Map(rows.map(({ name, content }) => [name, content]));
  };
}

/** The tables that are not as they were. */
export function changedIn(before: Fingerprint, after: Fingerprint): readonly string[] {
  return [...after].filter(([name, content]) => before.get(name) !== content).map(([name]) => name);
}
