declare const brand: unique symbol;

/** An international bank account number (ISO 13616) in its electronic form, of a country's right length and with right check digits. */
export type Iban = string & { readonly [brand]: 'Iban' };

/** How long a country's account numbers are (SWIFT IBAN registry): the countries that euro payments reach (SEPA), and Ukraine. */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  (
    'AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27 LI21 LT20 LU20 LV21 ' +
    'MC27 MD24 ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 UA29 VA22'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** Reads an account number, with or without the spaces in which people write it. Undefined when country, length or check digits are wrong. */
export function parseIban(text: string): Iban | undefined {
  const iban = text.replaceAll(' ', '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban) || iban.length !== LENGTHS.get(iban.slice(0, 2))) return undefined;
  return remainder(`${iban.slice(4)}${iban.slice(0, 4)}`) === 1 ? (iban as Iban) : undefined;
}

/** Of the number that the characters make (A = 10 ... Z = 35) by 97: ISO 7064, MOD 97-10. */
function remainder(characters: string): number {
  let rest = 0;
  for (const character of characters) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}
