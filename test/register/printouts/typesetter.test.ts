import { afterAll, expect, it } from 'vitest';
import { Temporal } from '../../../src/platform/index.ts';
import { openTypesetter } from '../../../src/register/printouts/index.ts';
import { type Printout, printable } from '../../../src/register/printouts/printout.ts';
import { hasPoppler, readPdf } from './pdf.ts';

const typesetter = openTypesetter();
afterAll(() => typesetter.close());

const printout = (text: string): Printout => ({
  id: '01a21ed3-0000-7000-8000-000000000000',
  title: 'Proov',
  language: 'et',
  madeAt: Temporal.Instant.from('2026-11-23T10:00:00Z'),
  madeBy: { name: 'Mari Maasikas', institution: 'Näidisvald' },
  mark: undefined,
  sections: [
    { kind: 'FIELDS', heading: 'Andmed', fields: [['Tekst', text]] },
    { kind: 'TABLE', heading: 'Read', columns: [{ name: 'Veerg', width: 1 }], rows: [[text]] },
    { kind: 'TABLE', heading: 'Tühi', columns: [{ name: 'Veerg', width: 1 }], rows: [] },
  ],
});

it('has a letter for every sign that it lets through', async () => {
  const all = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter((sign) => printable(sign) === sign);
  expect(all.length).toBeGreaterThan(1900);
  // What cannot be shown is an error of the standard that it keeps.
  await expect(typesetter.typeset(printout(all.map((sign) => `a${sign}`).join(' ')))).resolves.toBeInstanceOf(Uint8Array);
});

it.each([
  ['what the typeface has no letter for', 'kass 😺 ja 漢字', 'kass \ufffd ja \ufffd\ufffd'],
  ['control signs', 'a\u0000b\u0007c', 'a\ufffdb\ufffdc'],
  ['half a character', 'a\ud800b', 'a\ufffdb'],
])('shows that something stood there: %s', async (_what, text, shown) => {
  expect(printable(text)).toBe(shown);
  await expect(typesetter.typeset(printout(text))).resolves.toBeInstanceOf(Uint8Array);
});

it('goes on after one that cannot be set', async () => {
  await expect(typesetter.typeset({ ...printout('a'), title: '' })).rejects.toThrow();
  await expect(typesetter.typeset(printout('b'))).resolves.toBeInstanceOf(Uint8Array);
});

it('reads nothing of a text as markup', async () => {
  const text = '#panic("no") $x^2$ *paks* _kaldu_ = pealkiri @viide <silt> \\ // märkus `kood` #read("/etc/passwd")';
  const bytes = await typesetter.typeset(printout(text));
  if (!hasPoppler()) return;
  expect(readPdf(bytes).pages.join('\n').replace(/\s+/g, ' ')).toContain(text);
});

it('breaks what has no place to break, and leaves nothing between its signs', async () => {
  const hash = 'uC6aeOs3Vi6sJVOPf2mbADSDmrrkkD0qiHAyy'.repeat(8);
  const bytes = await typesetter.typeset(printout(hash));
  if (!hasPoppler()) return;
  const [page = ''] = readPdf(bytes).pages;
  expect(page.replace(/\s/g, '')).toContain(hash);
});

it('sets several that are asked for at once, each as it is', async () => {
  const files = await Promise.all(['esimene', 'teine', 'kolmas'].map((text) => typesetter.typeset(printout(text))));
  if (!hasPoppler()) return;
  expect(files.map((file) => /esimene|teine|kolmas/.exec(readPdf(file).pages.join(''))?.[0])).toEqual(['esimene', 'teine', 'kolmas']);
});
