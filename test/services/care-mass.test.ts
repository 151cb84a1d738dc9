import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGateway } from '../../src/gateway.ts';
import { createLog, settableClock, systemClock } from '../../src/platform/index.ts';
import { type CareOrderPorts, careFacts, workCareOrders } from '../../src/services/index.ts';
import { openDatabase } from '../../src/storage/index.ts';
import { MASTER_KEYS, testConfiguration } from '../installation.ts';
import { hasShared } from '../shared.ts';
import { personalCode } from '../town.ts';
import { askCare, body, realContract, texts } from './care.ts';
import { caredFor, carer, type Door, FUND, HEALTH, KEYS, openDoor, POLICE, soapRequest, stranger, unpaid } from './door.ts';

const ORDER = 'HooldajaHooldusedMassParing';
const RESULT = 'AsynchronousParingTulem';
const IN_WORK = 'Päring on töötlemisel';
const log = createLog('silent');

const clock = settableClock('2026-11-22T10:00:00Z');
let door: Door;
let ports: CareOrderPorts;
beforeAll(async () => {
  door = await openDoor({ clock });
  ports = { database: door.database, keys: KEYS, facts: careFacts(door.database.db), clock, log };
});
afterAll(() => door.close());

const order = (people: readonly string[], { client = FUND, algus = '2026-01-01', lopp = '2026-12-31' } = {}) =>
  askCare(door, ORDER, { isikukoodid: people.join(','), algus, lopp }, { client });
const ticketOf = async (people: readonly string[], client = FUND) => texts((await order(people, { client })).xml, 'pilet')[0] ?? '';
const fetchResult = (pilet: string, client = FUND) => askCare(door, RESULT, { pilet }, { client });
/** The file of a result, or the sentence in its place. */
async function read(ticket: string, client = FUND) {
  const { xml } = await fetchResult(ticket, client);
  const [base64] = texts(xml, 'base64');
  return base64 === undefined ? { viga: texts(xml, 'viga')[0] } : { file: Buffer.from(base64, 'base64').toString('utf8') };
}
const rows = async () =>
  (
    await sql<{ id: string; state: string; attempt: number; text: string }>`
      select id, state, attempt, care_order::text as text from care_order order by ordered_at, id`.execute(door.database.db)
  ).rows;
const stateOf = async (ticket: string) => (await rows()).find(({ id }) => id === ticket);
const linesOf = async (action: string, ticket = '') =>
  (await door.audit()).filter((line) => line.action === action && line.text.includes(ticket));

describe('an order about many carers', () => {
  it('is answered with a ticket, is in work, and then there: a carer for each code, in the order of the codes', async () => {
    const ticket = await ticketOf([stranger, carer, unpaid, carer]);
    expect(ticket).toMatch(/^[0-9a-f-]{36}$/);
    expect(await read(ticket)).toEqual({ viga: IN_WORK });
    await workCareOrders(ports);
    const { file = '' } = await read(ticket);
    const carers = file.split('<hooldaja>').slice(1);
    expect(carers.map((one) => texts(one, 'isikukood')[0])).toEqual([undefined, carer, unpaid, carer]);
    expect(carers.map((one) => texts(one, 'viga').length)).toEqual([1, 0, 0, 0]);
    expect(texts(carers[1] ?? '', 'hooldatavaIsikukood')).toEqual([caredFor[1], caredFor[0]]);
    expect(file).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/);
    expect(file).toContain('KÄTLIN');
    // A result whose answer was lost on the way is fetched again.
    expect(await read(ticket)).toEqual({ file });
  });

  it('holds what single answers say, and fits the schema of the real star.wsdl', async () => {
    const ticket = await ticketOf([carer, stranger]);
    const waiting = (await fetchResult(ticket)).xml;
    await workCareOrders(ports);
    const ready = (await fetchResult(ticket)).xml;
    const { file = '' } = await read(ticket);
    const single = await askCare(door, 'HooldajaHooldused', { isikukood: carer, algus: '2026-01-01', lopp: '2026-12-31' });
    expect(file).toContain(/<hooldaja>.*<\/hooldaja>/s.exec(single.xml)?.[0]);
    if (!hasShared('mass answers against the real star.wsdl')) return;
    using real = realContract();
    const element = file.slice(file.indexOf('<p:'));
    for (const xml of [(await order([carer])).xml, waiting, ready, (await fetchResult('T-0001')).xml, element])
      expect(real.validate(xml)).toEqual({ ok: true, value: undefined });
    expect(real.validate(element.replace('<hooldused>', '<hooldus>').replace('</hooldused>', '</hooldus>')).ok).toBe(false);
    await workCareOrders(ports);
  });

  it('is one line of the log when it is taken, worked and redeemed, however many it is about', async () => {
    const ticket = await ticketOf([carer, unpaid, stranger]);
    await read(ticket);
    await workCareOrders(ports);
    await read(ticket);
    for (const action of ['CARE_ORDER_TAKEN', 'CARE_ORDER_WORKED', 'DATA_DISCLOSED']) {
      const [line, ...more] = await linesOf(action, ticket);
      expect([line?.outcome, more]).toEqual(['DONE', []]);
      expect(line?.text).toMatch(/people\W+3/);
    }
    expect(await linesOf('DISCLOSURE_REFUSED', ticket)).toMatchObject([{ code: 'ORDER_IN_WORK' }]);
    for (const { text } of await door.audit()) for (const person of [carer, unpaid, ...caredFor]) expect(text).not.toContain(person);
  });

  it('about a hundred people or fewer has a line for each of them, so that an order is no way round the log', async () => {
    const people = Array.from({ length: 101 }, (_, n) => personalCode(300 + n));
    const named = async (list: readonly string[]) => (await linesOf('DATA_ORDERED', await ticketOf(list))).length;
    expect(await named([carer])).toBe(1);
    expect(await named(people.slice(0, 100))).toBe(100);
    expect(await named(people)).toBe(0);
    for (const { text } of await door.audit()) for (const person of [carer, ...people]) expect(text).not.toContain(person);
    await workCareOrders(ports);
  });

  it('is for nobody but the subsystem that ordered; a foreign ticket looks like one that never was', async () => {
    const ticket = await ticketOf([carer]);
    await workCareOrders(ports);
    const unknown = await read('0192f0c1-7c5e-7d34-9a1b-3c2f5d7e9a01', HEALTH);
    expect(unknown.viga).toMatch(/pilet/);
    expect(await read(ticket, HEALTH)).toEqual(unknown);
    expect(await read('T-0001')).toEqual(unknown);
    expect(await read('')).toEqual(unknown);
    expect(await read(`${ticket} `)).toEqual(unknown);
    expect((await read(ticket)).file).toContain(carer);
    expect((await linesOf('DISCLOSURE_REFUSED')).at(-1)).toMatchObject({ outcome: 'REFUSED', code: 'TICKET_UNKNOWN' });
    for (const service of [ORDER, RESULT])
      expect((await askCare(door, service, { pilet: ticket }, { client: POLICE })).fault?.code).toBe('Client.AccessDenied');
  });

  it('lies sealed while it waits and when it is ready, and is deleted with its key when it expires', async () => {
    const ticket = await ticketOf([carer, unpaid]);
    const readable = async () => (await stateOf(ticket))?.text ?? '';
    const hidden = [carer, Buffer.from(carer).toString('hex'), Buffer.from('<hooldaja>').toString('hex')];
    for (const text of hidden) expect(await readable()).not.toContain(text);
    await workCareOrders(ports);
    expect((await stateOf(ticket))?.state).toBe('READY');
    for (const text of hidden) expect(await readable()).not.toContain(text);

    clock.advance({ seconds: 7 * 24 * 3600 - 1 });
    await workCareOrders(ports);
    expect((await read(ticket)).file).toContain(carer);
    clock.advance({ seconds: 1 });
    const unknown = await read('T-0001');
    // At once, whether or not somebody has cleared it away yet.
    expect(await stateOf(ticket)).toBeDefined();
    expect(await read(ticket)).toEqual(unknown);
    await workCareOrders(ports);
    expect(await stateOf(ticket)).toBeUndefined();
    expect(await read(ticket)).toEqual(unknown);
    expect(await KEYS.open(door.database.db, ticket)).toBeUndefined();
    expect(await linesOf('CARE_ORDER_EXPIRED', ticket)).toHaveLength(1);
  });

  it('is given up with its people when it could not be worked in its time', async () => {
    const ticket = await ticketOf([carer]);
    const broken = { ...ports, facts: { carersAmong: () => Promise.reject(new Error('no facts')) } };
    await workCareOrders(broken);
    expect(await stateOf(ticket)).toMatchObject({ state: 'ORDERED', attempt: 1 });
    // In nobody's hands until the lease has ended, then tried again.
    await workCareOrders(broken);
    expect((await stateOf(ticket))?.attempt).toBe(1);
    clock.advance({ seconds: 121 });
    await workCareOrders(broken);
    expect((await stateOf(ticket))?.attempt).toBe(2);
    clock.advance({ hours: 7 * 24 });
    await workCareOrders(ports);
    expect(await stateOf(ticket)).toBeUndefined();
    expect(await KEYS.open(door.database.db, ticket)).toBeUndefined();
    expect((await linesOf('CARE_ORDER_EXPIRED', ticket))[0]?.text).toMatch(/worked\W+false/);
  });
});

describe('an order that is refused', () => {
  const wrong = `${carer.slice(0, 10)}${(Number(carer[10]) + 1) % 10}`;

  it.each<[string, readonly string[], Parameters<typeof order>[1], string, string | undefined]>([
    ['one wrong code among right ones', [carer, unpaid, wrong], {}, 'Client.InvalidPersonalCode', 'isikukoodid: number 3'],
    ['nobody', [], {}, 'Client.InvalidPersonalCode', 'isikukoodid: number 1'],
    ['a comma at the end', [carer, ''], {}, 'Client.InvalidPersonalCode', 'isikukoodid: number 2'],
    ['blanks', [carer, ` ${unpaid}`], {}, 'Client.InvalidPersonalCode', 'isikukoodid: number 2'],
    ['a period that ends before it begins', [carer], { algus: '2026-02-01', lopp: '2026-01-31' }, 'Client.InvalidPeriod', undefined],
    ['more people than may be', Array.from({ length: 5_001 }, () => carer), {}, 'Client.TooManyPeople', undefined],
  ])('%s: nothing is kept', async (_what, people, more, code, detail) => {
    const before = (await rows()).length;
    const { fault } = await order(people, more);
    expect([fault?.code, fault?.detail]).toEqual([code, detail]);
    expect(fault?.text).not.toMatch(/\d{11}/);
    expect(await rows()).toHaveLength(before);
  });

  it.each([4_999, 5_000])('%i people are taken, and answered within what the asker’s reader takes', async (count) => {
    const people = Array.from({ length: count }, (_, n) => (n % 2 === 0 ? carer : unpaid));
    const ticket = await ticketOf(people);
    await workCareOrders(ports);
    const { xml } = await fetchResult(ticket);
    expect(xml.length).toBeLessThan(10 * 1024 * 1024);
    const { file = '' } = await read(ticket);
    expect(file.split('<hooldaja>')).toHaveLength(count + 1);
    expect(file.match(/<\w/g)?.length).toBeLessThan(100_000);
  });
});

describe('several processes', () => {
  it('work each order once between them', async () => {
    const tickets = await Promise.all(Array.from({ length: 12 }, (_, n) => ticketOf([carer, personalCode(40 + n)])));
    const others = await Promise.all(Array.from({ length: 3 }, () => openDatabase({ url: door.database.url, log })));
    let looked = 0;
    const facts: CareOrderPorts['facts'] = {
      carersAmong: (people, period) => {
        looked += 1;
        return ports.facts.carersAmong(people, period);
      },
    };
    await Promise.all(others.map((database) => workCareOrders({ ...ports, database, facts })));
    for (const database of others) await database.close();
    expect(looked).toBe(12);
    for (const ticket of tickets) {
      expect(await stateOf(ticket)).toMatchObject({ state: 'READY', attempt: 1 });
      expect(await linesOf('CARE_ORDER_WORKED', ticket)).toHaveLength(1);
    }
  });

  it('leave no place for one that was taken for dead and comes back', async () => {
    const ticket = await ticketOf([carer]);
    /** A worker that stands still with an order in hand, and then finds nothing out about anybody, or what there is. */
    const standingStill = (findsNothing: boolean) => {
      const inHand = Promise.withResolvers<void>();
      const goOn = Promise.withResolvers<void>();
      const facts: CareOrderPorts['facts'] = {
        async carersAmong(people, period) {
          inHand.resolve();
          await goOn.promise;
          return findsNothing ? new Map() : ports.facts.carersAmong(people, period);
        },
      };
      return { inHand: inHand.promise, goOn: goOn.resolve, ended: workCareOrders({ ...ports, facts }) };
    };
    const dead = standingStill(true);
    await dead.inHand;
    await workCareOrders(ports);
    expect(await stateOf(ticket)).toMatchObject({ state: 'ORDERED', attempt: 1 });
    clock.advance({ seconds: 121 });
    const next = standingStill(false);
    await next.inHand;
    dead.goOn();
    await dead.ended;
    expect(await stateOf(ticket)).toMatchObject({ state: 'ORDERED', attempt: 2 });
    next.goOn();
    await next.ended;
    expect((await read(ticket)).file).toContain(carer);
    expect(await linesOf('CARE_ORDER_WORKED', ticket)).toHaveLength(1);
  });

  it('are gateways: one works what was ordered, by itself, and tells how long an order has waited', async () => {
    const own = await openDoor({ clock: systemClock });
    const allowed = { [ORDER]: [FUND], [RESULT]: [FUND] };
    const gateway = await openGateway({
      configuration: { ...testConfiguration('http://127.0.0.1:1'), producer: { allowed } },
      databaseUrl: own.database.url,
      masterKeys: MASTER_KEYS,
      clock: systemClock,
      log,
    });
    const post = async (service: string, members: Readonly<Record<string, string>>) => {
      const headers = { 'content-type': 'text/xml; charset=UTF-8', soapaction: '""' };
      const sent = soapRequest({ service, body: body(service, members) });
      return (await fetch(`${gateway.url}/xroad/soap`, { method: 'POST', headers, body: sent })).text();
    };
    try {
      const ordered = await post(ORDER, { isikukoodid: carer, algus: '2026-01-01', lopp: '2026-12-31' });
      const [pilet = ''] = texts(ordered, 'pilet');
      const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
      expect(metrics).toMatch(/^star_care_order_oldest_seconds \d/m);
      await expect.poll(() => post(RESULT, { pilet }), { timeout: 15_000, interval: 250 }).toContain('<base64>');
    } finally {
      await gateway.close();
      await own.close();
    }
  });

  it('go on where one was killed in the middle', async () => {
    const own = await openDoor({ clock: systemClock });
    let child: ChildProcess | undefined;
    try {
      const members = { isikukoodid: `${carer},${stranger}`, algus: '2026-01-01', lopp: '2026-12-31' };
      const [ticket = ''] = texts((await askCare(own, ORDER, members)).xml, 'pilet');
      child = spawn(process.execPath, [resolve(import.meta.dirname, 'care-process.ts'), own.database.url], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      if (child.stdout === null) throw new Error('the worker cannot be heard');
      await once(child.stdout, 'data');
      child.kill('SIGKILL');
      await once(child, 'exit');

      const later = settableClock(systemClock.now().toString());
      const next = { ...ports, database: own.database, facts: careFacts(own.database.db), clock: later };
      await workCareOrders(next);
      expect(texts((await askCare(own, RESULT, { pilet: ticket })).xml, 'viga')).toEqual([IN_WORK]);
      later.advance({ seconds: 125 });
      await workCareOrders(next);
      const [base64 = ''] = texts((await askCare(own, RESULT, { pilet: ticket })).xml, 'base64');
      expect(Buffer.from(base64, 'base64').toString()).toContain(carer);
      expect((await own.audit()).filter(({ action }) => action === 'CARE_ORDER_WORKED')).toHaveLength(1);
    } finally {
      child?.kill('SIGKILL');
      await own.close();
    }
  });
});
