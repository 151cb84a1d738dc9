import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { Temporal } from '../../../src/platform/index.ts';
import { putFinding } from '../../../src/queries/contracts/store.ts';
import { deactivate } from '../../../src/register/access/index.ts';
import { enterClient } from '../../../src/register/people/index.ts';
import { registerIntake } from '../../../src/register/proceedings/index.ts';
import { changesOf } from '../../../src/simulator/facts/changes.ts';
import type { XRoadClient } from '../../../src/xroad/index.ts';
import type { Caller } from '../../api/door.ts';
import { personalCode } from '../../town.ts';
import { type Ground, type Named, OTHER, openGround, openProceedings } from './ground.ts';

const TYPE = 'SKA.BENEFITS_MASS';
const REASON = 'Toetuse vajaduse hindamine';
const PERIOD = { from: '2026-10-01', to: '2026-10-31' };

let ground: Ground;
let mari: Caller & { readonly userId: string; readonly institutionId: string };
let people: readonly Named[];
/** Disabled, a pensioner, and somebody of whom SKAIS2 knows nothing. */
let codes: readonly string[];
const process = (changed: Parameters<Ground['process']>[0] = {}) => ground.process(changed);

beforeEach(async () => {
  await ground?.close();
  ground = await openGround();
  mari = await ground.worker();
  const { DISABLED = '', LONE_PENSIONER = '', UNKNOWN = '' } = ground.country.personae;
  codes = [DISABLED, LONE_PENSIONER, UNKNOWN];
  people = await openProceedings(mari, codes);
});
afterAll(() => ground.close());

const order = (call: Caller, named: readonly Named[] = people, more: object = {}) =>
  call('POST', '/api/v1/batches', { type: TYPE, parameters: PERIOD, justification: REASON, people: named, ...more });

async function ordered(named = people): Promise<string> {
  const { status, body } = await order(mari, named);
  if (status !== 202) throw new Error(JSON.stringify(body));
  return String(body.id);
}

const view = async (id: string) => (await mari('GET', `/api/v1/batches/${id}`)).body;
const answers = (id: string, query = '') => mari('GET', `/api/v1/batches/${id}/people${query}`);
const close = (named: Named | undefined) => mari('POST', `/api/v1/proceedings/${named?.proceedingId}/close`, { reason: 'DECIDED' });
const tickets = () => [...ground.simulator.fetched('skais2')];
const knobs = () => ground.simulator.knobs('skais2');

/** Lines of the log about one batch, in their order. */
async function log(id: string) {
  const { rows } = await sql<{ action: string; code: string | null; client_id: string | null; details: Record<string, unknown> | null }>`
    select action, code, client_id, details from audit_event where object_id = ${id} order by id`.execute(ground.database.db);
  return rows;
}

async function exchanges(id: string) {
  const { rows } = await sql<{ attempt: number; outcome: string | null; code: string | null }>`
    select attempt, outcome, code from batch_exchange where batch_id = ${id} order by attempt`.execute(ground.database.db);
  return rows;
}

const kept = async (id: string) => {
  const { rows } = await sql<{ kept: number; keys: number }>`
    select (select count(*) from batch_person where batch_id = ${id} and sealed is not null) as kept,
           (select count(*) from data_key where owner_id = ${id} and wrapped_key is not null) as keys`.execute(ground.database.db);
  return rows[0];
};

/** A client whose process dies with each exchange: the register has answered, and nobody hears of it until `wake`. */
function dying(xroad: XRoadClient): { readonly xroad: XRoadClient; readonly wake: () => void; readonly left: Promise<void> } {
  const woken = Promise.withResolvers<void>();
  const left = Promise.withResolvers<void>();
  return {
    left: left.promise,
    wake: () => woken.resolve(),
    xroad: {
      ...xroad,
      async exchange(prepared, options) {
        const outcome = await xroad.exchange(prepared, options);
        left.resolve();
        await woken.promise;
        return outcome;
      },
    },
  };
}

describe('an order', () => {
  it('is submitted, looked after, fetched once, and read page by page', async () => {
    const one = process();
    const id = await ordered();
    expect(await view(id)).toMatchObject({ state: 'ORDERED', people: { AWAITED: 3 }, source: null });
    await one.round();
    expect(await view(id)).toMatchObject({ state: 'SUBMITTED', nextAt: '2026-11-23T08:00:30Z', code: null });
    expect((await answers(id)).body).toMatchObject({ code: 'BATCH_NOT_FETCHED' });
    ground.clock.advance({ seconds: 30 });
    await one.round();
    expect(await view(id)).toMatchObject({ state: 'SUBMITTED', nextAt: '2026-11-23T08:01:30Z' });
    ground.clock.advance({ minutes: 5 });
    await one.round();
    await one.round();
    expect(await view(id)).toMatchObject({
      state: 'FETCHED',
      nextAt: null,
      keepUntil: '2026-11-30T08:05:30Z',
      source: { service: 'EE/GOV/70001975/skais2/TKToovoimPuueHyvitisedMassTeenusVastus/v1' },
      people: { FOUND: 2, NOT_FOUND: 1, AWAITED: 0 },
    });
    expect(tickets()).toEqual([['70001', 1]]);
    const first = await answers(id, '?limit=2');
    expect(first.body).toMatchObject({
      next: 1,
      items: [
        {
          ...people[0],
          outcome: 'FOUND',
          code: null,
          answer: { state: 'FOUND', record: { disabilities: [{ name: expect.any(String) }] } },
        },
        { ...people[1], answer: { record: { benefits: [{ code: 'VP', name: 'Vanaduspension' }] } } },
      ],
    });
    const second = await answers(id, '?limit=2&after=1');
    expect(second.body).toEqual({
      items: [{ ...people[2], position: 2, outcome: 'NOT_FOUND', code: null, answer: expect.objectContaining({ state: 'NOT_FOUND' }) }],
    });
  });

  it('leaves a line in the log and an action for every step, and a personal code nowhere', async () => {
    const one = process();
    const id = await ordered();
    await one.round();
    ground.clock.advance({ minutes: 6 });
    await one.round();
    await answers(id);
    const lines = await log(id);
    expect(lines.map(({ action }) => action)).toEqual([
      'BATCH_ORDERED',
      ...people.map(() => 'BATCH_PERSON_ORDERED'),
      'BATCH_SUBMITTED',
      'BATCH_FETCHED',
      ...people.map(() => 'BATCH_PERSON_ANSWERED'),
      ...people.map(() => 'ANSWER_READ'),
    ]);
    expect(lines.filter(({ action }) => action === 'ANSWER_READ').map(({ client_id }) => client_id)).toEqual(
      people.map(({ subjectId }) => subjectId),
    );
    const actions = await mari('GET', `/api/v1/proceedings/${people[0]?.proceedingId}/actions`);
    expect(actions.body.items).toMatchObject([{ kind: 'QUERY', origin: 'AUTOMATIC' }]);
    const { rows } = await sql<{ text: string }>`
      select row_to_json(t)::text as text from (select p.*, b.*, x.*, n.* from batch_permit p join batch b using (id)
        join batch_exchange x on x.batch_id = b.id join batch_person n on n.batch_id = b.id) t
      union all select row_to_json(a)::text from audit_event a where object_id = ${id}`.execute(ground.database.db);
    expect(rows.length).toBeGreaterThan(10);
    for (const code of codes) expect(rows.filter(({ text }) => text.includes(code))).toEqual([]);
    // Sealed twice: neither the person's name for it nor the register's is in the bytes.
    expect(rows.filter(({ text }) => text.includes(Buffer.from('Vanaduspension').toString('hex')))).toEqual([]);
  });

  it.each([
    ['a role without the right', async () => order(await ground.worker({ roles: ['SETTLEMENT'] })), 403, 'FORBIDDEN'],
    ['a type that is none', async () => order(mari, people, { type: 'SKA.EVERYTHING' }), 422, 'BATCH_TYPE_UNKNOWN'],
    ['no reason', async () => order(mari, people, { justification: 'vaja' }), 422, 'JUSTIFICATION_REQUIRED'],
    ['parameters that are none', async () => order(mari, people, { parameters: { from: '2026-10-01' } }), 422, 'QUERY_PARAMETERS_INVALID'],
    ['nobody', async () => order(mari, []), 422, 'BATCH_PEOPLE_REFUSED'],
    [
      'one more than the type takes',
      async () =>
        order(
          mari,
          Array.from({ length: 1001 }, () => people[0] as Named),
        ),
      422,
      'BATCH_TOO_LARGE',
    ],
    ['the same person twice', async () => order(mari, [...people, ...people.slice(0, 1)]), 422, 'BATCH_PEOPLE_REFUSED'],
  ])('is refused: %s', async (_what, refused, status, code) => {
    expect(await refused()).toMatchObject({ status, body: { code } });
    expect((await mari('GET', '/api/v1/batches')).body).toEqual({ items: [] });
  });

  it('names each person who may not be asked about by their place, and why; and is a line in the log', async () => {
    const rein = await ground.worker({ institution: '70000740' });
    const [theirs] = await openProceedings(rein, [codes[0] ?? '']);
    const [care] = await openProceedings(mari, [codes[1] ?? ''], 'CHILD');
    const [closed] = await openProceedings(mari, [codes[2] ?? '']);
    await close(closed);
    const [first, second] = people as readonly [Named, Named];
    const stranger = { ...first, subjectId: second.subjectId };
    const { body } = await order(
      mari,
      [theirs, care, closed, stranger, first].filter((one) => one !== undefined),
    );
    expect(body).toMatchObject({
      code: 'BATCH_PEOPLE_REFUSED',
      errors: expect.arrayContaining([
        expect.objectContaining({ pointer: '/people/0', code: 'NOT_FOUND' }),
        expect.objectContaining({ pointer: '/people/1', code: 'QUERY_NOT_ALLOWED_FOR_PROCEEDING_TYPE' }),
        expect.objectContaining({ pointer: '/people/2', code: 'PROCEEDING_NOT_OPEN' }),
        expect.objectContaining({ pointer: '/people/3', code: 'SUBJECT_NOT_IN_PROCEEDING' }),
      ]),
    });
    const { rows } = await sql`select code from audit_event where action = 'BATCH_REFUSED'`.execute(ground.database.db);
    expect(rows).toEqual([{ code: 'BATCH_PEOPLE_REFUSED' }]);
  });

  it('of a kind is under way once in an institution, however many press the button', async () => {
    const pressed = await Promise.all(Array.from({ length: 6 }, () => order(mari)));
    expect(pressed.map(({ status }) => status).sort()).toEqual([202, 409, 409, 409, 409, 409]);
    expect(pressed.find(({ status }) => status === 409)?.body.code).toBe('BATCH_UNDER_WAY');
    await process().round();
    expect(tickets()).toHaveLength(1);
    const rein = await ground.worker({ institution: '70000740' });
    expect((await order(rein, await openProceedings(rein, codes))).status).toBe(202);
  });

  it('is not there for another institution, or for who may not order it', async () => {
    const id = await ordered();
    const rein = await ground.worker({ institution: '70000740' });
    for (const path of [`/api/v1/batches/${id}`, `/api/v1/batches/${id}/people`])
      expect(await rein('GET', path)).toMatchObject({ status: 404, body: { code: 'BATCH_NOT_FOUND' } });
    expect(await rein('POST', `/api/v1/batches/${id}/close`)).toMatchObject({ status: 404, body: { code: 'BATCH_NOT_FOUND' } });
    expect((await rein('GET', '/api/v1/batches')).body).toEqual({ items: [] });
    expect((await mari('GET', '/api/v1/batches?limit=1')).body).toMatchObject({ items: [{ id }], next: id });
  });
});

describe('a process that dies', () => {
  it('after the register took the order, before its ticket was kept: ordered anew under a new id, told in the log, the first ticket void', async () => {
    const id = await ordered();
    const dead = dying(process().xroad);
    const ended = process({ xroad: dead.xroad }).round();
    await dead.left;
    expect(await view(id)).toMatchObject({ state: 'ORDERED' });
    const other = process();
    await other.round();
    expect(tickets()).toEqual([['70001', 0]]);
    ground.clock.advance({ seconds: 91 });
    await other.round();
    expect(await view(id)).toMatchObject({ state: 'SUBMITTED' });
    expect(await log(id)).toContainEqual(
      expect.objectContaining({ action: 'BATCH_ATTEMPT_LOST', details: { attempt: 1, state: 'ORDERED' } }),
    );
    // Taken for dead, it comes back with its ticket.
    dead.wake();
    await ended;
    expect(await exchanges(id)).toMatchObject([{ outcome: 'VOID' }, { outcome: 'SUBMITTED' }]);
    ground.clock.advance({ minutes: 6 });
    await other.round();
    expect(await view(id)).toMatchObject({ state: 'FETCHED' });
    expect(tickets()).toEqual([
      ['70001', 0],
      ['70002', 1],
    ]);
  });

  it('between two looks: another goes on with the same ticket', async () => {
    const id = await ordered();
    await process().round();
    ground.clock.advance({ minutes: 6 });
    await process().round();
    expect(await view(id)).toMatchObject({ state: 'FETCHED', people: { FOUND: 2 } });
    expect(tickets()).toEqual([['70001', 1]]);
  });

  it('with the file in its hands: another takes it anew, and its parts are kept once', async () => {
    const id = await ordered();
    await process().round();
    ground.clock.advance({ minutes: 6 });
    const dead = dying(process().xroad);
    const ended = process({ xroad: dead.xroad }).round();
    await dead.left;
    ground.clock.advance({ seconds: 91 });
    await process().round();
    dead.wake();
    await ended;
    expect(await exchanges(id)).toMatchObject([{ outcome: 'SUBMITTED' }, { outcome: 'VOID' }, { outcome: 'FETCHED' }]);
    expect((await log(id)).filter(({ action }) => action === 'BATCH_FETCHED')).toHaveLength(1);
    expect((await answers(id)).body.items).toHaveLength(3);
  });
});

it('two processes at once make one exchange of each step', async () => {
  const id = await ordered();
  const both = [process(), process()];
  await Promise.all(both.map((one) => one.round()));
  ground.clock.advance({ minutes: 6 });
  await Promise.all(both.map((one) => one.round()));
  expect(await exchanges(id)).toMatchObject([{ outcome: 'SUBMITTED' }, { outcome: 'FETCHED' }]);
  expect(tickets()).toEqual([['70001', 1]]);
});

describe('a register', () => {
  it('that has forgotten the ticket: expired, and the worker is told to order again', async () => {
    const id = await ordered();
    await process().round();
    knobs().ticketLivesMinutes = 3;
    ground.clock.advance({ minutes: 6 });
    await process().round();
    expect(await view(id)).toMatchObject({
      state: 'EXPIRED',
      code: 'TICKET_GONE',
      trouble: 'STAR-XT-ORDER-EXPIRED',
      people: { AWAITED: 3 },
    });
    expect((await order(mari)).status).toBe(202);
  });

  it('gives a ticket’s file to nobody but the subsystem that ordered it', async () => {
    const id = await ordered();
    await process().round();
    ground.clock.advance({ minutes: 6 });
    await process({ asks: OTHER }).round();
    expect(await view(id)).toMatchObject({ state: 'EXPIRED', code: 'TICKET_GONE' });
    expect(tickets()).toEqual([['70001', 0]]);
  });

  it('that is not ready by the deadline is looked at one last time then, and no more', async () => {
    knobs().ticketMinutes = 100_000;
    const id = await ordered();
    const one = process();
    // By the row: the worker’s session does not last so long.
    const row = async () => {
      const { rows } = await sql<{ state: string; code: string | null; due_at: Date }>`
        select state, code, due_at from batch where id = ${id}`.execute(ground.database.db);
      return rows[0];
    };
    const looks: (string | undefined)[] = [];
    for (let found = await row(); found?.state !== 'EXPIRED' && looks.length < 200; found = await row()) {
      looks.push(found?.due_at.toISOString());
      ground.clock.set(looks.at(-1) ?? '');
      await one.round();
    }
    expect(await row()).toMatchObject({ state: 'EXPIRED', code: 'NOT_READY_IN_TIME' });
    expect(looks.at(-1)).toBe('2026-11-24T08:00:00.000Z');
    expect(looks.length).toBeLessThan(120);
    const { size } = ground.simulator.received();
    ground.clock.advance({ hours: 1 });
    await one.round();
    expect(ground.simulator.received().size).toBe(size);
  }, 60_000);

  it('that has broken its contract is sent nothing: orders wait, keep their tries, and end at the deadline', async () => {
    const broken = (state: 'BROKEN' | 'SAME') =>
      ground.database.transaction((tx) =>
        putFinding(tx, TYPE, 'skais2', { state, differences: state === 'BROKEN' ? ['viide: MEMBER_REMOVED'] : [] }, ground.clock.now()),
      );
    const id = await ordered();
    await broken('BROKEN');
    const one = process();
    const row = async () => {
      const { rows } = await sql<{ state: string; code: string | null; tries: number; due_at: Date }>`
        select state, code, tries, due_at from batch where id = ${id}`.execute(ground.database.db);
      return rows[0];
    };
    await one.round();
    expect(await view(id)).toMatchObject({ state: 'ORDERED', code: 'CONTRACT_BROKEN', trouble: 'STAR-XT-CONTRACT-BROKEN' });
    expect(await row()).toMatchObject({ tries: 0, due_at: new Date('2026-11-23T08:15:00Z') });
    ground.clock.advance({ minutes: 15 });
    await broken('SAME');
    await one.round();
    expect(await row()).toMatchObject({ state: 'SUBMITTED', code: null, tries: 0 });

    await broken('BROKEN');
    const { size } = ground.simulator.received();
    for (let looks = 0; looks < 200 && (await row())?.state === 'SUBMITTED'; looks++) {
      ground.clock.set((await row())?.due_at.toISOString() ?? '');
      await one.round();
    }
    expect(await row()).toMatchObject({ state: 'EXPIRED', code: 'CONTRACT_BROKEN' });
    expect(ground.clock.now().toString()).toBe('2026-11-24T08:00:00Z');
    expect(ground.simulator.received().size).toBe(size);
    expect(await exchanges(id)).toEqual([{ attempt: 2, outcome: 'SUBMITTED', code: null }]);
    // Once for each time that it came to be broken, and once at the end.
    const lines = (await log(id)).filter(({ action }) => action === 'BATCH_NOT_SENT');
    expect(lines.map(({ code }) => code)).toEqual(['CONTRACT_BROKEN', 'CONTRACT_BROKEN', 'CONTRACT_BROKEN']);
  }, 60_000);

  it('whose answer is lost is looked at again with the same ticket', async () => {
    const id = await ordered();
    await process().round();
    ground.clock.advance({ minutes: 6 });
    knobs().cut = true;
    await process().round();
    expect(await view(id)).toMatchObject({ state: 'SUBMITTED', code: 'CONNECTION_LOST' });
    knobs().cut = false;
    ground.clock.advance({ minutes: 6 });
    await process().round();
    expect(await view(id)).toMatchObject({ state: 'FETCHED', code: null });
    expect(tickets()).toEqual([['70001', 2]]);
  });

  it.each([
    ['tells of a stranger', 'A_STRANGER_TOO', 'ANSWER_ABOUT_ANOTHER'],
    ['tells of the whole country', 'EVERYBODY', 'ANSWER_TOO_LONG'],
  ] as const)('that %s is not believed, and nothing of its file is kept', async (_what, fileTells, code) => {
    knobs().fileTells = fileTells;
    const id = await ordered();
    await process().round();
    ground.clock.advance({ minutes: 6 });
    await process().round();
    expect(await view(id)).toMatchObject({ state: 'FAILED', code, trouble: 'STAR-XT-ANSWER-NOT-CREDIBLE', people: { AWAITED: 3 } });
    expect(await kept(id)).toEqual({ kept: 0, keys: 0 });
    expect((await answers(id)).body).toMatchObject({ code: 'BATCH_NOT_FETCHED' });
  });

  it('that gives no right ends the order; one that is away for a while does not', async () => {
    knobs().fault = { code: 'Server.ServerProxy.AccessDenied', text: 'not allowed', times: 1 };
    const denied = await ordered();
    await process().round();
    expect(await view(denied)).toMatchObject({ state: 'FAILED', code: 'Server.ServerProxy.AccessDenied' });
    knobs().fault = { code: 'Server.ServerProxy.ServiceFailed.NetworkError', text: 'refused', times: 1 };
    const id = await ordered();
    await process().round();
    expect(await view(id)).toMatchObject({ state: 'ORDERED', code: 'Server.ServerProxy.ServiceFailed.NetworkError' });
    ground.clock.advance({ seconds: 3 });
    await process().round();
    expect(await view(id)).toMatchObject({ state: 'SUBMITTED' });
    expect(tickets()).toHaveLength(1);
  });

  it('that an operator has paused, or whose breaker is open, is left alone', async () => {
    const id = await ordered();
    await sql`insert into registry_control (registry, paused, changed_at) values ('skais2', true, now())`.execute(ground.database.db);
    await process().round();
    await sql`update registry_control set paused = false`.execute(ground.database.db);
    const one = process();
    for (let failures = 0; failures < 5; failures++) {
      const pass = one.gate.enter('skais2');
      if (pass.ok) pass.value.report('TECHNICAL_FAILURE');
    }
    await one.round();
    expect(await exchanges(id)).toEqual([]);
    ground.clock.advance({ seconds: 15 });
    await one.round();
    expect(await view(id)).toMatchObject({ state: 'SUBMITTED' });
  });
});

it('RR447: of a file about the whole country only who was ordered is kept, and the log says how many were passed over', async () => {
  const [from, to] = [Temporal.PlainDate.from('2026-10-01'), Temporal.PlainDate.from('2026-10-31')];
  const changed = ground.country.people.filter((person) => changesOf(person, from, to).length > 0);
  const unchanged = ground.country.people.find((person) => changesOf(person, from, to).length === 0);
  const named = await openProceedings(mari, [changed[0]?.personalCode ?? '', unchanged?.personalCode ?? '']);
  const { body } = await order(mari, named, { type: 'RR.CHANGES' });
  const id = String(body.id);
  await process().round();
  ground.clock.advance({ minutes: 1 });
  await process().round();
  expect(await view(id)).toMatchObject({ state: 'SUBMITTED', code: null });
  ground.clock.advance({ minutes: 5 });
  await process().round();
  expect((await answers(id)).body.items).toMatchObject([{ answer: { state: 'FOUND' } }, { answer: { state: 'NOT_FOUND' } }]);
  const passedOver = changed.slice(1).flatMap((person) => changesOf(person, from, to)).length;
  expect(passedOver).toBeGreaterThan(50);
  expect(await log(id)).toContainEqual(
    expect.objectContaining({ action: 'BATCH_FETCHED', details: expect.objectContaining({ people: 2, passedOver }) }),
  );
  expect([...ground.simulator.fetched('rr')]).toEqual([['70001', 1]]);
});

it('many orders for a register that is away do not stand before another register’s', async () => {
  const one = process();
  for (let failures = 0; failures < 5; failures++) {
    const pass = one.gate.enter('rr');
    if (pass.ok) pass.value.report('TECHNICAL_FAILURE');
  }
  for (const institution of ['70000740', '70000349', '70000310', '70001490', '70003098', '70008440']) {
    const worker = await ground.worker({ institution });
    expect((await order(worker, await openProceedings(worker, codes.slice(0, 1)), { type: 'RR.CHANGES' })).status).toBe(202);
  }
  const id = await ordered();
  await one.round();
  expect(await view(id)).toMatchObject({ state: 'SUBMITTED' });
  expect(ground.simulator.received().size).toBe(1);
});

it('an order as large as its type takes is submitted, split and read like a small one', async () => {
  const actor = { ...mari, roles: ['SOCIAL_WORKER' as const], name: '', personalCode: personalCode(1), sessionId: '' };
  const strangers = ground.country.people.filter((person) => !codes.includes(person.personalCode)).slice(0, 1000);
  await ground.database.transaction(async (tx) => {
    for (const person of strangers) {
      const clientId = (await enterClient(tx, { ...person, citizenship: undefined }, actor, ground.clock.now())) ?? '';
      const intake = {
        kind: 'APPLICATION_BENEFIT',
        channel: 'PHONE',
        problem: 'Toimetulek',
        subjects: [{ clientId, role: 'MAIN' }],
      } as const;
      const registered = await registerIntake(ground, tx, actor, { ...intake, openProceeding: { kind: 'SIMPLE' } });
      if (!registered.ok) throw new Error(registered.error.code);
    }
  });
  const opened: { readonly id: string; readonly subjects: readonly { readonly clientId: string }[] }[] = [];
  for (let after = ''; opened.length % 100 === 0; after = `&after=${opened.at(-1)?.id}`) {
    const { body } = await mari('GET', `/api/v1/proceedings?limit=100${after}`);
    opened.push(...(body.items as unknown as typeof opened));
  }
  const many = opened
    .map(({ id, subjects }) => ({ proceedingId: id, subjectId: subjects[0]?.clientId ?? '' }))
    .filter(({ subjectId }) => !people.some((one) => one.subjectId === subjectId));
  expect(many).toHaveLength(1000);
  const id = await ordered(many);
  await process().round();
  ground.clock.advance({ minutes: 6 });
  await process().round();
  const { state, people: counted } = (await view(id)) as { state: string; people: Record<string, number> };
  expect(state).toBe('FETCHED');
  expect(Object.values(counted).reduce((sum, count) => sum + count)).toBe(1000);
  expect(counted.UNANSWERED).toBe(0);
  const last = await answers(id, '?after=989');
  expect(last.body.items?.map(({ subjectId }) => subjectId)).toEqual(many.slice(990).map(({ subjectId }) => subjectId));
  expect(last.body).not.toHaveProperty('next');
}, 60_000);

describe('a purpose that ends', () => {
  const [gone, stay] = [0, 1];

  it('before the order leaves: the person is not named in it', async () => {
    const id = await ordered();
    await close(people[gone]);
    await process().round();
    ground.clock.advance({ minutes: 6 });
    await process().round();
    expect(await view(id)).toMatchObject({ state: 'FETCHED', people: { DROPPED: 1, FOUND: 1, NOT_FOUND: 1 } });
    expect((await log(id)).filter(({ action }) => action === 'BATCH_PERSON_ANSWERED')).toHaveLength(2);
  });

  it('between order and file: the person’s part is dropped though the file has it, the others’ are not', async () => {
    const id = await ordered();
    await process().round();
    await close(people[gone]);
    ground.clock.advance({ minutes: 6 });
    await process().round();
    const { body } = await answers(id);
    expect(body.items?.[gone]).toMatchObject({ outcome: 'DROPPED', code: 'PROCEEDING_CLOSED', answer: null });
    expect(body.items?.[stay]).toMatchObject({ outcome: 'FOUND', answer: { state: 'FOUND' } });
    expect(await kept(id)).toEqual({ kept: 2, keys: 1 });
  });

  it('by suspension between order and file: dropped, with a line that says why', async () => {
    const id = await ordered();
    await process().round();
    await mari('POST', `/api/v1/proceedings/${people[gone]?.proceedingId}/suspend`, {});
    ground.clock.advance({ minutes: 6 });
    await process().round();
    expect((await answers(id)).body.items?.[gone]).toMatchObject({ outcome: 'DROPPED', code: 'PROCEEDING_NOT_OPEN', answer: null });
    expect(await log(id)).toContainEqual(
      expect.objectContaining({ action: 'BATCH_PERSON_DROPPED', code: 'PROCEEDING_NOT_OPEN', client_id: people[gone]?.subjectId }),
    );
  });

  it('after the file: what was kept is gone with the proceeding’s key, and a suspended one is not shown', async () => {
    const id = await ordered();
    await process().round();
    ground.clock.advance({ minutes: 6 });
    await process().round();
    await close(people[gone]);
    await mari('POST', `/api/v1/proceedings/${people[stay]?.proceedingId}/suspend`, {});
    const { body } = await answers(id);
    expect(body.items).toMatchObject([
      { outcome: 'DROPPED', code: 'PROCEEDING_CLOSED', answer: null },
      { outcome: 'FOUND', code: 'PROCEEDING_NOT_OPEN', answer: null },
      { outcome: 'NOT_FOUND', answer: { state: 'NOT_FOUND' } },
    ]);
    expect(await kept(id)).toMatchObject({ kept: 2 });
    expect((await log(id)).filter(({ action }) => action === 'ANSWER_READ')).toHaveLength(1);
  });

  it('for everybody: nothing is ordered, and nothing is fetched of what was', async () => {
    const never = await ordered();
    for (const one of people) await close(one);
    await process().round();
    expect(await view(never)).toMatchObject({ state: 'CANCELLED', people: { DROPPED: 3 }, trouble: 'STAR-XT-PURPOSE-ENDED' });
    expect(tickets()).toEqual([]);
    const again = await openProceedings(mari, codes);
    const id = await ordered(again);
    await process().round();
    for (const one of again) await close(one);
    ground.clock.advance({ minutes: 6 });
    await process().round();
    expect(await view(id)).toMatchObject({ state: 'CANCELLED' });
    expect(tickets()).toEqual([['70001', 0]]);
  });

  it('with the account of the one who ordered', async () => {
    const id = await ordered();
    const { userId } = mari;
    const colleague = await ground.worker();
    const by = { actor: { ...colleague, roles: ['ADMIN'] }, institutionId: colleague.institutionId };
    await ground.database.transaction((tx) => deactivate(ground, tx, by, { userId, ifMatch: undefined }));
    await process().round();
    expect((await colleague('GET', `/api/v1/batches/${id}`)).body).toMatchObject({ state: 'CANCELLED', code: 'PERMIT_WITHDRAWN' });
    expect(ground.simulator.received().size).toBe(0);
  });
});

describe('closing', () => {
  it('destroys the key and the answers; the counts stay', async () => {
    const id = await ordered();
    await process().round();
    ground.clock.advance({ minutes: 6 });
    await process().round();
    expect(await kept(id)).toEqual({ kept: 3, keys: 1 });
    expect((await mari('POST', `/api/v1/batches/${id}/close`)).body).toMatchObject({ state: 'CLOSED', people: { FOUND: 2 } });
    expect(await kept(id)).toEqual({ kept: 0, keys: 0 });
    expect(await answers(id)).toMatchObject({ status: 410, body: { code: 'BATCH_CLOSED' } });
    expect(await mari('POST', `/api/v1/batches/${id}/close`)).toMatchObject({ status: 410, body: { code: 'BATCH_CLOSED' } });
  });

  it('comes by itself after a week, and not before', async () => {
    const id = await ordered();
    await process().round();
    ground.clock.advance({ minutes: 6 });
    await process().round();
    const { keepUntil } = (await view(id)) as { keepUntil: string };
    const lastMoment = new Date(Date.parse(keepUntil) - 1000).toISOString();
    ground.clock.set(lastMoment);
    await process().round();
    expect(await kept(id)).toEqual({ kept: 3, keys: 1 });
    ground.clock.set(keepUntil);
    await process().round();
    expect(await kept(id)).toEqual({ kept: 0, keys: 0 });
    expect(await log(id)).toContainEqual(expect.objectContaining({ action: 'BATCH_CLOSED', code: 'KEPT_LONG_ENOUGH' }));
  });

  it('gives up what is under way: an answer that comes is void', async () => {
    const id = await ordered();
    await process().round();
    ground.clock.advance({ minutes: 6 });
    const late = dying(process().xroad);
    const ended = process({ xroad: late.xroad }).round();
    await late.left;
    expect((await mari('POST', `/api/v1/batches/${id}/close`)).body).toMatchObject({ state: 'CANCELLED', code: 'DISCARDED' });
    late.wake();
    await ended;
    expect(await view(id)).toMatchObject({ state: 'CANCELLED', people: { AWAITED: 3 } });
    expect(await kept(id)).toEqual({ kept: 0, keys: 0 });
    expect(await exchanges(id)).toMatchObject([{ outcome: 'SUBMITTED' }, { outcome: 'VOID' }]);
  });
});
