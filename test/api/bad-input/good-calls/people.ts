import { personalCode } from '../../../town.ts';
import type { Ground } from '../ground.ts';
import type { GoodCalls } from './good-call.ts';

const DAY = { validFrom: '2026-11-20', source: 'WORKER' };
const ADDRESS = { text: 'Pikk 1', adsOid: 'ME03379409', country: 'EE', municipalityCode: '0567', ...DAY };

/** A file that is the caller’s to change, for somebody whom they have a proceeding on. */
async function file({ mari, proceeding }: Ground) {
  return { as: mari, params: { id: (await proceeding()).clientId } };
}

/** An entry of a file, by the last list in it. */
async function entry(ground: Ground, list: 'bank-accounts' | 'network', body: object) {
  const { as, params } = await file(ground);
  const { id } = params;
  const whole = await ground.made(as, `/clients/${id}/${list}`, body);
  const named = whole[list === 'network' ? 'network' : 'bankAccounts'] as { id: string }[];
  return { as, params: { id, entryId: named[0]?.id ?? '' }, body: { validTo: '2026-11-22' } };
}

export const PEOPLE: GoodCalls = {
  'POST /api/v1/clients': ({ mari, next }) => ({
    as: mari,
    body: { personalCode: personalCode(next()), firstName: 'Kati', lastName: 'Kask', citizenship: 'EE' },
  }),
  'POST /api/v1/clients/search': ({ mari }) => ({ as: mari, body: { lastName: 'Isik', firstName: 'Näidis' } }),
  'POST /api/v1/clients/{id}/openings': async ({ kalle, client }) => ({
    as: kalle,
    params: { id: await client() },
    body: { reason: 'Isik pöördus meie poole ja vajab abi täna.' },
  }),
  'PUT /api/v1/clients/{id}': async (ground) => ({
    ...(await file(ground)),
    body: { firstName: 'Kati', lastName: 'Kask', citizenship: 'EE', ...DAY },
  }),
  'PUT /api/v1/clients/{id}/household': async (ground) => ({
    ...(await file(ground)),
    body: { memberIds: [await ground.client()], ...DAY },
  }),
  'PUT /api/v1/clients/{id}/contacts': async (ground) => ({
    ...(await file(ground)),
    body: { phone: '+372 5555 0002', email: 'isik@naidis.example' },
  }),
  'PUT /api/v1/clients/{id}/residence': async (ground) => ({ ...(await file(ground)), body: ADDRESS }),
  'PUT /api/v1/clients/{id}/actual-address': async (ground) => ({ ...(await file(ground)), body: ADDRESS }),
  'POST /api/v1/clients/{id}/bank-accounts': async (ground) => ({
    ...(await file(ground)),
    body: { iban: 'EE382200221020145685', owner: 'Näidis Isik', ...DAY },
  }),
  'POST /api/v1/clients/{id}/network': async (ground) => ({
    ...(await file(ground)),
    body: { relation: 'OTHER', role: 'Õpetaja', organisation: { name: 'Kool', registryCode: '70000349' }, ...DAY },
  }),
  'POST /api/v1/clients/{id}/bank-accounts/{entryId}/end': (ground) =>
    entry(ground, 'bank-accounts', { iban: 'EE382200221020145685', owner: 'Näidis Isik', ...DAY }),
  'POST /api/v1/clients/{id}/network/{entryId}/end': (ground) =>
    entry(ground, 'network', { relation: 'OTHER', organisation: { name: 'Kool' }, ...DAY }),
  async 'POST /api/v1/clients/{id}/mergers'(ground) {
    const { juht, mari, make, client } = ground;
    const uncoded = { notInPopulationRegister: true, firstName: 'Näidis', lastName: 'Isik' };
    return {
      as: juht,
      params: { id: await client() },
      body: { mergedId: await make(mari, '/clients', uncoded), justification: 'Sama isik, kaks korda sisestatud.' },
    };
  },
};
