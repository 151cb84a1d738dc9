import { expect, it } from 'vitest';
import { Temporal } from '../../src/platform/index.ts';
import { properties, property } from '../../src/registries/kinnistusraamat/index.ts';
import { answerBody } from './answer-body.ts';
import { ANOTHER, BODIES, SUBJECT } from './bodies/index.ts';
import { MORE_PAGES } from './bodies/kinnistusraamat.ts';

const subject = SUBJECT as Parameters<typeof properties.buildRequest>[0]['subject'];
const today = Temporal.PlainDate.from('2026-11-23');

it('LAND.PROPERTIES: what the first page leaves out is missing, not absent', () => {
  const reading = properties.readAnswer(answerBody(MORE_PAGES), { subject, today, parameters: {} });
  expect(reading).toMatchObject({ ok: true, value: { state: 'PARTIAL', missing: ['pages'] } });
});

it('no application’s password ever leaves', () => {
  for (const body of [
    properties.buildRequest({ subject, today, parameters: {} }),
    property.buildRequest({ subject, today, parameters: { registerPart: '1' } }),
  ])
    expect(body.ok && body.value).not.toMatch(/parool|kasutajanimi/);
});

it('LAND.PROPERTY: of a property in which the person has no share nothing is kept', () => {
  const found = BODIES['LAND.PROPERTY']?.found ?? '';
  const others = found.replaceAll(SUBJECT, ANOTHER);
  const reading = property.readAnswer(answerBody(others), { subject, today, parameters: { registerPart: '1234567' } });
  expect(reading).toEqual({ ok: true, value: { state: 'REJECTED', reason: 'NO_SHARE_OF_THE_SUBJECT' } });
});

it('LAND.PROPERTIES: nothing but the register’s word for it reads as owning nothing', () => {
  const [found, notFound] = [String(BODIES['LAND.PROPERTIES']?.found), String(BODIES['LAND.PROPERTIES']?.notFound)];
  const read = (xml: string) => properties.readAnswer(answerBody(xml), { subject, today, parameters: {} });
  expect(read(notFound)).toMatchObject({ value: { state: 'NOT_FOUND' } });
  expect(read(notFound.replace('kokku>0<', 'kokku>2<'))).toMatchObject({ value: { state: 'PARTIAL', missing: ['pages'] } });
  expect(read(notFound.replace('>OK<', '>Puudub õigus päringuks<'))).toMatchObject({ value: { state: 'REJECTED' } });
  expect(read(found.replace('>OK<', '><'))).toMatchObject({ value: { state: 'REJECTED' } });
});
