import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { expect, it } from 'vitest';
import { openProceeding, openTestGateway } from '../gateway.ts';

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
