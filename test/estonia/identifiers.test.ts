import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { birthDateOf, makePersonalCode, parsePersonalCode, parseRegistryCode, sexOf } from '../../src/estonia/index.ts';

describe('personal code (EVS 585:2007)', () => {
  it.each([
    ['60001017869', '2000-01-01', 'FEMALE'],
    ['39901012239', '1999-01-01', 'MALE'],
    ['47101010033', '1971-01-01', 'FEMALE'],
    ['37605030064', '1976-05-03', 'MALE'],
    ['37605030920', '1976-05-03', 'MALE'],
    ['37605031580', '1976-05-03', 'MALE'],
  ])('%s carries its birth date and sex', (text, birthDate, sex) => {
    const code = parsePersonalCode(text);
    if (code === undefined) throw new Error('refused');
    expect(birthDateOf(code).toString()).toBe(birthDate);
    expect(sexOf(code)).toBe(sex);
  });

  it.each([
    '38211020380',
    '48503150000',
    '61509070000',
    '38002020008',
    '39001010001',
    '37613030064',
    '37602300064',
    '',
    '3760503006',
    'EE37605030064',
  ])('refuses %j', (text) => expect(parsePersonalCode(text)).toBeUndefined());

  it('refuses every code whose check digit is changed', () => {
    const days = fc.integer({ min: 0, max: 40_000 });
    fc.assert(
      fc.property(fc.nat(999), days, fc.integer({ min: 1, max: 9 }), (serial, day, shift) => {
        const code = makePersonalCode(Temporal.PlainDate.from('1920-01-01').add({ days: day }), 'FEMALE', serial);
        expect(parsePersonalCode(code)).toBe(code);
        expect(parsePersonalCode(`${code.slice(0, 10)}${(Number(code[10]) + shift) % 10}`)).toBeUndefined();
      }),
    );
  });
});

describe('registry code', () => {
  it.each(['70008440', '70001975', '74000085', '74000091', '70000349', '70000740', '70001490', '70000310', '70003098', '70009770'])(
    'reads %s',
    (text) => expect(parseRegistryCode(text)).toBe(text),
  );
  it.each(['70009317', '7000844', '00000000', '7000844a'])('refuses %s', (text) => expect(parseRegistryCode(text)).toBeUndefined());
});
