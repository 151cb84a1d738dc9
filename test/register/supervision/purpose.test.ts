import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Caller, type Door, openDoor } from '../../api/door.ts';
import { personalCode } from '../../town.ts';
import { enter, intake, workerOf } from '../people/files.ts';

let door: Door;
let mari: Caller;
let colleague: Caller;
beforeAll(async () => {
  door = await openDoor();
  mari = await workerOf(door, 1);
  colleague = await workerOf(door, 2);
});
afterAll(() => door.close());

/** The latest line about somebody: what was done, in which proceeding, and for what. */
async function lastLine(clientId: string, action: string) {
  const { rows } = await sql<{ action: string; proceedingId: string | null; details: object }>`
    select action, proceeding_id as "proceedingId", details from audit_event where client_id = ${clientId} and action = ${action} order by id desc limit 1`.execute(
    door.database.db,
  );
  return rows[0];
}

async function read(call: Caller, clientId: string) {
  expect((await call('GET', `/api/v1/clients/${clientId}`)).status).toBe(200);
  return lastLine(clientId, 'CLIENT_READ');
}

it('REQ-246: a line about a client’s file names the purpose: the proceeding that is under way, or the one that is over', async () => {
  const id = await enter(mari, personalCode(73));
  expect(await read(mari, id)).toMatchObject({
    action: 'CLIENT_READ',
    proceedingId: null,
    details: { purpose: 'ENTERED', fields: 'GENERAL' },
  });
  const { proceedingId: first } = await intake(mari, [id], 'SIMPLE');
  expect(await read(mari, id)).toMatchObject({ proceedingId: first, details: { purpose: 'UNDER_WAY' } });
  const { proceedingId: second } = await intake(mari, [id], 'CASE');
  await mari('PUT', `/api/v1/clients/${id}/contacts`, { phone: '5123456' });
  expect(await lastLine(id, 'CLIENT_CHANGED')).toMatchObject({
    action: 'CLIENT_CHANGED',
    proceedingId: second,
    details: { purpose: 'UNDER_WAY', fields: 'CONTACTS' },
  });
  await mari('POST', `/api/v1/proceedings/${second}/close`, { reason: 'SOLVED' });
  expect(await read(mari, id)).toMatchObject({ proceedingId: first, details: { purpose: 'UNDER_WAY' } });
  await mari('POST', `/api/v1/proceedings/${first}/close`, { reason: 'SOLVED' });
  expect(await read(mari, id)).toMatchObject({ proceedingId: second, details: { purpose: 'OVER' } });
});

it('REQ-246: or the reason by which somebody has opened the file', async () => {
  const id = await enter(mari, personalCode(74));
  const opened = await colleague('POST', `/api/v1/clients/${id}/openings`, { reason: 'Naaber helistas, et isik ei ava ust.' });
  expect(opened.status).toBe(201);
  const { rows } = await sql<{ id: string }>`select id from client_opening where client_id = ${id}`.execute(door.database.db);
  expect(await read(colleague, id)).toMatchObject({ proceedingId: null, details: { purpose: 'REASON_GIVEN', opening: rows[0]?.id } });
});
