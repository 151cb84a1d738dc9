import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Month, parseMonth, parseRegistryCode, type RegistryCode } from '../../src/estonia/index.ts';
import { ROLES } from '../../src/register/access/index.ts';
import { declarations } from '../../src/registries/index.ts';
import { openContract, parseClientId, prepareRequest, readRequest } from '../../src/xroad/index.ts';
import { shared } from '../shared.ts';
import { answerBody, contractFileOf } from './answer-body.ts';

const NS = 'xmlns:e="http://emta-v6.x-road.eu"';
const REFERENCE = '0197a000-0000-7000-8000-000000000001';
const CANARY = 'Isik 47101010033';

function opened(file: string) {
  const contract = openContract(readFileSync(file, 'utf8'));
  if (!contract.ok) throw new Error(contract.error.text);
  return contract.value;
}

const real = join(shared, 'registries/wsdl/emta/mkrliides-uploader.wsdl');
const contracts = [opened(contractFileOf('mkrliides.wsdl')), ...(existsSync(real) ? [opened(real)] : [])];

const file = {
  reference: REFERENCE,
  institution: parseRegistryCode('77000312') as RegistryCode,
  month: parseMonth('2026-10') as Month,
  content: Buffer.from([0, 255, 13, 10, 45, 45]),
};

const props = (...pairs: readonly (readonly [string, string])[]) =>
  `<props>${pairs.map(([key, value]) => `<prop key="${key}">${value}</prop>`).join('')}</props>`;
const uploaded = (codes: readonly string[], echo = props(['viide', REFERENCE])) =>
  `<e:uploadMimeResponse ${NS}><request><target>TSD</target>${echo}</request><response><messages>${codes
    .map((code) => `<item><code>${code}</code><description>${CANARY}</description></item>`)
    .join('')}</messages></response></e:uploadMimeResponse>`;
const looked = (content: string) =>
  `<e:downloadMimeResponse ${NS}><request><target>TSD</target><id>${REFERENCE}</id></request><response>${content}</response></e:downloadMimeResponse>`;

const answer = (xml: string) => {
  for (const contract of contracts) expect(contract.validate(xml)).toEqual({ ok: true, value: undefined });
  return { body: answerBody(xml), attachments: [] };
};
const upload = (...told: Parameters<typeof uploaded>) => declarations.upload.read(answer(uploaded(...told)), REFERENCE);
const look = (content: string) => declarations.look.read(answer(looked(content)), REFERENCE);

it('is declared by those who settle, within the time that a register has', () => {
  expect(ROLES).toEqual(expect.arrayContaining([...declarations.roles]));
  expect(declarations.deadlineSeconds).toBeLessThan(60);
});

describe('an upload', () => {
  it('leaves in the real form, and its file beside it, byte for byte', () => {
    const message = declarations.upload.write(file);
    if (!message.ok) throw new Error(JSON.stringify(message.error));
    const { body, attachments } = message.value;
    for (const contract of contracts) expect(contract.validate(body)).toEqual({ ok: true, value: undefined });
    expect(body).toContain('<target>TSD</target><operation>KinnitaDeklaratsioon</operation>');
    expect(body).toContain('<prop key="periood">10.2026</prop>');
    const client = parseClientId('EE/GOV/70009770/star');
    const provider = parseClientId('EE/GOV/70000349/mkrliides');
    if (client === undefined || provider === undefined) throw new Error('no subsystem');
    const service = { ...provider, serviceCode: declarations.upload.service.code, serviceVersion: 'v1' };
    const prepared = prepareRequest({ client, service, id: 'id-1', userId: 'EE47101010033', protocolVersion: '4.0' }, body, attachments);
    if (!prepared.ok || !(prepared.value.body instanceof Uint8Array)) throw new Error('nothing to send');
    const arrived = readRequest({ method: 'POST', contentType: prepared.value.contentType, soapAction: '""', bytes: prepared.value.body });
    if (!arrived.ok) throw new Error(arrived.error.text);
    const [, cid] = /href="cid:([^"]+)"/.exec(body) ?? [];
    expect(arrived.value.attachments).toHaveLength(1);
    expect(arrived.value.attachments[0]).toMatchObject({
      contentId: decodeURIComponent(cid ?? ''),
      contentType: 'application/octet-stream',
    });
    expect(Buffer.from(arrived.value.attachments[0]?.bytes ?? [])).toEqual(file.content);
  });

  it.each([
    ['ACCEPTED', ['OK']],
    ['ACCEPTED', ['OK', 'VASTU_VOETUD']],
    ['REJECTED', ['VIGA']],
    ['REJECTED', ['TAGASI_LYKATUD', 'VIGA']],
    // Neither yes nor no: a code that nobody knows, among others too, or both at once.
    ['NOT_UNDERSTOOD', ['0']],
    ['NOT_UNDERSTOOD', ['ok']],
    ['NOT_UNDERSTOOD', ['OK', 'HOIATUS']],
    ['NOT_UNDERSTOOD', ['OK', 'VIGA']],
    ['NOT_UNDERSTOOD', ['']],
    ['NOT_UNDERSTOOD', ['toString']],
  ] as const)('comes to %s by %j', (state, codes) => {
    const reading = upload(codes);
    expect(reading).toMatchObject({ ok: true, value: { state } });
    expect(JSON.stringify(reading)).not.toContain(CANARY);
  });

  it('keeps no code that may be a sentence or a person', () => {
    expect(upload([CANARY, '47101010033', 'K'.repeat(41)])).toEqual({
      ok: true,
      value: { state: 'NOT_UNDERSTOOD', codes: ['NOT_A_CODE', 'NOT_A_CODE', 'NOT_A_CODE'] },
    });
  });

  it('is not answered by what is said of another, nor by what is off the contract', () => {
    expect(upload(['OK'], props(['viide', 'muu']))).toMatchObject({ ok: false, error: { code: 'ANSWER_ABOUT_ANOTHER' } });
    expect(upload(['OK'], '')).toMatchObject({ ok: true, value: { state: 'ACCEPTED' } });
    for (const xml of [uploaded(['OK']).replace('</messages>', `</messages><lisa>${CANARY}</lisa>`), looked('')]) {
      const refused = declarations.upload.read({ body: answerBody(xml), attachments: [] }, REFERENCE);
      expect(refused).toMatchObject({ ok: false, error: { code: 'SCHEMA_MISMATCH' } });
      expect(JSON.stringify(refused)).not.toMatch(/\d{11}/);
    }
  });
});

describe('a look', () => {
  it('asks by our reference', () => {
    const message = declarations.look.write(REFERENCE);
    if (!message.ok) throw new Error(JSON.stringify(message.error));
    for (const contract of contracts) expect(contract.validate(message.value.body)).toEqual({ ok: true, value: undefined });
    expect(message.value.body).toContain(`<id>${REFERENCE}</id>`);
  });

  it('proves what an answer with our reference and a known code says, and nothing else', () => {
    expect(look(props(['viide', REFERENCE], ['kood', 'OK']))).toMatchObject({ value: { state: 'ACCEPTED', codes: ['OK'] } });
    expect(look(props(['viide', REFERENCE], ['kood', 'VIGA']))).toMatchObject({ value: { state: 'REJECTED' } });
    for (const content of [
      '',
      props(['kood', 'OK']),
      props(['viide', REFERENCE]),
      props(['viide', REFERENCE], ['kood', 'MUU']),
      props(['viide', REFERENCE], ['kood', 'OK'], ['kood', 'VIGA']),
      '<file href="cid:x"/>',
      `<faultCode>OK</faultCode><faultString>${CANARY}</faultString>`,
      '<faultCode>PUUDUB</faultCode><faultString>Sõnumit ei leitud</faultString>',
    ])
      expect(look(content)).toMatchObject({ ok: true, value: { state: 'NOT_UNDERSTOOD' } });
    expect(look(props(['viide', 'muu'], ['kood', 'OK']))).toMatchObject({ ok: false, error: { code: 'ANSWER_ABOUT_ANOTHER' } });
  });
});

it('has golden bodies of both steps, which the contract watch replays', async () => {
  const [upload, look] = [declarations.upload.write(file), declarations.look.write(REFERENCE)];
  for (const [step, request, came] of [
    ['upload', upload, uploaded(['OK'])],
    ['look', look, looked(props(['viide', REFERENCE], ['kood', 'OK']))],
  ] as const) {
    // Each message names its file anew.
    const body = request.ok ? request.value.body.replace(/cid:[^"]+/, 'cid:golden') : '';
    await expect(body).toMatchFileSnapshot(`../../wsdl/golden/${declarations.code}.${step}.request.xml`);
    await expect(answer(came) && came).toMatchFileSnapshot(`../../wsdl/golden/${declarations.code}.${step}.answer.xml`);
  }
});
