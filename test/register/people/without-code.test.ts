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
});
