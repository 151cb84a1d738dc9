import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/platform/index.ts';
import { type Caller, type Door, openDoor } from '../../api/door.ts';
import { enter, intake, newCode, workerOf } from './files.ts';

const IBAN = 'EE382200221020145685';

let door: Door;
let mari: Caller;
let colleague: Caller;
let foreigner: Caller;
beforeAll(async () => {
  door = await openDoor();
  mari = await workerOf(door, 1);
  colleague = await workerOf(door, 2);
  foreigner = await workerOf(door, 3, { institution: '70000740' });
});
afterAll(() => door.close());

const of = (id: string, more = '') => `/api/v1/clients/${id}${more}`;
const entries = async (id: string) =>
  (await sql<{ kind: string }>`select kind from client_entry where client_id = ${id} order by id`.execute(door.database.db)).rows.map(
    ({ kind }) => kind,
  );

describe('who a person is', () => {
  it('REQ-147: may be somebody missing from the population register, who gets a code of STAR’s own', async () => {
    const person = { notInPopulationRegister: true, firstName: 'Aisha', lastName: 'Noor' };
    const entered = await mari('POST', '/api/v1/clients', { ...person, birthDate: '1990-05-01', sex: 'FEMALE', citizenship: 'UA' });
    expect(entered).toMatchObject({
      status: 201,
      body: { internalCode: expect.stringMatching(/^S-[0-9A-F]{12}$/), birthDate: '1990-05-01', sex: 'FEMALE', citizenship: 'UA' },
    });
    expect(entered.body).not.toHaveProperty('personalCode');
    const later = await mari('POST', '/api/v1/clients', { ...person, birthDate: '2030-01-01' });
    expect(later.body).toMatchObject({ code: 'BIRTH_DATE_INVALID', errors: [{ pointer: '/birthDate', code: 'IN_THE_FUTURE' }] });
    expect((await mari('POST', '/api/v1/clients', { ...person, citizenship: 'Ukraine' })).body).toMatchObject({
      code: 'VALIDATION_FAILED',
    });
  });

  it('gets a personal code once, however many files would have it at that moment', async () => {
    for (let round = 0; round < 4; round++) {
      const code = newCode();
      const [one, other] = [await enter(mari), await enter(mari)];
      const put = (id: string) => mari('PUT', of(id), { firstName: 'Kati', lastName: 'Kask', personalCode: code });
      const entering = mari('POST', '/api/v1/clients', { firstName: 'Kati', lastName: 'Kask', personalCode: code });
      const answers = await Promise.all([put(one), put(other), entering]);
      expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
      expect(answers.filter(({ body }) => body.code === 'CLIENT_EXISTS')).toHaveLength(2);
    }
  });

  it('is found by the code of STAR’s own in the whole register', async () => {
    const id = await enter(mari);
    const { internalCode } = (await mari('GET', of(id))).body;
    expect((await foreigner('POST', '/api/v1/clients/search', { internalCode })).body.items).toMatchObject([{ id, internalCode }]);
    expect((await foreigner('POST', '/api/v1/clients/search', { internalCode: 'S-000000000000' })).body.items).toEqual([]);
    expect((await foreigner('POST', '/api/v1/clients/search', { internalCode: 'S-1' })).body).toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('keeps every name, with who entered it, when, and from when it is valid', async () => {
    const id = await enter(mari, newCode());
    const renamed = { firstName: 'Kati', lastName: 'Kuusk', validFrom: '2026-10-01', source: 'POPULATION_REGISTER' };
    expect((await mari('PUT', of(id), renamed)).body).toMatchObject({ lastName: 'Kuusk', birthDate: '1985-03-14' });
    const { userId } = (await mari('GET', '/api/v1/sessions/current')).body;
    expect((await mari('GET', of(id))).body.names).toMatchObject([
      { lastName: 'Kask', validFrom: '2026-11-23', source: 'WORKER', enteredBy: userId, enteredAt: '2026-11-23T08:00:00Z' },
      { lastName: 'Kuusk', validFrom: '2026-10-01', source: 'POPULATION_REGISTER', enteredBy: userId },
    ]);
    expect((await mari('POST', '/api/v1/clients/search', { lastName: 'kuusk' })).body.items).toHaveLength(1);
  });

  it('REQ-045: is not changed to a personal code that cannot be, nor to another one', async () => {
    const id = await enter(mari);
    const put = (personalCode: string, more = {}) => mari('PUT', of(id), { firstName: 'Kati', lastName: 'Kask', personalCode, ...more });
    expect(await put('38211020380')).toMatchObject({ status: 422, body: { code: 'PERSONAL_CODE_INVALID' } });
    const code = newCode();
    expect((await put(code, { sex: 'MALE' })).body).toMatchObject({ errors: [{ pointer: '/sex', code: 'NOT_OF_THIS_CODE' }] });
    expect(await entries(id)).toEqual(['NAME', 'PERSON']);
    const before = (await mari('GET', of(id))).body;
    const { status, body } = await put(code);
    expect(status).toBe(200);
    expect(body).toMatchObject({ personalCode: code, internalCode: before.internalCode, birthDate: '1985-03-14', sex: 'FEMALE' });
    expect(await entries(id)).toEqual(['NAME', 'PERSON', 'PERSONAL_CODE', 'PERSON']);
    expect((await put(newCode())).body).toMatchObject({ code: 'PERSONAL_CODE_FIXED', status: 409 });
    const other = await enter(mari);
    expect((await mari('PUT', of(other), { firstName: 'Kati', lastName: 'Kask', personalCode: code })).body).toMatchObject({
      code: 'CLIENT_EXISTS',
    });
  });
});

describe('what a file holds', () => {
  it('contacts: a number in its international form, an address that can be one', async () => {
    const id = await enter(mari, newCode());
    const put = (body: object) => mari('PUT', of(id, '/contacts'), body);
    expect((await put({ phone: '5123 456', email: 'kati@naidis.ee' })).body.contacts).toMatchObject({
      phone: '+3725123456',
      email: 'kati@naidis.ee',
      source: 'WORKER',
    });
    expect((await put({ phone: '00 371 2123-4567' })).body.contacts).toMatchObject({ phone: '+37121234567' });
    expect((await put({ phone: '12', email: 'kati' })).body).toMatchObject({
      code: 'CONTACTS_INVALID',
      status: 422,
      errors: [{ pointer: '/phone' }, { pointer: '/email' }],
    });
    for (const email of ['kati@naidis', 'k ati@naidis.ee', '@naidis.ee', `${'k'.repeat(65)}@naidis.ee`])
      expect((await put({ email })).body).toMatchObject({ code: 'CONTACTS_INVALID' });
    expect((await put({ phone: '5123456', fax: '5123456' })).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect(await entries(id)).toEqual(['NAME', 'PERSON', 'CONTACTS', 'CONTACTS']);
  });

  it('REQ-045: bank accounts whose check digits are right, each once, and ended rather than removed', async () => {
    const id = await enter(mari, newCode());
    const add = (iban: string) => mari('POST', of(id, '/bank-accounts'), { iban, owner: 'Kati Kask' });
    expect(await add('EE382200221020145686')).toMatchObject({
      status: 422,
      body: { code: 'IBAN_INVALID', errors: [{ pointer: '/iban', code: 'INVALID' }] },
    });
    const { body } = await add(IBAN);
    const [account] = body.bankAccounts as { id: string }[];
    expect(account).toMatchObject({ iban: IBAN, owner: 'Kati Kask' });
    expect((await add(IBAN)).body).toMatchObject({ code: 'BANK_ACCOUNT_EXISTS', status: 409 });
    const end = (entry: unknown, validTo?: string) =>
      mari('POST', of(id, `/bank-accounts/${entry}/end`), validTo === undefined ? {} : { validTo });
    expect((await end(account?.id, '2020-01-01')).body).toMatchObject({ code: 'VALIDITY_INVALID', status: 422 });
    expect((await end(newId())).body).toMatchObject({ code: 'ENTRY_NOT_FOUND', status: 404 });
    expect((await end(account?.id)).body.bankAccounts).toMatchObject([{ id: account?.id, validTo: '2026-11-23' }]);
    expect(await entries(id)).toEqual(['NAME', 'PERSON', 'BANK_ACCOUNT', 'BANK_ACCOUNT']);
  });

  it('where the person lives: by the population register, and really; in Estonia by municipality, abroad without', async () => {
    const id = await enter(mari, newCode());
    const put = (where: string, body: object) => mari('PUT', of(id, `/${where}`), body);
    const home = { text: 'Pikk 1, Tallinn', adsOid: 'EE00650462', municipalityCode: '0784', source: 'POPULATION_REGISTER' };
    expect((await put('residence', home)).body.residence).toMatchObject({ ...home, country: 'EE' });
    expect((await put('actual-address', { text: 'Helsinki', country: 'FI' })).body).toMatchObject({
      residence: { text: 'Pikk 1, Tallinn' },
      actualAddress: { text: 'Helsinki', country: 'FI', source: 'WORKER' },
    });
    for (const [address, pointer] of [
      [{ text: 'Pikk 1' }, '/municipalityCode'],
      [{ text: 'Helsinki', country: 'FI', municipalityCode: '0784' }, '/municipalityCode'],
      [{ text: 'Helsinki', country: 'FI', adsOid: 'EE00650462' }, '/adsOid'],
    ] as const)
      expect((await put('residence', address)).body).toMatchObject({ code: 'ADDRESS_INVALID', errors: [{ pointer }] });
    expect((await put('residence', { text: 'Pikk 1', municipalityCode: '784' })).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect(await entries(id)).toEqual(['NAME', 'PERSON', 'RESIDENCE', 'ACTUAL_ADDRESS']);
  });

  it('an address of later does not hold before its day', async () => {
    const id = await enter(mari, newCode());
    const put = (text: string, validFrom: string) => mari('PUT', of(id, '/residence'), { text, municipalityCode: '0784', validFrom });
    await put('Uus 2', '2026-12-24');
    expect((await put('Vana 1', '2020-01-01')).body.residence).toMatchObject({ text: 'Vana 1' });
    expect((await put('Vanem 0', '2010-01-01')).body.residence).toMatchObject({ text: 'Vana 1' });
  });

  it('is never changed or deleted, not even in the database', async () => {
    const id = await enter(mari, newCode());
    const { db } = door.database;
    await expect(sql`update client_entry set kind = 'X' where client_id = ${id}`.execute(db)).rejects.toThrow('never changed');
    await expect(sql`delete from client_entry where client_id = ${id}`.execute(db)).rejects.toThrow('never changed');
  });
});

describe('who is around a person', () => {
  it('REQ-016: network and household, persons with a file or without, and organisations', async () => {
    const [id, spouse, child] = [await enter(mari, newCode()), await enter(mari, newCode()), await enter(mari)];
    const add = (body: object) => mari('POST', of(id, '/network'), body);
    await add({ relation: 'SPOUSE', person: { clientId: spouse } });
    await add({ relation: 'NEIGHBOUR', role: 'hoiab võtit', person: { firstName: 'Tiit', lastName: 'Tamm' } });
    await add({ relation: 'SUPPORT_PERSON', organisation: { name: 'MTÜ Tugi', registryCode: '70000349' } });
    await mari('PUT', of(id, '/household'), { memberIds: [spouse, child] });
    const { body } = await mari('GET', of(id));
    expect(body.network).toMatchObject([
      { relation: 'SPOUSE', clientId: spouse, firstName: 'Kati' },
      { relation: 'NEIGHBOUR', role: 'hoiab võtit', firstName: 'Tiit', lastName: 'Tamm' },
      { relation: 'SUPPORT_PERSON', organisation: 'MTÜ Tugi', registryCode: '70000349' },
    ]);
    expect(body.household).toEqual([
      { clientId: spouse, firstName: 'Kati', lastName: 'Kask' },
      { clientId: child, firstName: 'Kati', lastName: 'Kask' },
    ]);
  });

  it('the household is one of a day', async () => {
    const [id, spouse, child] = [await enter(mari, newCode()), await enter(mari, newCode()), await enter(mari, newCode())];
    const put = (validFrom: string, memberIds: readonly string[]) => mari('PUT', of(id, '/household'), { validFrom, memberIds });
    await put('2026-01-01', [spouse]);
    await put('2026-06-01', [spouse, child]);
    await put('2026-09-01', []);
    const on = async (day: string) =>
      ((await mari('GET', of(id, `/household?on=${day}`))).body.members as { clientId: string }[]).map(({ clientId }) => clientId);
    expect(await on('2025-12-31')).toEqual([]);
    expect(await on('2026-01-01')).toEqual([spouse]);
    expect(await on('2026-05-31')).toEqual([spouse]);
    expect(new Set(await on('2026-06-01'))).toEqual(new Set([spouse, child]));
    expect(await on('2026-09-01')).toEqual([]);
    // What is learnt later of an earlier day stands between the days that are known.
    await put('2026-03-01', [child]);
    expect(await on('2026-02-28')).toEqual([spouse]);
    expect(await on('2026-03-01')).toEqual([child]);
    expect(new Set(await on('2026-06-01'))).toEqual(new Set([spouse, child]));
  });

  it('is refused where it cannot be', async () => {
    const id = await enter(mari, newCode());
    const add = (body: object) => mari('POST', of(id, '/network'), body);
    for (const [body, pointer] of [
      [{ relation: 'SPOUSE' }, '/person'],
      [{ relation: 'OTHER', person: { firstName: 'A', lastName: 'B' }, organisation: { name: 'MTÜ' } }, '/person'],
      [{ relation: 'SPOUSE', person: { clientId: id } }, '/person/clientId'],
      [{ relation: 'OTHER', organisation: { name: 'MTÜ', registryCode: '12345679' } }, '/organisation/registryCode'],
    ] as const)
      expect((await add(body)).body).toMatchObject({ code: 'NETWORK_MEMBER_INVALID', status: 422, errors: [{ pointer }] });
    expect((await add({ relation: 'SPOUSE', person: { clientId: newId() } })).body).toMatchObject({ code: 'CLIENT_UNKNOWN' });
    expect((await add({ relation: 'MOTHER', person: { clientId: id } })).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect((await mari('PUT', of(id, '/household'), { memberIds: [newId()] })).body).toMatchObject({
      code: 'CLIENT_UNKNOWN',
      errors: [{ pointer: '/memberIds/0' }],
    });
    expect(await entries(id)).toEqual(['NAME', 'PERSON']);
  });
});

describe('whose business a file is', () => {
  it('REQ-143: a colleague with a proceeding on the person reads it; without one it wants a reason, which is logged', async () => {
    const id = await enter(mari, newCode());
    expect(await colleague('GET', of(id))).toMatchObject({ status: 403, body: { code: 'CLIENT_FILE_NEEDS_REASON' } });
    expect((await colleague('PUT', of(id, '/contacts'), { phone: '5123456' })).status).toBe(403);
    expect((await colleague('POST', of(id, '/openings'), { reason: 'lühike' })).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    const reason = 'Naaber helistas: isik ei ole kolm päeva ust avanud.';
    expect((await colleague('POST', of(id, '/openings'), { reason })).status).toBe(201);
    expect((await colleague('GET', of(id))).status).toBe(200);
    expect((await colleague('PUT', of(id, '/contacts'), { phone: '5123456' })).body).toMatchObject({ code: 'CLIENT_FILE_READ_ONLY' });
    expect((await colleague('POST', of(id, '/openings'), { reason })).body).toMatchObject({ code: 'CLIENT_FILE_OPEN_ALREADY' });
    const { rows } = await sql<{ reason: string; action: string }>`
      select o.reason, a.action from client_opening o join audit_event a on a.object_id = o.id::text where o.client_id = ${id}`.execute(
      door.database.db,
    );
    expect(rows).toEqual([{ reason, action: 'CLIENT_FILE_OPENED' }]);
    await intake(colleague, [id], 'SIMPLE');
    expect((await colleague('PUT', of(id, '/contacts'), { phone: '5123456' })).status).toBe(200);
  });

  it('to another institution it is not there, for reading or for changing, until it deals with the person', async () => {
    const id = await enter(mari, newCode());
    const calls: readonly (readonly ['GET' | 'POST' | 'PUT', string, object?])[] = [
      ['GET', ''],
      ['GET', '/household'],
      ['PUT', '', { firstName: 'Kati', lastName: 'Muu' }],
      ['PUT', '/contacts', { phone: '5123456' }],
      ['PUT', '/residence', { text: 'Pikk 1', municipalityCode: '0784' }],
      ['PUT', '/actual-address', { text: 'Pikk 1', municipalityCode: '0784' }],
      ['PUT', '/household', { memberIds: [] }],
      ['POST', '/bank-accounts', { iban: IBAN, owner: 'Kati' }],
      ['POST', `/bank-accounts/${newId()}/end`, {}],
      ['POST', '/network', { relation: 'OTHER', organisation: { name: 'MTÜ' } }],
      ['POST', `/network/${newId()}/end`, {}],
      ['POST', '/openings', { reason: 'Tahaksin vaadata seda toimikut.' }],
    ];
    for (const [method, path, body] of calls)
      expect((await foreigner(method, of(id, path), body)).body).toMatchObject({ code: 'CLIENT_NOT_FOUND', status: 404 });
    expect(await entries(id)).toEqual(['NAME', 'PERSON']);
    await intake(foreigner, [id]);
    expect((await foreigner('PUT', of(id, '/contacts'), { phone: '5123456' })).status).toBe(200);
  });

  it('whose proceeding is over reads the file, and changes it no more', async () => {
    const id = await enter(mari, newCode());
    const { proceedingId } = await intake(foreigner, [id], 'SIMPLE');
    await foreigner('POST', `/api/v1/proceedings/${proceedingId}/close`, { reason: 'SOLVED' });
    expect((await foreigner('GET', of(id))).status).toBe(200);
    expect((await foreigner('PUT', of(id, '/contacts'), { phone: '5123456' })).body).toMatchObject({
      code: 'CLIENT_FILE_READ_ONLY',
      status: 403,
    });
  });

  it('adoption ties nobody who does not work on it (INV-66)', async () => {
    const ska = { institution: '70001975', kind: 'SKA' } as const;
    const adoption = await workerOf(door, 31, { roles: ['SKA_ADOPTION'], ...ska });
    const children = await workerOf(door, 32, { roles: ['SKA_CHILD_PROTECTION'], ...ska });
    const id = await enter(mari, newCode());
    await intake(adoption, [id], 'ADOPTION');
    expect((await adoption('GET', of(id))).status).toBe(200);
    expect((await children('GET', of(id))).status).toBe(404);
  });

  it('every change has its version, and one made on an older version is refused', async () => {
    const id = await enter(mari, newCode());
    const { headers } = await mari('GET', of(id));
    expect(headers.etag).toBe('"1"');
    const put = (phone: string, version: string) => mari('PUT', of(id, '/contacts'), { phone }, { 'if-match': version });
    const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => put(`512345${n}`, '"1"')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'PRECONDITION_FAILED')).toHaveLength(5);
    expect((await mari('GET', of(id))).headers.etag).toBe('"2"');
    expect(await entries(id)).toEqual(['NAME', 'PERSON', 'CONTACTS']);
  });

  it('the log says what was read, and who else was named', async () => {
    const [id, spouse] = [await enter(mari, newCode()), await enter(mari, newCode())];
    await mari('POST', of(id, '/network'), { relation: 'SPOUSE', person: { clientId: spouse } });
    const lines = async (of: string) =>
      (
        await sql<{ line: string }>`
        select action || ' ' || (details ->> 'fields') as line from audit_event where client_id = ${of} and details ? 'fields' order by id`.execute(
          door.database.db,
        )
      ).rows.map(({ line }) => line);
    expect(await lines(id)).toEqual(['CLIENT_CHANGED NETWORK_MEMBER', 'CLIENT_READ GENERAL']);
    expect(await lines(spouse)).toEqual(['CLIENT_NAMED NAME']);
  });
});

// Behind all the others: whose sessions end with it.
describe('as time goes by', () => {
  it('an opening ends after an hour, an account with its last day', async () => {
    const id = await enter(mari, newCode());
    const { body } = await mari('POST', of(id, '/bank-accounts'), { iban: IBAN, owner: 'Kati Kask' });
    const [account] = body.bankAccounts as { id: string }[];
    const end = () => mari('POST', of(id, `/bank-accounts/${account?.id}/end`), {});
    expect((await end()).status).toBe(200);
    await colleague('POST', of(id, '/openings'), { reason: 'Pöördumine tuleb täna kirjalikult.' });
    for (const [minutes, status] of [
      [29, 200],
      [29, 200],
      [2, 403],
    ] as const) {
      door.clock.advance({ minutes });
      expect((await colleague('GET', of(id))).status).toBe(status);
    }
    expect((await colleague('POST', of(id, '/openings'), { reason: 'Pöördumist ei tulnud, isik helistab.' })).status).toBe(201);
    door.clock.advance({ hours: 24 });
    const nextDay = await workerOf(door, 40);
    await intake(nextDay, [id]);
    expect((await nextDay('GET', of(id))).body.bankAccounts).toEqual([]);
    expect((await nextDay('POST', of(id, `/bank-accounts/${account?.id}/end`), {})).body).toMatchObject({ code: 'ENTRY_NOT_FOUND' });
  });
});
