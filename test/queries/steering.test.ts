import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Call, openProceeding, openTestGateway, type TestGateway } from '../gateway.ts';

const RR = 'RR.RESIDENCES_DOCS_RELATIONS';

describe('what operators set for a register', () => {
  let star: TestGateway;
  let mari: Call;
  let anu: Call;
  beforeAll(async () => {
    star = await openTestGateway();
    mari = await star.worker();
    anu = await star.worker({ institution: '70009770', kind: 'TEHIK', roles: ['TEHIK_OPS'] });
  });
  afterAll(() => star.close());

  const ask = async (wait = 0) => {
    const proceeding = await openProceeding(mari, [star.country.personae.EMPLOYED_PARENT ?? '']);
    const { body } = await mari('POST', `/api/v1/proceedings/${proceeding.id}/queries?wait=${wait}`, {
      type: RR,
      subjectId: proceeding.subjects[0],
    });
    return String(body.id);
  };
  const query = async (id: string) => (await mari('GET', `/api/v1/queries/${id}`)).body;
  const rr = async () => {
    const { body } = await anu('GET', '/console/api/registries');
    return (
      body.items as { registry: string; effectiveConcurrency: number; nextMaintenance: object; maintenance: { id: string }[] }[]
    ).find(({ registry }) => registry === 'rr');
  };
  const soon = { timeout: 10_000, interval: 100 };
  const plan = (body: object, registry = 'rr') => anu('POST', `/console/api/registries/${registry}/maintenance`, body);

  it('a pause outlives a queue that has forgotten it', async () => {
    await anu('POST', '/console/api/registries/rr/pause');
    await sql`delete from bullmq.meta where queue = 'rr' and field = 'paused'`.execute(star.gateway.database.db);
    await expect
      .poll(async () => {
        const { rows } = await sql`select 1 from bullmq.meta where queue = 'rr' and field = 'paused' and value = '1'`.execute(
          star.gateway.database.db,
        );
        return rows.length;
      }, soon)
      .toBe(1);
    await anu('POST', '/console/api/registries/rr/resume');
  });

  // The clock stands on Monday, 12:00 in Tallinn.
  it('maintenance within STAR’s own hours is refused, unless it is an emergency', async () => {
    const window = { from: '2026-11-23T10:00:00Z', until: '2026-11-23T12:05:00Z', reason: 'kettavahetus' };
    expect(await plan(window)).toMatchObject({ status: 409, body: { code: 'MAINTENANCE_IN_OPENING_HOURS' } });
    expect(await plan({ ...window, until: window.from, emergency: true })).toMatchObject({
      status: 422,
      body: { code: 'MAINTENANCE_WINDOW_INVALID' },
    });
    expect(await plan({ ...window, emergency: true }, 'nowhere')).toMatchObject({ status: 404, body: { code: 'REGISTRY_UNKNOWN' } });
    const { rows } = await sql<{ code: string }>`
      select code from audit_event where action = 'OPERATION_REFUSED' order by id`.execute(star.gateway.database.db);
    expect(rows.map(({ code }) => code)).toEqual(['MAINTENANCE_IN_OPENING_HOURS', 'MAINTENANCE_WINDOW_INVALID', 'REGISTRY_UNKNOWN']);
  });

  it('in a window nothing leaves: the worker reads when it is likely to, and what waits goes when the window is taken back', async () => {
    const window = { from: '2026-11-23T09:00:00Z', until: '2026-11-23T12:05:00Z' };
    const { status, body } = await plan({ ...window, reason: 'kettavahetus', emergency: true });
    expect(status).toBe(201);
    await expect.poll(async () => (await rr())?.nextMaintenance, soon).toEqual(window);
    const before = star.simulator.received().size;
    let id = '';
    // Workers look every two seconds.
    await expect
      .poll(async () => {
        id = await ask(1);
        return (await query(id)).answer;
      }, soon)
      .toMatchObject({ state: 'UNAVAILABLE', code: 'PLANNED_MAINTENANCE', retryAt: expect.stringMatching(/^2026-11-23T12:05:0/) });
    const received = star.simulator.received().size;
    await ask(1);
    expect(star.simulator.received().size).toBe(received);
    expect(received).toBeGreaterThanOrEqual(before);
    expect(await anu('DELETE', `/console/api/registries/rr/maintenance/${body.id}`)).toMatchObject({ status: 200 });
    expect(await anu('DELETE', `/console/api/registries/rr/maintenance/${body.id}`)).toMatchObject({
      body: { code: 'MAINTENANCE_UNKNOWN' },
    });
    await expect.poll(async () => (await query(id)).state, { timeout: 20_000, interval: 200 }).toBe('ANSWERED');
  }, 60_000);

  it('whoever looks at what is under way reads when an answer is likely, and from when on nobody need wait for it', async () => {
    await anu('POST', '/console/api/registries/rr/pause');
    const id = await ask();
    expect((await query(id)).outlook).toEqual({ likelyAt: null, backgroundFrom: '2026-11-23T10:01:00Z' });
    await anu('POST', '/console/api/registries/rr/resume');
    star.simulator.knobs('rr').latencyMs = 1000;
    const later = await ask();
    expect((await query(later)).outlook).toMatchObject({ likelyAt: expect.stringMatching(/^2026-11-23T10:00:/) });
    for (const asked of [id, later]) await expect.poll(async () => (await query(asked)).state, soon).toBe('ANSWERED');
    star.simulator.knobs('rr').latencyMs = 0;
    expect((await query(later)).outlook).toBeNull();
  }, 30_000);

  it('how many exchanges run at a time is what was set, within seconds', async () => {
    const set = (concurrency: number | null) =>
      anu('PUT', '/console/api/registries/rr/concurrency', { concurrency, reason: 'register palus' });
    expect(await rr()).toMatchObject({ concurrency: 8, effectiveConcurrency: 8, workers: 1 });
    expect(await set(2)).toMatchObject({ status: 200 });
    await expect.poll(rr, soon).toMatchObject({ concurrency: 2, effectiveConcurrency: 2 });
    star.simulator.knobs('rr').latencyMs = 400;
    const ids = await Promise.all(Array.from({ length: 6 }, () => ask()));
    await expect.poll(async () => (await rr())?.effectiveConcurrency, soon).toBe(2);
    const { rows } = await sql<{ running: number }>`select count(*) as running from query where state = 'SENT'`.execute(
      star.gateway.database.db,
    );
    expect(Number(rows[0]?.running)).toBeLessThanOrEqual(2);
    star.simulator.knobs('rr').latencyMs = 0;
    for (const id of ids) await expect.poll(async () => (await query(id)).state, soon).toBe('ANSWERED');
    expect(await set(null)).toMatchObject({ status: 200 });
    await expect.poll(rr, soon).toMatchObject({ concurrency: 8, effectiveConcurrency: 8 });
    const { rows: lines } = await sql<{ details: object }>`
      select details from audit_event where action = 'REGISTRY_CONCURRENCY_SET' order by id`.execute(star.gateway.database.db);
    expect(lines.map(({ details }) => details)).toEqual([
      { reason: 'register palus', concurrency: 2 },
      { reason: 'register palus', concurrency: null },
    ]);
  }, 60_000);
});
