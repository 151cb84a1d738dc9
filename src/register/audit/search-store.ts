import { sql } from 'kysely';
import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import { anyOf, type Db } from '../../storage/index.ts';
import type { AuditEventRow } from './store.ts';

/** Lines that are looked for. At least one of the first three is given, so that an index leads to them. */
export interface AuditSearch {
  readonly userId: string | undefined;
  readonly clientIds: readonly string[] | undefined;
  readonly proceedingId: string | undefined;
  readonly institutionId: string | undefined;
  readonly action: string | undefined;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  /** Of the last line of the page before. */
  readonly before: string | undefined;
  readonly atMost: number;
}

/** A line as supervision reads it: ids alone, as it was written. */
export interface FoundLine {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly action: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly userId: string | null;
  readonly institutionId: string | null;
  readonly roles: readonly string[] | null;
  readonly system: string | null;
  readonly objectType: string | null;
  readonly objectId: string | null;
  readonly clientId: string | null;
  readonly proceedingId: string | null;
  readonly details: object | null;
}

/** The newest first. */
export async function searchAudit(db: Db, search: AuditSearch): Promise<readonly FoundLine[]> {
  const { userId, clientIds, proceedingId, institutionId, action, from, until, before, atMost } = search;
  const conditions = [
    sql`at >= ${dateOf(from)} and at < ${dateOf(until)}`,
    userId === undefined ? undefined : sql`user_id = ${userId}`,
    clientIds === undefined ? undefined : sql`client_id = ${anyOf(clientIds)}`,
    proceedingId === undefined ? undefined : sql`proceeding_id = ${proceedingId}`,
    institutionId === undefined ? undefined : sql`institution_id = ${institutionId}`,
    action === undefined ? undefined : sql`action = ${action}`,
    before === undefined ? undefined : sql`(at, id) < (select at, id from audit_event where id = ${before})`,
  ].filter((condition) => condition !== undefined);
  const { rows } = await sql<AuditEventRow>`
    select * from audit_event where ${sql.join(conditions, sql` and `)} order by at desc, id desc limit ${atMost}`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    at: instantOf(row.at),
    action: row.action,
    outcome: row.outcome,
    code: row.code,
    userId: row.user_id,
    institutionId: row.institution_id,
    roles: row.roles,
    system: row.system,
    objectType: row.object_type,
    objectId: row.object_id,
    clientId: row.client_id,
    proceedingId: row.proceeding_id,
    details: row.details,
  }));
}
