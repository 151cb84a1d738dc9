import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGateway } from '../../src/gateway.ts';
import { plannedQuestions } from '../../src/queries/replies.ts';
import { openProceeding, openTestGateway, type TestGateway } from '../gateway.ts';

const CUSTODY = { type: 'RR.CUSTODY', parameters: { role: 'VANEM' } };

describe('a query type that is asked by REST', () => {
  let star: TestGateway;
  let mari: Awaited<ReturnType<TestGateway['worker']>>;
  beforeAll(async () => {
    star = await openTestGateway({ protocols: { rr: 'rest' } });
    mari = await star.worker();
  });
  afterAll(() => star.close());

  const db = () => star.gateway.database.db;
  const parent = () => star.country.personae.EMPLOYED_PARENT ?? '';
  const turn = (knobs: object) => Object.assign(star.simulator.knobs('rr-rest'), knobs);

  async function ask(question: object = CUSTODY, wait = 10) {
    const proceeding = await openProceeding(mari, [parent()], 'CHILD');
    const { body } = await mari('POST', `/api/v1/proceedings/${proceeding.id}/queries?wait=${wait}`, {
      ...question,
      subjectId: proceeding.subjects[0],
    });
    return { proceeding, id: String(body.id), body };
  }

  async function untilState(id: string, state: string) {
    await expect.poll(async () => (await mari('GET', `/api/v1/queries/${id}`)).body.state, { timeout: 15_000 }).toBe(state);
    return (await mari('GET', `/api/v1/queries/${id}`)).body;
  }

  async function attempts(id: string) {
    const { rows } = await sql<{
      x_road_id: string;
      service: string;
      request_hash: string | null;
      code: string | null;
      detail: string | null;
    }>`
      select x_road_id, service, request_hash, code, detail from query_attempt where query_id = ${id} order by attempt`.execute(db());
    return rows;
  }

  it('is answered with its evidence, its gap named, recorded and logged; nothing goes by SOAP', async () => {
    const { id, body } = await ask();
    const children = star.country.find(parent())?.children.map(({ personalCode }) => personalCode) ?? [];
    expect(body).toMatchObject({
      state: 'ANSWERED',
      answer: {
        state: 'PARTIAL',
        missing: ['rights[].until'],
        advice: { et: expect.any(String) },
        source: { service: 'EE/GOV/70008440/rr/domesticDataExchange', requestHash: expect.stringMatching(/^[\w+/]{86}==$/) },
      },
    });
    const { record } = body.answer as { record: { rights: { personalCode: string }[] } };
    expect(new Set(record.rights.map(({ personalCode }) => personalCode))).toEqual(new Set(children));
    const [attempt, ...more] = await attempts(id);
    expect(more).toEqual([]);
    expect(star.simulator.received().get(attempt?.x_road_id ?? '')).toBe(1);
    const { rows } = await sql<{ action: string; details: unknown }>`
      select action, details from audit_event where object_id = ${id} and action like 'QUERY%' order by id`.execute(db());
    expect(rows).toMatchObject([
      { action: 'QUERY_ASKED' },
      {
        action: 'QUERY_ANSWERED',
        details: { state: 'PARTIAL', xRoadId: attempt?.x_road_id, requestHash: attempt?.request_hash, requestHashVerified: true },
      },
    ]);
  });

  it('and a type without a twin goes on by SOAP', async () => {
    const { body } = await ask({ type: 'RR.PARENTS' });
    expect(body).toMatchObject({ answer: { source: { service: 'EE/GOV/70008440/rr/RR86LapseVanemad/v1' } } });
  });

  it('has nothing on somebody: NOT_FOUND', async () => {
    const { body } = await ask({ type: 'RR.CUSTODY', parameters: { role: 'LAPS' } });
    expect(body).toMatchObject({ state: 'ANSWERED', answer: { state: 'NOT_FOUND' } });
  });

  it.each([
    [
      'a fault that passes',
      { fault: { code: 'Server.ServerProxy.NetworkError', text: 'refused', times: 1 } },
      { code: 'Server.ServerProxy.NetworkError' },
    ],
    ['a cut connection', { cut: true }, { code: 'CONNECTION_LOST' }],
    ['a service out of order', { status: 503 }, { code: 'Server.ServerProxy.ServiceFailed.HttpError', detail: 'HTTP 503' }],
    ['a service that is asked too much', { status: 429 }, { code: 'Server.ServerProxy.ServiceFailed.HttpError', detail: 'HTTP 429' }],
  ])('%s: it waits, and is asked again under a new id', async (_what, knobs, first) => {
    turn(knobs);
    const { id } = await ask(CUSTODY, 0);
    await expect.poll(async () => (await attempts(id))[0]?.code).toBe(first.code);
    turn({ fault: null, cut: false, status: null });
    star.clock.advance({ minutes: 1 });
    expect(await untilState(id, 'ANSWERED')).toMatchObject({ answer: { state: 'PARTIAL' } });
    const made = await attempts(id);
    expect(made[0]).toMatchObject({ ...first, request_hash: made[0]?.code === 'CONNECTION_LOST' ? null : made[0]?.request_hash });
    expect(new Set(made.map(({ x_road_id }) => x_road_id)).size).toBe(made.length);
    expect(made.length).toBeGreaterThan(1);
  });

  it.each([
    [
      'no right to the service',
      { fault: { code: 'Server.ServerProxy.AccessDenied', text: 'no', times: 1 } },
      'Server.ServerProxy.AccessDenied',
    ],
    ['an answer off its schema', { offSchema: true }, 'SCHEMA_MISMATCH'],
  ])('%s is final', async (_what, knobs, code) => {
    turn(knobs);
    const { id, body } = await ask();
    turn({ fault: null, offSchema: false });
    expect(body).toMatchObject({ state: 'FAULTED', answer: { state: 'UNAVAILABLE', code } });
    expect(await attempts(id)).toHaveLength(1);
  });

  it('no right to a field is the register’s own answer', async () => {
    turn({ status: 403 });
    const { body } = await ask();
    turn({ status: null });
    expect(body).toMatchObject({ state: 'ANSWERED', answer: { state: 'REJECTED', reason: 'HTTP_403' } });
  });

  it('a hash that is not ours is written down as what it is, and proves nothing by itself (PR-REST 4.3)', async () => {
    turn({ wrongHash: true });
    const { id, body } = await ask();
    turn({ wrongHash: false });
    expect(body).toMatchObject({ state: 'ANSWERED' });
    const { rows } = await sql<{ details: unknown }>`
      select details from audit_event where object_id = ${id} and action = 'QUERY_ANSWERED'`.execute(db());
    expect(rows).toMatchObject([{ details: { requestHashVerified: false } }]);
  });

  it('a worker that dies with it loses nothing', async () => {
    const { id } = await ask();
    await sql`update query set state = 'SENT', lease_until = now() - interval '1 year', answered_at = null where id = ${id}`.execute(db());
    await untilState(id, 'ANSWERED');
    expect(await attempts(id)).toHaveLength(2);
  }, 20_000);

  it('is shown in a plan with the service that would be asked', () => {
    const question = { subjectId: '019ab000-0000-7000-8000-000000000000', ...CUSTODY };
    const planned = (protocol: 'soap' | 'rest' | 'shadow') =>
      plannedQuestions([{ question, outcome: 'WOULD_LEAVE', code: null }], { rr: protocol }).items[0]?.service;
    expect([planned('soap'), planned('rest'), planned('shadow')]).toEqual([
      'RR465isikuHooldusoigused/v1',
      'domesticDataExchange',
      'RR465isikuHooldusoigused/v1',
    ]);
  });

  it('is not blocked by a WSDL that it does not need', async () => {
    await sql`insert into contract_finding (type_code, registry, state, differences, since, checked_at)
      values ('RR.CUSTODY', 'rr', 'BROKEN', 'x: MEMBER_REMOVED', now(), now())`.execute(db());
    expect((await ask()).body).toMatchObject({ code: 'QUERY_TYPE_BLOCKED' });
    await (await openGateway(star.opening)).close();
    expect((await ask()).body).toMatchObject({ state: 'ANSWERED' });
  });
});
