import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, settableClock, Temporal, ZONE } from '../../../src/platform/index.ts';
import { type AuditActor, appendAudit, appendAuditLines, sealAudit } from '../../../src/register/audit/index.ts';
import { enterClient } from '../../../src/register/people/index.ts';
import { followUp, judgeChain, type Quotas } from '../../../src/register/supervision/index.ts';
import type { Database } from '../../../src/storage/index.ts';
import { createTestDatabase } from '../../database.ts';
import { hire, personalCode } from '../../town.ts';

const quotas: Quotas = {
  worker: { hour: { questions: 6, persons: 3 }, day: { questions: 9, persons: 4 } },
  institution: { hour: { questions: 8, persons: 1000 }, day: { questions: 1000, persons: 1000 } },
  ceilingTimes: 2,
};
const clock = settableClock('2026-11-23T08:00:00Z');
const START = Temporal.Instant.from('2026-11-20T00:00:00Z');

let database: Database;
let drop: () => Promise<void>;
let workers: AuditActor[];
let clients: string[];
beforeAll(async () => {
  ({ database, drop } = await createTestDatabase());
  const hired = [
    await hire(database, { username: 'a', roles: ['SOCIAL_WORKER'], serial: 1 }),
    await hire(database, { username: 'b', roles: ['SOCIAL_WORKER'], serial: 2 }),
    await hire(database, { username: 'c', roles: ['SKA_CHILD_PROTECTION'], institution: '70001975', kind: 'SKA', serial: 3 }),
  ];
  workers = hired.map(({ userId, institutionId }) => ({ userId, institutionId, roles: ['SOCIAL_WORKER'] }));
  const [enterer] = workers;
  if (enterer === undefined) throw new Error('nobody was hired');
  const enter = (code: ReturnType<typeof personalCode>) => {
    const person = {
      personalCode: code,
      firstName: 'Näidis',
      lastName: 'Isik',
      birthDate: Temporal.PlainDate.from('1970-01-02'),
      sex: 'FEMALE',
      citizenship: undefined,
    } as const;
    return database.transaction((tx) => enterClient(tx, person, enterer, clock.now()));
  };
  const entered = await Promise.all([
    ...hired.map((worker) => enter(worker.personalCode)),
    enter(personalCode(50)),
    enter(personalCode(51)),
  ]);
  clients = entered.map(String);
});
afterAll(() => drop());

const ports = () => ({ database, clock, quotas });

async function settle() {
  while ((await sealAudit(database)) > 0);
  while ((await judgeChain(ports())) === 'MORE');
}

/** A process that is killed right before its transaction would have been committed. */
function dying(): Database {
  return {
    ...database,
    transaction: (work) =>
      database.transaction(async (tx, commit) => {
        const result = await work(tx, commit);
        await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
        return result;
      }),
  };
}

const line = (worker: number, client: number, hour: number, refused: boolean) => ({
  action: refused ? 'QUERY_REFUSED' : 'QUERY_ASKED',
  at: START.add({ hours: hour }),
  actor: workers[worker] ?? { userId: '', institutionId: '', roles: [] },
  object: { type: 'query', id: newId() },
  clientId: clients[client] ?? '',
  proceedingId: '019ab000-0000-7000-8000-000000000004',
  outcome: 'DONE' as const,
  ...(refused ? { code: 'JUSTIFICATION_REQUIRED' } : {}),
});

const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('ASK' as const),
        worker: fc.nat(2),
        client: fc.nat(4),
        hour: fc.nat(70),
        refused: fc.boolean(),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('SEAL' as const) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('JUDGE' as const), processes: fc.integer({ min: 1, max: 3 }) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('DIE' as const) }) },
  ),
  { minLength: 5, maxLength: 30 },
);

interface Logged {
  readonly action: string;
  readonly at: Date;
  readonly user_id: string;
  readonly institution_id: string;
  readonly client_id: string;
}

const hourOf = (at: Date) => Temporal.Instant.fromEpochMilliseconds(Math.floor(at.getTime() / 3_600_000) * 3_600_000).toString();
const dateOn = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE).toPlainDate().toString();
const dayOf = (at: Date) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE).startOfDay().toInstant().toString();

/** The signals that a whole log must have given, read from the log itself by nobody who counts. */
function expected(lines: readonly Logged[]): string[] {
  const asked = lines.filter(({ action }) => action === 'QUERY_ASKED');
  const signals = new Set<string>();
  for (const { user_id, at } of asked) {
    const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE);
    if (local.dayOfWeek > 5 || local.hour < 8 || local.hour >= 19) signals.add(`OUT_OF_HOURS ${user_id} ${local.toPlainDate()}`);
  }
  const over = (group: readonly Logged[], rule: string, key: string, quota: { questions: number; persons: number }) => {
    const counts = { questions: group.length, persons: new Set(group.map(({ client_id }) => client_id)).size };
    for (const measure of ['questions', 'persons'] as const) {
      if (counts[measure] > quota[measure]) signals.add(`${rule} ${key} ${measure} QUOTA`);
      if (counts[measure] >= 2 * quota[measure]) signals.add(`${rule} ${key} ${measure} CEILING`);
    }
  };
  for (const [key, group] of Map.groupBy(asked, ({ user_id, at }) => `${user_id} HOUR ${hourOf(at)}`))
    over(group, 'WORKER_QUOTA', key, quotas.worker.hour);
  for (const [key, group] of Map.groupBy(asked, ({ user_id, at }) => `${user_id} DAY ${dayOf(at)}`))
    over(group, 'WORKER_QUOTA', key, quotas.worker.day);
  for (const [key, group] of Map.groupBy(asked, ({ institution_id, at }) => `${institution_id} HOUR ${hourOf(at)}`))
    over(group, 'INSTITUTION_QUOTA', key, quotas.institution.hour);
  for (const [key, group] of Map.groupBy(
    lines.filter(({ action }) => action === 'QUERY_REFUSED'),
    ({ user_id, at }) => `${user_id} ${dateOn(at)}`,
  ))
    if (group.length >= 5) signals.add(`REPEATED_REFUSALS ${key}`);
  const [a, b, c] = workers;
  for (const { user_id, institution_id, client_id, at } of asked) {
    const colleague = [a, b, c].find((_one, index) => clients[index] === client_id);
    if (colleague !== undefined && colleague.userId !== user_id && colleague.institutionId === institution_id)
      signals.add(`COLLEAGUE ${user_id} ${colleague.userId} ${dateOn(at)}`);
  }
  return [...signals].sort();
}

describe('the chain', () => {
  it('gives each signal exactly once, whoever judges it, in whatever order, and whoever dies over it', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        for (const step of taken) {
          if (step.kind === 'ASK') await appendAudit(database.db, line(step.worker, step.client, step.hour, step.refused));
          if (step.kind === 'SEAL') await sealAudit(database);
          if (step.kind === 'JUDGE') await Promise.all(Array.from({ length: step.processes }, () => judgeChain(ports())));
          if (step.kind === 'DIE') await judgeChain({ ...ports(), database: dying() }).catch(() => undefined);
        }
        await settle();
        const { rows: logged } = await sql<Logged>`select * from audit_event where action in ('QUERY_ASKED', 'QUERY_REFUSED')`.execute(
          database.db,
        );
        const { rows: raised } = await sql<{ rule: string; key: string }>`select rule, key from misuse_signal`.execute(database.db);
        expect(raised.map(({ rule, key }) => `${rule} ${key}`).sort()).toEqual(expected(logged));
        const { rows: counted } = await sql<{ questions: number }>`select sum(questions)::integer as questions from asking_hour`.execute(
          database.db,
        );
        expect(counted[0]?.questions ?? 0).toBe(logged.filter(({ action }) => action === 'QUERY_ASKED').length);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('is judged to its end, however long it is', async () => {
    await appendAuditLines(
      database.db,
      Array.from({ length: 2500 }, () => line(0, 3, 0, false)),
    );
    while ((await sealAudit(database)) > 0);
    expect(await judgeChain(ports())).toBe('MORE');
    await settle();
    expect(await judgeChain(ports())).toBe('DONE');
    const { rows } = await sql<{
      behind: number;
    }>`select (select max(line) from audit_seal) - line as behind from supervision_cursor`.execute(database.db);
    expect(Number(rows[0]?.behind)).toBe(0);
  });

  it('holds many people in an hour against what is usual in the role', async () => {
    const busy = Array.from({ length: 15 }, (_, n) => ({
      ...line(2, 0, 0, false),
      at: Temporal.Instant.from('2027-03-01T09:10:00Z'),
      clientId: newId(),
      object: { type: 'query', id: String(n) },
    }));
    await appendAuditLines(database.db, busy);
    await settle();
    const { rows } = await sql<{ worker_id: string }>`select worker_id from misuse_signal where rule = 'MANY_PEOPLE'`.execute(database.db);
    expect(rows).toEqual([{ worker_id: workers[2]?.userId }]);
  });
});

describe('what followed', () => {
  it('is looked at once, fourteen days after the question, by one process of several', async () => {
    const { rows: before } = await sql<{ n: number }>`select count(*)::integer as n from misuse_signal where rule = 'NO_FOLLOW_UP'`.execute(
      database.db,
    );
    expect(before[0]?.n).toBe(0);
    clock.set('2026-12-03T00:00:00Z');
    await Promise.all([followUp(ports()), followUp(ports())]);
    const { rows: early } = await sql<{
      n: number;
    }>`select count(*)::integer as n from asking_person where followed and hour >= ${'2026-11-20'}`.execute(database.db);
    expect(early[0]?.n).toBe(0);
    clock.set('2026-12-20T00:00:00Z');
    await Promise.all([followUp(ports()), followUp(ports()), followUp(ports())]);
    while ((await followUp(ports())) === 'MORE');
    const { rows: asked } = await sql<{
      n: number;
    }>`select count(distinct worker_id)::integer as n from asking_person where hour < '2026-12-01'`.execute(database.db);
    const { rows: after } = await sql<{ n: number }>`select count(*)::integer as n from misuse_signal where rule = 'NO_FOLLOW_UP'`.execute(
      database.db,
    );
    expect(after[0]?.n).toBe(asked[0]?.n);
    expect(after[0]?.n).toBeGreaterThan(0);
  });
});
