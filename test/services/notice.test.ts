import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonalCode } from '../../src/estonia/index.ts';
import { createLog } from '../../src/platform/index.ts';
import { findUsages } from '../../src/register/audit/index.ts';
import { registerWaiting } from '../../src/services/index.ts';
import { readMessage } from '../../src/xroad/index.ts';
import { hire, personalCode, type Worker } from '../town.ts';
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

  it('waits in its box while nobody is in the register whose matter it could be', async () => {
    const { rows } = await sql`select id from intake`.execute(door.database.db);
    expect(rows).toEqual([]);
  });

  it('is for those alone who may, and their ids are their own', async () => {
    expect(await send({}, 'EE/GOV/74000085/tkis')).toEqual({ fault: 'Client.AccessDenied' });
  });
});

describe('a notice of a child in need (REQ-092)', () => {
  const PAIDE = '0567';
  const TARTU = '0793';
  let paide: Worker;
  let tartu: Worker;
  let ska: Worker;
  let serial = 100;
  beforeAll(async () => {
    const { database } = door;
    paide = await hire(database, { username: 'paide', roles: ['SOCIAL_WORKER'], institution: '77000312', municipality: PAIDE, serial: 1 });
    tartu = await hire(database, { username: 'tartu', roles: ['SOCIAL_WORKER'], institution: '75006546', municipality: TARTU, serial: 2 });
    const kind = 'SKA' as const;
    ska = await hire(database, { username: 'ska', roles: ['SKA_CHILD_PROTECTION'], institution: '70001975', kind, serial: 3 });
  });

  const newId = () => `0192f0c1-7c5e-7d34-9a1b-3c2f5d7e9${(serial++).toString(16).padStart(3, '0')}`;
  const child = (code: string, more = '') => `<isik><roll>LAPS</roll><isikukood>${code}</isikukood>${more}</isik>`;

  async function intakes(where: string | undefined) {
    const { rows } = await sql<Registered>`
      select intake.kind, channel, problem, state, institution_id as institution, contact_person->>'name' as contact,
        array(select client.personal_code from intake_subject join client on client.id = client_id where intake_id = intake.id order by role desc) as people
      from intake where id = ${where}`.execute(door.database.db);
    return rows;
  }

  /** The child has a file, which says where the population register has them. */
  async function livesIn(code: PersonalCode, municipalityCode: string): Promise<void> {
    const clientId = await door.enter(code, tartu);
    await sql`
      insert into client_entry (id, client_id, kind, content, valid_from, source, entered_by, institution_id, entered_at)
      values (gen_random_uuid(), ${clientId}, 'RESIDENCE', ${JSON.stringify({ kind: 'RESIDENCE', address: { text: 'Pikk 1', country: 'EE', municipalityCode } })}::jsonb,
        '2026-01-01', 'POPULATION_REGISTER', ${tartu.userId}, ${tartu.institutionId}, now())`.execute(door.database.db);
  }

  it('REQ-092: is an intake in the municipality where the child lives, once, however often and however many times at once it comes', async () => {
    const code = personalCode(serial, '2016-05-06');
    await livesIn(code, TARTU);
    const told = { id: newId(), people: child(code), place: PAIDE };
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(told)));
    const [number, ...others] = new Set(answers.map((answer) => answer.number));
    expect(others).toEqual([]);
    expect(await intakes(number)).toEqual([
      {
        kind: 'CHILD_NOTICE',
        channel: 'XTEE',
        state: 'REGISTERED',
        institution: tartu.institutionId,
        problem: 'KIIRE. Abivajav laps: Laps üksi kodus\nSündmus: 2026-11-22T09:30:00Z, Tallinna tn 1, Paide',
        contact: 'Mari Maasikas',
        people: [code],
      },
    ]);
    // The answer says the place that it was told, and not where the register has the child.
    expect(answers[0]?.municipality).toBe(PAIDE);
  });

  it('that came while nobody was in the register whose matter it could be is an intake as soon as there is somebody', async () => {
    const { database } = door;
    const waiting = async () =>
      (await sql<{ id: string }>`select id from received_notice where waiting order by id`.execute(database.db)).rows.map(({ id }) => id);
    const all = await waiting();
    expect(all.length).toBeGreaterThan(1);
    const ports = { database, log: createLog('silent') };
    // Two workers look at once.
    await Promise.all([registerWaiting(ports), registerWaiting(ports)]);
    expect(await waiting()).toEqual([]);
    for (const id of all) expect(await intakes(id)).toHaveLength(1);
    expect(new Set((await Promise.all(all.map(intakes))).flatMap((found) => found.map(({ institution }) => institution)))).toEqual(
      new Set([paide.institutionId, ska.institutionId]),
    );
  });

  it('goes to where it happened when it is not known where the child lives, who gets a file', async () => {
    const code = personalCode(serial, '2016-05-06');
    const { number } = await send({
      id: newId(),
      place: PAIDE,
      people: child(code, '<eesnimi>Juku</eesnimi><perekonnanimi>Tamm</perekonnanimi>'),
    });
    expect(await intakes(number)).toMatchObject([{ institution: paide.institutionId, people: [code] }]);
    const again = await send({ id: newId(), place: PAIDE, people: child(code) });
    expect(await intakes(again.number)).toMatchObject([{ people: [code] }]);
  });

  it('goes to the SKA when neither is known', async () => {
    const { number } = await send({ id: newId(), place: '', people: child(personalCode(serial, '2016-05-06')) });
    expect(await intakes(number)).toMatchObject([{ institution: ska.institutionId }]);
    // A municipality that the register has no institution of is none to send it to.
    const elsewhere = await send({ id: newId(), place: '0784', people: child(personalCode(serial, '2016-05-06')) });
    expect(await intakes(elsewhere.number)).toMatchObject([{ institution: ska.institutionId }]);
  });

  it('is about the children, each with one file though two notices come at once; parents stand in the notice alone', async () => {
    const [one, two, parent] = [personalCode(801, '2014-01-02'), personalCode(802, '2017-03-04'), personalCode(803)];
    const people = `<isik><roll>VANEM</roll><isikukood>${parent}</isikukood></isik>${child(one)}${child(two)}${child(one)}`;
    const answers = await Promise.all([send({ id: newId(), people }), send({ id: newId(), people })]);
    for (const { number } of answers) {
      const [intake] = await intakes(number);
      expect(intake?.people.toSorted()).toEqual([one, two].toSorted());
    }
    const { rows } = await sql`select id from client where personal_code = ${parent}`.execute(door.database.db);
    expect(rows).toEqual([]);
  });

  it('is about a child without a code too, and of a grown-up an intake of another kind', async () => {
    const nameless =
      '<isik><roll>LAPS</roll><eesnimi>Juku</eesnimi><perekonnanimi>Tamm</perekonnanimi><synniaeg>2018-02-03</synniaeg></isik>';
    const { number } = await send({ id: newId(), people: nameless });
    expect(await intakes(number)).toMatchObject([{ kind: 'CHILD_NOTICE', institution: paide.institutionId, people: [null] }]);
    const grown = await send({ id: newId(), people: `<isik><roll>MUU</roll><isikukood>${personalCode(serial)}</isikukood></isik>` });
    expect(await intakes(grown.number)).toMatchObject([{ kind: 'OTHER' }]);
  });

  it('is told to nobody of whom it tells, by who has looked at their data', async () => {
    const code = personalCode(serial, '2016-05-06');
    await livesIn(code, PAIDE);
    await send({ id: newId(), people: child(code) });
    const { rows } = await sql<{ id: string }>`select id from client where personal_code = ${code}`.execute(door.database.db);
    const search = { clientIds: [rows[0]?.id ?? ''], subject: undefined, from: undefined, until: undefined, offset: 0, limit: 100 };
    const { usages } = await findUsages(door.database.db, search);
    expect(usages.map(({ action }) => action)).toEqual(['CLIENT_ENTERED']);
  });
});

interface Registered {
  readonly kind: string;
  readonly channel: string;
  readonly problem: string;
  readonly state: string;
  readonly institution: string;
  readonly contact: string;
  readonly people: readonly (string | null)[];
}
