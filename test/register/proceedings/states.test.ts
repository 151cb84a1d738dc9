import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/platform/index.ts';
import { type Door, openDoor } from '../../api/door.ts';
import { settle, type Town } from './town.ts';

let door: Door;
let town: Town;
beforeAll(async () => {
  door = await openDoor();
  town = await settle(door);
});
afterAll(() => door.close());

const to = (id: string, verb: string, body?: unknown, headers = {}, call = town.mari.call) =>
  call('POST', `/api/v1/proceedings/${id}/${verb}`, body, headers);

describe('a closed proceeding', () => {
  it('goes on with a reason, its intakes with it, under another key', async () => {
    const { id } = await town.proceeding();
    const key = await door.keys.open(door.database.db, id);
    const sealed = key?.seal(Buffer.from('vastus'), 'query-1') ?? Buffer.alloc(0);
    expect((await to(id, 'reopen', { reason: 'ei ole lõpetatud' })).body).toMatchObject({ code: 'PROCEEDING_NOT_CLOSED', status: 409 });
    await to(id, 'close', { reason: 'SOLVED' });
    expect((await to(id, 'reopen', {})).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect((await to(id, 'reopen', { reason: 'võõras' }, {}, town.peeter.call)).body).toMatchObject({ code: 'NOT_FOUND' });
    expect((await to(id, 'reopen', { reason: 'vana' }, { 'if-match': '"1"' })).body).toMatchObject({ code: 'PRECONDITION_FAILED' });
    const reopened = await to(id, 'reopen', { reason: 'Isik pöördus samas asjas' }, { 'if-match': '"2"' });
    expect(reopened).toMatchObject({ status: 200, body: { state: 'OPENED' }, headers: { etag: '"3"' } });
    expect(reopened.body).not.toHaveProperty('closedAt');
    const renewed = await door.keys.open(door.database.db, id);
    expect(renewed).toBeDefined();
    expect(renewed?.unseal(sealed, 'query-1')).toBeUndefined();
    const [intakeId] = reopened.body.intakeIds as string[];
    expect((await town.mari.call('GET', `/api/v1/intakes/${intakeId}`)).body).toMatchObject({ intake: { state: 'IN_PROCEEDING' } });
    const { body } = await town.mari.call('GET', `/api/v1/proceedings/${id}/timeline`);
    expect(body.items?.at(-1)).toMatchObject({ kind: 'REOPENED', text: 'Isik pöördus samas asjas' });
    await to(id, 'close', { reason: 'DECIDED' });
    expect((await to(id, 'reopen', { reason: 'veel kord' })).status).toBe(200);
  });

  it('goes on until the thirtieth day, and not on it', async () => {
    const [one, other] = [await town.proceeding(), await town.proceeding()];
    const closedAt = door.clock.now();
    for (const { id } of [one, other]) await to(id, 'close', { reason: 'SOLVED' });
    door.clock.advance({ hours: 24 * 30 - 1, minutes: 59, seconds: 59 });
    const { call } = await town.worker('hilja');
    expect((await to(one.id, 'reopen', { reason: 'veel jõuab' }, {}, call)).status).toBe(200);
    door.clock.advance({ seconds: 1 });
    expect((await to(other.id, 'reopen', { reason: 'enam ei jõua' }, {}, call)).body).toMatchObject({
      code: 'REOPENED_TOO_LATE',
      status: 409,
    });
    door.clock.set(closedAt.toString());
  });
});

describe('a proceeding is given to another worker', () => {
  it('of the same institution who works on such matters, be it suspended, not closed', async () => {
    const { id } = await town.proceeding();
    const { userId } = town.malle.worker;
    const clerk = await town.worker('arveldaja', { roles: ['SETTLEMENT'] });
    for (const workerId of [town.peeter.worker.userId, clerk.worker.userId, newId()]) {
      expect((await to(id, 'assign', { workerId })).body).toMatchObject({
        code: 'ASSIGNEE_INVALID',
        errors: [{ pointer: '/workerId', code: 'INVALID' }],
      });
    }
    expect(await to(id, 'assign', { workerId: userId })).toMatchObject({ status: 200, body: { ownerId: userId } });
    await to(id, 'suspend');
    expect(await to(id, 'assign', { workerId: town.mari.worker.userId })).toMatchObject({ body: { state: 'SUSPENDED' } });
    await to(id, 'close', { reason: 'SOLVED' });
    expect((await to(id, 'assign', { workerId: userId })).body).toMatchObject({ code: 'PROCEEDING_NOT_OPEN' });
    expect((await to(id, 'assign', { workerId: userId }, {}, town.peeter.call)).body).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a subject', () => {
  const describeSubject = (id: string, clientId: string, body: unknown, headers = {}, call = town.mari.call) =>
    call('PATCH', `/api/v1/proceedings/${id}/subjects/${clientId}`, body, headers);
  const actualAddress = { text: 'Kase 1, Näidisküla', country: 'EE', municipalityCode: '0184' };

  it('REQ-175: has their social status and address changed while the proceeding is opened, and no other proceeding for it', async () => {
    const { id, clientId } = await town.proceeding();
    expect(await describeSubject(id, clientId, { socialStatus: 'UNEMPLOYED_REGISTERED' })).toMatchObject({
      status: 200,
      body: { subjects: [{ clientId, socialStatus: 'UNEMPLOYED_REGISTERED' }] },
    });
    const { body } = await describeSubject(id, clientId, { actualAddress });
    expect(body.subjects).toEqual([
      { clientId, role: 'MAIN', actualAddress, socialStatus: 'UNEMPLOYED_REGISTERED', asOf: '2026-11-23T08:00:00Z' },
    ]);
    await to(id, 'suspend');
    expect((await describeSubject(id, clientId, { socialStatus: 'PENSIONER' })).body).toMatchObject({ code: 'PROCEEDING_NOT_OPEN' });
    await to(id, 'close', { reason: 'SOLVED' });
    expect((await describeSubject(id, clientId, { socialStatus: 'PENSIONER' })).body).toMatchObject({
      code: 'PROCEEDING_NOT_OPEN',
      status: 409,
    });
    expect((await town.mari.call('GET', `/api/v1/proceedings/${id}`)).body.subjects).toEqual(body.subjects);
  });

  it('is refused what is no status, no address, of nobody in the proceeding, or of what somebody saw before', async () => {
    const { id, clientId } = await town.proceeding();
    const other = await town.client();
    expect((await describeSubject(id, clientId, { socialStatus: 'RICH' })).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect((await describeSubject(id, clientId, { actualAddress: 'Kase 1' })).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect((await describeSubject(id, clientId, {})).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect((await describeSubject(id, other, { socialStatus: 'PUPIL' })).body).toMatchObject({ code: 'SUBJECT_NOT_FOUND', status: 404 });
    expect((await describeSubject(id, clientId, { socialStatus: 'PUPIL' }, { 'if-match': '"9"' })).body).toMatchObject({
      code: 'PRECONDITION_FAILED',
    });
    expect((await describeSubject(id, clientId, { socialStatus: 'PUPIL' }, {}, town.peeter.call)).body).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await town.mari.call('GET', `/api/v1/proceedings/${id}`)).headers.etag).toBe('"1"');
  });

  it('lives where the intake says, until the proceeding is told otherwise', async () => {
    const { id, clientId } = await town.proceeding({ actualAddress });
    expect((await town.mari.call('GET', `/api/v1/proceedings/${id}`)).body.subjects).toMatchObject([{ actualAddress }]);
    const without = await describeSubject(id, clientId, { actualAddress: null });
    expect((without.body.subjects as object[])[0]).not.toHaveProperty('actualAddress');
  });

  it('is taken into an open proceeding, once', async () => {
    const { id, clientId } = await town.proceeding();
    const child = await town.client();
    const add = (body: unknown) => to(id, 'subjects', body);
    expect((await add({ clientId: child, role: 'CHILD' })).body.subjects).toContainEqual({ clientId: child, role: 'CHILD' });
    expect((await add({ clientId: child, role: 'CHILD' })).body).toMatchObject({ code: 'SUBJECTS_INVALID' });
    expect((await add({ clientId: await town.client(), role: 'MAIN' })).body).toMatchObject({ code: 'SUBJECTS_INVALID' });
    expect((await add({ clientId: newId(), role: 'CHILD' })).body).toMatchObject({ code: 'SUBJECT_UNKNOWN' });
    expect((await add({ clientId, role: 'GRANDCHILD' })).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    await to(id, 'suspend');
    expect((await add({ clientId: await town.client(), role: 'CHILD' })).body).toMatchObject({ code: 'PROCEEDING_NOT_OPEN' });
  });
});

describe('passing a proceeding to another institution', () => {
  const decide = (transferId: unknown, verb: string, body?: unknown, call = town.peeter.call) =>
    call('POST', `/api/v1/transfers/${transferId}/${verb}`, body);
  const offer = (id: string, body = {}) =>
    to(id, 'transfers', { institutionId: town.peeter.worker.institutionId, reason: 'Isik kolis', ...body });

  it('takes both: with subjects, intakes and course, and without what registers have answered', async () => {
    const { id, clientId } = await town.proceeding();
    await town.mari.call('POST', `/api/v1/proceedings/${id}/actions`, { kind: 'NOTE', text: 'Enne kolimist' });
    const key = await door.keys.open(door.database.db, id);
    const sealed = key?.seal(Buffer.from('vastus'), 'query-1') ?? Buffer.alloc(0);
    const offered = await offer(id);
    expect(offered).toMatchObject({ status: 201, body: { state: 'OFFERED', proceedingId: id } });
    expect((await offer(id)).body).toMatchObject({ code: 'TRANSFER_OFFERED_ALREADY', status: 409 });

    const transferId = offered.body.id;
    const waiting = (await town.peeter.call('GET', '/api/v1/transfers')).body.items ?? [];
    expect(waiting).toMatchObject([{ id: transferId, state: 'OFFERED' }]);
    const seen = (await town.peeter.call('GET', `/api/v1/transfers/${transferId}`)).body;
    expect(seen).toMatchObject({ reason: 'Isik kolis', from: town.mari.worker.institutionId });
    expect(JSON.stringify([waiting, seen])).not.toContain(clientId);
    expect(JSON.stringify([waiting, seen])).not.toContain(id);
    expect((await town.peeter.call('GET', `/api/v1/proceedings/${id}`)).status).toBe(404);

    expect((await decide(transferId, 'accept', undefined, town.mari.call)).body).toMatchObject({ code: 'TRANSFER_NOT_FOUND' });
    expect((await decide(transferId, 'accept')).body).toMatchObject({ state: 'ACCEPTED', proceedingId: id });
    expect((await decide(transferId, 'accept')).body).toMatchObject({ code: 'TRANSFER_DECIDED', status: 409 });
    expect((await town.mari.call('GET', `/api/v1/proceedings/${id}`)).body).toMatchObject({ code: 'NOT_FOUND' });
    expect((await town.mari.call('GET', `/api/v1/transfers/${transferId}`)).body).not.toHaveProperty('proceedingId');
    const mine = (await town.peeter.call('GET', `/api/v1/proceedings/${id}`)).body;
    expect(mine).toMatchObject({ state: 'OPENED', ownerId: town.peeter.worker.userId, subjects: [{ clientId }] });
    const [intakeId] = mine.intakeIds as string[];
    expect((await town.peeter.call('GET', `/api/v1/intakes/${intakeId}`)).status).toBe(200);
    expect((await town.mari.call('GET', `/api/v1/intakes/${intakeId}`)).body).toMatchObject({ code: 'INTAKE_NOT_FOUND' });
    const course = (await town.peeter.call('GET', `/api/v1/proceedings/${id}/timeline`)).body.items?.map(({ kind }) => kind);
    expect(course).toEqual(['INTAKE_REGISTERED', 'OPENED', 'ACTION', 'TRANSFER_OFFERED', 'TRANSFERRED']);
    const renewed = await door.keys.open(door.database.db, id);
    expect(renewed?.unseal(sealed, 'query-1')).toBeUndefined();
    expect(renewed).toBeDefined();
  });

  it('is refused, or taken back, by whose word it is', async () => {
    const { id } = await town.proceeding();
    const { body: one } = await offer(id);
    expect((await decide(one.id, 'refuse', { reason: 'ei ela meil' }, town.mari.call)).body).toMatchObject({ code: 'TRANSFER_NOT_FOUND' });
    expect((await decide(one.id, 'withdraw')).body).toMatchObject({ code: 'TRANSFER_NOT_FOUND' });
    expect((await decide(one.id, 'refuse', {})).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect((await decide(one.id, 'refuse', { reason: 'ei ela meil' })).body).toMatchObject({
      state: 'REFUSED',
      decisionReason: 'ei ela meil',
    });
    const { body: other } = await offer(id);
    expect((await decide(other.id, 'withdraw', undefined, town.mari.call)).body).toMatchObject({ state: 'WITHDRAWN' });
    expect((await decide(other.id, 'accept')).body).toMatchObject({ code: 'TRANSFER_DECIDED' });
    expect((await decide(newId(), 'accept')).body).toMatchObject({ code: 'TRANSFER_NOT_FOUND' });
    expect((await town.mari.call('GET', `/api/v1/proceedings/${id}`)).body).toMatchObject({ ownerId: town.mari.worker.userId });
  });

  it('is not offered to oneself, to nobody, or to who has no workers for it; nor while it is suspended', async () => {
    const { id } = await town.proceeding();
    const provider = await town.worker('osutaja', { institution: '70001975', kind: 'PROVIDER', roles: ['PROVIDER_REP'] });
    for (const institutionId of [town.mari.worker.institutionId, provider.worker.institutionId, newId()]) {
      expect((await offer(id, { institutionId })).body).toMatchObject({ code: 'RECEIVING_INSTITUTION_INVALID', status: 422 });
    }
    const { body } = await offer(id);
    await to(id, 'suspend');
    expect((await decide(body.id, 'accept')).body).toMatchObject({ code: 'PROCEEDING_NOT_OPEN' });
    expect((await town.peeter.call('GET', `/api/v1/transfers/${body.id}`)).body).toMatchObject({ state: 'OFFERED' });
    await to(id, 'close', { reason: 'SOLVED' });
    expect((await town.peeter.call('GET', `/api/v1/transfers/${body.id}`)).body).toMatchObject({ state: 'WITHDRAWN' });
    expect((await offer(id)).body).toMatchObject({ code: 'PROCEEDING_NOT_OPEN' });
  });
});

describe('whatever is done to a proceeding', () => {
  const COMMANDS = ['suspend', 'resume', 'close', 'reopen', 'assign', 'note', 'describe', 'offer', 'accept', 'refuse', 'withdraw'] as const;
  type Command = (typeof COMMANDS)[number];

  /** Everything that the register holds of a proceeding. */
  async function dump(id: string): Promise<unknown> {
    const { rows } = await sql`
      select (select to_jsonb(p) from proceeding p where id = ${id}) as proceeding,
        (select jsonb_agg(s order by client_id) from proceeding_subject s where proceeding_id = ${id}) as subjects,
        (select jsonb_agg(s order by id) from proceeding_step s where proceeding_id = ${id}) as steps,
        (select jsonb_agg(a order by id) from action a where proceeding_id = ${id}) as actions,
        (select jsonb_agg(i order by id) from intake i where proceeding_id = ${id}) as intakes,
        (select jsonb_agg(t order by id) from proceeding_transfer t where proceeding_id = ${id}) as transfers,
        (select jsonb_agg(k order by generation) from data_key k where owner_id = ${id}) as keys,
        (select count(*) from audit_event where proceeding_id = ${id} and action not like '%_READ') as lines`.execute(door.database.db);
    return rows[0];
  }

  it('it is never in a state that nobody has declared, and a command that is refused changes nothing', async () => {
    const commands = fc.array(fc.record({ command: fc.constantFrom(...COMMANDS), byOther: fc.boolean(), stale: fc.nat(5) }), {
      minLength: 1,
      maxLength: 14,
    });
    await fc.assert(
      fc.asyncProperty(commands, async (steps) => {
        const { id, clientId } = await town.proceeding();
        const model = { state: 'OPENED', at: 'mari' as 'mari' | 'peeter', offered: undefined as { id: unknown; by: string } | undefined };
        let version = 1;
        for (const { command, byOther, stale } of steps) {
          const by = byOther ? 'peeter' : 'mari';
          const { call } = town[by];
          const holds = model.at === by;
          const receiver = model.at === 'mari' ? town.peeter : town.mari;
          const headers = stale === 0 ? { 'if-match': `"${version + 1}"` } : {};
          const isVersioned = !['note', 'accept', 'refuse', 'withdraw'].includes(command);
          const permitted: Record<Command, boolean> = {
            suspend: holds && model.state === 'OPENED',
            resume: holds && model.state === 'SUSPENDED',
            close: holds && model.state !== 'CLOSED',
            reopen: holds && model.state === 'CLOSED',
            assign: holds && model.state !== 'CLOSED',
            note: holds && model.state === 'OPENED',
            describe: holds && model.state === 'OPENED',
            offer: holds && model.state === 'OPENED' && model.offered === undefined,
            accept: !holds && model.offered !== undefined && model.state === 'OPENED',
            refuse: !holds && model.offered !== undefined,
            withdraw: holds && model.offered !== undefined,
          };
          const transfer = model.offered?.id ?? newId();
          const before = await dump(id);
          const answer = await {
            suspend: () => to(id, 'suspend', undefined, headers, call),
            resume: () => to(id, 'resume', undefined, headers, call),
            close: () => to(id, 'close', { reason: 'SOLVED' }, headers, call),
            reopen: () => to(id, 'reopen', { reason: 'samas asjas' }, headers, call),
            assign: () => to(id, 'assign', { workerId: town[by].worker.userId }, headers, call),
            note: () => call('POST', `/api/v1/proceedings/${id}/actions`, { kind: 'NOTE', text: 'märge' }),
            describe: () => call('PATCH', `/api/v1/proceedings/${id}/subjects/${clientId}`, { socialStatus: 'PUPIL' }, headers),
            offer: () => to(id, 'transfers', { institutionId: receiver.worker.institutionId, reason: 'kolis' }, headers, call),
            accept: () => call('POST', `/api/v1/transfers/${transfer}/accept`),
            refuse: () => call('POST', `/api/v1/transfers/${transfer}/refuse`, { reason: 'ei ela meil' }),
            withdraw: () => call('POST', `/api/v1/transfers/${transfer}/withdraw`),
          }[command]();
          const done = permitted[command] && !(isVersioned && stale === 0);
          expect(`${command} by ${by} in ${model.state}: ${answer.status < 300}`).toBe(`${command} by ${by} in ${model.state}: ${done}`);
          if (!done) {
            expect([404, 409, 412]).toContain(answer.status);
            expect(await dump(id)).toEqual(before);
            continue;
          }
          if (command === 'suspend') model.state = 'SUSPENDED';
          if (command === 'resume' || command === 'reopen') model.state = 'OPENED';
          if (command === 'close') model.state = 'CLOSED';
          if (command === 'offer') model.offered = { id: answer.body.id, by };
          if (['close', 'accept', 'refuse', 'withdraw'].includes(command)) model.offered = undefined;
          if (command === 'accept') model.at = by;
          const { rows } = await sql<{ state: string; version: number; keys: number }>`
            select state, version, (select count(*)::int from data_key where owner_id = ${id} and wrapped_key is not null) as keys
            from proceeding where id = ${id}`.execute(door.database.db);
          expect(rows[0]).toMatchObject({ state: model.state, keys: model.state === 'CLOSED' ? 0 : 1 });
          expect((rows[0]?.version ?? 0) - version).toBe(['note', 'offer', 'refuse', 'withdraw'].includes(command) ? 0 : 1);
          version = rows[0]?.version ?? 0;
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
