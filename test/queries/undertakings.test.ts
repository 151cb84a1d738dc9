import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Temporal } from '../../src/platform/index.ts';
import { judgeProvider } from '../../src/register/organisations/provider-check.ts';
import { companyOf } from '../../src/simulator/facts/companies.ts';
import { type Call, openTestGateway, type TestGateway } from '../gateway.ts';
import { provider, registryCode } from '../register/organisations/office.ts';

let star: TestGateway;
let manager: Call;
beforeAll(async () => {
  star = await openTestGateway();
  manager = await star.worker({ roles: ['REGISTRY_MANAGER'], institution: '70001975', kind: 'SKA' });
});
afterAll(() => star.close());

const companies = () =>
  star.country.people
    .flatMap((person) => companyOf(person, Temporal.PlainDate.from('2026-11-23')) ?? [])
    .map(({ registryCode: code, name }) => ({ code, name }));
const enter = async (code: string, name: string) =>
  String((await manager('POST', '/api/v1/providers', provider({ registryCode: code, name }))).body.id);
const check = async (id: string) => (await manager('GET', `/api/v1/providers/${id}`)).body.check;
const lines = async (id: string) => {
  const { rows } = await sql<{ action: string; details: Readonly<Record<string, string>> }>`
    select action, details from audit_event where object_id = ${id} and system = 'provider-check' order by id`.execute(
    star.gateway.database.db,
  );
  return rows;
};

it('a provider that is entered is looked up at Äriregister, with a line in the log before anything leaves', async () => {
  const [one, other] = companies();
  if (one === undefined || other === undefined) throw new Error('the country has no undertakings');
  const same = await enter(one.code, one.name.toUpperCase());
  const renamed = await enter(other.code, 'Hoopis Teine OÜ');
  const nobody = await enter(registryCode(), 'Keda Ei Ole OÜ');
  await expect.poll(() => check(same), { timeout: 30_000 }).toMatchObject({ state: 'CONFIRMED', registeredName: one.name });
  await expect.poll(() => check(renamed), { timeout: 30_000 }).toMatchObject({ state: 'NAME_DIFFERS', registeredName: other.name });
  await expect.poll(() => check(nobody), { timeout: 30_000 }).toMatchObject({ state: 'NOT_FOUND' });
  const [asked, shown] = await lines(same);
  expect(asked).toMatchObject({ action: 'PROVIDER_ASKED', details: { legalBasis: 'SHS § 142 lg 1 p 2; ÄRS § 28' } });
  expect(shown).toMatchObject({ action: 'PROVIDER_CHECKED', details: { state: 'CONFIRMED', xRoadId: asked?.details.xRoadId } });
});

it('while Äriregister is away it waits, and is looked up when it is back', async () => {
  const [, , third] = companies();
  if (third === undefined) throw new Error('the country has too few undertakings');
  star.simulator.knobs('ariregister').fault = { code: 'Server.ServerProxy.NetworkError', text: 'away', times: 1 };
  const id = await enter(third.code, third.name);
  await expect.poll(async () => (await lines(id)).length, { timeout: 30_000 }).toBe(1);
  expect(await check(id)).toEqual({ state: 'WAITING' });
  star.clock.advance({ minutes: 2 });
  await expect.poll(() => check(id), { timeout: 30_000 }).toMatchObject({ state: 'CONFIRMED' });
  expect((await lines(id)).map(({ action }) => action)).toEqual(['PROVIDER_ASKED', 'PROVIDER_ASKED', 'PROVIDER_CHECKED']);
});

it('names are the same however they are spaced, quoted and written large; who is wound up is not active', () => {
  expect(judgeProvider('OÜ „Päike”  Hoolekanne', { name: 'oü päike hoolekanne', status: 'R' })).toBe('CONFIRMED');
  expect(judgeProvider('Päike OÜ', { name: 'Päikese OÜ', status: 'R' })).toBe('NAME_DIFFERS');
  for (const status of ['L', 'N', 'K', undefined]) expect(judgeProvider('Päike OÜ', { name: 'Päike OÜ', status })).toBe('NOT_ACTIVE');
  expect(judgeProvider('Päike OÜ', undefined)).toBe('NOT_FOUND');
});
