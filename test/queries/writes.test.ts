import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { prefillQuestions } from '../../src/queries/prefill.ts';
import { findQueryType } from '../../src/registries/index.ts';
import { type Call, openProceeding, openTestGateway, type TestGateway } from '../gateway.ts';

const START = 'HK.CARER_INSURANCE.START';
const END = 'HK.CARER_INSURANCE.END';
const EXTRAORDINARY_END = 'HK.CARER_INSURANCE.EXTRAORDINARY_END';
/** The answer is cut off after the register has carried the request out. */
const LOST_AFTER = () => ({ cut: true });
/** The register never gets the request, and nobody here can know. */
const LOST_BEFORE = () => ({ fault: { code: 'Server.ServerProxy.ServiceFailed.IOError', text: 'timed out', times: 1 } });

type Carer = Readonly<{ id: string; subjects: readonly string[]; code: string; since: string }>;

/** R1 of the proof, for writes: nothing accepted is lost, and nothing is carried out twice. */
describe('a write', () => {
  let star: TestGateway;
  let mari: Call;
  let serial = 0;
  beforeAll(async () => {
    star = await openTestGateway();
    mari = await star.worker();
  });
  afterAll(() => star.close());
  afterEach(() => turn({ cut: false, offSchema: false, fault: null, latencyMs: 0 }));

  const db = () => star.gateway.database.db;
  const turn = (knobs: object) => Object.assign(star.simulator.knobs('tervisekassa'), knobs);
  const operator = () => star.worker({ roles: ['TEHIK_OPS'], institution: '70009770', kind: 'TEHIK' });

  /** A care proceeding with a carer in it, and the first day of a basis that nobody else has. */
  async function carer(code = star.country.personae.UNEMPLOYED_PARENT ?? ''): Promise<Carer> {
    serial += 1;
    const since = `2026-${String((serial % 12) + 1).padStart(2, '0')}-${String((serial % 28) + 1).padStart(2, '0')}`;
    const opened = await openProceeding(mari, [star.country.personae.LONE_PENSIONER ?? '', code], 'CARE', 'CARER');
    return { ...opened, code, since };
  }

  function enter(
    call: Call,
    { id, subjects, since }: Carer,
    more: { type?: string; parameters?: object; wait?: number; dryRun?: boolean } = {},
  ) {
    const { type = START, parameters = {}, wait = 10, dryRun } = more;
    return call('POST', `/api/v1/proceedings/${id}/queries?wait=${wait}${dryRun === true ? '&dryRun=true' : ''}`, {
      type,
      subjectId: subjects[1],
      parameters: { decisionNo: '2-4/17', since, ...parameters },
    });
  }

  /** How often the register has taken up each of the carer's entries of that basis, by its own key. */
  function executions({ code, since }: Carer): number[] {
    const of = [...star.simulator.executions('tervisekassa')].filter(([key]) => key.startsWith(`${code}|`) && key.includes(`|${since}|`));
    return of.map(([, times]) => times);
  }

  async function attempts(id: unknown) {
    const { rows } = await sql<{
      purpose: string;
      outcome: string;
    }>`select purpose, outcome from query_attempt where query_id = ${id} order by attempt`.execute(db());
    return rows.map(({ purpose, outcome }) => `${purpose} ${outcome}`);
  }

  async function until(call: Call, id: unknown, ...states: string[]): Promise<Record<string, unknown>> {
    for (let tries = 0; tries < 48; tries++) {
      const { body } = await call('GET', `/api/v1/queries/${id}`);
      if (states.includes(String(body.state))) return body;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error(`the write never came to ${states.join(' or ')}`);
  }

  /** Lets the time pass in which a write waits to be looked up, or to be sent again, until it comes to the state. */
  async function later(call: Call, id: unknown, ...states: string[]): Promise<Record<string, unknown>> {
    for (let tries = 0; tries < 100; tries++) {
      const { body } = await call('GET', `/api/v1/queries/${id}`);
      if (states.includes(String(body.state))) return body;
      if (body.state === 'RETRY_WAIT' && tries % 8 === 0) star.clock.advance({ minutes: 6 });
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error(`the write never came to ${states.join(' or ')}`);
  }

  it('is carried out with what was fixed when it was asked, and told by its result', async () => {
    const one = await carer();
    const { status, body } = await enter(mari, one);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        state: 'ANSWERED',
        answer: {
          state: 'FOUND',
          record: { outcome: 'ENTERED', confirmedBy: 'REGISTER', insuranceKind: { code: '39', confirmed: false } },
          source: { service: 'EE/GOV/74000091/kirst/kindlustusalus/v2' },
        },
      },
    });
    expect(executions(one)).toEqual([1]);
    const { rows } = await sql<{ fixed: unknown; parameters: unknown }>`
      select p.fixed, p.parameters from query_permit p join query q on q.permit_id = p.id where q.id = ${body.id}`.execute(db());
    expect(rows).toEqual([
      {
        fixed: { insuranceKind: '39', kindConfirmed: false, insurer: '70000349', enteredAt: expect.stringMatching(/^2026-11-23T\d\d:/) },
        parameters: { decisionNo: '2-4/17', since: one.since },
      },
    ]);
  });

  it('is carried out once when 32 ask it at the same time, and never again once it was answered', async () => {
    const one = await carer();
    turn({ latencyMs: 200 });
    const answers = await Promise.all(Array.from({ length: 32 }, () => enter(mari, one)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    turn({ latencyMs: 0 });
    star.clock.advance({ hours: 50 });
    mari = await star.worker();
    const second = await enter(await star.worker(), one);
    expect(second.body).toMatchObject({ id: answers[0]?.body.id, servedFromCache: false, answer: { record: { outcome: 'ENTERED' } } });
    expect(executions(one)).toEqual([1]);
  });

  it('of which the answer was lost is looked up, and not sent again', async () => {
    const one = await carer();
    turn(LOST_AFTER());
    const { body } = await enter(mari, one, { wait: 1 });
    expect(body).toMatchObject({
      state: 'RETRY_WAIT',
      answer: { state: 'UNAVAILABLE', code: 'WRITE_UNCLEAR', trouble: 'STAR-XT-WRITE-UNCLEAR' },
    });
    expect(executions(one)).toEqual([1]);
    turn({ cut: false });
    expect(await later(mari, body.id, 'ANSWERED')).toMatchObject({
      answer: {
        state: 'FOUND',
        record: { outcome: 'ENTERED', confirmedBy: 'READ_BACK' },
        source: { service: 'EE/GOV/74000091/kirst/kindlustused/v1' },
      },
    });
    expect(executions(one)).toEqual([1]);
    expect(await attempts(body.id)).toEqual(['ASK RETRY_WAIT', 'READ_BACK ANSWERED']);
  });

  it('that the register does not show is sent again, as it was', async () => {
    const one = await carer();
    turn(LOST_BEFORE());
    const { body } = await enter(mari, one, { wait: 1 });
    expect(body).toMatchObject({ answer: { code: 'WRITE_UNCLEAR' } });
    expect(executions(one)).toEqual([]);
    expect(await later(mari, body.id, 'ANSWERED')).toMatchObject({ answer: { record: { confirmedBy: 'REGISTER' } } });
    expect(executions(one)).toEqual([1]);
    expect(await attempts(body.id)).toEqual(['ASK RETRY_WAIT', 'READ_BACK RETRY_WAIT', 'ASK ANSWERED']);
    const { rows } = await sql<{ fixed: { enteredAt: string } }>`
      select p.fixed from query_permit p join query q on q.permit_id = p.id where q.id = ${body.id}`.execute(db());
    const [key] = [...star.simulator.executions('tervisekassa').keys()].filter((taken) => taken.includes(`|${one.since}|`));
    expect(key?.split('|').at(-1)).toBe(rows[0]?.fixed.enteredAt);
  });

  it('that the register refused by a fault of its own is looked up too, and not sent again', async () => {
    const one = await carer();
    turn({ fault: { code: 'SOAP-ENV:Server', text: 'Sisemine viga', times: 1 } });
    const { body } = await enter(mari, one, { wait: 1 });
    expect(body).toMatchObject({ state: 'RETRY_WAIT', answer: { code: 'WRITE_UNCLEAR' } });
    expect(await later(mari, body.id, 'FAULTED')).toMatchObject({ answer: { code: 'SOAP-ENV:Server' } });
    expect(executions(one)).toEqual([]);
    // Asked anew it stands for the question, and the first is not brought back beside it.
    const anew = await enter(mari, one);
    expect(anew.body).toMatchObject({ answer: { record: { outcome: 'ENTERED' } } });
    const retried = await (await operator())('POST', `/console/api/queries/${body.id}/retry`, { reason: 'Register on korras' });
    expect(retried.body.code).toBe('QUERY_NOT_RETRYABLE');
    expect(executions(one)).toEqual([1]);
  });

  it('whose worker is lost between sending and settling is looked up, whatever the worker does when it comes back', async () => {
    const one = await carer();
    turn({ latencyMs: 7000 });
    const { body } = await enter(mari, one, { wait: 0 });
    await until(mari, body.id, 'SENT');
    await sql`update query set lease_until = '2020-01-01' where id = ${body.id}`.execute(db());
    expect(await until(mari, body.id, 'RETRY_WAIT')).toMatchObject({ answer: { code: 'WRITE_UNCLEAR' } });
    turn({ latencyMs: 0 });
    for (let tries = 0; tries < 100 && (await attempts(body.id))[0] !== 'ASK ANSWERED'; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await attempts(body.id)).toEqual(['ASK ANSWERED']);
    expect((await mari('GET', `/api/v1/queries/${body.id}`)).body).toMatchObject({ state: 'RETRY_WAIT' });
    expect(await later(mari, body.id, 'ANSWERED')).toMatchObject({ answer: { record: { confirmedBy: 'READ_BACK' } } });
    expect(executions(one)).toEqual([1]);
  });

  it('claimed by a process that then stood still is not sent by it when it goes on', async () => {
    const one = await carer();
    const { database } = star.gateway;
    const { transaction } = database;
    // The machine sleeps right after the claim is written, for longer than a claim and its exchange may take together.
    database.transaction = async (work) => {
      const done = await transaction(work);
      if (Array.isArray(done) && done.some((order) => typeof order === 'object' && 'leavesBefore' in order)) {
        database.transaction = transaction;
        star.clock.advance({ seconds: 61 });
      }
      return done;
    };
    const { body } = await enter(mari, one, { wait: 1 });
    expect(body).toMatchObject({ state: 'SENT' });
    expect(executions(one)).toEqual([]);
    star.clock.advance({ minutes: 2 });
    expect(await until(mari, body.id, 'RETRY_WAIT')).toMatchObject({ answer: { code: 'WORKER_LOST' } });
    await later(mari, body.id, 'ANSWERED');
    expect(await attempts(body.id)).toEqual(['ASK null', 'READ_BACK RETRY_WAIT', 'ASK ANSWERED']);
    expect(executions(one)).toEqual([1]);
  }, 60_000);

  it('refused in its row is REJECTED with the register’s reason, and only then may be asked again', async () => {
    const one = await carer(star.country.personae.UNKNOWN);
    const first = await enter(mari, one);
    expect(first.body).toMatchObject({
      state: 'ANSWERED',
      answer: { state: 'REJECTED', reason: '1001', text: 'isik: Isikut … ei leitud' },
    });
    star.clock.advance({ minutes: 1 });
    const second = await enter(mari, one);
    expect(second.body.id).not.toBe(first.body.id);
    expect(executions(one)).toEqual([1, 1]);
  });

  it('of another decision is another write', async () => {
    const one = await carer();
    await enter(mari, one);
    const ended = (decisionNo: string, lastDay: string) => enter(mari, one, { type: END, parameters: { decisionNo, until: lastDay } });
    const [first, again] = [await ended('2-4/18', '2026-12-31'), await ended('2-4/18', '2026-12-31')];
    star.clock.advance({ seconds: 1 });
    const third = await ended('2-4/19', '2026-12-31');
    expect(again.body.id).toBe(first.body.id);
    expect(third.body.id).not.toBe(first.body.id);
    expect(executions(one)).toEqual([1, 1, 1]);
  });

  describe('that nobody can tell about', () => {
    /** Lost, and the register's answer when it is looked up cannot be read. */
    async function held(lost: object): Promise<Carer & { readonly queryId: string }> {
      const one = await carer();
      turn(lost);
      const { body } = await enter(mari, one, { wait: 1 });
      turn({ cut: false, offSchema: true });
      expect(await later(mari, body.id, 'HELD')).toMatchObject({ answer: { code: 'WRITE_HELD', trouble: 'STAR-XT-WRITE-HELD' } });
      turn({ offSchema: false });
      return { ...one, queryId: String(body.id) };
    }
    const resolve = async (queryId: string, resolution: string) =>
      (await operator())('POST', `/console/api/queries/${queryId}/resolve`, { resolution, reason: 'Küsitud Tervisekassalt' });

    it('waits for an operator, and its proceeding with it', async () => {
      const one = await held(LOST_AFTER());
      const anu = await operator();
      const { rows: asked } = await sql<{ x_road_id: string }>`
        select x_road_id from query_attempt where query_id = ${one.queryId} and purpose = 'ASK'`.execute(db());
      const { body } = await anu('GET', '/console/api/registries/tervisekassa/queries?state=HELD');
      expect((body.items as { id: string }[]).find(({ id }) => id === one.queryId)).toMatchObject({
        state: 'HELD',
        code: 'WRITE_HELD',
        xRoadId: asked[0]?.x_road_id,
        detail: expect.stringContaining('UNEXPECTED_ELEMENT'),
      });
      expect((await anu('GET', '/console/api/registries')).body.items).toContainEqual(
        expect.objectContaining({ registry: 'tervisekassa', held: 1 }),
      );
      expect((await enter(mari, one)).body).toMatchObject({ id: one.queryId, state: 'HELD' });
      const closing = () => mari('POST', `/api/v1/proceedings/${one.id}/close`, { reason: 'DECIDED' });
      expect(await closing()).toMatchObject({ status: 409, body: { code: 'WRITE_NOT_SETTLED' } });
      expect((await anu('POST', `/console/api/queries/${one.queryId}/discard`, { reason: 'Ei ole vaja' })).body.code).toBe(
        'WRITE_NOT_SETTLED',
      );
      expect((await anu('POST', `/console/api/queries/${one.queryId}/retry`, { reason: 'Uuesti' })).body.code).toBe('QUERY_NOT_RETRYABLE');

      expect((await resolve(one.queryId, 'DONE')).status).toBe(200);
      expect((await mari('GET', `/api/v1/queries/${one.queryId}`)).body).toMatchObject({
        state: 'ANSWERED',
        answer: { state: 'FOUND', record: { outcome: 'ENTERED', confirmedBy: 'OPERATOR' } },
      });
      expect((await resolve(one.queryId, 'DONE')).body).toMatchObject({ status: 409, code: 'WRITE_NOT_HELD' });
      const { rows } = await sql<{ details: unknown }>`
        select details from audit_event where action = 'WRITE_RESOLVED' and object_id = ${one.queryId}`.execute(db());
      expect(rows).toEqual([{ details: { resolution: 'DONE', reason: 'Küsitud Tervisekassalt' } }]);
      expect(executions(one)).toEqual([1]);
      expect((await closing()).body).toMatchObject({ state: 'CLOSED' });
    }, 60_000);

    it('is sent again when the operator says so', async () => {
      const one = await held(LOST_BEFORE());
      expect((await resolve(one.queryId, 'SEND_AGAIN')).status).toBe(200);
      expect(await until(mari, one.queryId, 'ANSWERED')).toMatchObject({ answer: { record: { confirmedBy: 'REGISTER' } } });
      expect(executions(one)).toEqual([1]);
    }, 60_000);

    it('is given up when the operator says that it was not carried out, and may be asked anew', async () => {
      const one = await held(LOST_BEFORE());
      expect((await resolve(one.queryId, 'NOT_DONE')).status).toBe(200);
      expect((await mari('GET', `/api/v1/queries/${one.queryId}`)).body).toMatchObject({ state: 'CANCELLED' });
      expect((await enter(mari, one)).body.id).not.toBe(one.queryId);
      expect(executions(one)).toEqual([1]);
    }, 60_000);

    it('is not even looked up once its purpose is gone', async () => {
      const one = await carer();
      turn(LOST_AFTER());
      const { body } = await enter(mari, one, { wait: 1 });
      turn({ cut: false });
      await mari('POST', `/api/v1/proceedings/${one.id}/suspend`);
      await later(mari, body.id, 'HELD');
      expect(await attempts(body.id)).toEqual(['ASK RETRY_WAIT']);
    }, 60_000);
  });

  it('ends a basis out of turn before an end that stands, and is not sent again while nobody knows which of the two the register shows', async () => {
    const one = await carer();
    await enter(mari, one);
    // Entries of one moment are one entry to the register.
    const ended = (type: string, lastDay: string, wait = 10) => {
      star.clock.advance({ seconds: 1 });
      return enter(mari, one, { type, wait, parameters: { until: lastDay } });
    };
    await ended(END, '2027-12-31');
    expect((await ended(EXTRAORDINARY_END, '2027-06-30')).body).toMatchObject({
      state: 'ANSWERED',
      answer: { record: { outcome: 'ENTERED', confirmedBy: 'REGISTER' } },
    });
    turn(LOST_AFTER());
    const seen = await ended(EXTRAORDINARY_END, '2027-05-31', 1);
    turn({ cut: false });
    expect(await later(mari, seen.body.id, 'ANSWERED')).toMatchObject({ answer: { record: { confirmedBy: 'READ_BACK' } } });
    turn(LOST_BEFORE());
    const unseen = await ended(EXTRAORDINARY_END, '2027-04-30', 1);
    expect(await later(mari, unseen.body.id, 'HELD')).toMatchObject({ answer: { code: 'WRITE_HELD' } });
    // The last never reached it.
    expect(executions(one)).toEqual([1, 1, 1, 1]);
  });

  it('keeps its proceeding from closing until it has settled; the reads beside it are not touched by the refusal', async () => {
    const one = await carer();
    turn({ latencyMs: 1500 });
    const entered = await enter(mari, one, { wait: 0 });
    const read = await mari('POST', `/api/v1/proceedings/${one.id}/queries?wait=0`, {
      type: 'HK.INSURANCE_AND_GP',
      subjectId: one.subjects[1],
      justification: 'Hooldaja kindlustuse kontroll',
    });
    const refused = await mari('POST', `/api/v1/proceedings/${one.id}/close`, { reason: 'DECIDED' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'WRITE_NOT_SETTLED' } });
    expect((await mari('GET', `/api/v1/proceedings/${one.id}`)).body).toMatchObject({ state: 'OPENED' });
    await until(mari, entered.body.id, 'ANSWERED');
    await until(mari, read.body.id, 'ANSWERED');
    const closed = await mari('POST', `/api/v1/proceedings/${one.id}/close`, { reason: 'DECIDED' });
    expect(closed.body).toMatchObject({ state: 'CLOSED' });
  });

  it('that may not leave when its turn comes is not cancelled, and an operator can send it once it may', async () => {
    const one = await carer();
    const anu = await operator();
    await anu('POST', '/console/api/registries/tervisekassa/pause');
    const { body } = await enter(mari, one, { wait: 0 });
    await mari('POST', `/api/v1/proceedings/${one.id}/suspend`);
    await anu('POST', '/console/api/registries/tervisekassa/resume');
    expect(await until(mari, body.id, 'FAULTED')).toMatchObject({ answer: { code: 'PROCEEDING_NOT_OPEN' } });
    await mari('POST', `/api/v1/proceedings/${one.id}/resume`);
    expect((await anu('POST', `/console/api/queries/${body.id}/retry`, { reason: 'Menetlus jätkub' })).status).toBe(200);
    await until(mari, body.id, 'ANSWERED');
    expect(executions(one)).toEqual([1]);
  });

  it.each([
    ['no code is configured for its day', START, { since: '2019-12-31' }, 'WRITE_NOT_CONFIGURED', '/parameters/since'],
    ['its days are in the wrong order', START, { until: '2025-01-01' }, 'QUERY_PARAMETERS_INVALID', '/parameters/until'],
    ['a pause begins before the basis', 'HK.CARER_INSURANCE.PAUSE', { from: '2025-01-01' }, 'QUERY_PARAMETERS_INVALID', '/parameters/from'],
    ['somebody is named as the insurer', START, { insurer: '70000740' }, 'QUERY_PARAMETERS_INVALID', '/parameters'],
    [
      'the decision’s number is a personal code',
      START,
      { decisionNo: '47101010033' },
      'QUERY_PARAMETERS_INVALID',
      '/parameters/decisionNo',
    ],
  ])('is refused where %s, and nothing is recorded', async (_what, type, parameters, code, pointer) => {
    const one = await carer();
    expect((await enter(mari, one, { type, parameters })).body).toMatchObject({
      code,
      errors: expect.arrayContaining([expect.objectContaining({ pointer })]),
    });
    const { rows } = await sql`select 1 from query where proceeding_id = ${one.id}`.execute(db());
    expect(rows).toEqual([]);
    expect(executions(one)).toEqual([]);
  });

  it('about somebody who is not the carer is refused', async () => {
    const one = await carer();
    const about = { ...one, subjects: [one.subjects[1] ?? '', one.subjects[0] ?? ''] };
    expect((await enter(mari, about)).body).toMatchObject({ code: 'QUERY_NOT_ALLOWED_FOR_SUBJECT', status: 422 });
  });

  it('can be looked at before it leaves', async () => {
    const one = await carer();
    const dryRun = async () => ((await enter(mari, one, { dryRun: true })).body.items as Record<string, unknown>[])[0];
    expect(await dryRun()).toMatchObject({ effect: 'WRITE', service: 'kindlustusalus/v2', outcome: 'WOULD_LEAVE', code: null });
    expect(executions(one)).toEqual([]);
    await enter(mari, one);
    expect(await dryRun()).toMatchObject({ outcome: 'JOINS' });
    const refused = await enter(mari, { ...one, since: '2019-01-01' }, { dryRun: true });
    expect(refused.body.items).toMatchObject([{ outcome: 'REFUSED', code: 'WRITE_NOT_CONFIGURED' }]);
    expect((await enter(mari, one, { type: 'HK.NONE', dryRun: true })).body).toMatchObject({ code: 'QUERY_TYPE_UNKNOWN' });
    expect(executions(one)).toEqual([1]);
  });

  it('is never among the questions that are asked beforehand', () => {
    const questions = prefillQuestions('SUBSISTENCE_BENEFIT', '2026-11', ['019ab000-0000-7000-8000-000000000000']);
    if (!questions.ok) throw new Error(questions.error.code);
    expect(questions.value.filter(({ type }) => findQueryType(type)?.write !== undefined)).toEqual([]);
    expect(questions.value.length).toBeGreaterThan(0);
  });
});
