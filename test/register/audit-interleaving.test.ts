import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Temporal } from '../../src/platform/index.ts';
import { type AuditAnchor, appendAudit, sealAudit, verifyAudit } from '../../src/register/audit/index.ts';
import type { Database, Tx } from '../../src/storage/index.ts';
import { createTestDatabase } from '../database.ts';

let database: Database;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ database, drop } = await createTestDatabase());
});
afterAll(() => drop());

/** Writers that are in the middle of something at the same time. */
const WRITERS = 4;
/** Before the first month that the log has of its own, in it, and far behind it. */
const TIMES = ['2019-12-31T23:59:59Z', '2026-11-23T08:00:00Z', '2026-12-01T00:00:00Z', '2031-05-05T05:05:05Z'];

/** A transaction that is held open while others go on. */
interface Writing {
  readonly tx: Tx;
  readonly lines: string[];
  end(how: 'COMMIT' | 'ROLLBACK'): Promise<void>;
}

class RolledBack extends Error {}

async function begin(): Promise<Writing> {
  const open = Promise.withResolvers<Tx>();
  const ended = Promise.withResolvers<'COMMIT' | 'ROLLBACK'>();
  const over = database
    .transaction(async (tx) => {
      open.resolve(tx);
      if ((await ended.promise) === 'ROLLBACK') throw new RolledBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
  return {
    tx: await open.promise,
    lines: [],
    async end(how) {
      ended.resolve(how);
      await over;
    },
  };
}

/** A sealer that is killed right before what it has sealed would have been committed. */
const dying = (): Database => ({
  ...database,
  transaction: (work) =>
    database.transaction(async (tx, commit) => {
      const result = await work(tx, commit);
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
      return result;
    }),
});

const writer = fc.nat({ max: WRITERS - 1 });
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ does: fc.constant('WRITE' as const), writer, at: fc.constantFrom(...TIMES) }) },
    { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('COMMIT' as const, 'ROLLBACK' as const), writer }) },
    { weight: 3, arbitrary: fc.record({ does: fc.constant('SEAL' as const), processes: fc.integer({ min: 1, max: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('DIE' as const) }) },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('VERIFY' as const) }) },
  ),
  { minLength: 5, maxLength: 40 },
);

it('verifies after any interleaving of writers and sealers, and has each line that was committed once and no other', async () => {
  const committed: string[] = [];
  let serial = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const writing = new Map<number, Writing>();
      const heads: AuditAnchor[] = [];
      const verify = async () => {
        const verdict = await verifyAudit(database.db);
        expect(verdict).not.toHaveProperty('broken');
        expect(verdict.lines + verdict.unsealed).toBe(committed.length);
        if (verdict.head !== undefined) heads.push(verdict.head);
        return verdict;
      };
      const finish = async (one: number, how: 'COMMIT' | 'ROLLBACK') => {
        const open = writing.get(one);
        writing.delete(one);
        await open?.end(how);
        if (how === 'COMMIT') committed.push(...(open?.lines ?? []));
      };
      try {
        for (const step of taken) {
          if (step.does === 'WRITE') {
            const open = writing.get(step.writer) ?? (await begin());
            writing.set(step.writer, open);
            const action = `LINE_${++serial}`;
            await appendAudit(open.tx, {
              action,
              at: Temporal.Instant.from(step.at),
              system: 'test',
              outcome: 'DONE',
              details: { serial },
            });
            open.lines.push(action);
          }
          if (step.does === 'COMMIT' || step.does === 'ROLLBACK') await finish(step.writer, step.does);
          if (step.does === 'SEAL') await Promise.all(Array.from({ length: step.processes }, () => sealAudit(database)));
          if (step.does === 'DIE') await sealAudit(dying()).catch(() => undefined);
          if (step.does === 'VERIFY') await verify();
        }
      } finally {
        for (const one of [...writing.keys()]) await finish(one, 'COMMIT');
      }
      while ((await sealAudit(database)) > 0);
      expect(await verify()).toMatchObject({ lines: committed.length, unsealed: 0 });
      // Whatever end of it was noted on the way is still in it, as it was.
      for (const head of heads) expect(await verifyAudit(database.db, head)).not.toHaveProperty('broken');
      const { rows } = await sql<{ action: string }>`
        select action from audit_seal seal join audit_event line on line.id = seal.event_id and line.at = seal.at`.execute(database.db);
      expect(rows.map(({ action }) => action).sort()).toEqual([...committed].sort());
    }),
    { numRuns: 30 },
  );
}, 120_000);
