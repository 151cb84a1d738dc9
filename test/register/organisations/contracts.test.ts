import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, Temporal } from '../../../src/platform/index.ts';
import { findContract, requireMandate } from '../../../src/register/organisations/index.ts';
import { type Office, openOffice } from './office.ts';

let office: Office;
let kov: string;
beforeAll(async () => {
  office = await openOffice();
  kov = office.admin.worker.institutionId;
});
afterAll(() => office.close());

const terms = (provider: string, more: object = {}) => ({
  kov,
  provider,
  service: 'GENERAL_CARE',
  validFrom: '2026-12-01',
  validTo: '2027-11-30',
  unitPrice: '1250.50',
  documentId: '2-4/117',
  ...more,
});
const conclude = (provider: string, more: object = {}, call = office.admin) => call('POST', '/api/v1/contracts', terms(provider, more));
const onDay = (provider: string, day: string, service: 'GENERAL_CARE' | 'SHELTER' = 'GENERAL_CARE') =>
  findContract(office.database.db, { municipality: kov, provider, service, on: Temporal.PlainDate.from(day) });

describe('a contract', () => {
  it('REQ-249: is entered by the municipality; without one that holds on the day there is no referring', async () => {
    const provider = (await office.provider()).id;
    expect(await onDay(provider, '2026-12-01')).toMatchObject({ ok: false, error: { code: 'NO_VALID_CONTRACT' } });
    const made = await conclude(provider);
    expect(made).toMatchObject({ status: 201, body: terms(provider) });
    expect(await onDay(provider, '2026-11-30')).toMatchObject({ ok: false });
    expect(await onDay(provider, '2026-12-01')).toMatchObject({ ok: true, value: { id: made.body.id, unitPrice: 125_050 } });
    expect(await onDay(provider, '2027-11-30')).toMatchObject({ ok: true });
    expect(await onDay(provider, '2027-12-01')).toMatchObject({ ok: false });
    expect(await onDay(provider, '2026-12-01', 'SHELTER')).toMatchObject({ ok: false });
    expect(await onDay(newId(), '2026-12-01')).toMatchObject({ ok: false });
  });

  it('is refused with one code for each thing that is wrong', async () => {
    const provider = (await office.provider()).id;
    const refusals = [
      [{ service: 'SHELTER' }, 'SERVICE_NOT_OFFERED', 422],
      [{ service: 'GARDENING' }, 'SERVICE_NOT_OFFERED', 422],
      [{ validFrom: '2026-01-01', validTo: '2026-11-22' }, 'SERVICE_NOT_OFFERED', 422],
      [{ validTo: '2026-11-30' }, 'PERIOD_INVALID', 422],
      [{ validFrom: '2026-13-01' }, 'VALIDATION_FAILED', 422],
      [{ validFrom: '0000-01-01' }, 'VALIDATION_FAILED', 422],
      [{ unitPrice: '12.505' }, 'UNIT_PRICE_INVALID', 422],
      [{ unitPrice: '-1.00' }, 'UNIT_PRICE_INVALID', 422],
      [{ unitPrice: 12.5 }, 'VALIDATION_FAILED', 422],
      [{ documentId: ' ' }, 'VALIDATION_FAILED', 422],
      [{ provider: newId() }, 'PROVIDER_NOT_FOUND', 404],
      [{ provider: kov }, 'PROVIDER_NOT_FOUND', 404],
      [{ kov: newId() }, 'INSTITUTION_NOT_FOUND', 404],
      [{ kov: office.neighbour.worker.institutionId }, 'INSTITUTION_NOT_FOUND', 404],
    ] as const;
    for (const [more, code, status] of refusals) expect((await conclude(provider, more)).body).toMatchObject({ code, status });
    const skaAdmin = await office.work({ roles: ['ADMIN'], ...office.ska });
    const ofSka = await conclude(provider, { kov: skaAdmin.worker.institutionId }, skaAdmin);
    expect(ofSka.body).toMatchObject({ code: 'NOT_A_MUNICIPALITY', status: 422 });
    expect((await conclude(provider, {}, office.worker)).body).toMatchObject({ code: 'FORBIDDEN' });
    expect((await office.admin('GET', '/api/v1/contracts')).body.items?.filter((contract) => contract.provider === provider)).toEqual([]);
  });

  it('never holds at the same time as another on the same service, however many are entered at once', async () => {
    const provider = (await office.provider()).id;
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => conclude(provider, { validFrom: `2027-0${index + 1}-01`, validTo: undefined })),
    );
    expect(answers.filter(({ status }) => status === 201).length).toBe(1);
    expect(answers.filter(({ body }) => body.code === 'CONTRACT_OVERLAPS').length).toBe(7);
    expect((await conclude(provider, { service: 'SOCIAL_TRANSPORT' })).status).toBe(201);
  });

  it('overlaps another exactly where they have a day in common', { timeout: 60_000 }, async () => {
    const provider = (await office.provider()).id;
    const day = fc.integer({ min: 0, max: 40 });
    const date = (offset: number) => Temporal.PlainDate.from('2030-01-01').add({ days: offset }).toString();
    const entered: [number, number][] = [];
    await fc.assert(
      fc.asyncProperty(day, fc.integer({ min: 0, max: 4 }), async (from, length) => {
        const to = from + length;
        const { status } = await conclude(provider, { validFrom: date(from), validTo: date(to) });
        const shares = entered.some(([begun, ended]) => from <= ended && begun <= to);
        expect(status).toBe(shares ? 409 : 201);
        if (!shares) entered.push([from, to]);
      }),
      { numRuns: 40 },
    );
    for (let offset = 0; offset <= 45; offset += 1) {
      const covered = entered.some(([begun, ended]) => begun <= offset && offset <= ended);
      expect((await onDay(provider, date(offset))).ok).toBe(covered);
    }
  });

  it('ends earlier than agreed, never in the past, and another price follows from the next day on', async () => {
    const provider = (await office.provider()).id;
    const { body } = await conclude(provider, { validFrom: '2026-01-01', validTo: '2027-12-31' });
    const end = (lastDay: string, call = office.admin, version = '"1"') =>
      call('POST', `/api/v1/contracts/${body.id}/end`, { lastDay }, { 'if-match': version });
    expect((await end('2026-11-22')).body).toMatchObject({
      code: 'CONTRACT_END_INVALID',
      errors: [{ pointer: '/lastDay', code: 'IN_THE_PAST' }],
    });
    expect((await end('2028-01-01')).body).toMatchObject({ code: 'CONTRACT_END_INVALID', errors: [{ code: 'LATER_THAN_AGREED' }] });
    expect((await end('2026-12-31', office.neighbour)).body).toMatchObject({ code: 'CONTRACT_NOT_FOUND', status: 404 });
    expect(await end('2026-12-31')).toMatchObject({ status: 200, body: { validTo: '2026-12-31' } });
    expect((await end('2026-12-30')).body).toMatchObject({ code: 'PRECONDITION_FAILED', status: 412 });
    expect((await end('2026-12-31', office.admin, '"2"')).body).toMatchObject({
      code: 'CONTRACT_END_INVALID',
      errors: [{ pointer: '/lastDay', code: 'AGREED_ALREADY' }],
    });
    expect((await conclude(provider, { validFrom: '2027-01-01', unitPrice: '1300.00' })).status).toBe(201);
    expect(await onDay(provider, '2026-12-31')).toMatchObject({ value: { unitPrice: 125_050 } });
    expect(await onDay(provider, '2027-01-01')).toMatchObject({ value: { unitPrice: 130_000 } });
    const later = await conclude(provider, { service: 'SOCIAL_TRANSPORT', validFrom: '2027-05-01', validTo: undefined });
    const tooEarly = await office.admin('POST', `/api/v1/contracts/${later.body.id}/end`, { lastDay: '2027-04-30' });
    expect(tooEarly.body).toMatchObject({ code: 'CONTRACT_END_INVALID', errors: [{ code: 'BEFORE_BEGINNING' }] });
  });

  it('is shown to its parties and to who answers for the register, and is not there for others', async () => {
    const [mine, other] = [await office.provider(), await office.provider()];
    const { body } = await conclude(mine.id);
    const path = `/api/v1/contracts/${body.id}`;
    const supervision = await office.work({ roles: ['SKA_SUPERVISION'], ...office.ska });
    for (const call of [office.admin, office.worker, mine.admin, mine.representative, office.manager, supervision]) {
      expect((await call('GET', path)).body).toEqual(body);
      expect((await call('GET', '/api/v1/contracts?limit=200')).body.items).toContainEqual(body);
    }
    for (const call of [office.neighbour, other.admin, other.representative, await office.work({ roles: ['ADMIN'], ...office.ska })]) {
      expect((await call('GET', path)).body).toMatchObject({ code: 'CONTRACT_NOT_FOUND', status: 404 });
      expect((await call('GET', '/api/v1/contracts?limit=200')).body.items).not.toContainEqual(body);
    }
    const found = async (query: string) => (await mine.admin('GET', `/api/v1/contracts?${query}`)).body.items;
    expect(await found('on=2026-12-01&service=GENERAL_CARE')).toEqual([body]);
    expect(await found('on=2026-11-30')).toEqual([]);
    expect(await found('service=SHELTER')).toEqual([]);
  });
});

describe('a mandate to process people’s data', () => {
  const give = (provider: string, call = office.admin) => call('POST', '/api/v1/mandates', { provider, documentId: '1-3/9' });
  const required = (provider: string) => requireMandate(office.database.db, { municipality: kov, provider });

  it('REQ-258: is what a provider sees a municipality’s people by: none, no sight; given, sight; revoked, none again', async () => {
    const { id: provider } = await office.provider();
    expect(await required(provider)).toMatchObject({ ok: false, error: { code: 'MANDATE_REQUIRED' } });
    const given = await give(provider);
    expect(given).toMatchObject({ status: 201, body: { kov, provider, givenAt: '2026-11-23T08:00:00Z' } });
    expect(await required(provider)).toMatchObject({ ok: true, value: { id: given.body.id } });
    expect(await requireMandate(office.database.db, { municipality: office.neighbour.worker.institutionId, provider })).toMatchObject({
      ok: false,
    });
    const revoke = () => office.admin('POST', `/api/v1/mandates/${given.body.id}/revoke`, { reason: 'Leping lõppes' });
    expect(await revoke()).toMatchObject({ status: 200, body: { revokedAt: '2026-11-23T08:00:00Z', revocationReason: 'Leping lõppes' } });
    expect(await required(provider)).toMatchObject({ ok: false, error: { code: 'MANDATE_REQUIRED' } });
    expect((await revoke()).body).toMatchObject({ code: 'MANDATE_REVOKED_ALREADY', status: 409 });
    expect((await give(provider)).status).toBe(201);
    expect(await required(provider)).toMatchObject({ ok: true });
  });

  it('is one at a time, given by a municipality alone, to a provider alone', async () => {
    const { id: provider, admin } = await office.provider();
    const answers = await Promise.all([give(provider), give(provider), give(provider)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'MANDATE_EXISTS' });
    expect((await give(provider, admin)).body).toMatchObject({ code: 'NOT_A_MUNICIPALITY', status: 422 });
    expect((await give(provider, office.manager)).body).toMatchObject({ code: 'FORBIDDEN' });
    expect((await give(provider, office.worker)).body).toMatchObject({ code: 'FORBIDDEN' });
    expect((await give(newId())).body).toMatchObject({ code: 'PROVIDER_NOT_FOUND', status: 404 });
    expect((await give(kov)).body).toMatchObject({ code: 'PROVIDER_NOT_FOUND' });
    expect(await office.auditOf('MANDATE_GIVEN')).toBe(3);
  });

  it('is not there for those between whom it is not', async () => {
    const [mine, other] = [await office.provider(), await office.provider()];
    const { body } = await give(mine.id);
    const path = `/api/v1/mandates/${body.id}`;
    for (const call of [office.neighbour, other.admin]) {
      expect((await call('GET', path)).body).toMatchObject({ code: 'MANDATE_NOT_FOUND', status: 404 });
      expect((await call('POST', `${path}/revoke`, { reason: 'x' })).body).toMatchObject({ code: 'MANDATE_NOT_FOUND' });
      expect((await call('GET', '/api/v1/mandates')).body.items).not.toContainEqual(body);
    }
    expect((await mine.admin('POST', `${path}/revoke`, { reason: 'x' })).body).toMatchObject({ code: 'MANDATE_NOT_FOUND' });
    expect((await mine.representative('GET', '/api/v1/mandates')).body.items).toEqual([body]);
    expect((await office.admin('POST', `${path}/revoke`, { reason: '  ' })).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect((await office.worker('GET', path)).body).toEqual(body);
  });
});
