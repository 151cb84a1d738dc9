import { describe, expect, it } from 'vitest';
import { parsePersonalCode, parseRegistryCode } from '../../src/estonia/index.ts';
import { createCountry } from '../../src/simulator/index.ts';

describe.each([1, 7, 2026])('the country of seed %d', (seed) => {
  const country = createCountry({ seed, asOf: '2026-11-23' });

  it('has at least 2,000 people with valid codes of their own, in households', () => {
    expect(country.people.length).toBeGreaterThanOrEqual(2000);
    expect(new Set(country.people.map(({ personalCode }) => personalCode)).size).toBe(country.people.length);
    for (const person of country.people) {
      expect(parsePersonalCode(person.personalCode)).toBe(person.personalCode);
      expect(person.household.members).toContain(person);
    }
  });

  it('tells one story of a family in all registers', () => {
    for (const person of country.people) {
      for (const child of person.children) expect(child.parents).toContain(person);
      if (person.spouse !== undefined) expect(person.spouse.spouse).toBe(person);
      for (const benefit of person.fromSka) if (benefit.child !== undefined) expect(person.children).toContain(benefit.child);
      for (const { payer } of person.declared) expect(parseRegistryCode(payer?.code ?? '')).toBeDefined();
      for (const { from } of person.unemployed) {
        expect(person.declared.filter(({ paidOn }) => paidOn.toString() >= from.toString())).toEqual([]);
        expect(person.fromFund.length).toBeGreaterThan(0);
      }
      if (person.parents.length > 0) expect(person.declared).toEqual([]);
    }
  });

  it('knows its personae, and not the unknown', () => {
    const { UNKNOWN, ...known } = country.personae;
    for (const code of Object.values(known)) expect(country.find(code)).toBeDefined();
    expect(country.find(UNKNOWN ?? '')).toBeUndefined();
  });
});

it('is the same again for the same seed, and another for another', () => {
  const codes = (seed: number) =>
    createCountry({ seed, asOf: '2026-11-23' })
      .people.map(({ personalCode }) => personalCode)
      .join();
  expect(codes(5)).toBe(codes(5));
  expect(codes(5)).not.toBe(codes(6));
});
