import { describe, expect, it } from 'vitest';
import { holdsPersonalCode } from '../../../src/estonia/index.ts';
import { checkLetter } from '../../../src/register/mail/letter.ts';
import { personalCode } from '../../town.ts';

const CODE = personalCode(7);
const letter = { to: 'kati@example.ee', subject: 'Kohtumine', text: 'Tere!', attachments: [] };
const attached = (content: string | Uint8Array, name = 'fail.txt') => ({
  ...letter,
  attachments: [{ name, content: Buffer.from(content) }],
});
const CDOC_1 = `<?xml version="1.0" encoding="UTF-8"?>
<denc:EncryptedData xmlns:denc="http://www.w3.org/2001/04/xmlenc#" MimeType="application/octet-stream">
  <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><denc:EncryptedKey Recipient="KASK,KATI,${CODE}"/></ds:KeyInfo>
  <denc:CipherData><denc:CipherValue>AAAA</denc:CipherValue></denc:CipherData>
</denc:EncryptedData>`;

const codeOf = (one: Parameters<typeof checkLetter>[0]) => {
  const checked = checkLetter(one);
  return checked.ok ? 'OK' : checked.error.fields?.map(({ pointer, code }) => `${pointer} ${code}`).join(', ');
};

describe('REQ-123: personal data go by e-mail encrypted only', () => {
  it.each([
    ['in the text', { ...letter, text: `Isik ${CODE}.` }, '/text PERSONAL_CODE'],
    ['in the subject', { ...letter, subject: `Re: ${CODE}` }, '/subject PERSONAL_CODE'],
    ['in groups', { ...letter, text: `${CODE.slice(0, 1)} ${CODE.slice(1, 7)} ${CODE.slice(7)}` }, '/text PERSONAL_CODE'],
    [
      'in full-width digits',
      { ...letter, text: [...CODE].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('') },
      '/text PERSONAL_CODE',
    ],
    ['mistyped', { ...letter, text: `${CODE.slice(0, 10)}${(Number(CODE[10]) + 1) % 10}` }, '/text PERSONAL_CODE'],
    ['in a file of text', attached(`nimi;kood\nKati;${CODE}\n`), '/attachments/0 PERSONAL_CODE'],
    ['in the name of a file', attached('tekst', `${CODE}.txt`), '/attachments/0 PERSONAL_CODE'],
    [
      'perhaps in a file that cannot be looked into',
      attached(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 1])),
      '/attachments/0 NOT_READABLE',
    ],
    ['in a file that only calls itself encrypted', attached(`${CODE}`, 'salajane.cdoc'), '/attachments/0 PERSONAL_CODE'],
  ])('a code %s is refused', (_where, one, said) => {
    expect(codeOf(one)).toBe(said);
  });

  it.each([
    ['nothing of the kind', letter],
    ['a CDOC 1 container, whose head names its recipient', attached(CDOC_1, 'otsus.cdoc')],
    ['a CDOC 2 container', attached(new Uint8Array([0x43, 0x44, 0x4f, 0x43, 0x02, 0, 0, 1, 0]), 'otsus.cdoc2')],
    [
      'telephone numbers, accounts and dates',
      { ...letter, text: 'Tel +372 5123 4567, EE38 2200 2210 2014 5685, 3-26-1234, 23.11.2026 10:00, 12345678901234' },
    ],
  ])('%s is let through', (_what, one) => {
    expect(codeOf(one)).toBe('OK');
  });

  it('eleven digits that are no date are no code', () => {
    expect(holdsPersonalCode('39913991234')).toBe(false);
    expect(holdsPersonalCode(CODE)).toBe(true);
    expect(holdsPersonalCode(`EE${CODE}`)).toBe(false);
  });
});
