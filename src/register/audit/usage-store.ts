import { sql } from 'kysely';
import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import { anyOf, type Db, noneOf } from '../../storage/index.ts';
import { NOT_TOLD, type Usage } from './usage.ts';

/** Whose usages are wanted: by their file, under every id of it, and by the name that lines give those who had none. */
export interface UsageSearch {
  readonly clientIds: readonly string[];
  readonly subject: string | undefined;
  readonly from: Temporal.Instant | undefined;
  readonly until: Temporal.Instant | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** How somebody's data were used, the newest first, and how often altogether. Only what a person or another system did: not what machines did in its train. */
export async function findUsages(db: Db, search: UsageSearch): Promise<{ readonly total: number; readonly usages: readonly Usage[] }> {
  const { clientIds, subject, from, until, offset, limit } = search;
  const told = sql`
    from audit_event
    where (client_id = ${anyOf(clientIds)} or (details ? 'subject' and details->>'subject' = ${subject ?? null}::text))
      and (user_id is not null or details ? 'asker') and outcome = 'DONE' and action <> ${noneOf(NOT_TOLD)}
      and (${from === undefined ? null : dateOf(from)}::timestamptz is null or at >= ${from === undefined ? null : dateOf(from)}::timestamptz)
      and (${until === undefined ? null : dateOf(until)}::timestamptz is null or at <= ${until === undefined ? null : dateOf(until)}::timestamptz)`;
  const [counted, found] = await Promise.all([
    sql<{ total: number }>`select count(*) as total ${told}`.execute(db),
    sql<{ at: Date; action: string; institution_id: string | null; asker: string | null; proceeding_id: string | null }>`
      select at, action, institution_id, details->>'asker' as asker, proceeding_id ${told}
      order by at desc, id desc offset ${offset} limit ${limit}`.execute(db),
  ]);
  return {
    total: Number(counted.rows[0]?.total ?? 0),
    usages: found.rows.map((row) => ({
      at: instantOf(row.at),
      action: row.action,
      institutionId: row.institution_id ?? undefined,
      asker: row.asker ?? undefined,
      proceedingId: row.proceeding_id ?? undefined,
    })),
  };
}

/** Since when the log tells: its first line. Undefined while it is empty. */
export async function loggedSince(db: Db): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ at: Date }>`
    select at from audit_seal order by line limit 1`.execute(db);
  return rows[0] && instantOf(rows[0].at);
}
