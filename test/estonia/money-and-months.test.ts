import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, euroCents, firstDayOf, formatEuros, lastDayOf, parseEuros, parseMonth, sumCents } from '../../src/estonia/index.ts';

describe('euro cents', () => {
  it('reads what it writes, for every amount', () => {
    fc.assert(fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (n) => parseEuros(formatEuros(euroCents(n))) === n));
  });
  it.each([
    ['320', 32_000],
    ['320.5', 32_050],
    ['10.10', 1010],
    ['-0.05', -5],
    ['1234,56', 123_456],
    [' 0.29 ', 29],
  ])('reads %j', (text, cents) => expect(parseEuros(text)).toBe(cents));
  it.each(['', '1.234', '1e3', '.5', '1 000', 'näide', '1.'])('refuses %j', (text) => expect(parseEuros(text)).toBeUndefined());
  it('sums without loss where floating point would lose', () => {
    const tenCents = parseEuros('0.10');
    if (tenCents === undefined) throw new Error('refused');
    expect(sumCents(Array.from({ length: 3 }, () => tenCents))).toBe(30);
  });
});

describe('month', () => {
  it('knows its first and last day and its neighbours', () => {
    const month = parseMonth('2028-02');
    if (month === undefined) throw new Error('refused');
    expect(firstDayOf(month).toString()).toBe('2028-02-01');
    expect(lastDayOf(month).toString()).toBe('2028-02-29');
    expect(addMonths(month, -2)).toBe('2027-12');
  });
  it.each(['2026-13', '2026-1', '11.2026', ''])('refuses %j', (text) => expect(parseMonth(text)).toBeUndefined());
});
