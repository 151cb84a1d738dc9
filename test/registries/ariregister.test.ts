import { expect, it } from 'vitest';
import { Temporal } from '../../src/platform/index.ts';
import { company, holdings } from '../../src/registries/ariregister/index.ts';
import { answerBody } from './answer-body.ts';
import { ariregisterBodies } from './bodies/ariregister.ts';
import { ANOTHER, CANARY, SUBJECT } from './bodies/index.ts';

const subject = SUBJECT as Parameters<typeof holdings.buildRequest>[0]['subject'];
const today = Temporal.PlainDate.from('2026-11-23');
const bodies = (code: string) => {
  const found = ariregisterBodies[code];
  if (found === undefined) throw new Error(`no bodies for ${code}`);
  return found;
};
const read = (xml: string) => holdings.readAnswer(answerBody(xml), { subject, today, parameters: {} });
const { found, notFound } = bodies('BUSINESS.HOLDINGS');

it('BUSINESS.HOLDINGS: companies that are counted and not listed are missing, not absent', () => {
  expect(read(String(notFound).replace('arv>0<', 'arv>2<'))).toMatchObject({ value: { state: 'PARTIAL', missing: ['companies'] } });
  expect(read(found.replace('arv>1<', 'arv>2<'))).toMatchObject({ value: { state: 'PARTIAL', missing: ['companies'] } });
});

it('BUSINESS.HOLDINGS: a member of a building association has a part in it, and so has who profits in the end', () => {
  const alone = found.replace(
    /<a:kaardile_kantud_isikud>.*<\/a:isikuandmed>/,
    '<a:kaardile_kantud_isikud/><a:kaardivalised_isikud/>LISTS</a:isikuandmed>',
  );
  const member = `<a:hooneyhistu_liikmed><a:item><a:liikmed><a:item><a:isikukood_registrikood>${SUBJECT}</a:isikukood_registrikood></a:item></a:liikmed></a:item></a:hooneyhistu_liikmed>`;
  const owner = `<a:hooneyhistu_liikmed/><a:kasusaajad><a:kasusaaja><a:kirje_id>1</a:kirje_id><a:isikukood>${SUBJECT}</a:isikukood></a:kasusaaja></a:kasusaajad>`;
  const withParts = (code: string) => ({ value: { state: 'FOUND', record: { companies: [{ parts: [{ role: { code } }] }] } } });
  expect(read(alone.replace('LISTS', member))).toMatchObject(withParts('HUL'));
  expect(read(alone.replace('LISTS', owner))).toMatchObject(withParts('W'));
  expect(read(alone.replace('LISTS', member.replace(SUBJECT, ANOTHER)))).toMatchObject({ error: { code: 'ANSWER_ABOUT_ANOTHER' } });
});

it('BUSINESS.HOLDINGS: a part that begins tomorrow is not believed', () => {
  expect(read(found.replaceAll('2020-02-03', '2026-11-24'))).toMatchObject({ error: { code: 'ANSWER_FROM_THE_FUTURE' } });
});

it('BUSINESS.COMPANY: shareholders are not shown, wherever they stand', () => {
  const { found, parameters } = bodies('BUSINESS.COMPANY');
  const shareholder = `<a:item><a:isiku_roll>OSAN</a:isiku_roll><a:nimi_arinimi>${CANARY}</a:nimi_arinimi></a:item>`;
  const supervisor = `<a:item><a:isiku_roll>N</a:isiku_roll><a:nimi_arinimi>${CANARY}</a:nimi_arinimi></a:item>`;
  const body = found.replace('<a:kaardile_kantud_isikud>', `$&${shareholder}`).replace('<a:kaardivalised_isikud>', `$&${supervisor}`);
  const reading = company.readAnswer(answerBody(body), { subject, today, parameters: { registryCode: String(parameters.registryCode) } });
  expect(reading).toMatchObject({ value: { state: 'FOUND' } });
  expect(JSON.stringify(reading)).not.toContain(CANARY);
});

it('no application’s password ever leaves', () => {
  for (const body of [
    holdings.buildRequest({ subject, today, parameters: {} }),
    company.buildRequest({ subject, today, parameters: { registryCode: '10000018' } }),
  ])
    expect(body.ok && body.value).not.toMatch(/parool|kasutajanimi|sessioon/);
});
