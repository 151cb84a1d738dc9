import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Call, openProceeding, openTestGateway, type TestGateway } from '../gateway.ts';
import { FILE, inBase64 } from '../queries/declarations/ground.ts';
import { personalCode } from '../town.ts';

/** What stands for health, disability and need wherever a case worker can write it down. */
const CANARY = 'kanaarilind-puue';

interface Operation {
  readonly method: string;
  readonly path: string;
  /** Undefined: whoever is signed in. */
  readonly roles: readonly string[] | undefined;
}

let star: TestGateway;
let operations: readonly Operation[];
let worker: Call;
let officer: Call;
let client: string;
let proceeding: string;
beforeAll(async () => {
  star = await openTestGateway({ callsPerMinute: 1_000_000 });
  const { body } = await star.call('GET', '/api/openapi.json');
  const paths = body.paths as Record<string, Record<string, { readonly description?: string; readonly security?: object[] }>>;
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { description = '', security }]) =>
      security === undefined ? [] : [{ method: method.toUpperCase(), path, roles: /^Roles: (.*)$/.exec(description)?.[1]?.split(', ') }],
    ),
  );
  [worker, officer] = [await star.worker({ roles: ['SOCIAL_WORKER'] }), await star.worker({ roles: ['SETTLEMENT'] })];
  const opened = await openProceeding(worker, [personalCode(501)]);
  [proceeding, client] = [opened.id, opened.subjects[0] ?? ''];
});
afterAll(() => star.close());

const statusOf = async (call: Call, method: string, path: string, body?: object) => (await call(method, `/api/v1${path}`, body)).status;

/** Duties that a later part of the register brings: when their routes come, these tests have to say who may call them. */
it('has no routes of duties that are not there yet', () => {
  const later = /^\/api\/v1\/(applications|decisions|case-plans|settlement|payouts|payment-orders|cash-sheets|accounting-entries)\b/;
  expect(operations.filter(({ path }) => later.test(path))).toEqual([]);
});

it('REQ-108: a social worker does client work (intakes and actions: decisions and case plans come later), and neither settles nor administers', async () => {
  const intake = { kind: 'APPLICATION_BENEFIT', channel: 'PHONE', problem: CANARY, subjects: [{ clientId: client, role: 'MAIN' }] };
  const organisation = { name: CANARY, registryCode: '70000349' };
  expect(await statusOf(worker, 'POST', '/intakes', intake)).toBe(201);
  expect(await statusOf(worker, 'POST', `/proceedings/${proceeding}/actions`, { kind: 'HOME_VISIT', text: CANARY })).toBe(201);
  expect(await statusOf(worker, 'POST', `/clients/${client}/network`, { relation: 'OTHER', organisation })).toBe(200);
  for (const path of ['', '/file', '/history', '/household']) expect(await statusOf(worker, 'GET', `/clients/${client}${path}`)).toBe(200);
  for (const { method, path } of operations) {
    if (!/^\/api\/v1\/(admin|declarations)\b/.test(path)) continue;
    const filled = path.replace('/api/v1', '').replace(/\{[^}]+\}/g, client);
    expect(`${method} ${path} ${await statusOf(worker, method, filled, method === 'GET' ? undefined : {})}`).toBe(`${method} ${path} 403`);
  }
});

it('REQ-110, REQ-113: an officer of settlement, or an accountant with that role alone, declares and downloads the file (ESD: cash sheets, payment orders and entries come later)', async () => {
  const declared = await officer('POST', '/api/v1/declarations', { month: '2026-10', file: inBase64(FILE) });
  expect(declared.status).toBe(202);
  const file = await officer('GET', `/api/v1/declarations/${declared.body.id}/file`);
  expect(file).toMatchObject({ status: 200, body: { file: inBase64(FILE) } });
  expect(await statusOf(officer, 'GET', '/declarations')).toBe(200);
  for (const path of [`/clients/${client}`, `/clients/${client}/file`, `/clients/${client}/history`, `/proceedings/${proceeding}`]) {
    expect(await statusOf(officer, 'GET', path)).toBe(403);
  }
});

/** What an officer of settlement is let into, of all that tells something: none of it is about a client but what the officer has declared. */
const SHOWN_TO_SETTLEMENT = ['budgets', 'contracts', 'declarations', 'mandates', 'measures', 'stats'].map((room) => `/api/v1/${room}`);

it('REQ-044: an officer of settlement is shown no data of special categories, by any route that lets them in', async () => {
  await worker('POST', `/api/v1/proceedings/${proceeding}/links`, { url: 'https://example.ee/puue', title: CANARY });
  expect(JSON.stringify((await worker('GET', `/api/v1/proceedings/${proceeding}/timeline`)).body)).toContain(CANARY);
  const open = operations.filter(({ method, roles }) => method === 'GET' && (roles === undefined || roles.includes('SETTLEMENT')));
  const streams = /\/events$/;
  for (const { path } of open.filter((one) => !streams.test(one.path))) {
    for (const id of [client, proceeding]) {
      const { body } = await officer('GET', path.replace(/\{[^}]+\}/g, id));
      expect(`${path} ${JSON.stringify(body).includes(CANARY)}`).toBe(`${path} false`);
    }
  }
  const rooms = [...new Set(open.filter(({ roles }) => roles !== undefined).map(({ path }) => path.split('/').slice(0, 4).join('/')))];
  expect(rooms.sort()).toEqual(SHOWN_TO_SETTLEMENT);
});
