import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIban } from '../../src/estonia/index.ts';

/** Examples of the SWIFT IBAN registry. */
const EXAMPLES = [
  'EE382200221020145685',
  'FI2112345600000785',
  'LV80BANK0000435195001',
  'LT121000011101001000',
  'DE89370400440532013000',
  'MT84MALT011000012345MTLCAST001S',
  'GB29NWBK60161331926819',
  'NO9386011117947',
  'UA213223130000026007233566001',
];

describe('an account number', () => {
  it.each(EXAMPLES)('%s is one, however it is spaced', (iban) => {
    expect(parseIban(iban)).toBe(iban);
    expect(parseIban(iban.toLowerCase().replaceAll(/(.{4})/g, '$1 '))).toBe(iban);
  });

  it('with one character wrong, or two neighbours changed about, is none', () => {
    const [iban = ''] = EXAMPLES;
    fc.assert(
      fc.property(fc.integer({ min: 2, max: iban.length - 1 }), fc.integer({ min: 0, max: 9 }), (at, digit) => {
        const other = `${iban.slice(0, at)}${digit}${iban.slice(at + 1)}`;
        expect(parseIban(other)).toBe(other === iban ? iban : undefined);
        const [one = '', two = ''] = [iban[at - 1], iban[at]];
        const turned = `${iban.slice(0, at - 1)}${two}${one}${iban.slice(at + 1)}`;
        expect(parseIban(turned)).toBe(turned === iban ? iban : undefined);
      }),
    );
  });

  it.each([
    '',
    'EE38',
    'EE3822002210201456850',
    'EE38220022102014568',
    'XX382200221020145685',
    'EE38220022102014568A',
    '382200221020145685',
  ])('%s is none', (text) => expect(parseIban(text)).toBeUndefined());
});
