import { sql } from 'kysely';
import { instantOf, type Temporal } from '../../platform/index.ts';
import { anyWord, type Db } from '../../storage/index.ts';
import type { AuditActor } from './audit-line.ts';
import { type AuditEventRow, lastSeal } from './store.ts';

/** A line of the log as it stands in the chain. */
export interface SealedLine {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly action: string;
  readonly code: string | undefined;
  readonly actor: AuditActor | undefined;
  readonly object: { readonly type: string; readonly id: string } | undefined;
  readonly clientId: string | undefined;
  readonly proceedingId: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The next stretch of the chain. */
export interface Stretch {
  readonly lines: readonly SealedLine[];
  /** Its last line's number: where the next one begins behind. */
  readonly until: number;
  /** There is more behind it. */
  readonly more: boolean;
}

/**
 * Reads the chain on, behind the given line: of so many lines those of the given actions. The chain's numbers have no gaps and come in the order in
 * which they are committed, so whoever goes on from the last one read misses nothing; the log's own times and ids promise neither.
 */
export async function readSealed(db: Db, after: number, atMost: number, actions: readonly string[]): Promise<Stretch> {
  const head = (await lastSeal(db))?.line ?? 0;
  const until = Math.min(head, after + atMost);
  if (until <= after) return { lines: [], until: after, more: false };
  const { rows } = await sql<AuditEventRow>`
    select line.* from audit_seal seal
    cross join lateral (select * from audit_event where id = seal.event_id and at = seal.at limit 1) line
    where seal.line > ${after} and seal.line <= ${until} and line.action = ${anyWord(actions)}
    order by seal.line`.execute(db);
  return { lines: rows.map(lineOf), until, more: head > until };
}

/** How many lines stand behind the given one. */
export async function countSealedBehind(db: Db, line: number): Promise<number> {
  return ((await lastSeal(db))?.line ?? 0) - line;
}

function lineOf(row: AuditEventRow): SealedLine {
  const { user_id: userId, institution_id: institutionId, object_type: type, object_id: objectId } = row;
  return {
    id: row.id,
    at: instantOf(row.at),
    action: row.action,
    code: row.code ?? undefined,
    actor: userId === null || institutionId === null ? undefined : { userId, institutionId, roles: row.roles ?? [] },
    object: type === null || objectId === null ? undefined : { type, id: objectId },
    clientId: row.client_id ?? undefined,
    proceedingId: row.proceeding_id ?? undefined,
    details: typeof row.details === 'object' && row.details !== null ? { ...row.details } : {},
  };
}
