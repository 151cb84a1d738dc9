import { sql } from 'kysely';
import { dateOf, instantOf, type Temporal } from '../platform/index.ts';
import type { Db } from '../storage/index.ts';

/** Why exchanges with a register have failed since a moment, by code, and how many queries stand failed for it now. */
export interface RecentFault {
  readonly code: string;
  readonly exchanges: number;
  readonly lastAt: Temporal.Instant | null;
  readonly standing: number;
}

/** Codes told of at a time: a register that makes up new ones fills no page. */
const CODES_AT_MOST = 50;

/** A register's faults by code: what has failed since the moment, and what stands failed however old it is. The most first. */
export async function recentFaults(db: Db, registry: string, since: Temporal.Instant): Promise<readonly RecentFault[]> {
  const { rows } = await sql<{ code: string; exchanges: number; last_at: Date | null; standing: number }>`
    select code, coalesce(f.exchanges, 0) as exchanges, f.last_at, coalesce(s.standing, 0) as standing
    from (
      select a.code, count(*) as exchanges, max(a.sent_at) as last_at
      from query_attempt a cross join lateral (select registry from query where id = a.query_id limit 1) q
      where a.sent_at >= ${dateOf(since)} and q.registry = ${registry} and a.code is not null
      group by a.code
    ) f
    full join (
      select code, count(*) as standing from query
      where registry = ${registry} and state in ('FAULTED', 'FAILED') and code is not null group by code
    ) s using (code)
    order by standing desc, exchanges desc, code limit ${CODES_AT_MOST}`.execute(db);
  return rows.map((row) => ({
    code: row.code,
    exchanges: Number(row.exchanges),
    lastAt: row.last_at === null ? null : instantOf(row.last_at),
    standing: Number(row.standing),
  }));
}
