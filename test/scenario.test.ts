import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestGateway, type TestGateway } from './gateway.ts';
import { parcel } from './measure.ts';

type Worker = Awaited<ReturnType<TestGateway['worker']>>;
type Body = Readonly<Record<string, unknown>>;

/**
 * E2E-01 (domain, REQ-247): one family's case from the day they come to the day it is over, by the internal API alone, before the simulated X-Road.
 *
 * What the rooms to come add to it, each at its place below: the decision that determines the described measure, its payout and their automatic
 * actions; the case plan of the second proceeding, which here is opened, worked on and closed without one.
 */
let star: TestGateway;
let admin: Worker;
let mari: Worker;
beforeAll(async () => {
  star = await openTestGateway();
  admin = await star.worker({ roles: ['ADMIN'], name: 'Jaan Administraator' });
  mari = await star.worker({ name: 'Mari Maasikas' });
});
afterAll(() => star.close());

/** Calls, and takes nothing but the expected answer. */
async function done(status: number, call: ReturnType<Worker>): Promise<Body> {
  const answer = await call;
  if (answer.status !== status) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
const itemsOf = (body: Body) => body.items as readonly Body[];
const idOf = (body: unknown) => String((body as { id: string }).id);

/** What the municipality offers, from the law to the money: described before it can be determined. */
async function describeMeasure(): Promise<Body> {
  const basis = await done(
    201,
    admin('POST', '/api/v1/legal-bases', { act: 'Toetuste kord', title: 'Toetuste kord', section: '§ 3', wordedOn: '2026-01-01' }),
  );
  const budget = await done(
    201,
    admin('POST', '/api/v1/budgets', { name: 'Toetused 2026', amount: '5000.00', validFrom: '2026-01-01', validTo: '2026-12-31' }),
  );
  return done(201, admin('POST', '/api/v1/measures', { ...parcel(idOf(basis), idOf(budget)), name: 'Toidupakk' }));
}

async function enter(personalCode: string): Promise<string> {
  const { firstName, lastName } = star.country.find(personalCode) ?? { firstName: 'Näidis', lastName: 'Isik' };
  return idOf(await done(201, mari('POST', '/api/v1/clients', { personalCode, firstName, lastName })));
}

it('E2E-01, REQ-247, REQ-067, REQ-079: a family is helped, from the intake to the close', async () => {
  const measure = await describeMeasure();
  expect(itemsOf(await done(200, mari('GET', '/api/v1/measures')))).toMatchObject([{ id: measure.id, described: { name: 'Toidupakk' } }]);

  // The persons and who is around them.
  const [parentCode = '', childCode = ''] = [star.country.personae.UNEMPLOYED_PARENT, star.country.personae.CHILD];
  const [parent, child] = [await enter(parentCode), await enter(childCode)];
  await done(200, mari('PUT', `/api/v1/clients/${parent}/contacts`, { phone: '5123456', email: 'vanem@example.ee' }));

  // The intake, its proceeding, and the questions that the application is filled in with: one call.
  const registered = await done(
    201,
    mari('POST', '/api/v1/intakes', {
      kind: 'APPLICATION_BENEFIT',
      channel: 'IN_PERSON',
      problem: 'Töötuskindlustus lõppes, raha toiduks ei jätku.',
      subjects: [
        { clientId: parent, role: 'MAIN' },
        { clientId: child, role: 'FAMILY_MEMBER' },
      ],
      openProceeding: { kind: 'SIMPLE', prefill: { purpose: 'SUBSISTENCE_BENEFIT', month: '2026-11' } },
    }),
  );
  const [intakeId, proceedingId] = [idOf(registered.intake), idOf(registered.proceeding)];
  const path = `/api/v1/proceedings/${proceedingId}`;
  const { queryIds } = registered.prefill as { queryIds: readonly string[] };
  expect(queryIds.length).toBeGreaterThan(5);
  await done(
    200,
    mari('POST', `/api/v1/clients/${parent}/network`, {
      relation: 'NEIGHBOUR',
      role: 'hoiab võtit',
      person: { firstName: 'Naima', lastName: 'Naaber' },
    }),
  );
  await done(200, mari('PUT', `/api/v1/clients/${parent}/household`, { memberIds: [child] }));
  const situation = {
    actualAddress: { text: 'Pärna 4-2', country: 'EE', municipalityCode: '0567' },
    socialStatus: 'UNEMPLOYED_REGISTERED',
  };
  await done(200, mari('PATCH', `${path}/subjects/${parent}`, situation));

  // Registers answer, each by itself.
  const stateOf = async (id: string) => (await mari('GET', `/api/v1/queries/${id}`)).body.state;
  await expect
    .poll(async () => (await Promise.all(queryIds.map(stateOf))).filter((state) => state !== 'ANSWERED'), { timeout: 30_000 })
    .toEqual([]);
  const asked = await mari('POST', `${path}/queries?wait=20`, { type: 'RR.RELATED_PERSONS', subjectId: parent });
  expect(asked.body).toMatchObject({ state: 'ANSWERED', answer: { state: 'FOUND', source: { registry: 'rr' } } });
  const again = await done(200, mari('POST', `${path}/queries`, { type: 'RR.RELATED_PERSONS', subjectId: parent }));
  expect(again.servedFromCache).toBe(true);

  // What is brought, done and planned. (Here the decision will determine the measure, with its own automatic action.)
  const form = new FormData();
  form.set('kind', 'INCOME_PROOF');
  form.set('title', 'Pangaväljavõte');
  form.set('file', new Blob(['%PDF-1.7\nväljavõte\n%%EOF\n']), 'väljavõte.pdf');
  const brought = await mari.bring(`${path}/documents`, form);
  expect(brought.status).toBe(201);
  const documentId = idOf(await brought.json());
  const met = await done(201, mari('POST', `${path}/actions`, { kind: 'MEETING', text: 'Kohtumine teisipäeval' }));
  await done(201, mari('POST', `${path}/actions`, { kind: 'MEETING', text: 'Kohtumine esmaspäeval', correctionOf: met.id }));
  const planned = await done(201, mari('POST', `${path}/actions`, { kind: 'HOME_VISIT', text: 'Kodukülastus', dueInWorkingDays: 3 }));
  expect(itemsOf(await done(200, mari('GET', '/api/v1/me/actions')))).toMatchObject([{ id: planned.id, state: 'PLANNED' }]);
  await done(200, mari('PATCH', `${path}/actions/${planned.id}`, { doneAt: '2026-11-23T09:30:00Z' }));
  await done(201, mari('POST', `${path}/links`, { url: 'https://example.ee/kord', title: 'Toetuste kord' }));

  // What was asked stands in the course without anybody entering it.
  const actions = itemsOf(await done(200, mari('GET', `${path}/actions?limit=200`)));
  const automatic = actions.filter(({ origin }) => origin === 'AUTOMATIC').map(({ refs }) => (refs as { queryId: string }).queryId);
  expect(automatic).toEqual(expect.arrayContaining([...queryIds, asked.body.id]));

  // Suspended, it asks nothing; it goes on.
  await done(200, mari('POST', `${path}/suspend`));
  expect((await mari('POST', `${path}/queries`, { type: 'RR.RELATED_PERSONS', subjectId: child })).body.code).toBe('PROCEEDING_NOT_OPEN');
  await done(200, mari('POST', `${path}/resume`));
  const printed = await mari.take(`${path}/printout`);
  expect([
    printed.status,
    Buffer.from(await printed.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ]).toEqual([200, '%PDF-']);

  // The close: nobody opens what registers answered any more; what people brought and did stays.
  await done(200, mari('POST', `${path}/close`, { reason: 'SOLVED' }));
  for (const id of [...queryIds, String(asked.body.id)])
    expect([id, (await mari('GET', `/api/v1/queries/${id}`)).body.code]).toEqual([id, 'PURGED']);
  expect((await mari('POST', `${path}/queries`, { type: 'RR.RELATED_PERSONS', subjectId: parent })).body.code).toBe('PROCEEDING_NOT_OPEN');
  expect((await mari.take(`${path}/documents/${documentId}/content`)).status).toBe(200);
  expect((await done(200, mari('GET', `/api/v1/intakes/${intakeId}`))).intake).toMatchObject({ state: 'CLOSED' });
  const course = itemsOf(await done(200, mari('GET', `${path}/timeline?limit=200`))).map(({ kind }) => kind);
  expect(
    course.filter((kind) => ['INTAKE_REGISTERED', 'OPENED', 'DOCUMENT_ADDED', 'SUSPENDED', 'RESUMED', 'CLOSED'].includes(String(kind))),
  ).toEqual(['INTAKE_REGISTERED', 'OPENED', 'DOCUMENT_ADDED', 'SUSPENDED', 'RESUMED', 'CLOSED']);

  // What the family still needs becomes a case. (Here its plan will be made and looked back on.)
  const followed = await done(
    201,
    mari('POST', '/api/v1/intakes', {
      kind: 'APPLICATION_SERVICE',
      channel: 'OWN_INITIATIVE',
      problem: 'Pere vajab tugiisikut.',
      subjects: [
        { clientId: parent, role: 'MAIN' },
        { clientId: child, role: 'FAMILY_MEMBER' },
      ],
      openProceeding: { kind: 'CASE' },
    }),
  );
  const caseId = idOf(followed.proceeding);
  await done(201, mari('POST', `/api/v1/proceedings/${caseId}/actions`, { kind: 'ASSESSMENT', text: 'Pere abivajaduse hindamine' }));
  await done(200, mari('POST', `/api/v1/proceedings/${caseId}/close`, { reason: 'SOLVED' }));

  // The file has it all: who they are, who is around them, what was done for them and where.
  const file = await done(200, mari('GET', `/api/v1/clients/${parent}`));
  expect(file).toMatchObject({
    contacts: { phone: '+3725123456' },
    network: [{ relation: 'NEIGHBOUR', firstName: 'Naima' }],
    household: [{ clientId: child }],
  });
  const history = itemsOf(await done(200, mari('GET', `/api/v1/clients/${parent}/history`)));
  expect(history.filter(({ kind }) => kind === 'PROCEEDING').map(({ content }) => (content as { kind: string }).kind)).toEqual([
    'CASE',
    'SIMPLE',
  ]);
}, 120_000);
