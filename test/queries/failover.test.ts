import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openProceeding, openTestGateway, type TestGateway } from '../gateway.ts';
import { redisIsThere, startSentinels, type TestSentinels } from '../redis.ts';

describe.runIf(redisIsThere('the failover of a Redis'))('with queue and cache behind Sentinels', () => {
  let redis: TestSentinels;
  let star: TestGateway;
  beforeAll(async () => {
    redis = await startSentinels();
    star = await openTestGateway({ redis: redis.address });
  });
  afterAll(async () => {
    await star.close();
    await redis.stop();
  });

  it('loses no query and sends none twice when the master dies under load', async () => {
    const mari = await star.worker();
    const person = star.country.personae.EMPLOYED_PARENT ?? '';
    star.simulator.knobs('rr').latencyMs = 50;
    // The person's file is opened once, before many look for it at once.
    await openProceeding(mari, [person]);
    const accepted: string[] = [];
    let goesOn = true;
    const ask = async () => {
      while (goesOn) {
        const proceeding = await openProceeding(mari, [person]);
        const question = { type: 'RR.RESIDENCES_DOCS_RELATIONS', subjectId: proceeding.subjects[0] };
        const { status, body } = await mari('POST', `/api/v1/proceedings/${proceeding.id}/queries`, question);
        expect(status).toBe(202);
        accepted.push(String(body.id));
        await sleep(20);
      }
    };
    const load = Promise.all(Array.from({ length: 4 }, ask));
    await sleep(1000);
    const before = accepted.length;
    await redis.killMaster();
    await sleep(1000);
    goesOn = false;
    await load;
    expect(accepted.length).toBeGreaterThan(before);

    // The gateway's clock stands still: what the dead master took with it is found to be lost when it moves on.
    const open = async () => {
      star.clock.advance({ seconds: 10 });
      const { rows } = await sql<{ state: string }>`select distinct state from query`.execute(star.gateway.database.db);
      return rows.map(({ state }) => state);
    };
    await expect.poll(open, { timeout: 60_000, interval: 1000 }).toEqual(['ANSWERED']);
    const { rows } = await sql<{ id: string; answered: number }>`
      select object_id as id, count(*)::int as answered from audit_event where action = 'QUERY_ANSWERED' group by object_id`.execute(
      star.gateway.database.db,
    );
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(accepted));
    expect(rows.filter(({ answered }) => answered !== 1)).toEqual([]);
    expect([...star.simulator.received().values()].filter((times) => times !== 1)).toEqual([]);
    expect(star.simulator.received().size).toBe(accepted.length);
  }, 120_000);
});
