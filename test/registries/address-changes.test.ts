import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, Temporal, ZONE } from '../../src/platform/index.ts';
import { type AddressChange, addressChanges } from '../../src/registries/index.ts';
import { addressLog } from '../../src/simulator/facts/address-log.ts';
import { openContract, parseClientId, prepareRequest, xroadClient } from '../../src/xroad/index.ts';
import { realAddressChanges } from '../conformance/ads-contract.ts';
import { STAR, SUBSYSTEMS } from '../installation.ts';
import { hasShared } from '../shared.ts';
import { openWorld, type World } from '../simulator/world.ts';
import { answerBody } from './answer-body.ts';

const now = Temporal.ZonedDateTime.from(`2026-11-23T12:00:00[${ZONE}]`);
const answer = (content: string) => `<m:ADSaadrmuudatusedResponse xmlns:m="http://www.maaamet.ee">${content}</m:ADSaadrmuudatusedResponse>`;
interface Line {
  readonly logId: number | string;
  readonly stamp: string;
  readonly event: string;
  readonly adrId: string;
  readonly address: string;
  readonly former: string;
  readonly kin: string;
}
const line = ({ logId, stamp = '2026-11-20T09:15:00', event = 'U', ...more }: Partial<Line>) => {
  const { adrId = '3000001', address = 'Vana-Tallinna tn 1, Paide linn, Järva maakond', former = '', kin = '' } = more;
  return `<muudatus><logId>${logId}</logId><logStamp>${stamp}</logStamp><syndmus>${event}</syndmus><koodAadress>37784</koodAadress><adrId>${adrId}</adrId><taisAadress>${address}</taisAadress>${former}${kin}<poleSeotud>false</poleSeotud></muudatus>`;
};
const page = (...lines: readonly Partial<Line>[]) => answer(`<muudatused>${lines.map(line).join('')}</muudatused>`);
const read = (xml: string, cursor = '2026-11-14', at = now) => addressChanges.readAnswer(answerBody(xml), cursor, at);
const rising = (n: number, first = 1) => Array.from({ length: n }, (_, index) => ({ logId: first + index }));

describe('a question for changes of addresses', () => {
  const real = hasShared('the question against the real contract') ? openContract(realAddressChanges()) : undefined;

  it('begins ten days back, the present one among them, and goes on behind a line of the log', () => {
    expect(addressChanges.begin(now)).toBe('2026-11-14');
    const [first, next] = ['2026-11-14', '2026-11-14/9829001'].map((cursor) => addressChanges.buildRequest(cursor, now));
    expect(first?.ok && first.value).toContain(
      '<muudetudAlates>2026-11-14</muudetudAlates><muudetudPaevad>10</muudetudPaevad><maxarv>100</maxarv><aadressJarglased>true</aadressJarglased>',
    );
    expect(next?.ok && next.value).toContain('<muudetudPaevad>10</muudetudPaevad><logId>9829001</logId><maxarv>100</maxarv>');
    for (const request of [first, next])
      expect(real === undefined || (real.ok && request?.ok && real.value.validate(request.value).ok)).toBe(true);
  });

  it.each(['', 'eile', '2026-02-30', '2026-11-14/', '2026-11-14/x', '9829001'])('is not put from "%s", which is no cursor', (cursor) => {
    const refused = { ok: false, error: { code: 'SCHEMA_MISMATCH', problems: [{ path: 'logId', rule: 'NOT_A_CURSOR' }] } };
    expect(addressChanges.buildRequest(cursor, now)).toEqual(refused);
    expect(read(answer(''), cursor)).toEqual(refused);
  });
});

describe('an answer with changes of addresses', () => {
  it('tells what became of each, with addresses before and after', () => {
    const came = read(
      page(
        { logId: 11, former: '<vanaAdrId>2000001</vanaAdrId><vanaTaisAadress>Tallinna tn 1</vanaTaisAadress>' },
        { logId: 12, event: 'D', stamp: '2026-11-20T09:15:00.5Z', kin: '<jarglased>3000002, 3000003</jarglased>' },
        { logId: 15, event: 'I', stamp: '2026-11-20T09:15:00+05:00', kin: '<eellased>2000002;2000002</eellased>' },
        { logId: 16, event: 'X' },
      ),
    );
    const address = 'Vana-Tallinna tn 1, Paide linn, Järva maakond';
    const label = { et: expect.any(String), en: expect.any(String), ru: expect.any(String) };
    const none = { adrId: '3000001', address, predecessors: [], successors: [] };
    const changes: readonly AddressChange[] = [
      { ...none, logId: '11', at: '2026-11-20T07:15:00Z', event: { code: 'CHANGED', label }, formerAdrId: '2000001' },
      { ...none, logId: '12', at: '2026-11-20T09:15:00.5Z', event: { code: 'ENDED', label }, successors: ['3000002', '3000003'] },
      { ...none, logId: '15', at: '2026-11-20T04:15:00Z', event: { code: 'INSERTED', label }, predecessors: ['2000002'] },
      { ...none, logId: '16', at: '2026-11-20T07:15:00Z', event: { code: 'X' } },
    ];
    expect(came).toEqual({ ok: true, value: { state: 'READ', changes, cursor: '2026-11-22/16', more: false } });
  });

  it('without any is read, and so is one that says so by a fault', () => {
    const nothing = { ok: true, value: { state: 'READ', changes: [], cursor: '2026-11-22/10', more: false } };
    expect(read(answer(''), '2026-11-14/10')).toEqual(nothing);
    const said = answer('<fault><faultCode>3</faultCode><faultString>Muudatusi ei leitud</faultString></fault>');
    expect(read(said, '2026-11-14/10')).toEqual(nothing);
  });

  it.each([
    ['a full page: the same days, behind its last line', '2026-11-14', rising(100), '2026-11-14/100', true],
    ['days that have not all passed: from yesterday on', '2026-11-14', rising(99), '2026-11-22/99', false],
    ['yesterday and later: the same', '2026-11-22/7', [], '2026-11-22/7', false],
    ['today: the same', '2026-11-23/7', [], '2026-11-23/7', false],
    ['days that passed only last night: yesterday once more', '2026-11-13/7', [], '2026-11-22/7', true],
    ['days long past: the next ten', '2026-10-01/7', rising(1, 8), '2026-10-11/8', true],
    ['days long past in which nothing was: the next ten', '2026-10-01', [], '2026-10-11', true],
  ])('goes on after %s', (_what, from, lines, cursor, more) => {
    const xml = lines.length === 0 ? answer('') : page(...lines);
    expect(read(xml, from)).toMatchObject({ ok: true, value: { state: 'READ', cursor, more } });
  });

  it('that is a refusal is one, without the code of whom it names', () => {
    const refused = answer('<fault><faultCode>12</faultCode><faultString>Kasutajal 47101010033 puudub õigus</faultString></fault>');
    expect(read(refused)).toEqual({ ok: true, value: { state: 'REJECTED', reason: '12', text: 'Kasutajal … puudub õigus' } });
    const mute = answer('<fault><faultCode></faultCode><faultString></faultString></fault>');
    expect(read(mute)).toEqual({ ok: true, value: { state: 'REJECTED', reason: 'FAULT' } });
  });

  it.each([
    ['its lines do not rise', page({ logId: 12 }, { logId: 11 }), 'SCHEMA_MISMATCH', 'muudatused/muudatus/logId ABOVE_THE_ONE_BEFORE'],
    ['a line comes twice', page({ logId: 12 }, { logId: 12 }), 'SCHEMA_MISMATCH', 'muudatused/muudatus/logId ABOVE_THE_ONE_BEFORE'],
    ['a line was read before', page({ logId: 10 }), 'SCHEMA_MISMATCH', 'muudatused/muudatus/logId ABOVE_THE_ONE_BEFORE'],
    ['a line has no number', page({ logId: -12 }), 'SCHEMA_MISMATCH', 'muudatused/muudatus/logId NOT_AN_ID'],
    [
      'a line is of tomorrow',
      page({ logId: 12, stamp: '2026-11-24T00:00:00' }),
      'ANSWER_FROM_THE_FUTURE',
      'muudatused/muudatus/logStamp NOT_AFTER_TODAY',
    ],
    [
      'it is tomorrow in Tallinn',
      page({ logId: 12, stamp: '2026-11-23T22:00:00Z' }),
      'ANSWER_FROM_THE_FUTURE',
      'muudatused/muudatus/logStamp NOT_AFTER_TODAY',
    ],
    [
      'a line is of the hour 24',
      page({ logId: 12, stamp: '2026-11-20T24:00:00' }),
      'SCHEMA_MISMATCH',
      'muudatused/muudatus/logStamp NOT_A_TIME',
    ],
    ['there are more lines than were asked for', page(...rising(101, 11)), 'ANSWER_TOO_LONG', 'muudatused/muudatus AT_MOST_100'],
    ['nobody says what happened', page({ logId: 12, event: ' ' }), 'SCHEMA_MISMATCH', 'muudatused/muudatus/syndmus IS_SAID'],
    ['nobody says to which address', page({ logId: 12, adrId: '0' }), 'SCHEMA_MISMATCH', 'muudatused/muudatus/adrId NOT_AN_ID'],
    ['an address says nothing', page({ logId: 12, address: '' }), 'SCHEMA_MISMATCH', 'muudatused/muudatus/taisAadress IS_SAID'],
  ])('is not believed where %s', (_why, xml, code, where) => {
    const [path = '', rule = ''] = where.split(' ');
    expect(read(xml, '2026-11-14/10')).toEqual({ ok: false, error: { code, problems: [{ path, rule }] } });
  });

  it('takes the last of a page and of a log id as long as they come', () => {
    expect(read(page(...rising(100, 11)), '2026-11-14/10')).toMatchObject({ ok: true });
    const long = page({ logId: '99999999999999998' }, { logId: '99999999999999999' });
    expect(read(long)).toMatchObject({ value: { cursor: '2026-11-22/99999999999999999' } });
  });

  it('is not read when it is not valid, or another service’s', () => {
    for (const xml of [answer('<muudatused/>'), answer('<lisa>47101010033</lisa>'), '<m:muu xmlns:m="http://www.maaamet.ee"/>']) {
      const refused = read(xml);
      expect(refused).toMatchObject({ ok: false, error: { code: 'SCHEMA_MISMATCH' } });
      expect(JSON.stringify(refused)).not.toMatch(/\d{11}/);
    }
  });
});

describe('the simulated address system', () => {
  const xroad = { current: undefined as ReturnType<typeof xroadClient> | undefined };
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    xroad.current = xroadClient({ securityServers: [world.simulator.url] });
  });
  afterAll(async () => {
    await xroad.current?.close();
    await world.close();
  });
  const real = hasShared('the simulated log against the real contract') ? openContract(realAddressChanges()) : undefined;

  /** One question and what came of it, on a day. */
  async function ask(cursor: string, today: string) {
    const [client, provider] = [parseClientId(STAR), parseClientId(SUBSYSTEMS.ads ?? '')];
    const body = addressChanges.buildRequest(cursor, now);
    if (client === undefined || provider === undefined || !body.ok || xroad.current === undefined) throw new Error('cannot be asked');
    const service = { ...provider, serviceCode: addressChanges.service.code, serviceVersion: addressChanges.service.version ?? '' };
    const request = prepareRequest({ client, service, id: newId(), userId: 'EE60001019906', protocolVersion: '4.0' }, body.value);
    if (!request.ok) throw new Error(request.error.text);
    await world.control('PUT', 'date', { date: today });
    const outcome = await xroad.current.exchange(request.value, { deadlineMs: 5000 });
    if (outcome.kind !== 'answered') throw new Error(JSON.stringify(outcome));
    expect(real === undefined || (real.ok && real.value.validate(outcome.body).ok)).toBe(true);
    const came = addressChanges.readAnswer(outcome.body, cursor, Temporal.ZonedDateTime.from(`${today}T12:00:00[${ZONE}]`));
    if (!came.ok || came.value.state !== 'READ') throw new Error(JSON.stringify(came));
    return came.value;
  }

  /** All that there is to be read, question after question. */
  async function readThrough(from: string, today: string) {
    const changes: AddressChange[] = [];
    let cursor = from;
    for (let questions = 1; questions < 200; questions++) {
      const came = await ask(cursor, today);
      changes.push(...came.changes);
      cursor = came.cursor;
      if (!came.more) return { changes, cursor, questions };
    }
    throw new Error('there is no end of it');
  }

  it('tells every line of its log once, however often and whenever it is asked', async () => {
    const ids = (until: string) => addressLog(world.country, Temporal.PlainDate.from(until)).map(({ logId }) => String(logId));
    const first = await readThrough('2025-12-20', '2026-11-23');
    expect(first.changes.map(({ logId }) => logId)).toEqual(ids('2026-11-23'));
    expect(first.changes.length).toBeGreaterThan(150);
    expect(new Set(first.changes.map(({ event }) => event.code))).toEqual(new Set(['INSERTED', 'CHANGED', 'ENDED']));
    expect(await readThrough(first.cursor, '2026-11-23')).toEqual({ changes: [], cursor: first.cursor, questions: 1 });
    // Two months in which nobody asked.
    const second = await readThrough(first.cursor, '2027-01-25');
    expect([...first.changes, ...second.changes].map(({ logId }) => logId)).toEqual(ids('2027-01-25'));
    await world.control('PUT', 'date', { date: null });
  });

  it('agrees with itself: what an address has become is what is found under it', async () => {
    const log = addressLog(world.country, Temporal.PlainDate.from('2026-11-23'));
    const lived = new Set(world.country.firstAddresses);
    for (const { event, version, former, predecessor, successor } of log) {
      expect(lived.has(version.address)).toBe(event !== 'D');
      expect([former, predecessor, successor].filter((one) => one !== undefined)).toHaveLength(1);
    }
    const later = addressLog(world.country, Temporal.PlainDate.from('2028-12-31')).slice(log.length);
    expect(later.length).toBeGreaterThan(200);
    expect(later.filter(({ event }) => event === 'U').every(({ former }) => lived.has(former?.address ?? ''))).toBe(true);
  });
});
