import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, Temporal } from '../../../src/platform/index.ts';
import { findDeathsInReview, noticeRoutes, type OpenObject, type Told } from '../../../src/register/notices/index.ts';
import { selectNotices } from '../../../src/register/notices/notice-store.ts';
import { type Caller, type Door, openDoor, signedIn } from '../../api/door.ts';
import { hire, personalCode, type Worker } from '../../town.ts';
import { change, createWorld, tell } from './told.ts';

const world = createWorld();
let door: Door;
let mari: Caller;
let mariWorker: Worker;
let peeter: Caller;
let adopter: Caller;
let protector: Caller;
beforeAll(async () => {
  door = await openDoor({ rooms: ({ database, clock }) => noticeRoutes({ database, clock, objectsOf: world.objectsOf }) });
  const enter = async (username: string, serial: number, who: Partial<Parameters<typeof hire>[1]> = {}) => {
    const worker = await hire(door.database, { username, serial, roles: ['SOCIAL_WORKER'], ...who });
    return { worker, call: await signedIn(door.app, worker) };
  };
  ({ worker: mariWorker, call: mari } = await enter('mari', 1));
  ({ call: peeter } = await enter('peeter', 2, { institution: '75008226' }));
  const ska = { institution: '70001975', kind: 'SKA' } as const;
  ({ call: adopter } = await enter('anne', 3, { ...ska, roles: ['SKA_ADOPTION'] }));
  ({ call: protector } = await enter('piret', 4, { ...ska, roles: ['SKA_CHILD_PROTECTION'] }));
});
afterAll(() => door.close());

let serial = 100;
/** A client, with a proceeding on them. */
async function open(call: Caller, kind = 'SIMPLE', client?: string) {
  const id =
    client ??
    String((await call('POST', '/api/v1/clients', { personalCode: personalCode(serial++), firstName: 'Kati', lastName: 'Kask' })).body.id);
  const { body } = await call('POST', '/api/v1/intakes', {
    kind: 'OTHER',
    channel: 'PHONE',
    problem: 'Abi',
    subjects: [{ clientId: id, role: 'MAIN' }],
    openProceeding: { kind },
  });
  const { rows } = await sql<Told['proceeding'] & { no: string }>`
    select id, no, kind, institution_id as "institutionId", owner_id as "ownerId" from proceeding where id = ${(body.proceeding as { id: string }).id}`.execute(
    door.database.db,
  );
  const [proceeding] = rows;
  if (proceeding === undefined) throw new Error('no proceeding');
  return { clientId: id, proceeding };
}

type Opened = Awaited<ReturnType<typeof open>>;
const told = (of: Opened, ...changes: Parameters<typeof change>[]) =>
  tell(door.database, world.objectsOf, { ...of, changes: changes.map((one) => change(...one)) });
/** What is told of somebody new, to their institution alone. */
async function noticed(kind: Parameters<typeof change>[0], call = mari) {
  const of = await open(call);
  const [id = ''] = await told(of, [kind]);
  return { ...of, id, path: `/api/v1/notices/${id}` };
}
const listed = async (call: Caller, query = '?source=RR') => (await call('GET', `/api/v1/me/notices${query}`)).body.items ?? [];
const idsOf = async (call: Caller, query?: string) => (await listed(call, query)).map(({ id }) => id);
const REASON = { outcome: 'NOT_APPLICABLE', reason: 'Matusetoetus on veel maksmata' };
const lines = async (action: string, clientId: string) =>
  (
    await sql<{ details: Record<string, unknown>; user_id: string | null; object_id: string }>`
      select details, user_id, object_id from audit_event where action = ${action} and client_id = ${clientId} order by id`.execute(
      door.database.db,
    )
  ).rows;

describe('a notice of the population register', () => {
  it('REQ-181: is on the front page of the institution that has something open on the client', async () => {
    const of = await open(mari);
    const [id = ''] = await told(of, ['RESIDENCE', '1', '2026-11-20']);
    expect((await listed(mari)).find((notice) => notice.id === id)).toEqual({
      id,
      source: 'RR',
      kind: 'RESIDENCE',
      state: 'OPEN',
      client: { id: of.clientId, firstName: 'Kati', lastName: 'Kask' },
      eventDate: '2026-11-20',
      receivedAt: '2026-11-23T08:00:00Z',
      feed: 'RR.CHANGE_NOTICES',
    });
    expect(await idsOf(peeter)).not.toContain(id);
    expect(await lines('NOTICE_SHOWN', of.clientId)).toMatchObject([{ user_id: mariWorker.userId, object_id: id }]);
    expect((await mari('GET', '/api/v1/me/notices?source=TEHIK')).body.items).toEqual([]);
  });

  it('REQ-183: of a death lists each open proceeding to be closed, suspended ones too, and is done when they are', async () => {
    const of = await open(mari);
    const second = await open(mari, 'CASE', of.clientId);
    const closed = await open(mari, 'SIMPLE', of.clientId);
    await mari('POST', `/api/v1/proceedings/${closed.proceeding.id}/close`, { reason: 'SOLVED' });
    await mari('POST', `/api/v1/proceedings/${second.proceeding.id}/suspend`);
    const [id = ''] = await told(of, ['DEATH', '2026-11-20', '2026-11-20']);
    const look = async () => (await mari('GET', `/api/v1/notices/${id}`)).body.checklist;
    const objects = [of, second].map(({ proceeding }) => ({ type: 'PROCEEDING', id: proceeding.id, no: proceeding.no, open: true }));
    expect(await look()).toEqual([{ code: 'CLOSE_PROCEEDINGS', mandatory: true, state: 'OPEN', objects }]);
    await mari('POST', `/api/v1/proceedings/${of.proceeding.id}/close`, { reason: 'DEATH' });
    expect(await look()).toMatchObject([{ state: 'OPEN', objects: [{ open: false }, { open: true }] }]);
    await mari('POST', `/api/v1/proceedings/${second.proceeding.id}/close`, { reason: 'DEATH' });
    expect(await look()).toMatchObject([{ state: 'DONE', objects: [{ open: false }, { open: false }] }]);
    expect(await idsOf(mari)).toContain(id);
    expect((await mari('POST', `/api/v1/notices/${id}/resolve`)).status).toBe(200);
  });

  it('REQ-188: is resolved when every mandatory item is done or explained; then it leaves the front page and stays in the history', async () => {
    const { id, path, clientId, proceeding } = await noticed('DEATH');
    const refused = await mari('POST', `${path}/resolve`);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'NOTICE_ITEMS_OPEN', errors: [{ pointer: '/items/CLOSE_PROCEEDINGS', code: 'OPEN' }] },
    });
    expect((await mari('PUT', `${path}/items/CLOSE_PROCEEDINGS`, REASON)).body).toMatchObject({
      state: 'IN_REVIEW',
      checklist: [{ state: 'EXPLAINED', answer: { ...REASON, by: mariWorker.userId } }],
    });
    const resolved = await mari('POST', `${path}/resolve`);
    expect(resolved).toMatchObject({ status: 200, body: { state: 'RESOLVED', resolvedBy: mariWorker.userId } });
    expect(await idsOf(mari)).not.toContain(id);
    expect(await idsOf(mari, '?includeResolved=true')).toContain(id);
    // What becomes of the proceeding later is not what was found then (INV-61).
    await mari('POST', `/api/v1/proceedings/${proceeding.id}/close`, { reason: 'DEATH' });
    expect((await mari('GET', path)).body).toMatchObject({
      state: 'RESOLVED',
      checklist: [{ state: 'EXPLAINED', objects: [{ open: true }] }],
    });
    expect(await lines('NOTICE_ITEM_SETTLED', clientId)).toMatchObject([
      { details: { item: 'CLOSE_PROCEEDINGS', outcome: 'NOT_APPLICABLE' } },
    ]);
    expect(await lines('NOTICE_RESOLVED', clientId)).toMatchObject([
      { user_id: mariWorker.userId, details: { CLOSE_PROCEEDINGS: 'EXPLAINED' } },
    ]);
  });

  it('is told in the course of the proceedings, and so is that it is resolved', async () => {
    const { path, proceeding } = await noticed('CUSTODY');
    await mari('PUT', `${path}/items/REVIEW_PROCEEDINGS`, { outcome: 'DONE' });
    await mari('POST', `${path}/resolve`);
    const actions = (await mari('GET', `/api/v1/proceedings/${proceeding.id}/actions`)).body.items ?? [];
    expect(actions.map(({ kind, origin, text }) => [kind, origin, text])).toEqual([
      ['NOTICE', 'AUTOMATIC', 'Rahvastikuregistri teade: hooldusõigus'],
      ['NOTICE', 'AUTOMATIC', 'Rahvastikuregistri teade lahendatud: hooldusõigus'],
    ]);
  });

  it('ends nothing by itself: what areas to come have open stays so until they end it (INV-32)', async () => {
    const { clientId, proceeding, path } = await noticed('DEATH');
    const implementation: OpenObject = {
      type: 'PERIODIC_IMPLEMENTATION',
      id: newId(),
      no: 'A-1',
      institutionId: proceeding.institutionId,
      clientId,
      work: 'SIMPLE',
    };
    world.objects.add(implementation);
    expect((await mari('GET', path)).body.checklist).toMatchObject([
      { code: 'REVIEW_PERIODIC', state: 'OPEN' },
      { code: 'CLOSE_PROCEEDINGS' },
    ]);
    await mari('PUT', `${path}/items/CLOSE_PROCEEDINGS`, REASON);
    expect((await mari('PUT', `${path}/items/REVIEW_PERIODIC`, { outcome: 'DONE' })).body).toMatchObject({
      status: 409,
      code: 'NOTICE_OBJECTS_OPEN',
    });
    expect((await mari('POST', `${path}/resolve`)).body).toMatchObject({ code: 'NOTICE_ITEMS_OPEN' });
    world.objects.delete(implementation);
    expect((await mari('POST', `${path}/resolve`)).body).toMatchObject({ state: 'RESOLVED' });
  });

  it('that nothing is open for is kept and not shown', async () => {
    const of = await open(mari);
    await mari('POST', `/api/v1/proceedings/${of.proceeding.id}/close`, { reason: 'SOLVED' });
    const [id = ''] = await told(of, ['DEATH']);
    for (const query of ['', '?includeResolved=true']) expect(await idsOf(mari, query)).not.toContain(id);
    expect((await mari('GET', `/api/v1/notices/${id}`)).body).toMatchObject({ state: 'IRRELEVANT', checklist: [] });
    expect((await mari('POST', `/api/v1/notices/${id}/resolve`)).body).toMatchObject({ status: 409, code: 'NOTICE_NOT_OPEN' });
  });

  it('holds the payouts of who has died until it is resolved', async () => {
    const { clientId, proceeding, path } = await noticed('DEATH');
    const other = await noticed('RESIDENCE');
    const held = () => findDeathsInReview(door.database.db, proceeding.institutionId, [clientId, other.clientId]);
    expect([...(await held())]).toEqual([clientId]);
    await mari('PUT', `${path}/items/CLOSE_PROCEEDINGS`, REASON);
    expect([...(await held())]).toEqual([clientId]);
    await mari('POST', `${path}/resolve`);
    expect([...(await held())]).toEqual([]);
    expect([...(await findDeathsInReview(door.database.db, newId(), [clientId]))]).toEqual([]);
  });
});

describe('what is told twice', () => {
  it('is one notice, by whichever feed, looked up in whichever proceeding, and resolved or not', async () => {
    const of = await open(mari);
    const second = await open(mari, 'CASE', of.clientId);
    const [id = '', ...more] = await told(of, ['DEATH', '2026-11-20']);
    expect(more).toEqual([]);
    const again = { changes: [change('DEATH', '2026-11-20')], feed: 'RR.DEATHS', toldAt: Temporal.Instant.from('2026-11-24T08:00:00Z') };
    expect(await tell(door.database, world.objectsOf, { ...second, ...again })).toEqual([]);
    await mari('PUT', `/api/v1/notices/${id}/items/CLOSE_PROCEEDINGS`, REASON);
    await mari('POST', `/api/v1/notices/${id}/resolve`);
    expect(await tell(door.database, world.objectsOf, { ...of, ...again })).toEqual([]);
    expect(
      (await listed(mari, '?includeResolved=true')).filter(({ client }) => (client as { id: string }).id === of.clientId),
    ).toHaveLength(1);
  });

  it('is one notice when several are told at the same moment', async () => {
    const of = await open(mari);
    const received = await Promise.all(Array.from({ length: 8 }, () => told(of, ['DEATH'], ['NAME'])));
    expect(received.flat()).toHaveLength(2);
  });

  it('is another when it is something else: somebody moves there, and back', async () => {
    const of = await open(mari);
    for (const home of ['Tartu', 'Narva', 'Tartu']) expect(await told(of, ['RESIDENCE', home])).toHaveLength(1);
  });

  it('is not told as nothing in particular by an answer that no longer shows what it was', async () => {
    const of = await open(mari);
    expect(await told(of, ['NAME'])).toHaveLength(1);
    expect(await told(await open(mari, 'CASE', of.clientId), ['OTHER'])).toEqual([]);
    const later = { ...of, changes: [change('OTHER')], toldAt: Temporal.Instant.from('2026-11-23T09:00:00Z') };
    expect(await tell(door.database, world.objectsOf, later)).toHaveLength(1);
  });
});

describe('a client of several institutions', () => {
  it('is a notice for each, which each resolves for itself', async () => {
    const of = await open(mari);
    const theirs = await open(peeter, 'SIMPLE', of.clientId);
    const ids = await told(of, ['DEATH']);
    expect(ids).toHaveLength(2);
    const ours = (await idsOf(mari)).filter((id) => ids.includes(String(id)));
    const others = (await idsOf(peeter)).filter((id) => ids.includes(String(id)));
    expect([ours.length, others.length]).toEqual([1, 1]);
    expect((await peeter('GET', `/api/v1/notices/${others[0]}`)).body.checklist).toMatchObject([
      { objects: [{ id: theirs.proceeding.id }] },
    ]);
    await mari('PUT', `/api/v1/notices/${ours[0]}/items/CLOSE_PROCEEDINGS`, REASON);
    await mari('POST', `/api/v1/notices/${ours[0]}/resolve`);
    expect(await idsOf(peeter)).toContain(others[0]);
  });

  it('whose file took up another is one client, under whichever id something is open', async () => {
    const of = await open(mari);
    const other = await open(mari, 'CASE');
    await sql`update client set merged_into = ${of.clientId} where id = ${other.clientId}`.execute(door.database.db);
    const [id = '', ...more] = await told(other, ['DEATH', '2026-11-20']);
    expect(more).toEqual([]);
    const { body } = await mari('GET', `/api/v1/notices/${id}`);
    expect(body).toMatchObject({
      client: { id: of.clientId },
      checklist: [{ objects: [{ id: of.proceeding.id }, { id: other.proceeding.id }] }],
    });
    expect(await told(of, ['DEATH', '2026-11-20'])).toEqual([]);
    const { institutionId } = of.proceeding;
    expect((await findDeathsInReview(door.database.db, institutionId, [of.clientId, other.clientId])).size).toBe(2);
  });

  it('who is adopted is a notice apart, for whom adoption is the work (INV-66)', async () => {
    const of = await open(protector, 'CHILD');
    const adoption = await open(adopter, 'ADOPTION', of.clientId);
    const ids = await told(of, ['CUSTODY']);
    expect(ids).toHaveLength(2);
    const [general, ...others] = (await idsOf(protector)).filter((id) => ids.includes(String(id)));
    const [secret, ...more] = (await idsOf(adopter)).filter((id) => ids.includes(String(id)));
    expect([others, more]).toEqual([[], []]);
    expect((await protector('GET', `/api/v1/notices/${general}`)).body.checklist).toMatchObject([{ objects: [{ id: of.proceeding.id }] }]);
    expect((await adopter('GET', `/api/v1/notices/${secret}`)).body.checklist).toMatchObject([
      { objects: [{ id: adoption.proceeding.id }] },
    ]);
    expect((await protector('GET', `/api/v1/notices/${secret}`)).body).toMatchObject({ status: 404, code: 'NOTICE_NOT_FOUND' });
    expect((await adopter('GET', `/api/v1/notices/${general}`)).status).toBe(404);
  });
});

describe('who is not to work on a notice', () => {
  it('does not find it: another institution, or the person themselves (INV-65)', async () => {
    const { path, id } = await noticed('DEATH');
    const colleague = await hire(door.database, { username: 'kaja', serial: 9, roles: ['SOCIAL_WORKER'] });
    const kaja = await signedIn(door.app, colleague);
    const own = await open(
      mari,
      'SIMPLE',
      String(
        (await mari('POST', '/api/v1/clients', { personalCode: colleague.personalCode, firstName: 'Kaja', lastName: 'Kuusk' })).body.id,
      ),
    );
    const [mine = ''] = await told(own, ['RESIDENCE']);
    expect(await idsOf(kaja)).toContain(id);
    expect(await idsOf(kaja)).not.toContain(mine);
    const attempts: readonly (readonly [Caller, string])[] = [
      [peeter, path],
      [kaja, `/api/v1/notices/${mine}`],
      [mari, `/api/v1/notices/${newId()}`],
    ];
    for (const [call, where] of attempts) {
      const answers = [
        await call('GET', where),
        await call('PUT', `${where}/items/CLOSE_PROCEEDINGS`, REASON),
        await call('POST', `${where}/resolve`),
      ];
      for (const answer of answers) expect(answer.body).toMatchObject({ status: 404, code: 'NOTICE_NOT_FOUND' });
    }
    expect((await mari('GET', path)).body).toMatchObject({ state: 'OPEN' });
  });

  it('is told so by their role', async () => {
    const { path } = await noticed('DEATH');
    const clerk = await hire(door.database, { username: 'riina', serial: 10, roles: ['SETTLEMENT'] });
    const riina = await signedIn(door.app, clerk);
    expect((await riina('GET', path)).body).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect((await riina('POST', `${path}/resolve`)).status).toBe(403);
    expect(await listed(riina, '')).toEqual([]);
  });
});

describe('bad input', () => {
  it.each([
    ['no outcome', {}, 'VALIDATION_FAILED', 422],
    ['an outcome that is none', { outcome: 'MAYBE' }, 'VALIDATION_FAILED', 422],
    ['a field that nobody asked for', { outcome: 'DONE', state: 'RESOLVED' }, 'VALIDATION_FAILED', 422],
    ['a reason that says nothing', { outcome: 'NOT_APPLICABLE', reason: 'ei' }, 'VALIDATION_FAILED', 422],
    ['a blank reason', { outcome: 'NOT_APPLICABLE', reason: ' '.repeat(20) }, 'VALIDATION_FAILED', 422],
    ['no reason where one is needed', { outcome: 'NOT_APPLICABLE' }, 'NOTICE_REASON_REQUIRED', 422],
    ['a word of another item', { outcome: 'KEEP', reason: 'Teenus jätkub seal' }, 'NOTICE_OUTCOME_NOT_OF_ITEM', 422],
    ['that it is done while it is not', { outcome: 'DONE' }, 'NOTICE_OBJECTS_OPEN', 409],
  ])('%s is refused with its code, and nothing is written', async (_what, body, code, status) => {
    const { path } = await noticed('DEATH');
    expect((await mari('PUT', `${path}/items/CLOSE_PROCEEDINGS`, body)).body).toMatchObject({ code, status });
    expect((await mari('GET', path)).body).toMatchObject({ state: 'OPEN', checklist: [{ state: 'OPEN' }] });
  });

  it('an item that this notice has not, and one that there is nowhere', async () => {
    const { path } = await noticed('DEATH');
    expect((await mari('PUT', `${path}/items/END_CARE`, { outcome: 'DONE' })).body).toMatchObject({
      status: 404,
      code: 'NOTICE_ITEM_NOT_FOUND',
    });
    expect((await mari('PUT', `${path}/items/DANCE`, { outcome: 'DONE' })).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect((await mari('GET', '/api/v1/me/notices?source=POLICE')).body).toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('a version that is not the latest changes nothing', async () => {
    const { path } = await noticed('CUSTODY');
    const { headers } = await mari('GET', path);
    const stale = { 'if-match': String(headers.etag) };
    const item = `${path}/items/REVIEW_PROCEEDINGS`;
    expect((await mari('PUT', item, { outcome: 'DONE' }, stale)).headers.etag).toBe('"2"');
    expect((await mari('PUT', item, REASON, stale)).body).toMatchObject({ status: 412, code: 'PRECONDITION_FAILED' });
    expect((await mari('POST', `${path}/resolve`, undefined, stale)).body).toMatchObject({ status: 412 });
    expect((await mari('GET', path)).body).toMatchObject({ state: 'IN_REVIEW', checklist: [{ state: 'DONE' }] });
    expect((await mari('POST', `${path}/resolve`, undefined, { 'if-match': '"2"' })).status).toBe(200);
  });

  it('a resolved notice is left as it is', async () => {
    const { path } = await noticed('NAME');
    expect((await mari('POST', `${path}/resolve`)).status).toBe(200);
    expect((await mari('POST', `${path}/resolve`)).body).toMatchObject({ status: 409, code: 'NOTICE_NOT_OPEN' });
    expect((await mari('PUT', `${path}/items/REVIEW_PAYOUT_NAME`, { outcome: 'DONE' })).body).toMatchObject({ code: 'NOTICE_NOT_OPEN' });
  });

  it('two who resolve at once are one resolution', async () => {
    const { path, clientId } = await noticed('NAME');
    const answers = await Promise.all(Array.from({ length: 4 }, () => mari('POST', `${path}/resolve`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(await lines('NOTICE_RESOLVED', clientId)).toHaveLength(1);
  });
});

it('a list goes on behind its last', async () => {
  const first = (await mari('GET', '/api/v1/me/notices?source=RR&limit=2')).body;
  expect(first.items).toHaveLength(2);
  const next = (await mari('GET', `/api/v1/me/notices?source=RR&limit=2&after=${first.next}`)).body.items ?? [];
  expect(next).toHaveLength(2);
  expect(next.map(({ id }) => id)).not.toContain(first.items?.[1]?.id);
});

it('the front page is found by an index of what is not finished, however much there has been', async () => {
  const { rows } = await sql<{ institution: string }>`select institution_id as institution from registry_notice limit 1`.execute(
    door.database.db,
  );
  const filter = { institutionId: rows[0]?.institution ?? '', kinds: ['SIMPLE'] as const, notAbout: [], after: undefined, limit: 100 };
  const plans = await door.database.transaction(async (tx) => [
    await selectNotices(tx, { ...filter, includeResolved: false }).explain<{ 'QUERY PLAN': string }>(),
    await selectNotices(tx, { ...filter, includeResolved: true }).explain<{ 'QUERY PLAN': string }>(),
  ]);
  expect(JSON.stringify(plans[0])).toMatch(/registry_notice_shown/);
  expect(JSON.stringify(plans[1])).toMatch(/registry_notice_by_institution/);
});
