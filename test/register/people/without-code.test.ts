import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestGateway, type TestGateway } from '../../gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());

it('REQ-147: a proceeding is opened on somebody without a personal code, and no register is asked about them', async () => {
  const mari = await gateway.worker();
  const person = { notInPopulationRegister: true, firstName: 'Aisha', lastName: 'Noor', sex: 'FEMALE', citizenship: 'UA' };
  const { id: subjectId } = (await mari('POST', '/api/v1/clients', person)).body;
  const { body } = await mari('POST', '/api/v1/intakes', {
    kind: 'APPLICATION_BENEFIT',
    channel: 'IN_PERSON',
    problem: 'Toimetulek',
    subjects: [{ clientId: subjectId, role: 'MAIN' }],
    openProceeding: { kind: 'SIMPLE' },
  });
  const { id } = body.proceeding as { id: string };
  const question = { type: 'RR.RESIDENCES_DOCS_RELATIONS', subjectId };
  expect(await mari('POST', `/api/v1/proceedings/${id}/queries`, question)).toMatchObject({
    status: 409,
    body: { code: 'NO_PERSONAL_CODE' },
  });
  expect(gateway.simulator.received().size).toBe(0);

  // Once they have got a code, the file under it takes up the one without: the proceeding goes on, and may be asked in.
  const personalCode = gateway.country.people[0]?.personalCode;
  const { id: coded } = (await mari('POST', '/api/v1/clients', { personalCode, firstName: 'Aisha', lastName: 'Noor' })).body;
  const justification = 'Isik sai rahvastikuregistrist isikukoodi.';
  expect((await mari('POST', `/api/v1/clients/${coded}/mergers`, { mergedId: subjectId, justification })).status).toBe(200);
  const asked = await mari('POST', `/api/v1/proceedings/${id}/queries?wait=10`, { ...question, subjectId: coded });
  expect(asked).toMatchObject({ status: 200, body: { state: 'ANSWERED' } });
});
