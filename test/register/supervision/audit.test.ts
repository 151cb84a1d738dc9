import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/platform/index.ts';
import { appendAudit, pseudonyms, sealAudit } from '../../../src/register/audit/index.ts';
import { auditRoutes, judgeChain, supervisedProceedingRoutes, usageRoutes } from '../../../src/register/supervision/index.ts';
import { type Caller, type Door, openDoor, signedIn } from '../../api/door.ts';
import { BOUNDLESS } from '../../installation.ts';
import { hire, personalCode, type Worker } from '../../town.ts';

const PERIOD = { from: '2026-11-01T00:00:00Z', until: '2026-12-01T00:00:00Z' };
const KEY = Buffer.alloc(32, 7);
const reason = 'Isiku taotlus 12-3/45';
const subject = personalCode(71, '1979-02-03');

let door: Door;
let mari: Worker;
let worker: Caller;
let supervision: Caller;
let clientId: string;
let proceedingId: string;
beforeAll(async () => {
  door = await openDoor({
    rooms: (ports) => [...auditRoutes(ports), ...usageRoutes({ ...ports, key: KEY }), ...supervisedProceedingRoutes(ports)],
  });
  mari = await hire(door.database, { username: 'mari', serial: 1, roles: ['SOCIAL_WORKER'] });
  worker = await signedIn(door.app, mari);
  const ska = { institution: '70001975', kind: 'SKA', roles: ['SKA_SUPERVISION'] } as const;
  supervision = await signedIn(door.app, await hire(door.database, { username: 'valvur', serial: 2, ...ska }));
  const { body } = await worker('POST', '/api/v1/clients', { personalCode: subject, firstName: 'Näidis', lastName: 'Isik' });
  clientId = String(body.id);
  await worker('GET', `/api/v1/clients/${clientId}`);
  const intake = await worker('POST', '/api/v1/intakes', {
    kind: 'APPLICATION_BENEFIT',
    channel: 'PHONE',
    problem: 'Toimetulek',
    subjects: [{ clientId, role: 'MAIN' }],
    openProceeding: { kind: 'SIMPLE' },
  });
  proceedingId = String((intake.body.proceeding as { id: string }).id);
});
afterAll(() => door.close());

const search = (body: object) => supervision('POST', '/api/v1/supervision/audit/search', { ...PERIOD, reason, ...body });
const itemsOf = (reply: { body: unknown }) => (reply.body as { items: Record<string, unknown>[] }).items;
const lines = async (action: string) =>
  (
    await sql<{ client_id: string | null; details: object; text: string }>`
    select client_id, details, audit_event::text as text from audit_event where action = ${action} order by id`.execute(door.database.db)
  ).rows;

describe('the audit log', () => {
  it('REQ-246: every read of a client is a line with who, whose, whom and what, and supervision finds it', async () => {
    const reply = await search({ clientId });
    expect(reply.status).toBe(200);
    const read = itemsOf(reply).find(({ action }) => action === 'CLIENT_READ');
    expect(read).toMatchObject({
      userId: mari.userId,
      institutionId: mari.institutionId,
      roles: ['SOCIAL_WORKER'],
      clientId,
      outcome: 'DONE',
      details: { purpose: 'ENTERED', fields: 'GENERAL' },
    });
    expect(JSON.stringify(reply.body)).not.toContain(subject);
  });

  it('is found by who did something, by proceeding, and by kind, the newest first and page by page', async () => {
    const all = itemsOf(await search({ userId: mari.userId }));
    expect(all.map(({ at }) => String(at))).toEqual(
      all
        .map(({ at }) => String(at))
        .toSorted()
        .reverse(),
    );
    const first = await search({ userId: mari.userId, limit: 2 });
    const second = await search({ userId: mari.userId, limit: 2, before: (first.body as { next: string }).next });
    expect([...itemsOf(first), ...itemsOf(second)].map(({ id }) => id)).toEqual(all.slice(0, 4).map(({ id }) => id));
    expect(itemsOf(await search({ proceedingId })).map(({ action }) => action)).toContain('PROCEEDING_OPENED');
    expect(itemsOf(await search({ userId: mari.userId, action: 'CLIENT_ENTERED' }))).toHaveLength(1);
    expect(itemsOf(await search({ userId: mari.userId, institutionId: newId() }))).toEqual([]);
  });

  it('tells of each search in a line of its own, with its reason', async () => {
    const before = (await lines('AUDIT_SEARCHED')).length;
    await search({ clientId });
    const after = await lines('AUDIT_SEARCHED');
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)).toMatchObject({ client_id: clientId, details: { reason, from: PERIOD.from } });
  });

  it.each([
    ['nobody and nothing', {}, 'AUDIT_SEARCH_TOO_WIDE'],
    ['an institution alone', { institutionId: newId() }, 'AUDIT_SEARCH_TOO_WIDE'],
    ['more than a year', { userId: newId(), from: '2025-01-01T00:00:00Z' }, 'AUDIT_SEARCH_TOO_WIDE'],
    ['a period that ends before it begins', { userId: newId(), until: '2026-10-01T00:00:00Z' }, 'AUDIT_SEARCH_TOO_WIDE'],
    ['no reason', { userId: newId(), reason: '' }, 'VALIDATION_FAILED'],
    ['an id that is none', { userId: 'x' }, 'VALIDATION_FAILED'],
    ['a field that is not there', { userId: newId(), name: 'Mari' }, 'VALIDATION_FAILED'],
  ])('is not searched for %s', async (_what, body, code) => {
    expect(await search(body)).toMatchObject({ status: 422, body: { code } });
  });

  it('shows everybody what they have done themselves, and nothing of others', async () => {
    const path = `/api/v1/me/trail?from=${PERIOD.from}&until=${PERIOD.until}`;
    const own = itemsOf(await worker('GET', path));
    expect(own.map(({ action }) => action)).toEqual(expect.arrayContaining(['CLIENT_ENTERED', 'CLIENT_READ']));
    expect(new Set(own.map(({ userId }) => userId))).toEqual(new Set([mari.userId]));
    expect(await worker('GET', '/api/v1/me/trail?from=2026-11-01T00:00:00Z&until=2028-11-01T00:00:00Z')).toMatchObject({ status: 422 });
  });
});

describe('a look at somebody of one’s own surname', () => {
  it('REQ-246: is a signal, of whoever bears it alone', async () => {
    const kaja = await hire(door.database, { username: 'kaja', name: 'Kaja Isik-Kask', serial: 3, roles: ['SOCIAL_WORKER'] });
    const read = await (await signedIn(door.app, kaja))('GET', `/api/v1/clients/${clientId}`);
    expect(read.status).toBe(200);
    await sealAudit(door.database);
    await judgeChain({ database: door.database, quotas: BOUNDLESS });
    const { rows } = await sql`select worker_id, evidence->1->>'id' as client from misuse_signal where rule = 'SAME_SURNAME'`.execute(
      door.database.db,
    );
    expect(rows).toEqual([{ worker_id: kaja.userId, client: clientId }]);
  });
});

describe('the report of who has used somebody’s data (GDPR article 15)', () => {
  const report = (body: object) => supervision('POST', '/api/v1/supervision/usage-reports', { personalCode: subject, reason, ...body });

  it('names institution, time, purpose and what was done, in words', async () => {
    const { status, body } = await report({});
    expect(status).toBe(200);
    const items = itemsOf({ body });
    const read = items.find(({ action }) => action === 'CLIENT_READ');
    expect(read).toMatchObject({
      what: 'Isiku toimiku vaatamine',
      institution: { registryCode: expect.any(String), name: expect.any(String) },
      asker: null,
    });
    expect(body).toMatchObject({ total: items.length });
    expect(items.map(({ action }) => action)).not.toContain('AUDIT_SEARCHED');
  });

  it('is in the log, with the reason, and is not told in the next one', async () => {
    const before = (await report({})).body as { total: number };
    const [last] = (await lines('USAGE_REPORTED')).slice(-1);
    expect(last).toMatchObject({ client_id: clientId, details: { reason } });
    expect(last?.text).not.toContain(subject);
    expect((await report({})).body).toMatchObject({ total: before.total });
  });

  it('tells of what was done under every id of a file that took up another, and the log is searched by all of them (INV-03)', async () => {
    const code = personalCode(74, '1981-02-03');
    const enter = async (more: object) =>
      String((await worker('POST', '/api/v1/clients', { firstName: 'Näidis', lastName: 'Kaks', ...more })).body.id);
    const unknown = await enter({ notInPopulationRegister: true, birthDate: '1981-02-03', sex: 'FEMALE', citizenship: 'UA' });
    const into = await enter({ personalCode: code });
    await worker('GET', `/api/v1/clients/${unknown}`);
    expect((await report({ personalCode: undefined, clientId: unknown })).body).toMatchObject({ total: 2 });
    const merged = await worker('POST', `/api/v1/clients/${into}/mergers`, {
      mergedId: unknown,
      justification: 'Sama inimene, kood saadi hiljem',
    });
    expect(merged.status).toBe(200);
    for (const body of [{ personalCode: code }, { personalCode: undefined, clientId: unknown }]) {
      const done = itemsOf(await report(body)).map(({ action }) => action);
      expect(done).toEqual(['CLIENT_MERGED', 'CLIENT_MERGED', 'CLIENT_READ', 'CLIENT_ENTERED', 'CLIENT_ENTERED']);
    }
    for (const id of [unknown, into])
      expect(new Set(itemsOf(await search({ clientId: id })).map(({ clientId }) => clientId))).toEqual(new Set([unknown, into]));
  });

  it('tells of what other registers were told before the person had a file', async () => {
    const code = personalCode(75);
    await appendAudit(door.database.db, {
      action: 'DATA_DISCLOSED',
      at: door.clock.now(),
      system: 'services',
      outcome: 'DONE',
      details: { asker: 'EE/GOV/74000085/tkis', subject: pseudonyms(KEY)(code) },
    });
    expect((await report({ personalCode: code })).body).toMatchObject({
      total: 1,
      items: [{ what: 'Andmete väljastamine teisele andmekogule', asker: 'EE/GOV/74000085/tkis', institution: null }],
    });
  });

  it('is about one person, by code or by file', async () => {
    for (const body of [{ personalCode: undefined }, { clientId }]) expect((await report(body)).status).toBe(422);
  });

  it('of somebody who is not here is empty, and of a code that is none refused', async () => {
    expect(await report({ personalCode: personalCode(72) })).toMatchObject({ status: 200, body: { total: 0, items: [] } });
    expect(await report({ personalCode: '12345678901' })).toMatchObject({ status: 422, body: { code: 'PERSONAL_CODE_INVALID' } });
  });
});

describe('proceedings under supervision', () => {
  it('REQ-041: are read across institutions, each look a line, and nothing is written', async () => {
    const list = await supervision('GET', '/api/v1/supervision/proceedings');
    expect(list.status).toBe(200);
    expect(itemsOf(list)).toContainEqual(expect.objectContaining({ id: proceedingId, institutionId: mari.institutionId, kind: 'SIMPLE' }));
    const one = await supervision('GET', `/api/v1/supervision/proceedings/${proceedingId}`);
    expect(one).toMatchObject({ status: 200, body: { id: proceedingId } });
    expect(await lines('PROCEEDINGS_SUPERVISED')).toHaveLength(1);
    expect(await lines('PROCEEDING_SUPERVISED')).toHaveLength(1);
    for (const write of ['close', 'suspend', 'actions']) {
      const { status } = await supervision('POST', `/api/v1/proceedings/${proceedingId}/${write}`, { reason: 'DECIDED' });
      expect([write, status]).toEqual([write, 403]);
    }
  });

  it('are those of an institution, where one is named; adoption is not there', async () => {
    expect(itemsOf(await supervision('GET', `/api/v1/supervision/proceedings?institution=${newId()}`))).toEqual([]);
    await sql`update proceeding set kind = 'ADOPTION' where id = ${proceedingId}`.execute(door.database.db);
    expect(itemsOf(await supervision('GET', '/api/v1/supervision/proceedings'))).toEqual([]);
    expect(await supervision('GET', `/api/v1/supervision/proceedings/${proceedingId}`)).toMatchObject({ status: 404 });
    await sql`update proceeding set kind = 'SIMPLE' where id = ${proceedingId}`.execute(door.database.db);
  });
});
