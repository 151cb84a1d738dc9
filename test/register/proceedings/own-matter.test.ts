import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sealAudit } from '../../../src/register/audit/index.ts';
import { judgeChain } from '../../../src/register/supervision/index.ts';
import { type Caller, type Door, openDoor } from '../../api/door.ts';
import { BOUNDLESS } from '../../installation.ts';
import type { Worker } from '../../town.ts';
import { settle, type Town } from './town.ts';

let door: Door;
let town: Town;
let mari: { call: Caller; worker: Worker };
let malle: { call: Caller; worker: Worker };
/** Mari's own file, which her colleague has entered. */
let own: string;
beforeAll(async () => {
  door = await openDoor();
  town = await settle(door);
  ({ mari, malle } = town);
  const { personalCode } = mari.worker;
  own = String((await malle.call('POST', '/api/v1/clients', { personalCode, firstName: 'Mari', lastName: 'Maasikas' })).body.id);
});
afterAll(() => door.close());

const OWN = { status: 403, body: { code: 'OWN_MATTER' } };
const intake = (subjects: readonly object[], more: object = {}) => ({
  kind: 'OTHER',
  channel: 'PHONE',
  problem: 'Vajab abi kodus',
  subjects,
  ...more,
});
const main = () => ({ clientId: own, role: 'MAIN' });

it('a worker registers and opens nothing about themselves, be it beside somebody else (INV-65)', async () => {
  const other = await town.client(malle.call);
  expect(await mari.call('POST', '/api/v1/intakes', intake([main()], { openProceeding: { kind: 'SIMPLE' } }))).toMatchObject(OWN);
  const beside = [
    { clientId: other, role: 'MAIN' },
    { clientId: own, role: 'FAMILY_MEMBER' },
  ];
  expect(await mari.call('POST', '/api/v1/intakes', intake(beside))).toMatchObject(OWN);
  const { id } = await town.proceeding();
  expect(await mari.call('POST', `/api/v1/proceedings/${id}/subjects`, { clientId: own, role: 'FAMILY_MEMBER' })).toMatchObject(OWN);
  expect((await sql`select from intake_subject where client_id = ${own}`.execute(door.database.db)).rows).toEqual([]);
});

it('nor changes what a colleague has opened about them, nor is given it', async () => {
  const registered = await malle.call('POST', '/api/v1/intakes', intake([main()], { openProceeding: { kind: 'SIMPLE' } }));
  const { intake: made, proceeding } = registered.body as unknown as Record<'intake' | 'proceeding', { id: string }>;
  const path = `/api/v1/proceedings/${proceeding.id}`;
  const tried: [method: 'PATCH' | 'POST', path: string, body?: object][] = [
    ['PATCH', `/api/v1/intakes/${made.id}`, { problem: 'Midagi muud' }],
    ['POST', `${path}/actions`, { kind: 'NOTE', text: 'x' }],
    ['POST', `${path}/links`, { url: 'https://naidis.ee/', title: 'Leht' }],
    ['PATCH', `${path}/subjects/${own}`, { socialStatus: 'PENSIONER' }],
    ['POST', `${path}/suspend`],
    ['POST', `${path}/assign`, { workerId: mari.worker.userId }],
    ['POST', `${path}/close`, { reason: 'SOLVED' }],
  ];
  const before = (await malle.call('GET', `${path}/timeline`)).body;
  for (const [method, at, body] of tried) expect([at, await mari.call(method, at, body)]).toMatchObject([at, OWN]);
  expect((await malle.call('GET', `${path}/timeline`)).body).toEqual(before);
  const given = await malle.call('POST', `${path}/assign`, { workerId: mari.worker.userId });
  expect(given.body).toMatchObject({ code: 'ASSIGNEE_INVALID' });
  const contacts = await mari.call('PUT', `/api/v1/clients/${own}/contacts`, { phone: '5123456' });
  expect(contacts).toMatchObject({ status: 403, body: { code: 'CLIENT_FILE_OWN' } });
  const nameless = { notInPopulationRegister: true, firstName: 'Mari', lastName: 'Maasikas' };
  const mergedId = (await mari.call('POST', '/api/v1/clients', nameless)).body.id;
  const merged = await mari.call('POST', `/api/v1/clients/${own}/mergers`, { mergedId, justification: 'Olen seesama inimene, kes seal.' });
  expect(merged).toMatchObject({ status: 403, body: { code: 'CLIENT_FILE_OWN' } });
  expect((await malle.call('POST', `${path}/close`, { reason: 'SOLVED' })).status).toBe(200);
});

it('and whoever looks at what is kept about themselves is told of to supervision', async () => {
  const { body } = await malle.call('POST', '/api/v1/intakes', intake([main()], { openProceeding: { kind: 'SIMPLE' } }));
  const { id } = body.proceeding as { id: string };
  expect((await mari.call('GET', `/api/v1/proceedings/${id}`)).status).toBe(200);
  await sealAudit(door.database);
  while ((await judgeChain({ database: door.database, quotas: BOUNDLESS })) === 'MORE');
  const { rows } = await sql`select worker_id from misuse_signal where rule = 'SELF_LOOKUP'`.execute(door.database.db);
  expect(rows).toEqual([{ worker_id: mari.worker.userId }]);
});
