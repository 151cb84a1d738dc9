import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Call, openTestGateway, type TestGateway } from '../../gateway.ts';

let star: TestGateway;
let mari: Call;
beforeAll(async () => {
  star = await openTestGateway({ concurrency: 4 });
  mari = await star.worker();
});
afterAll(() => star.close());

async function client(persona: string): Promise<string> {
  const personalCode = star.country.personae[persona] ?? '';
  const entered = await mari('POST', '/api/v1/clients', { personalCode, firstName: 'Näidis', lastName: 'Isik' });
  return String(entered.body.id);
}
const intakeOn = (clientId: string, openProceeding: object) => ({
  kind: 'APPLICATION_BENEFIT',
  channel: 'IN_PERSON',
  problem: 'Toimetulek',
  subjects: [{ clientId, role: 'MAIN' }],
  openProceeding,
});
const prefill = { purpose: 'SUBSISTENCE_BENEFIT', month: '2026-11' };

it('REQ-002: one call registers an intake, opens its proceeding and asks all that the application is filled in with', async () => {
  const clientId = await client('EMPLOYED_PARENT');
  const headers = { 'idempotency-key': 'in-one-call' };
  const { status, body } = await mari('POST', '/api/v1/intakes', intakeOn(clientId, { kind: 'SIMPLE', prefill }), headers);
  expect({ status, body }).toMatchObject({
    status: 201,
    body: { intake: { id: expect.any(String) }, proceeding: { id: expect.any(String) } },
  });
  const { queryIds } = body.prefill as { queryIds: string[] };
  expect(queryIds).toHaveLength(6);
  const asked = await mari('GET', `/api/v1/queries/${queryIds[0]}`);
  expect(asked).toMatchObject({ status: 200, body: { subjectId: clientId } });
  const again = await mari('POST', '/api/v1/intakes', intakeOn(clientId, { kind: 'SIMPLE', prefill }), headers);
  expect(again.body).toMatchObject({ prefill: { queryIds } });
});

it('and registers nothing where the questions may not be asked', async () => {
  const clientId = await client('LONE_PENSIONER');
  const refused = await mari('POST', '/api/v1/intakes', intakeOn(clientId, { kind: 'GUARDIANSHIP', prefill }));
  expect(refused).toMatchObject({ status: 403, body: { code: 'QUERY_NOT_ALLOWED_FOR_PROCEEDING_TYPE' } });
  expect((await mari('GET', '/api/v1/intakes')).body.items).toEqual([]);
  const unknown = await mari(
    'POST',
    '/api/v1/intakes',
    intakeOn(clientId, { kind: 'SIMPLE', prefill: { ...prefill, purpose: 'HOUSING' } }),
  );
  expect(unknown.body).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ pointer: '/openProceeding/prefill/purpose', code: 'ENUM' }] });
});

it('REQ-173: data may be checked once the intake is registered, and not before', async () => {
  const clientId = await client('PUPIL');
  const other = await mari('POST', '/api/v1/intakes', intakeOn(await client('SELF_EMPLOYED'), { kind: 'SIMPLE' }));
  const ask = (proceedingId: string) =>
    mari('POST', `/api/v1/proceedings/${proceedingId}/queries`, { type: 'RR.RESIDENCES_DOCS_RELATIONS', subjectId: clientId });
  const before = await ask((other.body.proceeding as { id: string }).id);
  expect(before).toMatchObject({ status: 422, body: { code: 'SUBJECT_NOT_IN_PROCEEDING' } });
  const { body } = await mari('POST', '/api/v1/intakes', intakeOn(clientId, { kind: 'SIMPLE' }));
  expect((await ask((body.proceeding as { id: string }).id)).status).toBe(202);
});

const RESIDENCES = 'RR.RESIDENCES_DOCS_RELATIONS';
const ask = (call: Call, proceedingId: string, subjectId: string) =>
  call('POST', `/api/v1/proceedings/${proceedingId}/queries?wait=20`, { type: RESIDENCES, subjectId });

async function answered(persona: string): Promise<{ id: string; clientId: string; queryId: string }> {
  const clientId = await client(persona);
  const { body } = await mari('POST', '/api/v1/intakes', intakeOn(clientId, { kind: 'SIMPLE' }));
  const { id } = body.proceeding as { id: string };
  const answer = await ask(mari, id, clientId);
  expect(answer).toMatchObject({ status: 200, body: { state: 'ANSWERED' } });
  return { id, clientId, queryId: String(answer.body.id) };
}

it('what was answered before a proceeding was closed stays gone when it is reopened, and may be asked again', async () => {
  const { id, clientId, queryId } = await answered('ADOPTED');
  await mari('POST', `/api/v1/proceedings/${id}/close`, { reason: 'SOLVED' });
  expect((await ask(mari, id, clientId)).body).toMatchObject({ code: 'PROCEEDING_NOT_OPEN' });
  expect((await mari('POST', `/api/v1/proceedings/${id}/reopen`, { reason: 'Pöördus samas asjas' })).status).toBe(200);
  expect((await mari('GET', `/api/v1/queries/${queryId}`)).body).toMatchObject({ code: 'PURGED' });
  const again = await ask(mari, id, clientId);
  expect(again).toMatchObject({ status: 200, body: { state: 'ANSWERED', servedFromCache: false } });
  expect(again.body.id).not.toBe(queryId);
  expect((await mari('GET', `/api/v1/queries/${again.body.id}`)).status).toBe(200);
  expect((await mari('GET', `/api/v1/queries/${queryId}`)).body).toMatchObject({ code: 'PURGED' });
}, 60_000);

it('what one institution was answered another that takes the proceeding over cannot read, and may ask itself', async () => {
  const { id, clientId, queryId } = await answered('UNDER_CUSTODY');
  const peeter = await star.worker({ institution: '70000740' });
  const { institutionId } = peeter.worker;
  const offered = await mari('POST', `/api/v1/proceedings/${id}/transfers`, { institutionId, reason: 'Isik kolis' });
  expect((await ask(peeter, id, clientId)).status).toBe(404);
  expect((await peeter('POST', `/api/v1/transfers/${offered.body.id}/accept`)).body).toMatchObject({ state: 'ACCEPTED' });
  expect((await peeter('GET', `/api/v1/queries/${queryId}`)).body).toMatchObject({ code: 'PURGED' });
  expect((await mari('GET', `/api/v1/queries/${queryId}`)).status).toBe(404);
  expect((await ask(mari, id, clientId)).status).toBe(404);
  expect(await ask(peeter, id, clientId)).toMatchObject({ status: 200, body: { state: 'ANSWERED', servedFromCache: false } });
}, 60_000);
