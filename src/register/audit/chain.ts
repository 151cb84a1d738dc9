import { createHash } from 'node:crypto';
import type { Clock, Log } from '../../platform/index.ts';
import type { Database, Db } from '../../storage/index.ts';
import { type ChainStart, findChainStart } from './month-store.ts';
import { prepareMonths } from './months.ts';
import {
  type AuditEventRow,
  becomeSealer,
  countUnsealed,
  insertSeals,
  lastSeal,
  type SealWithEvent,
  sealedEvents,
  unsealedEvents,
} from './store.ts';

/** The hash before the first line. */
export const GENESIS: Uint8Array = new Uint8Array(32);
/** Lines sealed or verified at a time: bounds the memory, not the log. */
const BATCH = 1000;
/** How often new lines are sealed: 1 s. What is younger could be deleted without a trace by somebody who owns the database at that moment. */
const EVERY_MS = 1000;

/** The hash of a line: SHA-256 over the hash before it and the line's own content. */
export function sealOf(before: Uint8Array, line: number, event: AuditEventRow): Uint8Array {
  return createHash('sha256').update(before).update(contentOf(line, event)).digest();
}

/** A line as it is sealed: its keys stand in a fixed order. */
export function contentOf(line: number, event: AuditEventRow): string {
  return JSON.stringify([
    line,
    event.id,
    event.at.toISOString(),
    event.action,
    event.outcome,
    event.code,
    event.user_id,
    event.institution_id,
    event.roles,
    event.system,
    event.object_type,
    event.object_id,
    event.client_id,
    event.proceeding_id,
    sorted(event.details),
  ]);
}

/** The database keeps no order of keys, so the seal must not depend on one. */
function sorted(details: unknown): unknown {
  if (typeof details !== 'object' || details === null) return details;
  return Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Seals the lines that stand unsealed, a batch at a time. Gives how many; 0 as well when another process is at it. */
export async function sealAudit(database: Database): Promise<number> {
  return database.transaction(async (tx) => {
    if (!(await becomeSealer(tx))) return 0;
    const events = await unsealedEvents(tx, BATCH);
    if (events.length === 0) return 0;
    let { line, hash } = (await lastSeal(tx)) ?? { line: 0, hash: GENESIS };
    const seals = events.map((event) => {
      line += 1;
      hash = sealOf(hash, line, event);
      return { line, eventId: event.id, hash };
    });
    await insertSeals(tx, seals);
    return seals.length;
  });
}

/** How often the end of the chain is told to the process's log, which lies elsewhere: 10 min. */
const NOTED_EVERY_MS = 600_000;

/** How often it is looked whether the coming months have their tables: 1 h. They are made two months ahead. */
const MONTHS_EVERY_MS = 3_600_000;

/** Seals from time to time, makes the log's coming months, and notes the end of the chain in the process's log, until the returned function is called, which seals what is left. */
export function startSealing({
  database,
  clock,
  log,
}: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => {
    running = running.then(work).catch((error: unknown) => log.error({ err: error }, 'audit lines not sealed'));
    return running;
  };
  const round = () =>
    inTurn(async () => {
      while ((await sealAudit(database)) === BATCH);
    });
  const note = async () => {
    const head = await lastSeal(database.db);
    if (head !== undefined) log.info({ line: head.line, hash: Buffer.from(head.hash).toString('hex') }, 'end of the audit chain');
  };
  const prepare = async () => {
    const rest = await prepareMonths(database.db, clock);
    if (rest > 0) log.warn({ lines: rest }, 'lines of the audit log lie in no month of it');
  };
  inTurn(prepare);
  const timers = [
    setInterval(round, EVERY_MS),
    setInterval(() => inTurn(note), NOTED_EVERY_MS),
    setInterval(() => inTurn(prepare), MONTHS_EVERY_MS),
  ];
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await round();
    await inTurn(note);
  };
}

/** A line as it was once noted outside the database: in the log, on paper. What was cut off behind it shows. */
export interface AuditAnchor {
  readonly line: number;
  /** Hexadecimal. */
  readonly hash: string;
}

/** What a walk along the chain found. */
export interface AuditVerdict {
  /** Those of months that are gone are counted: they were walked when they were there, and what follows covers them. */
  readonly lines: number;
  /** Lines of the log that no seal covers yet. More than some seconds' worth means that nobody seals. */
  readonly unsealed: number;
  /** The end of the chain, for noting down. Absent when there is none, or the chain is broken. */
  readonly head?: AuditAnchor;
  /** The first line that is not as it was sealed, and how: changed, missing, not the next number, or cut off before a noted line. */
  readonly broken?: { readonly line: number; readonly how: 'CHANGED' | 'MISSING' | 'GAP' | 'CUT_OFF' };
}

/**
 * Walks the whole chain, from where the months that are gone have left it, and names the first line that is not as it was sealed. A chain tells of everything but its own end: whether lines were
 * cut off there, only an anchor noted elsewhere can say.
 */
export async function verifyAudit(db: Db, anchor?: AuditAnchor): Promise<AuditVerdict> {
  const unsealed = await countUnsealed(db);
  const start = await findChainStart(db);
  let { line, hash } = start ?? { line: 0, hash: GENESIS };
  let stragglers = 0;
  for (;;) {
    const batch = await sealedEvents(db, line + 1, BATCH);
    if (batch.length === 0) break;
    for (const seal of batch) {
      if (seal.line !== line + 1) return { lines: line, unsealed, broken: { line: line + 1, how: 'GAP' } };
      if (seal.event === undefined) {
        stragglers += 1;
        if (start === undefined || !isStraggler(seal, start, stragglers))
          return { lines: line, unsealed, broken: { line: seal.line, how: 'MISSING' } };
      }
      hash = seal.event === undefined ? seal.hash : sealOf(hash, seal.line, seal.event);
      const noted = anchor?.line === seal.line ? Buffer.from(anchor.hash, 'hex') : seal.hash;
      if (Buffer.compare(hash, seal.hash) !== 0 || Buffer.compare(hash, noted) !== 0) {
        return { lines: line, unsealed, broken: { line: seal.line, how: 'CHANGED' } };
      }
      line = seal.line;
    }
  }
  if (anchor !== undefined && anchor.line > line) return { lines: line, unsealed, broken: { line: line + 1, how: 'CUT_OFF' } };
  return { lines: line, unsealed, ...(line === 0 ? {} : { head: { line, hash: Buffer.from(hash).toString('hex') } }) };
}

/** Whether a line is gone with its month although others stayed before it. There are no more of them than were noted; what follows covers their hash. */
function isStraggler({ line, at }: SealWithEvent, start: ChainStart, count: number): boolean {
  return line <= start.lastLine && at.epochMilliseconds < start.goneBefore.epochMilliseconds && count <= start.stragglers;
}
