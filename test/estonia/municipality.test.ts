import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findMunicipality, MUNICIPALITIES } from '../../src/estonia/index.ts';

describe('the municipalities', () => {
  it('are 79 in 15 counties: 64 rural, 15 urban', () => {
    expect(MUNICIPALITIES.length).toBe(79);
    expect(new Set(MUNICIPALITIES.map(({ code }) => code)).size).toBe(79);
    expect(new Set(MUNICIPALITIES.map(({ county }) => county)).size).toBe(15);
    expect(MUNICIPALITIES.filter(({ name }) => name.endsWith(' vald')).length).toBe(64);
    expect(MUNICIPALITIES.every(({ code, county }) => /^0\d{3}$/.test(code) && county.endsWith(' maakond'))).toBe(true);
  });

  it('are found by EHAK’s codes, not by those of ISO 3166-2 where they differ', () => {
    expect(findMunicipality('0304')).toMatchObject({ name: 'Kiili vald', county: 'Harju maakond' });
    expect(findMunicipality('0718')).toMatchObject({ name: 'Saku vald' });
    expect(findMunicipality('0305')).toBeUndefined();
    expect(findMunicipality('0719')).toBeUndefined();
  });

  it('have no code but their own', () => {
    expect(['', '784', '0000', '0929', '7840', 'constructor'].map(findMunicipality).filter((found) => found !== undefined)).toEqual([]);
  });

  it('are those that the synthetic country lives in', () => {
    const places: readonly { municipality: string; name: string; county: string }[] = JSON.parse(
      readFileSync(resolve(import.meta.dirname, '../../fixtures/country/places.json'), 'utf8'),
    );
    expect(places.map(({ municipality }) => findMunicipality(municipality))).toEqual(
      places.map(({ municipality, name, county }) => ({ code: municipality, name, county })),
    );
  });
});
