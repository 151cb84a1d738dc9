import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/index.ts';
import { verifyAudit } from '../../src/register/audit/index.ts';
import { type Call, openProceeding, type TestGateway } from '../gateway.ts';

const RR = 'RR.RESIDENCES_DOCS_RELATIONS';

/** What must hold of a query from the question to the end of its proceeding, whatever the queue and the cache lie on. */
export function lifeOfAQuery(open: () => Promise<TestGateway>): void {
  let star: TestGateway;
  let mari: Awaited<ReturnType<TestGateway['worker']>>;
  let parent: string;
  beforeAll(async () => {
    star = await open();
    mari = await star.worker();
    parent = star.country.personae.EMPLOYED_PARENT ?? '';
  });
  afterAll(() => star.close());

  const db = () => star.gateway.database.db;

  function ask(
    call: Call,
    proceeding: { id: string; subjects: readonly string[] },
    type: string,
    more: Record<string, unknown> = {},
    wait = 10,
    headers = {},
  ) {
    return call(
      'POST',
      `/api/v1/proceedings/${proceeding.id}/queries?wait=${wait}`,
      { type, subjectId: proceeding.subjects[0], ...more },
      headers,
    );
  }

  async function auditLines(action: string, proceedingId: string) {
    const { rows } = await sql<{
      code: string | null;
      details: unknown;
    }>`select code, details from audit_event where action = ${action} and proceeding_id = ${proceedingId} order by id`.execute(db());
    return rows;
  }

  /** Lets the clock run over every wait, and the queue with it. */
  async function untilState(call: Call, queryId: string, state: string): Promise<Record<string, unknown>> {
    for (let tries = 0; tries < 100; tries++) {
      const { body } = await call('GET', `/api/v1/queries/${queryId}`);
      if (body.state === state) return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the query never came to ${state}`);
  }

  describe('a question', () => {
    it('is answered with its evidence, recorded as an action, and logged', async () => {
      const proceeding = await openProceeding(mari, [parent]);
      const { status, body, headers } = await ask(mari, proceeding, RR);
      expect(status).toBe(200);
      expect(headers.get('location')).toBe(`/api/v1/queries/${body.id}`);
      const person = star.country.find(parent);
      expect(body).toMatchObject({
        state: 'ANSWERED',
        servedFromCache: false,
        answer: {
          state: 'FOUND',
          storage: 'STORABLE',
          record: { firstName: person?.firstName.toUpperCase(), residence: { municipalityCode: person?.household.municipality } },
          source: { service: 'EE/GOV/70008440/rr/RR456/v1', requestHash: expect.stringMatching(/^[\w+/]{86}==$/) },
        },
      });
      const actions = await mari('GET', `/api/v1/proceedings/${proceeding.id}/actions`);
      expect(actions.body.items).toMatchObject([{ kind: 'QUERY', origin: 'AUTOMATIC', refs: { queryId: body.id } }]);
      expect(await auditLines('QUERY_ASKED', proceeding.id)).toHaveLength(1);
      expect(await auditLines('QUERY_ANSWERED', proceeding.id)).toMatchObject([{ details: { state: 'FOUND' } }]);
    });

    it('is served from the proceeding’s own cache the second time, and from no other proceeding’s', async () => {
      const [first, second] = [await openProceeding(mari, [parent]), await openProceeding(mari, [parent])];
      const original = await ask(mari, first, RR);
      const cached = await ask(mari, first, RR);
      expect(cached).toMatchObject({ status: 200, body: { servedFromCache: true, answer: { state: 'FOUND' } } });
      expect((cached.body.answer as { source: unknown }).source).toEqual((original.body.answer as { source: unknown }).source);
      expect((await ask(mari, second, RR)).body.servedFromCache).toBe(false);
      expect(await auditLines('QUERY_ASKED', first.id)).toMatchObject([
        { details: { served: 'QUEUED' } },
        { details: { served: 'FROM_CACHE' } },
      ]);
      const actions = await mari('GET', `/api/v1/proceedings/${first.id}/actions`);
      expect(actions.body.items).toHaveLength(2);
    });

    it('goes out again once the cached answer is no longer fresh', async () => {
      const proceeding = await openProceeding(mari, [parent]);
      const first = await ask(mari, proceeding, RR);
      await sql`update query set answered_at = answered_at - interval '25 hours' where id = ${first.body.id}`.execute(db());
      expect((await ask(mari, proceeding, RR)).body.servedFromCache).toBe(false);
    });

    it('leaves once when many ask it at the same time', async () => {
      const proceeding = await openProceeding(mari, [parent]);
      star.simulator.knobs('rr').latencyMs = 300;
      const answers = await Promise.all(Array.from({ length: 12 }, () => ask(mari, proceeding, RR)));
      star.simulator.knobs('rr').latencyMs = 0;
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
      const { rows } = await sql<{
        count: string;
      }>`select count(*) from query_attempt a join query q on q.id = a.query_id where q.proceeding_id = ${proceeding.id}`.execute(db());
      expect(Number(rows[0]?.count)).toBe(1);
      expect(await auditLines('QUERY_ASKED', proceeding.id)).toHaveLength(12);
    });

    it('leaves once when 64 ask it at the moment at which its cached answer has expired', async () => {
      const proceeding = await openProceeding(mari, [parent]);
      const first = await ask(mari, proceeding, RR);
      await sql`update query set answered_at = answered_at - interval '25 hours' where id = ${first.body.id}`.execute(db());
      star.simulator.knobs('rr').latencyMs = 300;
      const answers = await Promise.all(Array.from({ length: 64 }, () => ask(mari, proceeding, RR, {}, 0)));
      star.simulator.knobs('rr').latencyMs = 0;
      // Who comes late is served from the new answer.
      const asked = answers.filter(({ body }) => body.servedFromCache === false).map(({ body }) => body.id);
      expect(new Set(asked).size).toBe(1);
      expect(asked).not.toContain(first.body.id);
      await untilState(mari, String(asked[0]), 'ANSWERED');
      const { rows } = await sql<{
        count: string;
      }>`select count(*) from query_attempt a join query q on q.id = a.query_id where q.proceeding_id = ${proceeding.id}`.execute(db());
      expect(Number(rows[0]?.count)).toBe(2);
      expect(await auditLines('QUERY_ASKED', proceeding.id)).toHaveLength(65);
    });

    it('has one effect for one Idempotency-Key', async () => {
      const proceeding = await openProceeding(mari, [parent]);
      const headers = { 'idempotency-key': newId() };
      const answers = await Promise.all(Array.from({ length: 16 }, () => ask(mari, proceeding, RR, {}, 10, headers)));
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
      expect(await auditLines('QUERY_ASKED', proceeding.id)).toHaveLength(1);
    });

    it('about somebody the register does not know is NOT_FOUND, never empty', async () => {
      const proceeding = await openProceeding(mari, [star.country.personae.UNKNOWN ?? '']);
      expect((await ask(mari, proceeding, RR)).body).toMatchObject({ state: 'ANSWERED', answer: { state: 'NOT_FOUND' } });
    });

    it('is told as an event to whoever follows the proceeding', async () => {
      const proceeding = await openProceeding(mari, [parent]);
      const session = await star.call('POST', '/api/v1/sessions', { username: mari.worker.username, password: mari.worker.password });
      const gone = new AbortController();
      const events = await fetch(`${star.gateway.url}/api/v1/proceedings/${proceeding.id}/events`, {
        headers: { authorization: `Bearer ${session.body.token}` },
        signal: gone.signal,
      });
      const asked = await ask(mari, proceeding, RR, {}, 0);
      let heard = '';
      const decoder = new TextDecoder();
      for await (const piece of events.body ?? []) {
        heard += decoder.decode(piece);
        if (heard.includes('ANSWERED')) break;
      }
      gone.abort();
      expect(heard).toContain(`event: query\ndata: {"queryId":"${asked.body.id}","state":"ANSWERED","answerState":"FOUND"}`);
    });
  });

  describe('nothing leaves without a purpose', () => {
    it.each([
      [
        'a kind of proceeding that gives no right',
        'CARE',
        'EMTA.EMPLOYER_AND_HK_PAYMENTS',
        { parameters: { from: '2026-10', to: '2026-10' } },
        403,
        'QUERY_NOT_ALLOWED_FOR_PROCEEDING_TYPE',
      ],
      [
        'a subject who is not in the proceeding',
        'SIMPLE',
        RR,
        { subjectId: '019ab000-0000-7000-8000-000000000000' },
        422,
        'SUBJECT_NOT_IN_PROCEEDING',
      ],
      ['a missing justification', 'SIMPLE', 'HK.INSURANCE_AND_GP', {}, 422, 'JUSTIFICATION_REQUIRED'],
      ['a justification that says nothing', 'SIMPLE', 'HK.INSURANCE_AND_GP', { justification: ' vaja    ' }, 422, 'JUSTIFICATION_REQUIRED'],
      ['parameters that are none', 'SIMPLE', 'SKA.PAYMENTS', { parameters: { month: '2026-13' } }, 422, 'QUERY_PARAMETERS_INVALID'],
      ['a query type that is none', 'SIMPLE', 'RR.EVERYTHING', {}, 422, 'QUERY_TYPE_UNKNOWN'],
    ])('%s is refused with its code and an audit line', async (_what, kind, type, more, status, code) => {
      const proceeding = await openProceeding(mari, [parent], kind);
      const sent = star.simulator.received().size;
      expect(await ask(mari, proceeding, type, more)).toMatchObject({ status, body: { code } });
      expect(await auditLines('QUERY_REFUSED', proceeding.id)).toMatchObject([{ code }]);
      const { rows } = await sql`select 1 from query where proceeding_id = ${proceeding.id}`.execute(db());
      expect(rows).toEqual([]);
      expect(star.simulator.received().size).toBe(sent);
    });

    it('a worker’s own data', async () => {
      const proceeding = await openProceeding(await star.worker(), [mari.worker.personalCode]);
      expect((await ask(mari, proceeding, RR)).body).toMatchObject({ code: 'SELF_LOOKUP_REFUSED', status: 403 });
    });

    it('another institution’s proceeding is not there, a role without the right may not, nobody signed in even less', async () => {
      const proceeding = await openProceeding(mari, [parent]);
      const foreigner = await star.worker({ institution: '70000740' });
      const settler = await star.worker({ roles: ['SETTLEMENT'] });
      expect((await ask(foreigner, proceeding, RR)).body).toMatchObject({ code: 'NOT_FOUND', status: 404 });
      expect((await ask(settler, proceeding, RR)).body).toMatchObject({ code: 'FORBIDDEN', status: 403 });
      expect((await ask(star.call, proceeding, RR)).body).toMatchObject({ code: 'SESSION_MISSING', status: 401 });
      const mine = await ask(mari, proceeding, RR);
      expect((await foreigner('GET', `/api/v1/queries/${mine.body.id}`)).body).toMatchObject({ code: 'QUERY_NOT_FOUND', status: 404 });
    });
  });

  describe('when the proceeding closes', () => {
    it('its answers are gone for everybody, in every store', async () => {
      const proceeding = await openProceeding(mari, [parent]);
      const { body } = await ask(mari, proceeding, RR);
      await mari('POST', `/api/v1/proceedings/${proceeding.id}/close`, { reason: 'DECIDED' });
      expect((await mari('GET', `/api/v1/queries/${body.id}`)).body).toMatchObject({ code: 'PURGED', status: 410 });
      expect((await ask(mari, proceeding, RR)).body).toMatchObject({ code: 'PROCEEDING_NOT_OPEN', status: 409 });
      const { rows } = await sql<{
        wrapped_key: unknown;
        answers: string;
      }>`select wrapped_key, (select count(*) from query_answer where query_id = ${body.id}) as answers from data_key where owner_id = ${proceeding.id}`.execute(
        db(),
      );
      expect(rows).toEqual([{ wrapped_key: null, answers: 0 }]);
      expect(await auditLines('ANSWERS_PURGED', proceeding.id)).toHaveLength(1);
    });

    it('what still waits is cancelled, and what is under way is not kept', async () => {
      const proceeding = await openProceeding(mari, [parent]);
      star.simulator.knobs('rr').latencyMs = 2000;
      const running = await ask(mari, proceeding, RR, {}, 0);
      await mari('POST', `/api/v1/proceedings/${proceeding.id}/close`, { reason: 'WITHDRAWN' });
      await new Promise((resolve) => setTimeout(resolve, 2500));
      star.simulator.knobs('rr').latencyMs = 0;
      const { rows } = await sql<{
        state: string;
        answers: string;
      }>`select state, (select count(*) from query_answer where query_id = q.id) as answers from query q where id = ${running.body.id}`.execute(
        db(),
      );
      expect(rows).toEqual([{ state: 'CANCELLED', answers: 0 }]);
    });
  });

  describe('when a register fails', () => {
    it.each([
      ['a fault that passes', () => ({ fault: { code: 'Server.ServerProxy.ServiceFailed.NetworkError', text: 'refused', times: 1 } })],
      [
        'the same in the newer spelling',
        () => ({ fault: { code: 'server.serverproxy.service_failed.network_error', text: 'refused', times: 1 } }),
      ],
    ])('%s, the query waits and is asked again under a new X-Road id', async (_what, knobs) => {
      const proceeding = await openProceeding(mari, [parent]);
      Object.assign(star.simulator.knobs('rr'), knobs());
      const { body } = await ask(mari, proceeding, RR, {}, 1);
      if (body.state === 'RETRY_WAIT') expect(body.answer).toMatchObject({ state: 'UNAVAILABLE', retryAt: expect.any(String) });
      star.clock.advance({ minutes: 1 });
      const settled = await untilState(mari, String(body.id), 'ANSWERED');
      expect(settled).toMatchObject({ answer: { state: 'FOUND' } });
      const { rows } = await sql<{ x_road_id: string }>`select x_road_id from query_attempt where query_id = ${body.id}`.execute(db());
      expect(new Set(rows.map((row) => row.x_road_id)).size).toBe(2);
    });

    it.each([
      [
        'no right to the service',
        { fault: { code: 'Server.ServerProxy.AccessDenied', text: 'Request is not allowed', times: 1 } },
        'Server.ServerProxy.AccessDenied',
      ],
      ['an answer to another request', { wrongHash: true }, 'REQUEST_HASH_MISMATCH'],
    ])('%s is final, and an operator sees the code', async (_what, knobs, code) => {
      const proceeding = await openProceeding(mari, [parent]);
      Object.assign(star.simulator.knobs('rr'), knobs);
      const { body } = await ask(mari, proceeding, RR);
      Object.assign(star.simulator.knobs('rr'), { wrongHash: false, fault: null });
      expect(body).toMatchObject({ state: 'FAULTED', answer: { state: 'UNAVAILABLE', code } });
    });

    it('a worker that dies with a query loses nothing: the sweeper gives it to another', async () => {
      const proceeding = await openProceeding(mari, [parent]);
      const { body } = await ask(mari, proceeding, RR);
      await sql`update query set state = 'SENT', lease_until = now() - interval '1 year', answered_at = null where id = ${body.id}`.execute(
        db(),
      );
      const settled = await untilState(mari, String(body.id), 'ANSWERED');
      expect(settled).toMatchObject({ answer: { state: 'FOUND' } });
    }, 20_000);
  });

  describe('a household’s prefill', () => {
    it('asks each person each question once, in parallel, and says how each source stands', async () => {
      const proceeding = await openProceeding(mari, [parent, star.country.personae.UNEMPLOYED_PARENT ?? '']);
      const [first, second] = proceeding.subjects;
      const { status, body } = await mari('POST', `/api/v1/proceedings/${proceeding.id}/prefill`, {
        purpose: 'SUBSISTENCE_BENEFIT',
        month: '2026-11',
        householdIds: [first, second, first],
      });
      expect(status).toBe(202);
      const items = body.items as { queryId: string; type: string }[];
      expect(items).toHaveLength(12);
      for (const { queryId } of items) await untilState(mari, queryId, 'ANSWERED');
    });
  });

  describe('the plan of a prefill', () => {
    const body = (householdIds: readonly (string | undefined)[]) => ({ purpose: 'SUBSISTENCE_BENEFIT', month: '2026-11', householdIds });

    it('says who would be asked what, on which basis and with which fields, and asks nobody', async () => {
      const proceeding = await openProceeding(mari, [parent]);
      const [subject] = proceeding.subjects;
      const before = star.simulator.received().size;
      const dryRun = () => mari('POST', `/api/v1/proceedings/${proceeding.id}/prefill?dryRun=true`, body([subject, subject]));
      const { status, body: planned } = await dryRun();
      expect(status).toBe(200);
      const items = planned.items as Record<string, unknown>[];
      expect(items).toHaveLength(6);
      expect(items.find(({ type }) => type === 'EMTA.EMPLOYER_AND_HK_PAYMENTS')).toMatchObject({
        registry: 'mta',
        service: 'kovTooandjad/v1',
        contract: 'REAL',
        legalBasis: expect.stringContaining('SHS § 133'),
        fields: ['payments'],
        parameters: { from: '2026-10', to: '2026-10' },
        outcome: 'WOULD_LEAVE',
        code: null,
      });
      expect(star.simulator.received().size).toBe(before);
      expect(await auditLines('QUERY_ASKED', proceeding.id)).toHaveLength(0);
      await ask(mari, proceeding, RR);
      const again = (await dryRun()).body.items as Record<string, unknown>[];
      expect(again.find(({ type }) => type === RR)).toMatchObject({ outcome: 'FROM_CACHE' });
    });

    it('says what would be refused, and is itself refused to others', async () => {
      const proceeding = await openProceeding(mari, [parent], 'CARE');
      const { body: planned } = await mari('POST', `/api/v1/proceedings/${proceeding.id}/prefill?dryRun=true`, body(proceeding.subjects));
      const refused = (planned.items as Record<string, unknown>[]).filter(({ outcome }) => outcome === 'REFUSED');
      expect(refused.map(({ type, code }) => [type, code])).toContainEqual([
        'EMTA.EMPLOYER_AND_HK_PAYMENTS',
        'QUERY_NOT_ALLOWED_FOR_PROCEEDING_TYPE',
      ]);
      const stranger = await star.worker({ institution: '70000740' });
      const other = await stranger('POST', `/api/v1/proceedings/${proceeding.id}/prefill?dryRun=true`, body(proceeding.subjects));
      expect(other.body).toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  describe('what is not yet due', () => {
    const MTA = 'EMTA.EMPLOYER_AND_HK_PAYMENTS';
    const november = { parameters: { from: '2026-11', to: '2026-11' } };

    it('is asked again by itself on the day it is', async () => {
      const proceeding = await openProceeding(mari, [parent]);
      const { body } = await ask(mari, proceeding, MTA, november);
      expect(body).toMatchObject({ answer: { state: 'NOT_YET_DUE', from: '2026-12-11' } });
      const [planned] = await auditLines('QUERY_PLANNED', proceeding.id);
      expect(planned).toMatchObject({ details: { type: MTA, after: body.id, dueAt: expect.stringMatching(/^2026-12-11T0[345]:/) } });
      const { body: actions } = await mari('GET', `/api/v1/proceedings/${proceeding.id}/actions`);
      expect(actions.items).toMatchObject([{}, { kind: 'QUERY', text: expect.stringContaining('kordub 2026-12-11') }]);

      star.clock.set('2026-12-11T08:00:00Z');
      for (let tries = 0; tries < 200; tries++) {
        if ((await auditLines('QUERY_ANSWERED', proceeding.id)).length === 2) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect((await auditLines('QUERY_ANSWERED', proceeding.id)).map(({ details }) => details)).toMatchObject([
        { state: 'NOT_YET_DUE' },
        { state: 'NOT_FOUND' },
      ]);
      star.clock.set('2026-11-23T10:00:00Z');
    }, 20_000);

    it('and not once the proceeding is closed', async () => {
      const proceeding = await openProceeding(mari, [parent]);
      await ask(mari, proceeding, MTA, november);
      await mari('POST', `/api/v1/proceedings/${proceeding.id}/close`, { reason: 'DECIDED' });
      const { rows } = await sql<{ state: string; code: string }>`
        select state, code from query where proceeding_id = ${proceeding.id} order by asked_at`.execute(db());
      expect(rows).toMatchObject([{ state: 'PURGED' }, { state: 'CANCELLED', code: 'PROCEEDING_CLOSED' }]);
    });
  });

  it('leaves an audit chain that verifies, and no personal code in it, in the queries or in the queue', async () => {
    expect(await verifyAudit(db())).not.toHaveProperty('broken');
    for (const source of ['audit_event', 'query', 'query_permit', 'query_attempt', 'action', 'idempotency_key']) {
      const { rows } = await sql<{
        hits: string;
      }>`select count(*) as hits from ${sql.table(source)} t where t::text ~ ${`(^|[^0-9a-f-])${parent}`}`.execute(db());
      expect({ source, hits: Number(rows[0]?.hits) }).toEqual({ source, hits: 0 });
    }
  });
}
