import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { callAt, openProceeding, openTestGateway } from '../gateway.ts';
import { hire } from '../town.ts';

/** The gateway would wait for this caller's patience, and be ended by force before. */
it('does not wait for callers who keep their connection after the last answer', async () => {
  const star = await openTestGateway();
  const mari = await star.worker();
  const proceeding = await openProceeding(mari, [star.country.personae.EMPLOYED_PARENT ?? '']);
  star.simulator.knobs('rr').latencyMs = 1_500;
  const session = await star.call('POST', '/api/v1/sessions', { username: mari.worker.username, password: mari.worker.password });
  const patient = new Agent({ keepAlive: true, maxSockets: 1 });
  const waiting = request(`${star.gateway.url}/api/v1/proceedings/${proceeding.id}/queries?wait=10`, {
    agent: patient,
    method: 'POST',
    headers: { authorization: `Bearer ${session.body.token}`, 'content-type': 'application/json' },
  });
  waiting.end(JSON.stringify({ type: 'RR.RESIDENCES_DOCS_RELATIONS', subjectId: proceeding.subjects[0] }));
  const answered = once(waiting, 'response');
  await expect.poll(() => star.simulator.arrivals().length, { timeout: 10_000 }).toBe(1);
  const closed = star.close();
  const [answer]: IncomingMessage[] = await answered;
  expect(answer?.statusCode).toBeLessThan(300);
  answer?.resume();
  await closed;
  patient.destroy();
});

it('leads through the first sign-in at the console’s own door too, where there is no internal API', async () => {
  const star = await openTestGateway({ roles: ['console'] });
  const { database, url } = star.gateway;
  const anu = await hire(database, { username: 'anu', roles: ['TEHIK_OPS'], institution: '70009770', kind: 'TEHIK', serial: 1 });
  await sql`update app_user set password_own_since = null, profile_filled = false where id = ${anu.userId}`.execute(database.db);
  await sql`delete from terms_acceptance where user_id = ${anu.userId}`.execute(database.db);
  const session = await star.call('POST', '/api/v1/sessions', { username: anu.username, password: anu.password });
  const call = callAt(url, { authorization: `Bearer ${session.body.token}` });
  expect((await call('GET', '/console/api/registries')).body).toMatchObject({ code: 'PASSWORD_CHANGE_REQUIRED' });
  expect((await call('POST', '/api/v1/me/password', { current: anu.password, password: 'Enda valitud 1' })).status).toBe(200);
  expect((await call('POST', `/api/v1/me/terms/${(await call('GET', '/api/v1/terms')).body.version}`)).status).toBe(200);
  const levels = (await call('GET', '/api/v1/classifiers/EDUCATION_LEVEL/values')).body.items as { code: string }[];
  const contacts = { email: 'anu@tehik.example', phone: '+372 5555 0001' };
  expect((await call('PUT', '/api/v1/me/profile', { educationLevel: levels[0]?.code, contacts })).status).toBe(200);
  expect((await call('GET', '/console/api/registries')).status).toBe(200);
  await star.close();
});

it('lets other registers’ requests through at a port that it shares with the internal API', async () => {
  const star = await openTestGateway();
  const reply = await fetch(`${star.gateway.url}/xroad/soap`, { method: 'POST', headers: { 'content-type': 'text/xml' }, body: '<x/>' });
  expect(reply.headers.get('content-type')).toContain('text/xml');
  expect(await reply.text()).toContain('Fault');
  await star.close();
});
