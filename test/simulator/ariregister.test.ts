import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseRegistryCode } from '../../src/estonia/index.ts';
import { findQueryType, undertaking } from '../../src/registries/index.ts';
import { companyOf } from '../../src/simulator/facts/companies.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

function company() {
  const found = world.country.people.map((person) => companyOf(person, world.today())).find((one) => one !== undefined);
  const registryCode = parseRegistryCode(found?.registryCode ?? '');
  if (found === undefined || registryCode === undefined) throw new Error('the country has no undertakings');
  return { ...found, registryCode };
}

it('tells of the people in an undertaking who asks for them, and nobody else: a provider is looked up without', async () => {
  const { registryCode, name, owner } = company();
  const outcome = await world.answerTo(undertaking, undertaking.buildRequest(registryCode));
  if (outcome.kind !== 'answered') throw new Error(JSON.stringify(outcome));
  expect(undertaking.readAnswer(outcome.body, registryCode)).toMatchObject({ ok: true, value: { name, status: 'R' } });
  expect(outcome.body.xml).not.toContain('isikuandmed');
  expect(outcome.body.xml).not.toContain(owner.personalCode);

  const type = findQueryType('BUSINESS.COMPANY');
  if (type === undefined) throw new Error('no query type BUSINESS.COMPANY');
  const asked = await world.ask(type, owner.personalCode, { registryCode });
  expect(asked.reading).toMatchObject({ value: { record: { people: [{ role: { code: 'JUHL' } }] } } });
});
