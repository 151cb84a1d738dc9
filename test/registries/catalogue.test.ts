import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { parsePersonalCode } from '../../src/estonia/index.ts';
import { Temporal } from '../../src/platform/index.ts';
import { ROLES } from '../../src/register/access/index.ts';
import { PROCEEDING_KINDS } from '../../src/register/proceedings/index.ts';
import { catalogue, findQueryType } from '../../src/registries/index.ts';
import { type Contract, openContract } from '../../src/xroad/index.ts';
import { shared } from '../shared.ts';
import { answerBody, contractFileOf } from './answer-body.ts';
import { BODIES, CANARY } from './bodies/index.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const subject = parsePersonalCode('47101010033');
if (subject === undefined) throw new Error('not a personal code');

const opened = new Map<string, Contract>();

function validator(file: string): Contract {
  const known = opened.get(file);
  if (known !== undefined) return known;
  const contract = openContract(readFileSync(file, 'utf8'));
  if (!contract.ok) throw new Error(contract.error.text);
  opened.set(file, contract.value);
  return contract.value;
}

it('has bodies for every query type, and every type is allowed somewhere to somebody', () => {
  expect(Object.keys(BODIES).sort()).toEqual(catalogue.map(({ code }) => code).sort());
  for (const type of catalogue) {
    expect(PROCEEDING_KINDS).toEqual(expect.arrayContaining([...type.allowedKinds]));
    expect(ROLES).toEqual(expect.arrayContaining([...type.roles]));
    expect(type.allowedKinds.length * type.roles.length * type.fields.length).toBeGreaterThan(0);
    expect(type.deadlineSeconds).toBeLessThan(60);
    if (type.storage.class === 'DISPLAY_ONLY') expect(type.freshHours).toBeLessThanOrEqual(24);
  }
});

describe.each(catalogue.map((type) => [type.code, type] as const))('%s', (code, type) => {
  const bodies = BODIES[code];
  if (bodies === undefined) throw new Error(`no bodies for ${code}`);
  const question = { subject, parameters: { ...bodies.parameters, ...bodies.fixed }, today };
  const read = (xml: string) => type.readAnswer(answerBody(xml), question);
  const ours = validator(contractFileOf(bodies.contract));

  it('asks in the register’s own form', () => {
    expect(Check(type.parameters, bodies.parameters)).toBe(true);
    const request = type.buildRequest(question);
    expect(request.ok && ours.validate(request.value)).toEqual({ ok: true, value: undefined });
    const real = join(shared, 'registries/wsdl', bodies.real ?? '');
    if (bodies.real !== undefined && existsSync(real))
      expect(request.ok && validator(real).validate(request.value)).toEqual({ ok: true, value: undefined });
  });

  it('has golden bodies, which the contract watch replays', async () => {
    const request = type.buildRequest(question);
    await expect(request.ok && request.value).toMatchFileSnapshot(`../../wsdl/golden/${code}.request.xml`);
    await expect(bodies.found).toMatchFileSnapshot(`../../wsdl/golden/${code}.answer.xml`);
  });

  it('reads what was found, and only the fields it says it needs', () => {
    const reading = read(bodies.found);
    if (!reading.ok || reading.value.state !== 'FOUND') throw new Error(JSON.stringify(reading));
    expect(JSON.stringify(reading.value.record)).not.toContain(CANARY);
    expect(reading.value.record).toMatchSnapshot();
    const text = JSON.stringify(reading.value.record);
    expect(text).not.toContain('""');
    expect(text).not.toContain('null');
  });

  const { notFound, businessError } = bodies;
  if (typeof notFound === 'string') {
    it('knows the register’s way of saying that there is nothing, and repeats no personal code', () => {
      const reading = read(notFound);
      expect(reading).toMatchObject({ ok: true, value: { state: 'NOT_FOUND' } });
      expect(JSON.stringify(reading)).not.toMatch(/\d{11}/);
    });
  }

  if (typeof businessError === 'string') {
    it('knows a refusal in the body from "nothing", and repeats no personal code', () => {
      const reading = read(businessError);
      expect(reading).toMatchObject({ ok: true, value: { state: 'REJECTED', reason: expect.any(String) } });
      expect(JSON.stringify(reading)).not.toMatch(/\d{11}/);
    });
  }

  const { another } = bodies;
  if (typeof another === 'string') {
    it('does not believe an answer about somebody else', () => {
      const refused = read(another);
      expect(refused).toMatchObject({ ok: false, error: { code: 'ANSWER_ABOUT_ANOTHER' } });
      expect(JSON.stringify(refused)).not.toMatch(/\d{11}/);
    });
  }

  it('refuses an answer that is not valid, or not of this service', () => {
    const withExtra = bodies.found.replace(/(<\/\w+:\w+>)$/, '<lisa>47101010033</lisa>$1');
    const refused = read(withExtra);
    expect(refused).toMatchObject({ ok: false, error: { code: 'SCHEMA_MISMATCH' } });
    expect(JSON.stringify(refused)).not.toContain('47101010033');
    const request = type.buildRequest(question);
    expect(read(request.ok ? request.value : '')).toMatchObject({ ok: false, error: { code: 'SCHEMA_MISMATCH' } });
  });
});

describe('EMTA.EMPLOYER_AND_HK_PAYMENTS, before the declarations are in', () => {
  const type = findQueryType('EMTA.EMPLOYER_AND_HK_PAYMENTS');
  const bodies = BODIES['EMTA.EMPLOYER_AND_HK_PAYMENTS'];
  const readOn = (day: string, from: string, to: string, xml = bodies?.notFound) =>
    type?.readAnswer(answerBody(String(xml)), { subject, parameters: { from, to }, today: Temporal.PlainDate.from(day) });

  it('is not yet due until the 11th, and never reads as no income', () => {
    expect(readOn('2026-11-10', '2026-10', '2026-10')).toEqual({ ok: true, value: { state: 'NOT_YET_DUE', from: '2026-11-11' } });
    expect(readOn('2026-11-11', '2026-10', '2026-10')).toMatchObject({ value: { state: 'NOT_FOUND' } });
    expect(readOn('2026-12-31', '2026-12', '2026-12')).toEqual({ ok: true, value: { state: 'NOT_YET_DUE', from: '2027-01-11' } });
  });

  it('is partial when only some months are complete, and names the others', () => {
    expect(readOn('2026-11-05', '2026-08', '2026-10', bodies?.found)).toMatchObject({ value: { state: 'PARTIAL', missing: ['2026-10'] } });
  });
});
