import { form, PDF } from '../../../register/documents/desk.ts';
import type { Ground } from '../ground.ts';
import type { GoodCalls } from './good-call.ts';

const ADDRESS = { text: 'Pikk 1', country: 'EE', municipalityCode: '0567', adsOid: 'ME03379409' };
const CONTACT = { name: 'Naaber', relation: 'Naaber', phone: '+372 5555 0003', email: 'naaber@naidis.example' };
const REASON = { reason: 'Isik kolis' };
const PLAN = { kind: 'HOME_VISIT', text: 'Kodukülastus', plannedFor: '2026-12-01T10:00:00Z' };
const LATER = '2026-11-30T10:00:00Z';

/** An open proceeding, and who works on it. */
async function open({ mari, proceeding }: Ground) {
  const { id } = await proceeding();
  return { as: mari, params: { id } };
}

async function registered({ mari, intake }: Ground) {
  return { as: mari, params: { id: (await intake()).id } };
}

/** An offer to the neighbouring municipality. */
const offer = async (ground: Ground) =>
  ground.make(ground.mari, `/proceedings/${(await ground.proceeding()).id}/transfers`, {
    institutionId: ground.neighbour.worker.institutionId,
    ...REASON,
  });

/** Something planned in an open proceeding. */
async function planned(ground: Ground) {
  const { as, params } = await open(ground);
  return { as, params: { ...params, actionId: await ground.make(as, `/proceedings/${params.id}/actions`, PLAN) } };
}

export const PROCEEDINGS: GoodCalls = {
  'POST /api/v1/intakes': async ({ mari, client }) => ({
    as: mari,
    body: {
      kind: 'APPLICATION_BENEFIT',
      channel: 'PHONE',
      problem: 'Toimetulek',
      contactPerson: CONTACT,
      actualAddress: ADDRESS,
      subjects: [{ clientId: await client(), role: 'MAIN' }],
      openProceeding: { kind: 'SIMPLE' },
    },
  }),
  'PATCH /api/v1/intakes/{id}': async (ground) => ({
    ...(await registered(ground)),
    body: { channel: 'EMAIL', problem: 'Toimetulek ja eluase', contactPerson: CONTACT, actualAddress: ADDRESS },
  }),
  'POST /api/v1/intakes/{id}/open': async (ground) => ({ ...(await registered(ground)), body: { kind: 'SIMPLE' } }),
  async 'POST /api/v1/intakes/{id}/link'({ mari, made, proceeding }) {
    const { id: proceedingId, clientId } = await proceeding();
    const { intake } = await made(mari, '/intakes', {
      kind: 'OTHER',
      channel: 'PHONE',
      problem: 'Lisaks',
      subjects: [{ clientId, role: 'MAIN' }],
    });
    return { as: mari, params: { id: String((intake as { id: string }).id) }, body: { proceedingId } };
  },
  'POST /api/v1/intakes/{id}/redirect': async (ground) => ({
    ...(await registered(ground)),
    body: { institutionId: ground.neighbour.worker.institutionId, ...REASON },
  }),
  'POST /api/v1/intakes/{id}/annul': async (ground) => ({ ...(await registered(ground)), body: REASON }),
  'POST /api/v1/self-service/applications': async ({ citizen }) => ({
    as: await citizen(),
    body: { kind: 'APPLICATION_BENEFIT', problem: 'Toimetulek', municipality: '0567' },
  }),
  'POST /api/v1/proceedings/{id}/close': async (ground) => ({ ...(await open(ground)), body: { reason: 'SOLVED' } }),
  'POST /api/v1/proceedings/{id}/suspend': (ground) => open(ground),
  async 'POST /api/v1/proceedings/{id}/resume'(ground) {
    const call = await open(ground);
    await ground.make(call.as, `/proceedings/${call.params.id}/suspend`);
    return call;
  },
  async 'POST /api/v1/proceedings/{id}/reopen'(ground) {
    const call = await open(ground);
    await ground.make(call.as, `/proceedings/${call.params.id}/close`, { reason: 'SOLVED' });
    return { ...call, body: REASON };
  },
  'POST /api/v1/proceedings/{id}/assign': async (ground) => ({
    ...(await open(ground)),
    body: { workerId: ground.kalle.worker.userId },
  }),
  'POST /api/v1/proceedings/{id}/subjects': async (ground) => ({
    ...(await open(ground)),
    body: { clientId: await ground.client(), role: 'FAMILY_MEMBER' },
  }),
  async 'PATCH /api/v1/proceedings/{id}/subjects/{clientId}'({ mari, proceeding }) {
    const { id, clientId } = await proceeding();
    return { as: mari, params: { id, clientId }, body: { actualAddress: ADDRESS, socialStatus: 'EMPLOYED' } };
  },
  'POST /api/v1/proceedings/{id}/transfers': async (ground) => ({
    ...(await open(ground)),
    body: { institutionId: ground.neighbour.worker.institutionId, ...REASON },
  }),
  'POST /api/v1/transfers/{id}/accept': async (ground) => ({ as: ground.neighbour, params: { id: await offer(ground) } }),
  'POST /api/v1/transfers/{id}/refuse': async (ground) => ({ as: ground.neighbour, params: { id: await offer(ground) }, body: REASON }),
  'POST /api/v1/transfers/{id}/withdraw': async (ground) => ({ as: ground.mari, params: { id: await offer(ground) } }),
  'POST /api/v1/proceedings/{id}/actions': async (ground) => ({
    ...(await open(ground)),
    body: { ...PLAN, assigneeId: ground.kalle.worker.userId },
  }),
  'PATCH /api/v1/proceedings/{id}/actions/{actionId}': async (ground) => ({
    ...(await planned(ground)),
    body: { kind: 'CALL', text: 'Kõne', plannedFor: LATER, assigneeId: ground.kalle.worker.userId },
  }),
  'DELETE /api/v1/proceedings/{id}/actions/{actionId}': (ground) => planned(ground),
  'POST /api/v1/proceedings/{id}/links': async (ground) => ({
    ...(await open(ground)),
    body: { url: 'https://naidis.example/', title: 'Leht' },
  }),
  'POST /api/v1/proceedings/{id}/documents': async (ground) => ({
    ...(await open(ground)),
    body: { title: 'Avaldus', kind: 'APPLICATION' },
  }),
  async 'POST /api/v1/proceedings/{id}/documents/{documentId}/withdraw'(ground) {
    const { params } = await open(ground);
    const path = `/api/v1/proceedings/${params.id}/documents`;
    const brought = await ground.mari.bring(path, form(PDF, { title: 'Avaldus', kind: 'APPLICATION' }));
    const { id } = (await brought.json()) as { id: string };
    return { as: ground.mari, params: { ...params, documentId: id }, body: { reason: 'Vale isiku oma' } };
  },
  'POST /api/v1/proceedings/{id}/letters': async (ground) => ({
    ...(await open(ground)),
    body: {
      to: 'isik@naidis.example',
      subject: 'Kutse',
      text: 'Palun tulge.',
      attachments: [{ name: 'kutse.txt', content: Buffer.from('Palun tulge.').toString('base64') }],
    },
  }),
  async 'POST /api/v1/emergency-access'({ neighbour, proceeding }) {
    const { no } = await proceeding();
    return { as: neighbour, body: { proceedingNo: no, justification: 'Laps on ohus, abi on vaja kohe.' } };
  },
  'POST /api/v1/emergency-access/{id}/approve': async (ground) => ({ as: ground.mari, params: { id: await asked(ground) } }),
  'POST /api/v1/emergency-access/{id}/refuse': async (ground) => ({ as: ground.mari, params: { id: await asked(ground) } }),
  async 'POST /api/v1/emergency-access/{id}/end'(ground) {
    const id = await asked(ground);
    await ground.make(ground.mari, `/emergency-access/${id}/approve`);
    return { as: ground.kalle, params: { id } };
  },
};

/** That Kalle wants to be let into a proceeding of the neighbours’; Mari decides. */
async function asked({ kalle, neighbour, make, proceeding }: Ground) {
  const { no } = await proceeding(neighbour);
  return make(kalle, '/emergency-access', { proceedingNo: no, justification: 'Laps on ohus, abi on vaja kohe.' });
}
