import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog, newId, systemClock } from '../../src/platform/index.ts';
import { appendAudit, sealAudit, startSealing, verifyAudit } from '../../src/register/audit/index.ts';
import type { Database } from '../../src/storage/index.ts';
import { createTestDatabase } from '../database.ts';

let database: Database;
let drop: () => Promise<void>;
beforeAll(async () => {
  ({ database, drop } = await createTestDatabase());
});
afterAll(() => drop());

const line = (action: string) => ({ action, at: systemClock.now(), system: 'test', outcome: 'DONE', details: { b: 1, a: 'õ' } }) as const;

/** What only the owner of the database could do, with the triggers out of the way. */
async function tamper(statement: string): Promise<void> {
  await database.transaction(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await sql.raw(statement).execute(tx);
  });
}

describe('the audit log', () => {
  it('is sealed into a chain that verifies', async () => {
    for (const action of ['FIRST', 'SECOND', 'THIRD', 'FOURTH']) await appendAudit(database.db, line(action));
    expect(await verifyAudit(database.db)).toEqual({ lines: 0, unsealed: 4 });
    expect(await sealAudit(database)).toBe(4);
    await appendAudit(database.db, line('FIFTH'));
    expect(await verifyAudit(database.db)).toMatchObject({ lines: 4, unsealed: 1 });
    await sealAudit(database);
    expect(await verifyAudit(database.db)).toMatchObject({ lines: 5, unsealed: 0 });
  });

  it('leaves no line of a transaction that was rolled back', async () => {
    const undone = database.transaction(async (tx) => {
      await appendAudit(tx, line('UNDONE'));
      throw new Error('rolled back');
    });
    await expect(undone).rejects.toThrow('rolled back');
    expect(await sealAudit(database)).toBe(0);
  });

  it('refuses to be changed, deleted or emptied', async () => {
    for (const table of ['audit_event', 'audit_seal']) {
      await expect(sql.raw(`delete from ${table}`).execute(database.db)).rejects.toThrow('append-only');
      await expect(sql.raw(`truncate ${table} cascade`).execute(database.db)).rejects.toThrow('append-only');
    }
    await expect(sql`update audit_event set action = 'X'`.execute(database.db)).rejects.toThrow('append-only');
  });

  it('is sealed by one process at a time, without gaps', async () => {
    await Promise.all(Array.from({ length: 50 }, () => appendAudit(database.db, line('MANY'))));
    await Promise.all([sealAudit(database), sealAudit(database), sealAudit(database)]);
    await sealAudit(database);
    expect(await verifyAudit(database.db)).toMatchObject({ lines: 55, unsealed: 0 });
  });

  it('tells what was cut off behind a line noted elsewhere', async () => {
    const { head } = await verifyAudit(database.db);
    if (head === undefined) throw new Error('the chain has no end');
    expect(await verifyAudit(database.db, head)).toMatchObject({ head });
    expect(await verifyAudit(database.db, { line: head.line, hash: '00'.repeat(32) })).toMatchObject({
      broken: { line: 55, how: 'CHANGED' },
    });
    await tamper('delete from audit_event where id in (select event_id from audit_seal where line > 53)');
    await tamper('delete from audit_seal where line > 53');
    expect(await verifyAudit(database.db)).not.toHaveProperty('broken');
    expect(await verifyAudit(database.db, head)).toMatchObject({ broken: { line: 54, how: 'CUT_OFF' } });
  });

  it('counts a line slipped in past the sealer', async () => {
    await tamper(`insert into audit_event (id, at, action, outcome) values ('${newId()}', '2020-01-01', 'FORGED', 'DONE')`);
    await sealAudit(database);
    expect(await verifyAudit(database.db)).toMatchObject({ lines: 53, unsealed: 1 });
  });

  it('is sealed in the background, and what is left at the end', async () => {
    const stop = startSealing({ database, clock: systemClock, log: createLog('silent') });
    await appendAudit(database.db, line('LATE'));
    await stop();
    expect(await verifyAudit(database.db)).toMatchObject({ lines: 54 });
  });

  it('names the first line that was changed, taken out or put in', async () => {
    await tamper(`update audit_event set outcome = 'REFUSED' where action = 'FOURTH'`);
    expect(await verifyAudit(database.db)).toMatchObject({ broken: { line: 4, how: 'CHANGED' } });
    await tamper(`delete from audit_event where action = 'THIRD'`);
    expect(await verifyAudit(database.db)).toMatchObject({ broken: { line: 3, how: 'MISSING' } });
    await tamper('delete from audit_seal where line = 2');
    expect(await verifyAudit(database.db)).toMatchObject({ broken: { line: 2, how: 'GAP' } });
    await tamper(`insert into audit_seal values (2, '${newId()}', '\\x00', now())`);
    expect(await verifyAudit(database.db)).toMatchObject({ broken: { line: 2, how: 'MISSING' } });
  });
});
