import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/platform/index.ts';
import { lockApplications } from '../../../src/register/proceedings/index.ts';
import { type Caller, type Door, openDoor, signedIn } from '../../api/door.ts';
import { hire, personalCode } from '../../town.ts';

const OWN = '0184';
const OTHER = '0784';
let door: Door;
let mari: Caller;
let foreigner: Caller;
let mine: string;
let foreignInstitution: string;
let serial = 10;
beforeAll(async () => {
  door = await openDoor();
  const { app, database } = door;
  const worker = { roles: ['SOCIAL_WORKER'] } as const;
  const hired = await hire(database, { ...worker, username: 'mari', serial: 1, municipality: OWN });
  mari = await signedIn(app, hired);
  mine = hired.institutionId;
  const peeter = await hire(database, { ...worker, username: 'peeter', serial: 2, institution: '70000740', municipality: OTHER });
  foreigner = await signedIn(app, peeter);
  foreignInstitution = peeter.institutionId;
});
afterAll(() => door.close());

async function client(): Promise<string> {
  const { body } = await mari('POST', '/api/v1/clients', { personalCode: personalCode(serial++), firstName: 'Kati', lastName: 'Kask' });
  return String(body.id);
}

/** A person known to the municipality, and where the population register has them. */
async function residentOf(residence: { country: string; municipalityCode?: string }): Promise<string> {
  const clientId = await client();
  await mari('POST', '/api/v1/intakes', intakeOn(clientId));
  const { status } = await mari('PUT', `/api/v1/clients/${clientId}/residence`, { text: 'Registri 1', ...residence });
  if (status !== 200) throw new Error(`the residence was not entered: ${status}`);
  return clientId;
}

const intakeOn = (clientId: string, more = {}) => ({
  kind: 'OTHER',
  channel: 'PHONE',
  problem: 'Vajab abi kodus',
  subjects: [{ clientId, role: 'MAIN' }],
  ...more,
});
const ADDRESS = { text: 'Kase 1, Näidisküla', country: 'EE', municipalityCode: OWN };

async function registered(more = {}, call = mari): Promise<{ id: string; proceedingId: string }> {
  const { body } = await call('POST', '/api/v1/intakes', intakeOn(await client(), { actualAddress: ADDRESS, ...more }));
  const { id, proceedingId = '' } = body.intake as { id: string; proceedingId?: string };
  return { id, proceedingId };
}
const opening = { openProceeding: { kind: 'SIMPLE' } };

describe('an intake is registered', () => {
  it('REQ-015: of every kind, and its proceeding’s timeline lists every step in order', async () => {
    for (const kind of ['APPLICATION_BENEFIT', 'APPLICATION_SERVICE', 'OTHER']) {
      expect(await mari('POST', '/api/v1/intakes', intakeOn(await client(), { kind }))).toMatchObject({
        status: 201,
        body: { intake: { kind, state: 'REGISTERED' } },
      });
    }
    const { id, proceedingId } = await registered(opening);
    const at = `/api/v1/proceedings/${proceedingId}`;
    await mari('POST', `${at}/actions`, { kind: 'HOME_VISIT', text: 'Käidud kodus' });
    await mari('POST', `${at}/suspend`);
    await mari('POST', `${at}/resume`);
    await mari('PATCH', `/api/v1/intakes/${id}`, { problem: 'Vajab abi kodus ja arsti juures' });
    await mari('POST', `${at}/close`, { reason: 'SOLVED' });
    const { body } = await mari('GET', `${at}/timeline`);
    const kinds = ['INTAKE_REGISTERED', 'OPENED', 'ACTION', 'SUSPENDED', 'RESUMED', 'INTAKE_AMENDED', 'CLOSED'];
    expect(body.items?.map(({ kind }) => kind)).toEqual(kinds);
    expect(body.items?.[2]).toMatchObject({ action: { kind: 'HOME_VISIT', text: 'Käidud kodus' } });
    expect(body.items?.[6]).toMatchObject({ text: 'SOLVED' });

    const pages: unknown[] = [];
    let after = '';
    do {
      const page = (await mari('GET', `${at}/timeline?limit=2${after}`)).body;
      pages.push(...(page.items ?? []).map(({ kind }) => kind));
      after = page.next === undefined ? '' : `&after=${page.next}`;
    } while (after !== '');
    expect(pages).toEqual(kinds);
    expect((await foreigner('GET', `${at}/timeline`)).body).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('REQ-145: of somebody whom the population register has in another municipality', async () => {
    const clientId = await residentOf({ country: 'EE', municipalityCode: OTHER });
    const { status, body } = await mari('POST', '/api/v1/intakes', intakeOn(clientId, { ...opening, actualAddress: ADDRESS }));
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { intake: { actualAddress: ADDRESS }, proceeding: { state: 'OPENED' } },
    });
  });

  it('REQ-146: and says where they actually live, if that is elsewhere than they are registered', async () => {
    const clientId = await residentOf({ country: 'EE', municipalityCode: OTHER });
    expect((await mari('POST', '/api/v1/intakes', intakeOn(clientId, opening))).body).toMatchObject({
      code: 'ACTUAL_ADDRESS_REQUIRED',
      status: 422,
      errors: [{ pointer: '/actualAddress', code: 'REQUIRED' }],
    });
    expect((await sql`select from intake_subject where client_id = ${clientId}`.execute(door.database.db)).rows).toHaveLength(1);
    expect((await sql`select from proceeding_subject where client_id = ${clientId}`.execute(door.database.db)).rows).toEqual([]);
    const neighbour = await residentOf({ country: 'EE', municipalityCode: OWN });
    expect((await mari('POST', '/api/v1/intakes', intakeOn(neighbour))).status).toBe(201);
    // Of whom nothing is known, nothing is required yet: help may be urgent.
    expect((await mari('POST', '/api/v1/intakes', intakeOn(await client()))).status).toBe(201);
  });

  it('REQ-146: and by its end it is known where they live, if the municipality has helped or decided', async () => {
    const opened = async (clientId: string) => {
      const { body } = await mari('POST', '/api/v1/intakes', intakeOn(clientId, opening));
      return `/api/v1/proceedings/${(body.proceeding as { id: string }).id}`;
    };
    const close = (at: string, reason: string) => mari('POST', `${at}/close`, { reason });
    const clientId = await client();
    const at = await opened(clientId);
    for (const reason of ['SOLVED', 'DECIDED']) {
      expect((await close(at, reason)).body).toMatchObject({
        code: 'ACTUAL_ADDRESS_REQUIRED',
        status: 422,
        errors: [{ pointer: '/subjects/0/actualAddress', code: 'REQUIRED' }],
      });
    }
    expect(await mari('GET', at)).toMatchObject({ headers: { etag: '"1"' }, body: { state: 'OPENED' } });
    expect((await mari('PATCH', `${at}/subjects/${clientId}`, { actualAddress: ADDRESS })).status).toBe(200);
    expect((await close(at, 'SOLVED')).status).toBe(200);
    // Nothing came of it: nothing is required.
    expect((await close(await opened(await client()), 'NO_CONTACT')).status).toBe(200);
    // Where the population register has become known to have them here, that is enough; elsewhere, it is not.
    expect((await close(await opened(await residentOf({ country: 'EE', municipalityCode: OWN })), 'DECIDED')).status).toBe(200);
    const moved = await client();
    const atMoved = await opened(moved);
    expect(
      (await mari('PUT', `/api/v1/clients/${moved}/residence`, { text: 'Uus 1', country: 'EE', municipalityCode: OTHER })).status,
    ).toBe(200);
    expect((await close(atMoved, 'DECIDED')).body).toMatchObject({ code: 'ACTUAL_ADDRESS_REQUIRED' });
  });

  it('REQ-148: of somebody whom the population register has abroad', async () => {
    const clientId = await residentOf({ country: 'FI' });
    expect((await mari('POST', '/api/v1/intakes', intakeOn(clientId, opening))).body).toMatchObject({ code: 'ACTUAL_ADDRESS_REQUIRED' });
    const { status, body } = await mari('POST', '/api/v1/intakes', intakeOn(clientId, { ...opening, actualAddress: ADDRESS }));
    expect({ status, body }).toMatchObject({ status: 201, body: { proceeding: { state: 'OPENED' } } });
    const abroad = { text: 'Mannerheimintie 1, Helsinki', country: 'FI' };
    expect((await mari('POST', '/api/v1/intakes', intakeOn(clientId, { actualAddress: abroad }))).status).toBe(201);
  });

  it('REQ-149: when somebody else turned to the municipality, whose personal code nobody knows', async () => {
    const clientId = await client();
    const contactPerson = { name: 'Naabrinaine Aino', relation: 'naaber', phone: '+372 5550 0000' };
    const { status, body } = await mari('POST', '/api/v1/intakes', intakeOn(clientId, { contactPerson }));
    expect(status).toBe(201);
    const { id } = body.intake as { id: string };
    expect((await mari('GET', `/api/v1/intakes/${id}`)).body).toMatchObject({ intake: { contactPerson, subjectIds: [clientId] } });
    const known = { name: 'Aino Aas', personalCode: personalCode(900) };
    expect((await mari('POST', '/api/v1/intakes', intakeOn(clientId, { contactPerson: known }))).status).toBe(201);
    expect((await mari('POST', '/api/v1/intakes', intakeOn(clientId, { contactPerson: { anonymous: true } }))).status).toBe(201);
  });

  it('REQ-150: never without the person whose problem it is about', async () => {
    const { subjects: _, ...nobody } = intakeOn('');
    for (const body of [nobody, { ...nobody, subjects: [] }, { ...nobody, contactPerson: { name: 'Aino Aas' } }]) {
      expect((await mari('POST', '/api/v1/intakes', body)).body).toMatchObject({
        code: 'SUBJECT_REQUIRED',
        status: 422,
        errors: [{ pointer: '/subjects', code: 'REQUIRED' }],
      });
    }
    const stranger = await mari('POST', '/api/v1/clients', { notInPopulationRegister: true, firstName: 'Aisha', lastName: 'Noor' });
    expect((await mari('POST', '/api/v1/intakes', intakeOn(String(stranger.body.id)))).status).toBe(201);
  });

  it('and never tells who has told of a child in need (INV-67)', async () => {
    const contactPerson = { name: 'Naabrimees Arno', phone: '+372 5550 0001' };
    const { body } = await mari('POST', '/api/v1/intakes', intakeOn(await client(), { kind: 'CHILD_NOTICE', contactPerson }));
    expect(body).toMatchObject({ intake: { contactPerson: { withheld: true } } });
    expect(JSON.stringify(body)).not.toContain('Arno');
    const { id } = body.intake as { id: string };
    expect(JSON.stringify((await mari('GET', `/api/v1/intakes/${id}`)).body)).not.toContain('Arno');
  });

  it.each([
    [{ contactPerson: { relation: 'naaber' } }, 'CONTACT_PERSON_INVALID', '/contactPerson/name'],
    [{ contactPerson: { anonymous: true, name: 'Aino' } }, 'CONTACT_PERSON_INVALID', '/contactPerson/anonymous'],
    [{ contactPerson: { name: 'Aino', personalCode: '38211020380' } }, 'PERSONAL_CODE_INVALID', '/contactPerson/personalCode'],
    [{ contactPerson: { name: '  ' } }, 'VALIDATION_FAILED', '/contactPerson/name'],
    [{ contactPerson: { name: 'Aino', age: 70 } }, 'VALIDATION_FAILED', '/contactPerson/age'],
    [{ actualAddress: { country: 'EE' } }, 'VALIDATION_FAILED', '/actualAddress/text'],
    [{ actualAddress: { text: 'Kase 1', country: 'Eesti' } }, 'VALIDATION_FAILED', '/actualAddress/country'],
    [{ kind: 'COMPLAINT' }, 'VALIDATION_FAILED', '/kind'],
    [{ channel: 'TELEGRAPH' }, 'VALIDATION_FAILED', '/channel'],
    [{ problem: 7 }, 'VALIDATION_FAILED', '/problem'],
    [{ state: 'CLOSED' }, 'VALIDATION_FAILED', '/state'],
  ])('with %j is refused as %s', async (more, code, pointer) => {
    const { status, body } = await mari('POST', '/api/v1/intakes', intakeOn(await client(), more));
    expect({ status, body }).toMatchObject({ status: 422, body: { code } });
    expect((body.errors as { pointer: string }[]).map((error) => error.pointer)).toContain(pointer);
  });
});

describe('an intake is amended', () => {
  const amend = (id: string, body: unknown, headers = {}, call = mari) => call('PATCH', `/api/v1/intakes/${id}`, body, headers);

  it('REQ-153: of another kind than an application, until its proceeding ends', async () => {
    const { id, proceedingId } = await registered(opening);
    expect(await amend(id, { problem: 'Muutunud', channel: 'EMAIL' })).toMatchObject({
      status: 200,
      body: { intake: { problem: 'Muutunud', channel: 'EMAIL' } },
    });
    await mari('POST', `/api/v1/proceedings/${proceedingId}/suspend`);
    expect((await amend(id, { problem: 'Ka peatatud menetluses' })).status).toBe(200);
    await mari('POST', `/api/v1/proceedings/${proceedingId}/close`, { reason: 'SOLVED' });
    expect((await amend(id, { problem: 'Hiljem' })).body).toMatchObject({ code: 'PROCEEDING_CLOSED', status: 409 });
    expect((await mari('GET', `/api/v1/intakes/${id}`)).body).toMatchObject({
      intake: { problem: 'Ka peatatud menetluses', state: 'CLOSED' },
    });
  });

  it('as an application, until a measure is determined on it', async () => {
    const { id, proceedingId } = await registered({ ...opening, kind: 'APPLICATION_BENEFIT' });
    const other = await registered(opening);
    expect((await amend(id, { problem: 'Enne otsust' })).status).toBe(200);
    await door.database.transaction(async (tx) => {
      await lockApplications(tx, proceedingId, door.clock.now());
      await lockApplications(tx, other.proceedingId, door.clock.now());
    });
    expect((await amend(id, { problem: 'Pärast otsust' })).body).toMatchObject({ code: 'APPLICATION_LOCKED_BY_DECISION', status: 409 });
    expect((await amend(other.id, { problem: 'Muu pöördumine' })).status).toBe(200);
  });

  it('only by who saw what it says now, and only by the institution whose it is', async () => {
    const { id } = await registered();
    const { headers } = await mari('GET', `/api/v1/intakes/${id}`);
    expect((await amend(id, { problem: 'Esimene' }, { 'if-match': String(headers.etag) })).status).toBe(200);
    expect((await amend(id, { problem: 'Teine' }, { 'if-match': String(headers.etag) })).body).toMatchObject({
      code: 'PRECONDITION_FAILED',
      status: 412,
    });
    expect((await amend(id, { problem: 'Võõras' }, {}, foreigner)).body).toMatchObject({ code: 'INTAKE_NOT_FOUND', status: 404 });
    expect((await amend(newId(), { problem: 'Ei ole' })).body).toMatchObject({ code: 'INTAKE_NOT_FOUND' });
    expect((await amend(id, {})).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect((await amend(id, { subjects: [] })).body).toMatchObject({ errors: [{ pointer: '/subjects', code: 'UNKNOWN_FIELD' }] });
    expect((await mari('GET', `/api/v1/intakes/${id}`)).body).toMatchObject({ intake: { problem: 'Esimene' } });
  });

  it('and loses no actual address that must be known', async () => {
    const clientId = await residentOf({ country: 'EE', municipalityCode: OTHER });
    const { body } = await mari('POST', '/api/v1/intakes', intakeOn(clientId, { actualAddress: ADDRESS, contactPerson: { name: 'Aino' } }));
    const { id } = body.intake as { id: string };
    expect((await amend(id, { actualAddress: null })).body).toMatchObject({ code: 'ACTUAL_ADDRESS_REQUIRED' });
    const amended = await amend(id, { contactPerson: null });
    expect(amended.body).toMatchObject({ intake: { actualAddress: ADDRESS } });
    expect(amended.body.intake).not.toHaveProperty('contactPerson');
  });

  it('is a line in the log for each person, and so is being read', async () => {
    const clientId = await client();
    const { body } = await mari('POST', '/api/v1/intakes', intakeOn(clientId));
    const { id } = body.intake as { id: string };
    await amend(id, { problem: 'Muutunud' });
    await mari('GET', `/api/v1/intakes/${id}`);
    const { rows } = await sql<{ action: string; details: unknown }>`
      select action, details from audit_event where client_id = ${clientId} and object_id = ${id} order by id`.execute(door.database.db);
    expect(rows).toEqual([
      { action: 'INTAKE_REGISTERED', details: null },
      { action: 'INTAKE_AMENDED', details: { fields: 'problem' } },
      { action: 'INTAKE_READ', details: null },
    ]);
  });
});

describe('an intake that waits', () => {
  const to = (id: string, verb: string, body: unknown, headers = {}, call = mari) =>
    call('POST', `/api/v1/intakes/${id}/${verb}`, body, headers);

  it('has a proceeding opened on its subjects, in their roles, once', async () => {
    const [main, child] = [await client(), await client()];
    const subjects = [
      { clientId: main, role: 'MAIN' },
      { clientId: child, role: 'CHILD' },
    ];
    const { body } = await mari('POST', '/api/v1/intakes', intakeOn(main, { subjects }));
    const { id } = body.intake as { id: string };
    const opened = await to(id, 'open', { kind: 'CASE' });
    expect(opened).toMatchObject({
      status: 201,
      body: { intake: { state: 'IN_PROCEEDING' }, proceeding: { kind: 'CASE', state: 'OPENED' } },
    });
    expect((opened.body.proceeding as { subjects: unknown[] }).subjects).toEqual(expect.arrayContaining(subjects));
    expect(await door.keys.open(door.database.db, (opened.body.proceeding as { id: string }).id)).toBeDefined();
    expect((await to(id, 'open', { kind: 'CASE' })).body).toMatchObject({ code: 'INTAKE_NOT_REGISTERED', status: 409 });
    expect((await to(id, 'annul', { reason: 'eksitus' })).body).toMatchObject({ code: 'INTAKE_NOT_REGISTERED' });
    expect((await to(id, 'open', { kind: 'VICTIM' })).body).toMatchObject({ code: 'PROCEEDING_KIND_NOT_ALLOWED', status: 403 });
  });

  it('is opened once by many who open it at once', async () => {
    const { id } = await registered();
    const answers = await Promise.all(Array.from({ length: 6 }, () => to(id, 'open', { kind: 'SIMPLE' })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409 || status === 412)).toHaveLength(5);
    const { rows } = await sql`select from proceeding_step where object_id = ${id}`.execute(door.database.db);
    expect(rows).toHaveLength(1);
  });

  it('is put into an open proceeding on the same persons', async () => {
    const clientId = await client();
    const first = await mari('POST', '/api/v1/intakes', intakeOn(clientId, { ...opening, actualAddress: ADDRESS }));
    const { id: proceedingId } = first.body.proceeding as { id: string };
    const again = await mari('POST', '/api/v1/intakes', intakeOn(clientId));
    const { id } = again.body.intake as { id: string };
    const stranger = await registered();
    expect((await to(stranger.id, 'link', { proceedingId })).body).toMatchObject({ code: 'INTAKE_OF_OTHERS', status: 409 });
    expect((await to(id, 'link', { proceedingId: newId() })).body).toMatchObject({ code: 'NOT_FOUND', status: 404 });
    await mari('POST', `/api/v1/proceedings/${proceedingId}/suspend`);
    expect((await to(id, 'link', { proceedingId })).body).toMatchObject({ code: 'PROCEEDING_NOT_OPEN' });
    await mari('POST', `/api/v1/proceedings/${proceedingId}/resume`);
    expect((await to(id, 'link', { proceedingId }, { 'if-match': '"7"' })).body).toMatchObject({ code: 'PRECONDITION_FAILED' });
    expect(await to(id, 'link', { proceedingId })).toMatchObject({
      status: 200,
      body: { intake: { proceedingId, state: 'IN_PROCEEDING' } },
    });
    expect((await to(id, 'link', { proceedingId })).body).toMatchObject({ code: 'INTAKE_NOT_REGISTERED' });
    await mari('POST', `/api/v1/proceedings/${proceedingId}/close`, { reason: 'SOLVED' });
    expect((await mari('GET', `/api/v1/intakes/${id}`)).body).toMatchObject({ intake: { state: 'CLOSED' } });
    expect((await to(id, 'open', { kind: 'SIMPLE' })).body).toMatchObject({ code: 'INTAKE_NOT_REGISTERED' });
  });

  it('is passed on to the institution whose matter it is, which finds it as it came', async () => {
    const { id } = await registered({ contactPerson: { name: 'Aino' }, actualAddress: ADDRESS });
    for (const institutionId of [mine, newId()]) {
      expect((await to(id, 'redirect', { institutionId, reason: 'elab mujal' })).body).toMatchObject({
        code: 'RECEIVING_INSTITUTION_INVALID',
        errors: [{ pointer: '/institutionId', code: 'INVALID' }],
      });
    }
    expect(await to(id, 'redirect', { institutionId: foreignInstitution, reason: 'elab mujal' })).toMatchObject({
      status: 200,
      body: { intake: { state: 'REDIRECTED', endedReason: 'elab mujal' } },
    });
    const { body } = await foreigner('GET', '/api/v1/intakes');
    expect(body.items).toHaveLength(1);
    const there = await foreigner('GET', `/api/v1/intakes/${body.items?.[0]?.id}`);
    expect(there.body).toMatchObject({ intake: { redirectedFrom: id, state: 'REGISTERED', contactPerson: { name: 'Aino' } } });
    expect((await to(id, 'redirect', { institutionId: foreignInstitution, reason: 'veel kord' })).body).toMatchObject({
      code: 'INTAKE_NOT_REGISTERED',
    });
    expect((await to(String(body.items?.[0]?.id), 'open', { kind: 'SIMPLE' }, {}, foreigner)).status).toBe(201);
  });

  it('is annulled with a reason, and stays', async () => {
    const { id } = await registered();
    expect((await to(id, 'annul', {})).body).toMatchObject({ errors: [{ pointer: '/reason', code: 'REQUIRED' }] });
    expect((await to(id, 'annul', { reason: 'vale isik' }, {}, foreigner)).body).toMatchObject({ code: 'INTAKE_NOT_FOUND' });
    expect((await to(id, 'annul', { reason: 'vale isik' })).body).toMatchObject({
      intake: { state: 'ANNULLED', endedReason: 'vale isik' },
    });
    expect((await mari('PATCH', `/api/v1/intakes/${id}`, { problem: 'x' })).body).toMatchObject({ code: 'INTAKE_NOT_REGISTERED' });
    expect((await mari('GET', '/api/v1/intakes?state=ANNULLED')).body.items).toContainEqual(expect.objectContaining({ id }));
    await expect(sql`delete from intake where id = ${id}`.execute(door.database.db)).rejects.toThrow('never deleted');
  });

  it('of a victim is there for who works on victims’ matters, and for who registered it (INV-66)', async () => {
    const ska = { institution: '70001975', kind: 'SKA' } as const;
    const { app, database } = door;
    const victims = await signedIn(app, await hire(database, { username: 'oskar', roles: ['SKA_VICTIM_SUPPORT'], serial: 40, ...ska }));
    const children = await signedIn(app, await hire(database, { username: 'laur', roles: ['SKA_CHILD_PROTECTION'], serial: 41, ...ska }));
    const { id } = await registered({ kind: 'VICTIM' }, victims);
    expect((await victims('GET', '/api/v1/intakes')).body.items).toHaveLength(1);
    expect((await children('GET', '/api/v1/intakes')).body.items).toEqual([]);
    expect((await children('GET', `/api/v1/intakes/${id}`)).body).toMatchObject({ code: 'INTAKE_NOT_FOUND' });
    expect((await to(id, 'open', { kind: 'SIMPLE' }, {}, children)).body).toMatchObject({ code: 'INTAKE_NOT_FOUND' });
    expect((await to(id, 'open', { kind: 'VICTIM' }, {}, victims)).status).toBe(201);
  });
});

describe('whatever is done to an intake', () => {
  const COMMANDS = ['amend', 'open', 'link', 'annul', 'redirect', 'close', 'reopen'] as const;
  type State = 'REGISTERED' | 'IN_PROCEEDING' | 'CLOSED' | 'REDIRECTED' | 'ANNULLED';

  async function dump(id: string): Promise<unknown> {
    const { rows } = await sql`
      select (select to_jsonb(i) from intake i where id = ${id}) as intake,
        (select count(*) from intake where redirected_from = ${id}) as passed_on,
        (select count(*) from proceeding_step where object_id = ${id}) as steps,
        (select count(*) from proceeding join intake on intake.proceeding_id = proceeding.id where intake.id = ${id}) as proceedings,
        (select count(*) from audit_event where object_id = ${id} and action not like '%_READ') as lines`.execute(door.database.db);
    return rows[0];
  }

  it('it is never in a state that nobody has declared, and a command that is refused changes nothing', async () => {
    const commands = fc.array(fc.record({ command: fc.constantFrom(...COMMANDS), byOther: fc.boolean(), stale: fc.nat(5) }), {
      minLength: 1,
      maxLength: 10,
    });
    await fc.assert(
      fc.asyncProperty(commands, async (steps) => {
        const clientId = await client();
        const host = await mari('POST', '/api/v1/intakes', intakeOn(clientId, { ...opening, actualAddress: ADDRESS }));
        const { id: open } = host.body.proceeding as { id: string };
        const { body } = await mari('POST', '/api/v1/intakes', intakeOn(clientId, { actualAddress: ADDRESS }));
        const { id } = body.intake as { id: string };
        let state: State = 'REGISTERED';
        let proceedingId: string | undefined;
        for (const { command, byOther, stale } of steps) {
          const call = byOther ? foreigner : mari;
          const headers = stale === 0 ? { 'if-match': '"999"' } : {};
          const isOf = proceedingId ?? newId();
          const permitted: Record<(typeof COMMANDS)[number], boolean> = {
            amend: state === 'REGISTERED' || state === 'IN_PROCEEDING',
            open: state === 'REGISTERED',
            link: state === 'REGISTERED',
            annul: state === 'REGISTERED',
            redirect: state === 'REGISTERED',
            close: state === 'IN_PROCEEDING',
            reopen: state === 'CLOSED',
          };
          const before = await dump(id);
          const on = (verb: string, sent: object) => call('POST', `/api/v1/intakes/${id}/${verb}`, sent, headers);
          const answer = await {
            amend: () => call('PATCH', `/api/v1/intakes/${id}`, { problem: `Kord ${steps.length}` }, headers),
            open: () => on('open', { kind: 'SIMPLE' }),
            link: () => on('link', { proceedingId: open }),
            annul: () => on('annul', { reason: 'vale isik' }),
            redirect: () => on('redirect', { institutionId: byOther ? mine : foreignInstitution, reason: 'elab mujal' }),
            close: () => call('POST', `/api/v1/proceedings/${isOf}/close`, { reason: 'SOLVED' }, headers),
            reopen: () => call('POST', `/api/v1/proceedings/${isOf}/reopen`, { reason: 'samas asjas' }, headers),
          }[command]();
          const done = permitted[command] && !byOther && stale !== 0;
          expect(`${command} in ${state}: ${answer.status < 300}`).toBe(`${command} in ${state}: ${done}`);
          if (!done) {
            expect([404, 409, 412]).toContain(answer.status);
            expect(await dump(id)).toEqual(before);
            continue;
          }
          const states: Record<(typeof COMMANDS)[number], State> = {
            amend: state,
            open: 'IN_PROCEEDING',
            link: 'IN_PROCEEDING',
            annul: 'ANNULLED',
            redirect: 'REDIRECTED',
            close: 'CLOSED',
            reopen: 'IN_PROCEEDING',
          };
          state = states[command];
          const { rows } = await sql<{ state: string; proceeding: string | null }>`
            select state, proceeding_id as proceeding from intake where id = ${id}`.execute(door.database.db);
          expect(rows[0]?.state).toBe(state);
          proceedingId = rows[0]?.proceeding ?? undefined;
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
