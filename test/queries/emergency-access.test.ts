import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Call, callAt, openProceeding, openTestGateway, type TestGateway } from '../gateway.ts';
import type { Worker } from '../town.ts';

const RR = 'RR.RESIDENCES_DOCS_RELATIONS';
const REASON = 'Isik on ohus, tema menetlus on teises vallas.';

let star: TestGateway;
let owner: Call;
let guest: Call & { worker: Worker };
let admin: Call & { worker: Worker };
let proceeding: { id: string; subjects: readonly string[] };
let no: string;
beforeAll(async () => {
  star = await openTestGateway();
  owner = await star.worker({ institution: '70008440' });
  guest = await star.worker();
  admin = await star.worker({ roles: ['ADMIN'] });
  proceeding = await openProceeding(owner, [star.country.personae.EMPLOYED_PARENT ?? '']);
  no = String((await owner('GET', `/api/v1/proceedings/${proceeding.id}`)).body.no);
});
afterAll(() => star.close());

/** Signs in anew: an hour is longer than a session that idles. */
async function again({ username, password }: Worker): Promise<Call> {
  const session = await star.call('POST', '/api/v1/sessions', { username, password });
  return callAt(star.gateway.url, { authorization: `Bearer ${session.body.token}` });
}

async function letIn(): Promise<string> {
  const asked = await guest('POST', '/api/v1/emergency-access', { proceedingNo: no, justification: REASON });
  await admin('POST', `/api/v1/emergency-access/${asked.body.id}/approve`);
  return String(asked.body.id);
}

const ask = (call: Call, type = RR, more: object = {}, wait = 10) =>
  call('POST', `/api/v1/proceedings/${proceeding.id}/queries?wait=${wait}`, { type, subjectId: proceeding.subjects[0], ...more });

describe('somebody who is let into a proceeding', () => {
  it('was not there before, nor while the request waits', async () => {
    for (let tries = 0; tries < 2; tries++) {
      expect((await guest('GET', `/api/v1/proceedings/${proceeding.id}`)).status).toBe(404);
      expect((await ask(guest)).status).toBe(404);
      expect((await guest('GET', `/api/v1/clients/${proceeding.subjects[0]}`)).status).toBe(404);
      await guest('POST', '/api/v1/emergency-access', { proceedingNo: no, justification: REASON });
    }
  });

  it('sees it, its course and its people, asks and reads, and none of it by heart: everything is logged under the guest', async () => {
    const id = await letIn();
    expect((await guest('GET', `/api/v1/proceedings/${proceeding.id}`)).body).toMatchObject({ no });
    expect((await guest('GET', `/api/v1/proceedings/${proceeding.id}/actions`)).status).toBe(200);
    expect((await guest('GET', `/api/v1/clients/${proceeding.subjects[0]}`)).status).toBe(200);
    const answered = await ask(guest);
    expect(answered).toMatchObject({ status: 200, body: { answer: { state: 'FOUND' } } });
    expect((await guest('GET', `/api/v1/queries/${answered.body.id}`)).status).toBe(200);
    const { rows } = await sql<{ action: string; object_id: string }>`
      select distinct action from audit_event where user_id = ${guest.worker.userId} and proceeding_id = ${proceeding.id} order by action`.execute(
      star.gateway.database.db,
    );
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['ANSWER_READ', 'CLIENT_READ', 'EMERGENCY_ACCESS_ASKED', 'EMERGENCY_ACCESS_USED', 'QUERY_ASKED']),
    );
    const course = await owner('GET', `/api/v1/proceedings/${proceeding.id}/actions`);
    expect(course.body.items).toContainEqual(expect.objectContaining({ kind: 'NOTICE', performedBy: guest.worker.userId }));
    expect((await guest('POST', `/api/v1/emergency-access/${id}/end`)).body).toMatchObject({ state: 'ENDED' });
    expect((await ask(guest)).status).toBe(404);
  });

  it('changes nothing in it: not its state, not its course, nothing at a register', async () => {
    await letIn();
    expect((await guest('POST', `/api/v1/proceedings/${proceeding.id}/close`, { reason: 'SOLVED' })).status).toBe(404);
    expect((await guest('POST', `/api/v1/proceedings/${proceeding.id}/suspend`)).status).toBe(404);
    expect((await guest('POST', `/api/v1/proceedings/${proceeding.id}/actions`, { kind: 'NOTE', text: 'Käisin' })).status).toBe(404);
    const types = (await guest('GET', '/api/v1/query-types')).body.items as { code: string; effect: string }[];
    const entry = types.find(({ effect }) => effect === 'WRITE')?.code ?? '';
    expect((await ask(guest, entry)).body).toMatchObject({ code: 'WRITE_NOT_BY_GUEST', status: 403 });
    expect((await guest('GET', `/api/v1/proceedings/${proceeding.id}/events`)).status).toBe(404);
  });

  it('has no more rights than their role and the proceeding’s purpose give', async () => {
    expect((await ask(guest, 'RR.CUSTODY')).body).toMatchObject({ code: 'QUERY_NOT_ALLOWED_FOR_PROCEEDING_TYPE' });
    const other = await openProceeding(owner, [star.country.personae.LONE_PENSIONER ?? '']);
    expect((await guest('GET', `/api/v1/proceedings/${other.id}`)).status).toBe(404);
  });

  it('is out again after an hour, and what they asked does not leave any more', async () => {
    const access = await letIn();
    const { rows: until } = await sql<{ ends_at: Date }>`select ends_at from emergency_access where id = ${access}`.execute(
      star.gateway.database.db,
    );
    expect(until[0]?.ends_at.toISOString()).toBe(new Date(star.clock.now().epochMilliseconds + 3_600_000).toISOString());
    // Paused while it is asked, so that it leaves after the hour.
    const operator = await star.worker({ username: 'operaator', roles: ['TEHIK_OPS'], institution: '70009770', kind: 'TEHIK' });
    await operator('POST', '/console/api/registries/ehis/pause');
    const waits = await ask(guest, 'EHIS.STUDIES', {}, 0);
    expect(waits.status).toBe(202);
    star.clock.advance({ minutes: 60 });
    const back = await again(guest.worker);
    expect((await back('GET', `/api/v1/proceedings/${proceeding.id}`)).status).toBe(404);
    expect((await ask(back)).status).toBe(404);
    await (await again(operator.worker))('POST', '/console/api/registries/ehis/resume');
    const { rows } = await settledAs(String(waits.body.id));
    expect(rows).toMatchObject([{ state: 'CANCELLED', code: 'PERMIT_WITHDRAWN' }]);
  });
});

async function settledAs(id: string) {
  for (let tries = 0; tries < 200; tries++) {
    const found = await sql<{ state: string; code: string | null }>`select state, code from query where id = ${id}`.execute(
      star.gateway.database.db,
    );
    if (found.rows[0]?.state !== 'QUEUED') return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it was never settled');
}
