import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openProceeding, openTestGateway, type TestGateway } from '../gateway.ts';

const RR = 'RR.RESIDENCES_DOCS_RELATIONS';

/** What becomes of a question when the register, or the way to it, misbehaves: R4 of the proof, a query at a time. */
describe('a register that misbehaves', () => {
  let star: TestGateway;
  let mari: Awaited<ReturnType<TestGateway['worker']>>;
  let anu: Awaited<ReturnType<TestGateway['worker']>>;
  beforeAll(async () => {
    star = await openTestGateway();
    mari = await star.worker();
    anu = await star.worker({ roles: ['TEHIK_OPS'], institution: '70009770', kind: 'TEHIK' });
  });
  afterAll(() => star.close());

  async function ask(wait = 10) {
    const proceeding = await openProceeding(mari, [star.country.personae.EMPLOYED_PARENT ?? '']);
    const { body } = await mari('POST', `/api/v1/proceedings/${proceeding.id}/queries?wait=${wait}`, {
      type: RR,
      subjectId: proceeding.subjects[0],
    });
    return { proceeding, id: String(body.id), body };
  }

  async function untilState(id: string, ...states: readonly string[]) {
    for (let tries = 0; tries < 200; tries++) {
      const { body } = await mari('GET', `/api/v1/queries/${id}`);
      if (states.includes(String(body.state))) return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the query never came to ${states.join(' or ')}`);
  }

  /** What the operator sees of a query without an answer. */
  async function line(id: string, state: 'FAILED' | 'WAITING') {
    const { body } = await anu('GET', `/console/api/registries/rr/queries?state=${state}`);
    return (body.items as { id: string }[]).find((item) => item.id === id);
  }

  const turn = (knobs: object) => Object.assign(star.simulator.knobs('rr'), knobs);
  const hours = (text: string) => ({ from: '00:00', to: '23:59', text });

  it.each([
    ['cuts the connection', { cut: true }, { cut: false }, 'CONNECTION_LOST'],
    ['answers a page of HTML', { html: true }, { html: false }, 'UNEXPECTED_CONTENT'],
    ['is in maintenance', { maintenance: hours('uuendame') }, { maintenance: null }, 'Server.ClientProxy.MaintenanceMode'],
  ] as const)('%s: the query waits, says until when, and is answered afterwards', async (_what, wrong, right, code) => {
    turn(wrong);
    const { id } = await ask(1);
    const waiting = await untilState(id, 'RETRY_WAIT');
    expect(waiting).toMatchObject({ answer: { state: 'UNAVAILABLE', retryAt: expect.any(String), code } });
    expect(await line(id, 'WAITING')).toMatchObject({ code, attempts: expect.any(Number) });
    turn(right);
    star.clock.advance({ minutes: 5 });
    expect(await untilState(id, 'ANSWERED')).toMatchObject({ answer: { state: 'FOUND' } });
    const { rows } = await sql<{ lines: number }>`
      select count(*) as lines from audit_event where object_id = ${id} and action = 'QUERY_ANSWERED'`.execute(star.gateway.database.db);
    expect(rows).toEqual([{ lines: 1 }]);
  });

  it('says something that its contract does not have: the operator reads which element, nobody reads a value', async () => {
    turn({ offSchema: true });
    const { id, body } = await ask();
    turn({ offSchema: false });
    expect(body).toMatchObject({ state: 'FAULTED', answer: { state: 'UNAVAILABLE', code: 'SCHEMA_MISMATCH' } });
    expect(body).not.toHaveProperty('answer.record');
    expect(await line(id, 'FAILED')).toMatchObject({ code: 'SCHEMA_MISMATCH', detail: expect.stringContaining('ootamatu') });
  });

  it('is slow: the worker is told that it is under way, and gets the answer as soon as it is there', async () => {
    turn({ latencyMs: 1500 });
    const { id, body } = await ask(1);
    turn({ latencyMs: 0 });
    expect(body).toMatchObject({ state: 'SENT', answer: null });
    expect(await untilState(id, 'ANSWERED')).toMatchObject({ answer: { state: 'FOUND' } });
  });

  it('hangs while its proceeding closes: the connection is cut, and nothing of it is kept', async () => {
    turn({ latencyMs: 20_000 });
    const { id, proceeding } = await ask(0);
    await untilState(id, 'SENT');
    expect(await mari('POST', `/api/v1/proceedings/${proceeding.id}/close`, { reason: 'DECIDED' })).toMatchObject({ status: 200 });
    const attempt = async () => {
      const { rows } = await sql<{ code: string | null }>`select code from query_attempt where query_id = ${id}`.execute(
        star.gateway.database.db,
      );
      return rows;
    };
    await expect.poll(attempt, { timeout: 10_000 }).toEqual([{ code: 'CANCELLED' }]);
    turn({ latencyMs: 0 });
    const { rows } = await sql<{ state: string; kept: number; cached: number }>`
      select state, (select count(*) from query_answer where query_id = q.id) as kept, (select count(*) from cached_answer where key = q.id::text) as cached
      from query q where id = ${id}`.execute(star.gateway.database.db);
    expect(rows).toEqual([{ state: 'CANCELLED', kept: 0, cached: 0 }]);
  });

  it('fails again and again: the breaker opens, queries wait without an attempt, and one probe brings them all back', async () => {
    turn({ fault: { code: 'Server.ServerProxy.ServiceFailed.NetworkError', text: 'refused', times: 1000 } });
    for (let failures = 0; failures < 5; failures++) await untilState((await ask(0)).id, 'RETRY_WAIT');
    const late = [await ask(1), await ask(1), await ask(1)];
    for (const { id } of late) {
      expect(await untilState(id, 'RETRY_WAIT')).toMatchObject({ answer: { state: 'UNAVAILABLE', code: 'BREAKER_OPEN' } });
      expect(await line(id, 'WAITING')).toMatchObject({ attempts: 0 });
    }
    const rr = async () => {
      const { body } = await anu('GET', '/console/api/registries');
      return (body.items as { registry: string }[]).find(({ registry }) => registry === 'rr');
    };
    expect(await rr()).toMatchObject({ breaker: 'OPEN', breakerUntil: '2026-11-23T10:15:15Z' });
    turn({ fault: null });
    star.clock.advance({ minutes: 1 });
    const ticking = setInterval(() => star.clock.advance({ seconds: 1 }), 100);
    for (const { id } of late) expect(await untilState(id, 'ANSWERED')).toMatchObject({ answer: { state: 'FOUND' } });
    clearInterval(ticking);
    await expect.poll(rr).toMatchObject({ breaker: 'CLOSED', breakerUntil: null });
  });

  it('is not there at all: the query waits, and nothing of it is lost', async () => {
    await star.simulator.close();
    const { id } = await ask(1);
    expect(await untilState(id, 'RETRY_WAIT')).toMatchObject({ answer: { state: 'UNAVAILABLE', code: 'CONNECTION_REFUSED' } });
  });
});
