import { sql } from 'kysely';
import { dateOf, instantOf, newId, type Temporal } from '../../platform/index.ts';
import { anyOf, type Db, type Places, rowsOf, statement, type Tx } from '../../storage/index.ts';
import type { AuditLine, TrailLine } from './audit-line.ts';

/** A row of the log as it lies in the database: what the seal is computed over. */
export type AuditEventRow = {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly user_id: string | null;
  readonly institution_id: string | null;
  readonly roles: readonly string[] | null;
  readonly system: string | null;
  readonly object_type: string | null;
  readonly object_id: string | null;
  readonly client_id: string | null;
  readonly proceeding_id: string | null;
  readonly details: object | null;
};

type Tables = {
  audit_event: AuditEventRow;
  audit_seal: { line: string; event_id: string; hash: Uint8Array; at: Date };
  /** Filled by a trigger, emptied by the sealer. */
  audit_unsealed: { event_id: string; at: Date };
};

const tables = (db: Db) => db.withTables<Tables>();

/** Any number that no other part of the gateway locks by: "audi" in ASCII. One sealer at a time. */
const SEALER_LOCK = 0x61756469;

const insertRows = statement((db, { rows }: Places<{ rows: readonly AuditEventRow[] }>) =>
  tables(db).insertInto('audit_event').expression(rowsOf('audit_event', rows)),
);

/** Appends lines in the caller's transaction: they stand if what they tell of stands. Plain inserts, so that writers never wait for each other. */
export async function appendAuditLines(db: Db, lines: readonly AuditLine[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map(
    (line): AuditEventRow => ({
      id: newId(),
      at: dateOf(line.at),
      action: line.action,
      outcome: line.outcome,
      code: line.code ?? null,
      user_id: line.actor?.userId ?? null,
      institution_id: line.actor?.institutionId ?? null,
      roles: line.actor?.roles ?? null,
      system: line.system ?? null,
      object_type: line.object?.type ?? null,
      object_id: line.object?.id ?? null,
      client_id: line.clientId ?? null,
      proceeding_id: line.proceedingId ?? null,
      details: line.details ?? null,
    }),
  );
  await insertRows(db, { rows });
}

/** {@link appendAuditLines} of one. */
export async function appendAudit(db: Db, line: AuditLine): Promise<void> {
  await appendAuditLines(db, [line]);
}

/** What the log has of one object, within its proceeding, oldest first. Nobody is named. */
export async function findTrail(db: Db, proceedingId: string, objectId: string): Promise<readonly TrailLine[]> {
  const rows = await tables(db)
    .selectFrom('audit_event')
    .select(['id', 'at', 'action', 'outcome', 'code', 'roles', 'system', 'details'])
    .where('proceeding_id', '=', proceedingId)
    .where('object_id', '=', objectId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(({ at, details, ...line }) => ({ ...line, at: instantOf(at), details: membersOf(details) }));
}

function membersOf(details: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof details === 'object' && details !== null ? Object.entries(details) : []);
}

/** Whether this transaction is now the only sealer. */
export async function becomeSealer(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`select pg_try_advisory_xact_lock(${SEALER_LOCK}) as locked`.execute(tx);
  return rows[0]?.locked === true;
}

export async function lastSeal(db: Db): Promise<{ line: number; hash: Uint8Array } | undefined> {
  const row = await tables(db).selectFrom('audit_seal').select(['line', 'hash']).orderBy('line', 'desc').limit(1).executeTakeFirst();
  return row && { line: Number(row.line), hash: row.hash };
}

/**
 * The lines that wait to be sealed, oldest first. Asks only for what waits: the log itself may be of any length. Each is looked up by itself, whatever
 * the planner believes of a table that is filled and emptied all the time.
 */
export async function unsealedEvents(db: Db, atMost: number): Promise<readonly AuditEventRow[]> {
  const { rows } = await sql<AuditEventRow>`
    select line.* from (select event_id, at from audit_unsealed order by at, event_id limit ${atMost}) waiting
    cross join lateral (select * from audit_event where id = waiting.event_id and at = waiting.at limit 1) line
    order by waiting.at, waiting.event_id`.execute(db);
  return rows;
}

/** What waits to be sealed: how many lines, and when the oldest of them was written. */
export async function unsealedBacklog(db: Db): Promise<{ readonly lines: number; readonly since: Temporal.Instant | undefined }> {
  const [counted, oldest] = await Promise.all([
    tables(db)
      .selectFrom('audit_unsealed')
      .select((eb) => eb.fn.countAll<string>().as('lines'))
      .executeTakeFirstOrThrow(),
    unsealedEvents(db, 1),
  ]);
  return { lines: Number(counted.lines), since: oldest[0] && instantOf(oldest[0].at) };
}

/** Counted in the log itself, not among what waits: somebody could have taken a line out of the waiting. */
export async function countUnsealed(db: Db): Promise<number> {
  const row = await tables(db)
    .selectFrom('audit_event')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where((eb) => eb.not(eb.exists(eb.selectFrom('audit_seal').select('line').whereRef('audit_seal.event_id', '=', 'audit_event.id'))))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function insertSeals(tx: Tx, seals: readonly { line: number; eventId: string; hash: Uint8Array }[]): Promise<void> {
  const lines = seals.map(({ line }) => line);
  const events = seals.map(({ eventId }) => eventId);
  const hashes = seals.map(({ hash }) => hash);
  await tables(tx)
    .insertInto('audit_seal')
    .expression(
      sql`
        select line, event_id, hash, at from unnest(${lines}::bigint[], ${events}::uuid[], ${hashes}::bytea[]) as sealed (line, event_id, hash)
        join audit_unsealed using (event_id)`,
    )
    .execute();
  await tables(tx).deleteFrom('audit_unsealed').where('event_id', '=', anyOf(events)).execute();
}

/** A seal, with its line of the log where there still is one. */
export interface SealWithEvent {
  readonly line: number;
  readonly hash: Uint8Array;
  readonly at: Temporal.Instant;
  readonly event: AuditEventRow | undefined;
}

/** Seals from the given line on. */
export async function sealedEvents(db: Db, fromLine: number, atMost: number): Promise<readonly SealWithEvent[]> {
  const seals = await tables(db)
    .selectFrom('audit_seal')
    .selectAll()
    .where('line', '>=', String(fromLine))
    .orderBy('line')
    .limit(atMost)
    .execute();
  if (seals.length === 0) return [];
  const { rows: events } = await sql<AuditEventRow>`
    select line.* from audit_seal seal
    cross join lateral (select * from audit_event where id = seal.event_id and at = seal.at limit 1) line
    where seal.line between ${fromLine} and ${Number(seals.at(-1)?.line)}`.execute(db);
  const byId = new Map(events.map((event) => [event.id, event]));
  return seals.map((seal) => ({ line: Number(seal.line), hash: seal.hash, at: instantOf(seal.at), event: byId.get(seal.event_id) }));
}
