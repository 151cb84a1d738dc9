import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Call, openTestGateway, type TestGateway } from '../../gateway.ts';
import { parcel } from '../../measure.ts';

let star: TestGateway;
let admin: Call;
let worker: Call;
let manager: Call;
let provider: Call;
beforeAll(async () => {
  star = await openTestGateway();
  admin = await star.worker({ roles: ['ADMIN'] });
  worker = await star.worker();
  manager = await star.worker({ roles: ['REGISTRY_MANAGER'], institution: '70001975', kind: 'SKA' });
  provider = await star.worker({ roles: ['ADMIN'], institution: '70000740', kind: 'PROVIDER' });
});
afterAll(() => star.close());

const items = (body: Readonly<Record<string, unknown>>) => body.items as Record<string, unknown>[];

describe('the gateway', () => {
  it('REQ-109: lets a municipality’s administrator describe what it offers, from classifier to budget, and look into no client’s file', async () => {
    const text = { et: 'pakk', en: 'parcel', ru: 'пакет' };
    const local = await admin('POST', '/api/v1/classifiers', { code: 'LOCAL_PARCEL', group: 'CLIENT_WORK', name: text });
    expect(local.status).toBe(201);
    const basis = await admin('POST', '/api/v1/legal-bases', { act: 'Kord', title: 'Kord', section: '§ 1', wordedOn: '2026-01-01' });
    const order = { value: 'CAP_TIMES_NORM', sourceAct: 'Kord § 1', validFrom: '2026-01-01' };
    expect((await admin('POST', '/api/v1/parameters/HOUSING_CAP_ORDER/values', order)).status).toBe(201);
    const cap = { costKind: 'WATER', rules: [{ base: { perPerson: '17.00' } }], legalBasisId: basis.body.id, validFrom: '2026-01-01' };
    expect((await admin('POST', '/api/v1/housing-cost-caps', cap)).status).toBe(201);
    const year = { name: 'Toetused 2026', amount: '1000.00', validFrom: '2026-01-01', validTo: '2026-12-31' };
    const budget = await admin('POST', '/api/v1/budgets', year);
    expect(budget.status).toBe(201);
    const measure = await admin('POST', '/api/v1/measures', parcel(String(basis.body.id), String(budget.body.id)));
    expect(measure.status).toBe(201);
    expect(items((await worker('GET', '/api/v1/measures')).body)).toMatchObject([{ described: { name: 'Jõulupakk', amount: '25.00' } }]);
    expect((await provider('POST', '/api/v1/budgets', year)).body).toMatchObject({ code: 'MUNICIPALITY_ONLY' });
    expect((await admin('GET', '/api/v1/clients/019ab000-0000-7000-8000-000000000000/file')).status).toBe(403);
  });

  it('answers a write that is sent again as it did the first time, and writes it once', async () => {
    const body = { act: 'SHS', title: 'sotsiaalhoolekande seadus', section: '§ 141', wordedOn: '2026-01-09' };
    const again = () => manager('POST', '/api/v1/legal-bases', body, { 'idempotency-key': 'once' });
    const [first, second] = [await again(), await again()];
    expect(first.status).toBe(201);
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(await manager('POST', '/api/v1/legal-bases', body)).toMatchObject({ status: 409, body: { code: 'LEGAL_BASIS_EXISTS' } });
  });

  it('refuses a year that nobody has confirmed, in the reader’s language', async () => {
    const answer = await worker('GET', '/api/v1/parameters?group=TTT&on=2027-06-01', undefined, { 'accept-language': 'ru' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'PARAMETER_NOT_CONFIRMED', title: 'Параметр не подтверждён' } });
    expect(items((await worker('GET', '/api/v1/parameters?group=TTT')).body).length).toBeGreaterThan(10);
  });
});
