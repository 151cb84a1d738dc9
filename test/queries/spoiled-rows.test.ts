import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/index.ts';
import { type Call, openProceeding, openTestGateway, type TestGateway } from '../gateway.ts';

const RR = 'RR.RESIDENCES_DOCS_RELATIONS';
const soon = { timeout: 10_000, interval: 100 };

describe('a query whose row is not as any program would have left it', () => {
  let star: TestGateway;
  let mari: Call;
  let anu: Call;
  let id: string;
  beforeAll(async () => {
    star = await openTestGateway({ concurrency: 1 });
    mari = await star.worker();
    anu = await star.worker({ institution: '70009770', kind: 'TEHIK', roles: ['TEHIK_OPS'] });
  });
  afterAll(() => star.close());
  beforeEach(async () => {
    await anu('POST', '/console/api/registries/rr/pause');
    id = await ask();
  });

  const db = () => star.gateway.database.db;
  const ask = async () => {
    const proceeding = await openProceeding(mari, [star.country.personae.EMPLOYED_PARENT ?? '']);
    const { body } = await mari('POST', `/api/v1/proceedings/${proceeding.id}/queries`, { type: RR, subjectId: proceeding.subjects[0] });
    return String(body.id);
  };
  const row = async (of = id) => {
    const { rows } = await sql<{ state: string; code: string | null }>`select state, code from query where id = ${of}`.execute(db());
    return rows[0];
  };
  const audited = async () => {
    const { rows } = await sql<{ outcome: string; code: string }>`
      select outcome, code from audit_event where object_id = ${id} and action = 'QUERY_NOT_SENT' order by id`.execute(db());
    return rows;
  };
  const goOn = () => anu('POST', '/console/api/registries/rr/resume');
  const others = async () => {
    const other = await ask();
    await expect.poll(async () => (await row(other))?.state, soon).toBe('ANSWERED');
  };

  it('of a type that has left the catalogue is put aside, told apart and logged; the others go on', async () => {
    await sql`update query set type_code = 'RR.GONE' where id = ${id}`.execute(db());
    await goOn();
    await expect.poll(() => row(), soon).toEqual({ state: 'FAULTED', code: 'QUERY_TYPE_UNKNOWN' });
    expect(await audited()).toEqual([{ outcome: 'REFUSED', code: 'QUERY_TYPE_UNKNOWN' }]);
    await others();
    // The release that knows it is back.
    await sql`update query set type_code = ${RR} where id = ${id}`.execute(db());
    expect(await anu('POST', `/console/api/queries/${id}/retry`, { reason: 'uus versioon' })).toMatchObject({ status: 200 });
    await expect.poll(() => row(), soon).toEqual({ state: 'ANSWERED', code: null });
  });

  it('that is about somebody else than its permit does not leave', async () => {
    const before = star.simulator.received().size;
    await sql`update query set client_id = ${newId()} where id = ${id}`.execute(db());
    await goOn();
    await expect.poll(() => row(), soon).toEqual({ state: 'FAULTED', code: 'PERMIT_MISMATCH' });
    expect(star.simulator.received().size).toBe(before);
    expect(await audited()).toEqual([{ outcome: 'REFUSED', code: 'PERMIT_MISMATCH' }]);
  });

  it('of which no attempt can be noted is put aside, and does not take every turn after it', async () => {
    await sql`insert into query_attempt (query_id, attempt, x_road_id, service, request_bytes, sent_at)
      values (${id}, 1, ${newId()}, 'EE/GOV/70008440/rr/RR456/v1', 1, now())`.execute(db());
    await goOn();
    await others();
    expect(await row()).toEqual({ state: 'FAULTED', code: 'NOT_SENDABLE' });
    expect(await audited()).toEqual([{ outcome: 'REFUSED', code: 'NOT_SENDABLE' }]);
  });

  it('of a register that nobody works any more comes to an operator after an hour, not before', async () => {
    await sql`update query set registry = 'nowhere' where id = ${id}`.execute(db());
    await goOn();
    await others();
    expect((await row())?.state).toBe('QUEUED');
    star.clock.advance({ hours: 1, minutes: 1 });
    await expect.poll(() => row(), { timeout: 15_000, interval: 200 }).toEqual({ state: 'FAULTED', code: 'NOT_SENDABLE' });
    star.clock.set('2026-11-23T10:00:00Z');
  }, 30_000);

  it.each([
    ['a state that is none', sql`state = 'WAITING'`],
    ['a class that is none', sql`class = 0`],
    ['a wait without an end', sql`state = 'RETRY_WAIT', not_before = null`],
    ['a claim without an end', sql`state = 'SENT'`],
  ])('cannot be given %s', async (_what, change) => {
    await expect(sql`update query set ${change} where id = ${id}`.execute(db())).rejects.toThrow('violates check constraint');
    await goOn();
    await expect.poll(async () => (await row())?.state, soon).toBe('ANSWERED');
  });
});
