import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../../src/platform/index.ts';
import { noticeRoutes, unclosedProceedings } from '../../../src/register/notices/index.ts';
import { type Caller, type Door, openDoor, signedIn } from '../../api/door.ts';
import { hire } from '../../town.ts';

const TEXT = { et: 'STAR on pühapäeval suletud', en: 'STAR is closed on Sunday', ru: 'STAR закрыт в воскресенье' };

let door: Door;
let anu: Caller;
let mari: Caller;
let riina: Caller;
beforeAll(async () => {
  door = await openDoor({ rooms: ({ database, clock }) => noticeRoutes({ database, clock, objectsOf: unclosedProceedings }) });
  const enter = async (who: Parameters<typeof hire>[1]) => signedIn(door.app, await hire(door.database, who));
  anu = await enter({ username: 'anu', serial: 1, roles: ['TEHIK_OPS'], institution: '70009770', kind: 'TEHIK' });
  mari = await enter({ username: 'mari', serial: 2, roles: ['SOCIAL_WORKER'] });
  riina = await enter({ username: 'riina', serial: 3, roles: ['SETTLEMENT'], institution: '75008226' });
});
afterAll(() => door.close());

it('REQ-063: what TEHIK publishes is shown to every user until they have read it', async () => {
  const published = await anu('POST', '/api/v1/system-notices', { text: TEXT });
  expect(published).toMatchObject({ status: 201, body: { source: 'TEHIK', text: TEXT } });
  const { id } = published.body;
  const shown = async (call: Caller, query = '') => (await call('GET', `/api/v1/me/notices${query}`)).body.items?.map((one) => one.id);
  for (const call of [anu, mari, riina]) expect(await shown(call)).toEqual([id]);
  expect(await shown(mari, '?source=RR')).toEqual([]);
  const read = await mari('POST', `/api/v1/system-notices/${id}/read`);
  expect(read).toMatchObject({ status: 200, body: { readAt: '2026-11-23T08:00:00Z' } });
  door.clock.advance({ minutes: 1 });
  expect((await mari('POST', `/api/v1/system-notices/${id}/read`)).body.readAt).toBe('2026-11-23T08:00:00Z');
  expect(await shown(mari)).toEqual([]);
  expect(await shown(mari, '?includeResolved=true')).toEqual([id]);
  expect(await shown(riina)).toEqual([id]);
  const { rows } = await sql<{ action: string }>`select action from audit_event where object_id = ${id} order by id`.execute(
    door.database.db,
  );
  expect(rows.map(({ action }) => action)).toEqual(['SYSTEM_NOTICE_PUBLISHED', 'SYSTEM_NOTICE_READ']);
});

it('is published by TEHIK alone, in every language', async () => {
  expect((await mari('POST', '/api/v1/system-notices', { text: TEXT })).body).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  const bad = [
    {},
    { text: { et: 'Ainult eesti keeles' } },
    { text: { ...TEXT, ru: '  ' } },
    { text: TEXT, readAt: '2026-01-01' },
    { text: 'STAR' },
  ];
  for (const body of bad) expect((await anu('POST', '/api/v1/system-notices', body)).body).toMatchObject({ code: 'VALIDATION_FAILED' });
  expect((await mari('POST', `/api/v1/system-notices/${newId()}/read`)).body).toMatchObject({
    status: 404,
    code: 'SYSTEM_NOTICE_NOT_FOUND',
  });
});
