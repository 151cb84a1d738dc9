import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog, newId, settableClock, Temporal } from '../../src/platform/index.ts';
import { appendAudit, prepareMonths, sealAudit, searchAudit, verifyAudit } from '../../src/register/audit/index.ts';
import { askRun } from '../../src/register/retention/ask-run.ts';
import { liftHold, placeHold } from '../../src/register/retention/hold.ts';
import { advanceRun, policiesOf } from '../../src/register/retention/index.ts';
import { kept } from '../../src/roles/kept.ts';
import { createDataKeys, type Database } from '../../src/storage/index.ts';
import { createTestDatabase } from '../database.ts';
import { MASTER_KEYS, PERIODS } from '../installation.ts';
import { hire } from '../town.ts';
import { enterOldFile } from './retention/world.ts';

const clock = settableClock('2020-01-31T12:00:00Z');
const client = newId();

let database: Database;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ database, drop } = await createTestDatabase());
});
afterAll(() => drop());

const write = (action: string, at: string, clientId = client) =>
  appendAudit(database.db, { action, at: Temporal.Instant.from(at), system: 'test', clientId, outcome: 'DONE' });
const months = async () => {
  const { rows } = await sql<{ name: string }>`
    select inhrelid::regclass::text as name from pg_inherits where inhparent = 'audit_event'::regclass order by 1`.execute(database.db);
  return rows.map(({ name }) => name.replace('audit_event_', ''));
};
const found = async (from: string, until: string) => {
  const whole = { userId: undefined, proceedingId: undefined, institutionId: undefined, action: undefined, before: undefined };
  const lines = await searchAudit(database.db, {
    ...whole,
    clientIds: [client],
    from: Temporal.Instant.from(from),
    until: Temporal.Instant.from(until),
    atMost: 50,
  });
  return lines.map(({ action }) => action);
};
async function seal() {
  while ((await sealAudit(database)) > 0);
}

/** What only the owner of the database could do, with the triggers out of the way. */
async function tamper(statement: string): Promise<void> {
  await database.transaction(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await sql.raw(statement).execute(tx);
  });
}

describe('the log by months', () => {
  it('has its months made ahead by as many processes as there are, and a line of none is written all the same', async () => {
    expect((await Promise.all(Array.from({ length: 5 }, () => prepareMonths(database.db, clock)))).every((rest) => rest === 0)).toBe(true);
    expect(await months()).toEqual(expect.arrayContaining(['2020_01', '2020_02', '2020_03', 'rest']));
    await write('JANUARY', '2020-01-31T23:59:59.999Z');
    await write('FEBRUARY', '2020-02-01T00:00:00Z');
    await write('FAR', '2030-06-01T00:00:00Z');
    expect(await prepareMonths(database.db, clock)).toBe(1);
    await seal();
    expect(await verifyAudit(database.db)).toMatchObject({ lines: 3, unsealed: 0 });
    const { rows } = await sql<{ month: string }>`select tableoid::regclass::text as month from audit_event order by at`.execute(
      database.db,
    );
    expect(rows.map(({ month }) => month)).toEqual(['audit_event_2020_01', 'audit_event_2020_02', 'audit_event_rest']);
  });

  it('is as append-only in each month as it is in the whole', async () => {
    for (const table of ['audit_event', 'audit_event_2020_01', 'audit_event_rest']) {
      await expect(sql.raw(`truncate ${table}`).execute(database.db)).rejects.toThrow('append-only');
      if (table === 'audit_event_rest') continue;
      await expect(sql.raw(`delete from ${table}`).execute(database.db)).rejects.toThrow('append-only');
      await expect(sql.raw(`update ${table} set action = 'X'`).execute(database.db)).rejects.toThrow('append-only');
    }
    await expect(sql`delete from audit_seal`.execute(database.db)).rejects.toThrow('append-only');
  });

  it('is searched over the turn of months, and only where a line can be', async () => {
    expect(await found('2020-01-01T00:00:00Z', '2020-03-01T00:00:00Z')).toEqual(['FEBRUARY', 'JANUARY']);
    expect(await found('2020-02-01T00:00:00Z', '2020-03-01T00:00:00Z')).toEqual(['FEBRUARY']);
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain select * from audit_event where client_id = ${client} and at >= '2020-02-01Z' and at < '2020-03-01Z'`.execute(database.db);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('audit_event_2020_02');
    expect(plan).not.toContain('audit_event_2020_01');
  });
});

describe('an old month', () => {
  it('goes by a run of retention, the earliest first, and the rest of the chain verifies from where it stood', async () => {
    // Written before the turn of the month, and sealed behind a line of the next one.
    await write('MARCH', '2020-03-01T00:00:00.001Z');
    await seal();
    await write('LATE_FEBRUARY', '2020-02-29T23:59:59.999Z');
    await write('MARCH_AGAIN', '2020-03-02T00:00:00Z');
    await seal();
    expect(await verifyAudit(database.db)).toMatchObject({ lines: 6 });

    clock.set('2025-03-05T08:00:00Z');
    const manager = await hire(database, { username: 'b', roles: ['REGISTRY_MANAGER'], institution: '70001975', kind: 'SKA', serial: 2 });
    const actor = { userId: manager.userId, institutionId: manager.institutionId, roles: ['REGISTRY_MANAGER'] } as never;
    const holdings = kept({ keys: createDataKeys(MASTER_KEYS), clock });
    const ports = { database, clock, log: createLog('silent'), policies: policiesOf(PERIODS), holdings };
    const run = async () => {
      const ask = async (follows?: string) => {
        const asked = await database.transaction((tx) => askRun({ clock }, tx, actor, { follows, reason: 'iga-aastane' }));
        while (await advanceRun(ports));
        return asked.ok ? asked.value : '';
      };
      await ask(await ask());
    };
    const person = await enterOldFile(database, manager, clock.now(), '1950-05-05', 9000);
    await write('OF_SOMEBODY_HELD', '2020-01-05T00:00:00Z', person);
    await seal();
    const held = await database.transaction((tx) => placeHold({ clock }, tx, actor, { clientId: person, reason: 'vaidlus kohtus' }));
    await run();
    expect(await months()).toEqual(expect.arrayContaining(['2020_01', '2020_02']));

    await database.transaction((tx) => liftHold({ clock }, tx, actor, { holdId: held.ok ? held.value : '', reason: 'vaidlus lõppes' }));
    await run();
    expect(await months()).not.toEqual(expect.arrayContaining(['2020_01']));
    expect(await months()).not.toEqual(expect.arrayContaining(['2020_02']));
    expect(await months()).toEqual(expect.arrayContaining(['2020_03']));
    await seal();
    const verdict = await verifyAudit(database.db);
    expect(verdict).toMatchObject({ unsealed: 0 });
    expect(verdict.broken).toBeUndefined();
    expect(await found('2020-01-01T00:00:00Z', '2020-12-31T00:00:00Z')).toEqual(['MARCH_AGAIN', 'MARCH']);
    const { rows } = await sql<{ details: { until: string; months: number; hash: string } }>`
      select details from audit_event where action = 'AUDIT_MONTHS_REMOVED'`.execute(database.db);
    expect(rows).toMatchObject([{ details: { until: '2020-02', months: 2 } }]);
    // What was noted down before still shows that nothing was cut off, and nothing that stayed may be taken out under the cover of what went.
    expect(await verifyAudit(database.db, verdict.head)).toMatchObject({ head: verdict.head });
    await tamper(`delete from audit_event where action = 'MARCH_AGAIN'`);
    expect((await verifyAudit(database.db)).broken?.how).toBe('MISSING');
    await tamper(`update audit_seal set at = '2020-01-01' where line = 6`);
    expect((await verifyAudit(database.db)).broken?.how).toBe('MISSING');
  });
});
