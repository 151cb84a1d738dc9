import { instantOf, type Temporal } from '../../platform/index.ts';
import { anyWord, type Db } from '../../storage/index.ts';
import type { AuditActor } from './audit-line.ts';
import { type AuditEventRow, lastSeal } from './store.ts';

type Tables = {
  audit_event: AuditEventRow;
  audit_seal: { line: string; event_id: string };
};

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
  const rows = await db
    .withTables<Tables>()
    .selectFrom('audit_seal')
    .innerJoin('audit_event', 'audit_event.id', 'audit_seal.event_id')
    .selectAll('audit_event')
    .where('audit_seal.line', '>', String(after))
    .where('audit_seal.line', '<=', String(until))
    .where('audit_event.action', '=', anyWord(actions))
    .orderBy('audit_seal.line')
    .execute();
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
