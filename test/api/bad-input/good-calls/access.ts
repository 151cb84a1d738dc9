import { containerSignedBy } from '../../../register/documents/containers.ts';
import { form } from '../../../register/documents/desk.ts';
import { personalCode } from '../../../town.ts';
import type { Ground } from '../ground.ts';
import type { GoodCalls } from './good-call.ts';

const NOBODY = { headers: {} };
const PASSWORD = 'Esmane parool 1';
const OWN_PASSWORD = 'Uus pikk parool 22';
const SIGNED = containerSignedBy(`JUHT,JUHAN,${personalCode(77)}`);

async function signedDocument({ mari }: Ground) {
  const { id } = (await (await mari.bring('/api/v1/signed-documents', form(SIGNED, {}))).json()) as { id: string };
  return id;
}

const requestBody = async (ground: Ground) => ({
  type: 'KOV_WORKER',
  policy: 'SINGLE_SIGNATURE',
  name: 'Anu Avaldaja',
  personalCode: personalCode(ground.next()),
  jobTitle: 'Lastekaitsespetsialist',
  roles: ['SETTLEMENT'],
  email: 'anu@naidisvald.example',
  signature: { documentId: await signedDocument(ground), signers: [{ name: 'Juhan Juht', capacity: 'HEAD' }] },
});
const accessRequest = async (ground: Ground) => ground.make(ground.mari, '/access-requests', await requestBody(ground));

async function leaver({ mari, colleague, made }: Ground) {
  const { userId } = await colleague();
  await made(mari, `/admin/users/${userId}/deactivate`);
  return userId;
}

export const ACCESS: GoodCalls = {
  async 'POST /api/v1/sessions'({ colleague }) {
    const { username, password } = await colleague();
    return { as: NOBODY, body: { method: 'PASSWORD', username, password } };
  },
  'DELETE /api/v1/sessions/current': async ({ newcomer }) => ({ as: await newcomer() }),
  'POST /api/v1/sessions/current/lock': async ({ newcomer }) => ({ as: await newcomer() }),
  async 'POST /api/v1/sessions/current/unlock'({ newcomer, made }) {
    const as = await newcomer();
    await made(as, '/sessions/current/lock');
    return { as, body: { password: as.worker.password } };
  },
  async 'POST /api/v1/me/password'({ newcomer }) {
    const as = await newcomer();
    return { as, body: { current: as.worker.password, password: OWN_PASSWORD } };
  },
  'DELETE /api/v1/self-service/sessions/current': async ({ citizen }) => ({ as: await citizen() }),
  'POST /api/v1/terms': ({ juht }) => ({
    as: juht,
    body: {
      text: { et: 'Tingimused', en: 'Terms', ru: 'Условия' },
      order: { title: 'Kasutamise kord', number: '7', date: '2026-11-01' },
    },
  }),
  async 'POST /api/v1/me/terms/{version}'({ mari, made }) {
    const { version } = await made(mari, '/terms', undefined, 'GET');
    return { as: mari, params: { version: String(version) } };
  },
  'POST /api/v1/admin/users': ({ mari, next }) => ({
    as: mari,
    body: {
      institutionId: mari.worker.institutionId,
      username: `uus-${next()}`,
      password: PASSWORD,
      personalCode: personalCode(next()),
      name: 'Uus Töötaja',
      roles: ['SOCIAL_WORKER'],
      dutiesIncludeClientWork: true,
      justification: 'Kliendid',
    },
  }),
  'PATCH /api/v1/admin/users/{id}': async ({ mari, colleague }) => ({
    as: mari,
    params: { id: (await colleague()).userId },
    body: { name: 'Teine Nimi', roles: ['SETTLEMENT'], dutiesIncludeClientWork: false },
  }),
  'POST /api/v1/admin/users/{id}/password-reset': async ({ mari, colleague }) => ({
    as: mari,
    params: { id: (await colleague()).userId },
    body: { password: PASSWORD },
  }),
  'POST /api/v1/admin/users/{id}/deactivate': async ({ mari, colleague }) => ({ as: mari, params: { id: (await colleague()).userId } }),
  'POST /api/v1/admin/users/{id}/reactivate': async (ground) => ({
    as: ground.mari,
    params: { id: await leaver(ground) },
    body: { reason: 'RETURNED' },
  }),
  'POST /api/v1/admin/access-review/confirm': ({ mari }) => ({ as: mari }),
  'POST /api/v1/signed-documents': ({ mari }) => ({ as: mari, body: {}, file: SIGNED }),
  'POST /api/v1/access-requests': async (ground) => ({
    as: ground.mari,
    body: { ...(await requestBody(ground)), institutionId: ground.mari.worker.institutionId },
  }),
  'POST /api/v1/access-requests/{id}/approve': async (ground) => ({ as: ground.tiit, params: { id: await accessRequest(ground) } }),
  'POST /api/v1/access-requests/{id}/reject': async (ground) => ({
    as: ground.tiit,
    params: { id: await accessRequest(ground) },
    body: { reason: 'Allkiri ei kehti' },
  }),
  'PUT /api/v1/admin/institutions/{id}/networks': ({ mari }) => ({
    as: mari,
    params: { id: mari.worker.institutionId },
    body: { networks: ['127.0.0.0/8'] },
  }),
};
