import { registryCode } from '../../../register/organisations/office.ts';
import { personalCode } from '../../../town.ts';
import type { Ground } from '../ground.ts';
import type { GoodCalls } from './good-call.ts';

const CONTACTS = { email: 'piret@hooldekodu.example', phone: '+372 5555 0001' };
const ADDRESS = { municipality: '0567', text: 'Pärnu tn 5, Paide', adsOid: 'ME03379409' };
const PLACE = { address: ADDRESS, services: ['GENERAL_CARE'], validFrom: '2026-12-01', validTo: '2027-11-30' };

const providerBody = ({ next }: Ground) => ({
  registryCode: registryCode(),
  name: 'Näidishooldekodu OÜ',
  serviceAddress: ADDRESS,
  services: ['GENERAL_CARE'],
  requestDocumentId: '7-1/26/44',
  initialUsers: [
    {
      username: `esindaja-${next()}`,
      password: 'Registrijuhi antud 1',
      firstName: 'Piret',
      lastName: 'Hooldaja',
      personalCode: personalCode(next(), '1979-05-06'),
      contacts: CONTACTS,
      roles: ['ADMIN'],
    },
  ],
});
const provider = (ground: Ground) => ground.make(ground.juht, '/providers', providerBody(ground));
const department = (ground: Ground) =>
  ground.make(ground.mari, `/institutions/${ground.mari.worker.institutionId}/departments`, { name: `Osakond ${ground.next()}` });
const contractBody = async (ground: Ground) => ({
  kov: ground.mari.worker.institutionId,
  provider: await provider(ground),
  service: 'GENERAL_CARE',
  validFrom: '2026-12-01',
  validTo: '2027-11-30',
  unitPrice: '1250.50',
  documentId: '2-4/117',
});

export const ORGANISATIONS: GoodCalls = {
  'POST /api/v1/institutions': ({ juht }) => ({
    as: juht,
    body: { registryCode: registryCode(), name: 'Vald', kind: 'KOV', municipality: '0784' },
  }),
  'PUT /api/v1/institutions/{id}': ({ juht, neighbour }) => ({
    as: juht,
    params: { id: neighbour.worker.institutionId },
    body: { name: 'Paide linn' },
  }),
  'POST /api/v1/institutions/{id}/departments': ({ mari, next }) => ({
    as: mari,
    params: { id: mari.worker.institutionId },
    body: { name: `Osakond ${next()}` },
  }),
  'PUT /api/v1/departments/{id}': async (ground) => ({
    as: ground.mari,
    params: { id: await department(ground) },
    body: { name: `Osakond ${ground.next()}`, closed: false },
  }),
  'POST /api/v1/providers': (ground) => ({ as: ground.juht, body: providerBody(ground) }),
  'POST /api/v1/providers/{id}/places': async (ground) => ({ as: ground.juht, params: { id: await provider(ground) }, body: PLACE }),
  async 'PUT /api/v1/service-places/{id}'(ground) {
    const place = await ground.make(ground.juht, `/providers/${await provider(ground)}/places`, PLACE);
    return { as: ground.juht, params: { id: place }, body: PLACE };
  },
  'POST /api/v1/contracts': async (ground) => ({ as: ground.mari, body: await contractBody(ground) }),
  'POST /api/v1/contracts/{id}/end': async (ground) => ({
    as: ground.mari,
    params: { id: await ground.make(ground.mari, '/contracts', await contractBody(ground)) },
    body: { lastDay: '2026-12-31' },
  }),
  'POST /api/v1/mandates': async (ground) => ({ as: ground.mari, body: { provider: await provider(ground), documentId: '1-3/9' } }),
  'POST /api/v1/mandates/{id}/revoke': async (ground) => ({
    as: ground.mari,
    params: { id: await ground.make(ground.mari, '/mandates', { provider: await provider(ground), documentId: '1-3/9' }) },
    body: { reason: 'Leping lõppes' },
  }),
  'PUT /api/v1/me/profile': ({ mari }) => ({ as: mari, body: { educationLevel: 'MASTER', contacts: CONTACTS } }),
  'PUT /api/v1/admin/employees/{id}': async (ground) => ({
    as: ground.mari,
    params: { id: (await ground.colleague()).userId },
    body: { position: 'Spetsialist', departmentId: await department(ground), validFrom: '2026-11-01', validTo: '2027-10-31' },
  }),
};
