import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { euroCents, formatEuros } from '../../../src/estonia/index.ts';
import { formatArea, parseArea, parseRatio, type Ratio, times } from '../../../src/register/parameters/index.ts';

const ratio = (text: string): Ratio => parseRatio(text) ?? expect.unreachable();

describe('quantities', () => {
  it.each([
    ['220.00', 22_000, '0.8', '176.00'],
    ['220.00', 22_000, '1.2', '264.00'],
    ['76.70', 7_670, '0.8', '61.36'],
    ['0.01', 1, '0.5', '0.01'],
    ['0.01', 1, '0.49', '0.00'],
    ['-0.01', -1, '0.5', '0.00'],
    ['10,000,000,000.00', 1_000_000_000_000, '1.0', '10000000000.00'],
  ])('%s times a ratio is exact to the cent, half up', (_euros, cents, by, product) => {
    expect(formatEuros(times(euroCents(cents), ratio(by)))).toBe(product);
  });

  it('a product is never further than half a cent from the exact one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e7, max: 1e7 }),
        fc.integer({ min: 0, max: 99_999 }),
        fc.integer({ min: 0, max: 4 }),
        (cents, n, places) => {
          const denominator = 10 ** places;
          const off = BigInt(times(euroCents(cents), { numerator: n, denominator })) * BigInt(denominator) - BigInt(cents) * BigInt(n);
          expect(2n * off <= BigInt(denominator) && 2n * off > -BigInt(denominator)).toBe(true);
        },
      ),
    );
  });

  it('refuses what is no ratio and no area', () => {
    expect(['', '.5', '1.', '1.23456', '-1', '1e3', '0,8'].map(parseRatio)).toEqual(Array(7).fill(undefined));
    expect(['', '-1', '18.001', '1e3', '1000000'].map(parseArea)).toEqual(Array(5).fill(undefined));
    expect(['18', '33.01', '18.50', '0'].map((text) => formatArea(parseArea(text) ?? expect.unreachable()))).toEqual([
      '18',
      '33.01',
      '18.5',
      '0',
    ]);
  });
});
