import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/platform/index.ts';
import { appendAuditLines, sealAudit } from '../../../src/register/audit/index.ts';
import { judgeChain, listedPersonRoutes } from '../../../src/register/supervision/index.ts';
import { type Caller, type Door, openDoor, signedIn } from '../../api/door.ts';
import { BOUNDLESS } from '../../installation.ts';
import { hire, personalCode, type Worker } from '../../town.ts';

const listing = { personalCode: personalCode(71, '1979-02-03'), reason: 'tuntud isik, huvi on suur', until: '2026-12-31' };
const PATH = '/api/v1/supervision/listed-persons';

let door: Door;
let mari: Worker;
let worker: Caller;
let supervision: Caller;
let clientId: string;
beforeAll(async () => {
  door = await openDoor({ rooms: (ports) => listedPersonRoutes(ports) });
  mari = await hire(door.database, { username: 'mari', serial: 1, roles: ['SOCIAL_WORKER'] });
  worker = await signedIn(door.app, mari);
  const ska = { institution: '70001975', kind: 'SKA', roles: ['SKA_SUPERVISION'] } as const;
  supervision = await signedIn(door.app, await hire(door.database, { username: 'valvur', serial: 2, ...ska }));
  const { body } = await worker('POST', '/api/v1/clients', { personalCode: listing.personalCode, firstName: 'Näidis', lastName: 'Isik' });
  clientId = String(body.id);
});
afterAll(() => door.close());

async function signals(rule: string): Promise<readonly { worker_id: string; evidence: unknown }[]> {
  while ((await sealAudit(door.database)) > 0);
  while ((await judgeChain({ database: door.database, quotas: BOUNDLESS })) === 'MORE');
  const { rows } = await sql<{ worker_id: string; evidence: unknown }>`
    select worker_id, evidence from misuse_signal where rule = ${rule} order by at, key`.execute(door.database.db);
  return rows;
}

describe('the list of people a look at whom is a signal', () => {
  it('is supervision’s alone, and holds nobody for longer than is said (REQ-246)', async () => {
    expect((await worker('GET', PATH)).status).toBe(403);
    expect((await worker('POST', PATH, listing)).status).toBe(403);
    expect((await supervision('POST', PATH, { ...listing, personalCode: '37605030290' })).body.code).toBe('VALIDATION_FAILED');
    expect((await supervision('POST', PATH, { ...listing, until: '2026-11-22' })).body.code).toBe('VALIDATION_FAILED');
    expect((await supervision('POST', PATH, { ...listing, until: '2028-11-24' })).body.code).toBe('VALIDATION_FAILED');
  });

  it('gives a signal when a worker looks at somebody on it, once a day, and none before or afterwards', async () => {
    await worker('GET', `/api/v1/clients/${clientId}`);
    expect(await signals('LISTED_PERSON')).toEqual([]);
    const listed = await supervision('POST', PATH, listing);
    expect(listed.status).toBe(201);
    door.clock.advance({ minutes: 1 });
    await worker('GET', `/api/v1/clients/${clientId}`);
    await worker('POST', '/api/v1/clients/search', { personalCode: listing.personalCode });
    const [signal, ...more] = await signals('LISTED_PERSON');
    expect(more).toEqual([]);
    expect(signal).toMatchObject({ worker_id: mari.userId, evidence: [{ type: 'audit' }, { type: 'client', id: clientId }] });
    expect((await supervision('GET', PATH)).body.items).toMatchObject([{ id: listed.body.id }]);

    const end = `${PATH}/${listed.body.id}/end`;
    expect((await supervision('POST', end)).body.until).toBe('2026-11-22');
    expect((await supervision('POST', end)).body.code).toBe('LISTED_PERSON_NOT_FOUND');
    expect((await supervision('GET', PATH)).body.items).toEqual([]);
    door.clock.set('2026-11-24T08:00:00Z');
    worker = await signedIn(door.app, mari);
    await worker('GET', `/api/v1/clients/${clientId}`);
    expect(await signals('LISTED_PERSON')).toHaveLength(1);
    const { rows } = await sql<{ text: string }>`
      select audit_event::text as text from audit_event where action like '%LISTED%'`.execute(door.database.db);
    expect(rows.length).toBeGreaterThan(3);
    for (const { text } of rows) expect(text).not.toContain(listing.personalCode);
  });
});

describe('a file opened by a reason', () => {
  it('is a signal as emergency access is, from the log as it is written (REQ-143)', async () => {
    const colleague = await signedIn(door.app, await hire(door.database, { username: 'jaan', serial: 3, roles: ['SOCIAL_WORKER'] }));
    const opened = await colleague('POST', `/api/v1/clients/${clientId}/openings`, { reason: 'Isik on ohus ja vajab kohe abi.' });
    expect(opened.status).toBe(201);
    expect(await signals('EMERGENCY_ACCESS')).toMatchObject([{ evidence: [{ type: 'audit' }, { type: 'client', id: clientId }] }]);
  });
});

describe('many people’s data on paper', () => {
  it('are a signal once an hour, counted over stretches of the log', async () => {
    const print = (people: number) =>
      appendAuditLines(
        door.database.db,
        Array.from({ length: people }, () => ({
          action: 'PRINT',
          at: door.clock.now(),
          actor: { userId: mari.userId, institutionId: mari.institutionId, roles: ['SOCIAL_WORKER'] },
          object: { type: 'printout', id: newId() },
          clientId,
          outcome: 'DONE' as const,
        })),
      );
    await print(12);
    expect(await signals('MANY_PRINTS')).toEqual([]);
    await print(8);
    expect(await signals('MANY_PRINTS')).toMatchObject([{ worker_id: mari.userId }]);
    await print(8);
    expect(await signals('MANY_PRINTS')).toHaveLength(1);
    expect(await signals('MANY_EXPORTS')).toEqual([]);
  });
});

describe('many people who are found', () => {
  it('are a signal, by searches alone and whatever is done with them (REQ-246)', async () => {
    const of = (n: number) => ({ personalCode: personalCode(300 + n), firstName: 'Mart', lastName: 'Tavaline' });
    for (let n = 0; n < 20; n++) await worker('POST', '/api/v1/clients', of(n));
    const search = async () =>
      expect((await worker('POST', '/api/v1/clients/search', { firstName: 'Mart', lastName: 'Tavaline' })).body.items).toHaveLength(20);
    await search();
    await search();
    expect(await signals('MANY_FOUND')).toEqual([]);
    await search();
    expect(await signals('MANY_FOUND')).toMatchObject([{ worker_id: mari.userId }]);
  });
});
