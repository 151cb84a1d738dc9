import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMessage } from '../../src/xroad/index.ts';
import { personalCode } from '../town.ts';
import { type Door, openDoor, POLICE, soapRequest } from './door.ts';

const CHILD = personalCode(21, '2015-03-04');
const OFFICER = personalCode(22);
const NOTICE = '0192f0c1-7c5e-7d34-9a1b-3c2f5d7e9a01';
const COUNT = sql<{ count: string }>`select count(*) from received_notice`;

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

interface Told {
  readonly id?: string;
  readonly officer?: string;
  readonly sender?: string;
  readonly at?: string;
  readonly place?: string;
  readonly text?: string;
  readonly people?: string;
}

function notice({
  id = NOTICE,
  officer = OFFICER,
  sender = '70008747',
  at = '2026-11-22T09:30:00Z',
  place = '0567',
  text = 'Laps üksi kodus',
  people,
}: Told) {
  const child = people ?? `<isik><roll>LAPS</roll><isikukood>${CHILD}</isikukood><elukoht>Paide</elukoht></isik>`;
  const ehak = place === '' ? '' : `<kohtEhak>${place}</kohtEhak>`;
  return `<t:EsitaAbivajajaTeade xmlns:t="http://teated.star.x-road.eu"><teateId>${id}</teateId><edastaja><registrikood>${sender}</registrikood><ametnikIsikukood>${officer}</ametnikIsikukood><ametnikNimi>Mari Maasikas</ametnikNimi></edastaja><menetluseViide>MIS 1-2/34</menetluseViide><sundmus><aeg>${at}</aeg><kohtAadress>Tallinna tn 1, Paide</kohtAadress>${ehak}<liik>LAPS_ABIVAJAV</liik><kirjeldus>${text}</kirjeldus></sundmus><isikud>${child}</isikud><kiire>true</kiire></t:EsitaAbivajajaTeade>`;
}

async function send(told: Told = {}, client = POLICE) {
  const reply = await door.app.inject({
    method: 'POST',
    url: '/xroad/soap',
    headers: { 'content-type': 'text/xml; charset=UTF-8', soapaction: '""' },
    payload: soapRequest({ client, service: 'EsitaAbivajajaTeade', body: notice(told) }),
  });
  const message = readMessage(reply.rawPayload, String(reply.headers['content-type']));
  if (!message.ok) throw new Error(message.error.text);
  if (message.value.kind === 'fault') return { fault: message.value.fault.code };
  const { xml } = message.value.body;
  const member = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return { number: member('poordumiseNr'), state: member('staatus'), municipality: member('kovEhak') };
}

const kept = async () => Number((await COUNT.execute(door.database.db)).rows[0]?.count);

describe('EsitaAbivajajaTeade v1 (proposed)', () => {
  it('takes a notice once, however often it comes', async () => {
    const first = await send();
    expect(first).toMatchObject({ state: 'VASTU_VOETUD', municipality: '0567', number: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(await send()).toEqual({ ...first, state: 'JUBA_OLEMAS' });
    expect(await kept()).toBe(1);
    const { rows } = await sql<{ content: { isikud: unknown }; urgent: boolean }>`select * from received_notice`.execute(door.database.db);
    expect(rows).toMatchObject([
      { urgent: true, sender: POLICE, ehak: '0567', content: { isikud: { isik: [{ roll: 'LAPS', isikukood: CHILD }] } } },
    ]);
  });

  it('has one notice of those that come at the same time', async () => {
    const id = '0192f0c1-7c5e-7d34-9a1b-3c2f5d7e9a02';
    const answers = await Promise.all(Array.from({ length: 16 }, () => send({ id })));
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
    expect(answers.filter(({ state }) => state === 'VASTU_VOETUD')).toHaveLength(1);
  });

  it('says of no person whether the register knows them, and writes none of them into the log', async () => {
    const log = await door.audit();
    expect(log.filter(({ action }) => action === 'NOTICE_RECEIVED').length).toBeGreaterThan(1);
    for (const { text } of log) for (const person of [CHILD, OFFICER]) expect(text).not.toContain(person);
    for (const { text } of log) expect(text).not.toMatch(/üksi kodus|Maasikas/);
  });

  it.each<[string, Told, string]>([
    ['another notice under the same id', { text: 'Midagi muud' }, 'Client.NoticeDiffers'],
    [
      'a child’s code with a wrong check digit',
      { people: '<isik><roll>LAPS</roll><isikukood>51503040219</isikukood></isik>' },
      'Client.InvalidPersonalCode',
    ],
    ['an official’s', { officer: '38211020380' }, 'Client.InvalidPersonalCode'],
    ['a body that cannot be one', { sender: '70008740' }, 'Client.InvalidRegistryCode'],
    ['a person without code and name', { people: '<isik><roll>LAPS</roll><eesnimi>Juku</eesnimi></isik>' }, 'Client.PersonNotTold'],
    ['an event in the future', { at: '2026-11-22T10:30:00Z' }, 'Client.InvalidEventTime'],
    ['a day that is none', { at: '2026-02-30T10:30:00Z' }, 'Client.SchemaMismatch'],
    ['nobody', { people: '' }, 'Client.SchemaMismatch'],
    ['a text of 10,001 characters', { text: 'a'.repeat(10_001) }, 'Client.SchemaMismatch'],
  ])('refuses %s, and keeps nothing of it', async (_what, told, code) => {
    const before = await kept();
    expect(await send(told)).toEqual({ fault: code });
    expect(await kept()).toBe(before);
  });

  it('takes a person by name, and an event without a place or a zone', async () => {
    const people = '<isik><roll>MUU</roll><eesnimi>Jaan</eesnimi><perekonnanimi>Tamm</perekonnanimi></isik>';
    const answer = await send({ id: '0192f0c1-7c5e-7d34-9a1b-3c2f5d7e9a03', place: '', at: '2026-11-22T11:59:00', people });
    expect(answer).toMatchObject({ state: 'VASTU_VOETUD', municipality: undefined });
  });

  it('is for those alone who may, and their ids are their own', async () => {
    expect(await send({}, 'EE/GOV/74000085/tkis')).toEqual({ fault: 'Client.AccessDenied' });
  });
});
