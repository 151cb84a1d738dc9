import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLog, systemClock } from '../../src/platform/index.ts';
import { eraseSigned, findLooseSigned, openSiva, signedDocumentRoutes } from '../../src/register/documents/index.ts';
import { createCountry, type Simulator, startSimulator } from '../../src/simulator/index.ts';
import { openDiskObjects } from '../../src/storage/index.ts';
import { STAR } from '../installation.ts';
import { ASIC_E, containerSignedBy, signedContainer } from '../register/documents/containers.ts';
import { form, PDF } from '../register/documents/desk.ts';
import { hire, personalCode, type Worker } from '../town.ts';
import { type Caller, callerWith, type Door, openDoor, signedIn } from './door.ts';

const folder = mkdtempSync(join(tmpdir(), 'star-signed-'));
let siva: Simulator;
let door: Door;
let mari: Worker;
let jaan: Worker;
let peeter: Worker;
let tiit: Worker;
let riina: Worker;
/** The signed document, as each of them has brought it. */
let letters: Readonly<Record<'mari' | 'peeter' | 'tiit', string>>;
/** A municipality's social worker and administrator, a provider's representative, support, and the registry manager. */
let worker: Caller;
let admin: Caller;
let representative: Caller;
let support: Caller;
let manager: Caller;
beforeAll(async () => {
  const country = createCountry({ seed: 7, asOf: '2026-11-23' });
  siva = await startSimulator({ port: 0, country, clock: systemClock, log: createLog('silent'), clients: [STAR] });
  const objects = await openDiskObjects(folder);
  const validator = openSiva(`${siva.url}/siva`);
  door = await openDoor({ rooms: (ports) => signedDocumentRoutes({ ...ports, objects, scanner: undefined, validator }) });
  mari = await hire(door.database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1 });
  jaan = await hire(door.database, { username: 'jaan', roles: ['ADMIN'], serial: 2 });
  peeter = await hire(door.database, { username: 'peeter', roles: ['PROVIDER_REP'], institution: '70000740', kind: 'PROVIDER', serial: 3 });
  tiit = await hire(door.database, { username: 'tiit', roles: ['SUPPORT'], institution: '70009770', kind: 'TEHIK', serial: 4 });
  riina = await hire(door.database, { username: 'riina', roles: ['REGISTRY_MANAGER'], institution: '70001975', kind: 'SKA', serial: 5 });
  const letter = containerSignedBy(`JUHT,JUHAN,${HEAD_CODE}`, `AVALDAJA,ANU,${ANU}`);
  const [byMari, byPeeter, byTiit] = [await bring(letter), await bring(letter, peeter), await bring(letter, tiit)];
  letters = { mari: byMari.body.id, peeter: byPeeter.body.id, tiit: byTiit.body.id };
});
// Some of these tests take weeks.
beforeEach(async () => {
  worker = await signedIn(door.app, mari);
  admin = await signedIn(door.app, jaan);
  representative = await signedIn(door.app, peeter);
  support = await signedIn(door.app, tiit);
  manager = await signedIn(door.app, riina);
});
afterAll(async () => {
  await door.close();
  await siva.close();
  rmSync(folder, { recursive: true, force: true });
});

const REQUESTS = '/api/v1/access-requests';
const USERS = '/api/v1/admin/users';
const PASSWORD = 'Esmane parool 1';
let serial = 100;

const head = { name: 'Juhan Juht', capacity: 'HEAD' };
const applicant = { name: 'Anu Avaldaja', capacity: 'APPLICANT' };
/** Of the applicant, whom the requests are about where both sign. */
const ANU = personalCode(90);
const HEAD_CODE = personalCode(91);
const HEAD_SHOWN = `${HEAD_CODE.slice(0, 7)}****`;
/** Brings a file as the request's signed document. */
const bring = async (file: Uint8Array, by: Worker = mari, name = 'taotlus.asice') => {
  const { body } = await callerWith(door.app)('POST', '/api/v1/sessions', { username: by.username, password: by.password });
  const sent = new Response(form(file, {}, name));
  const response = await door.app.inject({
    method: 'POST',
    url: '/api/v1/signed-documents',
    headers: { authorization: `Bearer ${body.token}`, 'content-type': sent.headers.get('content-type') ?? '' },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
  return { status: response.statusCode, body: response.json() };
};
const signedBy = (...signers: readonly object[]) => ({ documentId: letters.mari, signers });
const request = (more: object = {}) => ({
  type: 'KOV_WORKER',
  name: 'Anu Avaldaja',
  personalCode: personalCode(++serial),
  jobTitle: 'Lastekaitsespetsialist',
  roles: ['SETTLEMENT'],
  email: 'anu@naidisvald.ee',
  signature: signedBy(head),
  ...more,
});
const without = (body: object, field: string) => Object.fromEntries(Object.entries(body).filter(([name]) => name !== field));
const submitted = async (body: object, by: Caller = worker) => {
  const answer = await by('POST', REQUESTS, body);
  expect(answer).toMatchObject({ status: 201, body: { status: 'SUBMITTED' } });
  return String(answer.body.id);
};
const approved = async (body: object, by: Caller = worker) => {
  const id = await submitted(body, by);
  expect(await support('POST', `${REQUESTS}/${id}/approve`)).toMatchObject({ status: 200, body: { status: 'APPROVED' } });
  return id;
};
const account = (code: string, more: object = {}) => ({
  username: `kasutaja-${++serial}`,
  password: PASSWORD,
  personalCode: code,
  name: 'Anu Avaldaja',
  roles: ['SETTLEMENT'],
  ...more,
});

describe('a request for access', () => {
  it('REQ-004: states who, as what, with which roles, and is signed; support and the registry manager alone see it', async () => {
    const whole = request();
    for (const field of ['name', 'personalCode', 'jobTitle', 'roles', 'email', 'signature']) {
      const refused = await worker('POST', REQUESTS, without(whole, field));
      expect(refused).toMatchObject({
        status: 422,
        body: { code: 'ACCESS_REQUEST_INCOMPLETE', errors: [{ pointer: `/${field}`, code: 'REQUIRED' }] },
      });
    }
    const id = await submitted(whole);
    for (const call of [support, manager]) {
      const { roles, jobTitle, email } = whole;
      const signature = { documentId: letters.mari, signers: [{ name: 'JUHAN JUHT', capacity: 'HEAD', personalCode: HEAD_SHOWN }] };
      expect((await call('GET', `${REQUESTS}/${id}`)).body).toMatchObject({ id, signature, roles, jobTitle, email, status: 'SUBMITTED' });
    }
    for (const call of [worker, admin, representative]) {
      for (const path of [`${REQUESTS}/${id}`, REQUESTS]) expect((await call('GET', path)).status).toBe(403);
      expect((await call('POST', `${REQUESTS}/${id}/approve`)).status).toBe(403);
    }
    const { rows } = await sql<{ action: string }>`
      select action from audit_event where object_type = 'access-request' and object_id = ${id} order by id`.execute(door.database.db);
    expect(rows.map(({ action }) => action)).toEqual(['ACCESS_REQUEST_SUBMITTED', 'ACCESS_REQUEST_READ', 'ACCESS_REQUEST_READ']);
  });

  it('REQ-004: is signed by the head of the institution or somebody authorised', async () => {
    for (const signers of [[applicant], [{ ...head, capacity: 'APPLICANT' }]]) {
      expect((await worker('POST', REQUESTS, request({ signature: signedBy(...signers) }))).body).toMatchObject({
        code: 'HEAD_SIGNATURE_REQUIRED',
      });
    }
    await submitted(request({ signature: signedBy({ ...head, capacity: 'AUTHORISED' }) }));
  });

  it('REQ-008: of a provider’s worker names as much', async () => {
    const signature = { ...signedBy(head), documentId: letters.peeter };
    const whole = request({ type: 'PROVIDER_WORKER', roles: ['PROVIDER_REP'], signature });
    expect((await representative('POST', REQUESTS, without(whole, 'email'))).body).toMatchObject({
      code: 'ACCESS_REQUEST_INCOMPLETE',
      status: 422,
      errors: [{ pointer: '/email', code: 'REQUIRED' }],
    });
    await submitted(whole, representative);
  });

  it.each([
    ['REQ-054', 'KOV_WORKER', 'SETTLEMENT', 'mari', () => worker],
    ['REQ-055', 'PROVIDER_WORKER', 'PROVIDER_REP', 'peeter', () => representative],
  ] as const)('%s: is signed by the applicant and by the head where both are asked for (%s)', async (_req, type, role, bringer, caller) => {
    const asked = (more: object, ...signers: readonly object[]) =>
      request({
        type,
        roles: [role],
        policy,
        personalCode: ANU,
        signature: { ...signedBy(...signers), documentId: letters[bringer] },
        ...more,
      });
    const policy = 'DUAL_SIGNATURE';
    const one = { ...head, capacity: 'APPLICANT' };
    for (const signers of [[head], [applicant], [head, one], [{ ...head, capacity: 'AUTHORISED' }, applicant]]) {
      const refused = await caller()('POST', REQUESTS, asked({}, ...signers));
      expect(refused).toMatchObject({ status: 422, body: { code: 'SECOND_SIGNATURE_REQUIRED' } });
    }
    const ofAnother = await caller()('POST', REQUESTS, asked({ personalCode: personalCode(89) }, applicant, head));
    expect(ofAnother.body).toMatchObject({ code: 'SECOND_SIGNATURE_REQUIRED' });
    await submitted(asked({}, applicant, head), caller());
  });

  it('REQ-099: with both signatures waits in the registry manager’s queue until it is decided', async () => {
    const id = await submitted(request({ policy: 'DUAL_SIGNATURE', personalCode: ANU, signature: signedBy(applicant, head) }));
    const queue = async () => {
      const found: unknown[] = [];
      for (let after = ''; ; ) {
        const { body } = await manager('GET', `${REQUESTS}?status=SUBMITTED&limit=2${after}`);
        found.push(...(body.items ?? []).map((item) => item.id));
        if (body.next === undefined) return found;
        after = `&after=${body.next}`;
      }
    };
    expect(await queue()).toContain(id);
    expect((await manager('POST', `${REQUESTS}/${id}/reject`, {})).body).toMatchObject({ code: 'VALIDATION_FAILED' });
    const rejected = await manager('POST', `${REQUESTS}/${id}/reject`, { reason: 'Allkirja ei saa kontrollida' });
    expect(rejected.body).toMatchObject({ status: 'REJECTED', reason: 'Allkirja ei saa kontrollida' });
    expect(await queue()).not.toContain(id);
    for (const call of [manager, support]) {
      expect((await call('POST', `${REQUESTS}/${id}/approve`)).body).toMatchObject({ code: 'ACCESS_REQUEST_DECIDED', status: 409 });
    }
  });

  it('is decided by somebody else than who entered it, or is to have the access', async () => {
    const entered = await submitted(
      request({ institutionId: mari.institutionId, signature: { ...signedBy(head), documentId: letters.tiit } }),
      support,
    );
    expect((await support('POST', `${REQUESTS}/${entered}/approve`)).body).toMatchObject({ code: 'ACCESS_REQUEST_OWN', status: 409 });
    expect((await manager('POST', `${REQUESTS}/${entered}/approve`)).status).toBe(200);
    const aboutMyself = await submitted(request({ personalCode: tiit.personalCode }));
    expect((await support('POST', `${REQUESTS}/${aboutMyself}/approve`)).body).toMatchObject({ code: 'ACCESS_REQUEST_OWN' });
  });

  it('is decided once, however many do so at once', async () => {
    const id = await submitted(request());
    const answers = await Promise.all([support, manager, support, manager].map((call) => call('POST', `${REQUESTS}/${id}/approve`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('is refused with one code for each fault', async () => {
    const nobody = `${REQUESTS}/019ab000-0000-7000-8000-000000000000`;
    for (const [body, code] of [
      [request({ personalCode: '38211020380' }), 'PERSONAL_CODE_INVALID'],
      [request({ roles: ['PROVIDER_REP'] }), 'ROLE_NOT_ALLOWED_FOR_INSTITUTION_TYPE'],
      [request({ type: 'PROVIDER_WORKER', roles: ['ADMIN'] }), 'ROLE_NOT_ALLOWED_FOR_INSTITUTION_TYPE'],
      [request({ institutionId: peeter.institutionId }), 'FORBIDDEN'],
      [request({ type: 'WISH' }), 'VALIDATION_FAILED'],
      [request({ email: 'ei ole aadress' }), 'VALIDATION_FAILED'],
      [request({ signature: { ...signedBy(head), documentId: '5-2/26/117' } }), 'VALIDATION_FAILED'],
      [request({ signature: { ...signedBy(head), documentId: '019ab000-0000-7000-8000-000000000000' } }), 'SIGNED_DOCUMENT_UNKNOWN'],
      [request({ signature: { ...signedBy(head), documentId: letters.tiit } }), 'SIGNED_DOCUMENT_UNKNOWN'],
      [request({ signature: signedBy(head, { name: 'Keegi Teine', capacity: 'AUTHORISED' }) }), 'SIGNER_NOT_IN_DOCUMENT'],
      [request({ signature: signedBy() }), 'VALIDATION_FAILED'],
      [request({ status: 'APPROVED' }), 'VALIDATION_FAILED'],
      [{ type: 'DEACTIVATION' }, 'ACCESS_REQUEST_INCOMPLETE'],
      [{ type: 'DEACTIVATION', username: 'tundmatu' }, 'USER_NOT_FOUND'],
      [{ type: 'DEACTIVATION', username: 'tiit' }, 'USER_NOT_FOUND'],
    ] as const) {
      expect((await worker('POST', REQUESTS, body)).body).toMatchObject({ code });
    }
    for (const [method, path, body] of [
      ['GET', nobody, undefined],
      ['POST', `${nobody}/approve`, undefined],
      ['POST', `${nobody}/reject`, { reason: 'x' }],
    ] as const) {
      expect((await support(method, path, body)).body).toMatchObject({ code: 'ACCESS_REQUEST_NOT_FOUND', status: 404 });
    }
  });
});

describe('the signed document of a request', () => {
  const kept = async () => ({
    rows: (await sql`select id from signed_document`.execute(door.database.db)).rows.length,
    files: readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length,
    left: (await sql`select id from document_leftover`.execute(door.database.db)).rows.length,
  });

  it('REQ-004: is brought as a container whose signatures are checked, and names its signers without their whole codes', async () => {
    const container = containerSignedBy(`JUHT,JUHAN,${HEAD_CODE}`, 'Asutuse e-tempel');
    const brought = await bring(container);
    expect(brought).toMatchObject({
      status: 201,
      body: { fileName: 'taotlus.asice', signers: [{ name: 'JUHAN JUHT', personalCode: HEAD_SHOWN }, { name: 'Asutuse e-tempel' }] },
    });
    expect(JSON.stringify(brought.body)).not.toContain(HEAD_CODE);
    const path = `/api/v1/signed-documents/${brought.body.id}/content`;
    const session = await callerWith(door.app)('POST', '/api/v1/sessions', { username: tiit.username, password: tiit.password });
    const taken = await door.app.inject({ url: path, headers: { authorization: `Bearer ${session.body.token}` } });
    expect(taken.rawPayload.equals(container)).toBe(true);
    expect(taken.headers['content-type']).toBe(ASIC_E);
    for (const call of [worker, admin, representative]) expect((await call('GET', path)).status).toBe(403);
    const nowhere = '/api/v1/signed-documents/019ab000-0000-7000-8000-000000000000/content';
    expect((await support('GET', nowhere)).body).toMatchObject({ code: 'SIGNED_DOCUMENT_NOT_FOUND' });
    const { rows } = await sql<{ action: string }>`
      select action from audit_event where object_type = 'signed-document' and object_id = ${brought.body.id} order by id`.execute(
      door.database.db,
    );
    expect(rows.map(({ action }) => action)).toEqual(['SIGNED_DOCUMENT_ADDED', 'SIGNED_DOCUMENT_DOWNLOADED']);
  });

  it('is refused where a signature does not hold or it is none, and nothing of it is kept', async () => {
    const before = await kept();
    for (const [file, code] of [
      [signedContainer({ 'a.txt': 'Palun ühe rolli' }, { 'a.txt': Buffer.from('Palun kõik rollid') }), 'SIGNATURES_INVALID'],
      [signedContainer(undefined, { 'META-INF/signatures0.xml': Buffer.from('<tühi/>') }), 'SIGNATURES_INVALID'],
      [signedContainer(undefined, { 'META-INF/signatures0.xml': undefined }), 'CONTAINER_UNSIGNED'],
      [PDF, 'SIGNED_DOCUMENT_REQUIRED'],
    ] as const) {
      expect(await bring(file)).toMatchObject({ status: 422, body: { code } });
    }
    expect(await kept()).toEqual(before);
  });

  it('is refused while nobody can check it, and nothing of it is kept', async () => {
    const before = await kept();
    const container = containerSignedBy(`JUHT,JUHAN,${HEAD_CODE}`);
    siva.knobs('siva').status = 503;
    expect(await bring(container)).toMatchObject({ status: 503, body: { code: 'SIGNATURES_NOT_CHECKED' } });
    expect(await kept()).toEqual(before);
    siva.knobs('siva').status = null;
    expect((await bring(container)).status).toBe(201);
  });

  it('goes with its key when its period is over and nothing rests on it', async () => {
    const { database, clock, keys } = door;
    const id = String((await bring(containerSignedBy(`JUHT,JUHAN,${HEAD_CODE}`))).body.id);
    await submitted(request());
    const among = { after: undefined, atMost: 1000 };
    const loose = await findLooseSigned(database.db, clock.now().add({ hours: 1 }), among);
    expect(loose).toContainEqual({ id });
    expect(loose).not.toContainEqual({ id: letters.mari });
    await database.transaction((tx) => eraseSigned({ keys, clock }, tx, [id]));
    expect((await support('GET', `/api/v1/signed-documents/${id}/content`)).body).toMatchObject({ code: 'SIGNED_DOCUMENT_NOT_FOUND' });
    expect(await keys.open(database.db, id)).toBeUndefined();
  });
});

describe('support', () => {
  it('REQ-010: acts for an institution by an approved request about that worker, and the log says by which', async () => {
    const target = await hire(door.database, { username: 'sihtmark', roles: ['SETTLEMENT', 'ADMIN'], serial: 20 });
    const path = `${USERS}/${target.userId}`;
    const change = { name: 'Uus Nimi', roles: ['SETTLEMENT'] };
    const problem = request({ type: 'SIGN_IN_PROBLEM', roles: undefined, personalCode: target.personalCode });
    const refused = async (query = '') => {
      expect(await support('PATCH', `${path}${query}`, change)).toMatchObject({ status: 403, body: { code: 'REQUEST_REQUIRED' } });
    };
    await refused();
    expect((await support('GET', path)).body).toMatchObject({ code: 'REQUEST_REQUIRED' });
    const waiting = await submitted(problem);
    await refused(`?requestId=${waiting}`);
    await refused(`?requestId=${await approved(request({ type: 'SIGN_IN_PROBLEM', roles: undefined }))}`);
    await refused('?requestId=019ab000-0000-7000-8000-000000000000');
    await support('POST', `${REQUESTS}/${waiting}/approve`);
    const byRequest = `?requestId=${waiting}`;
    expect((await support('GET', `${path}${byRequest}`)).body).toMatchObject({ active: true, roles: ['SETTLEMENT', 'ADMIN'] });
    expect(await support('PATCH', `${path}${byRequest}`, change)).toMatchObject({ status: 200, body: change });
    const reset = await support('POST', `${path}/password-reset${byRequest}`, { password: PASSWORD });
    expect(reset).toMatchObject({ status: 200, body: { mustChangePassword: true } });
    const { rows } = await sql<{ action: string; request: string }>`
      select action, details->>'request' as request from audit_event
      where object_id = ${target.userId} and outcome = 'DONE' and user_id = ${tiit.userId} order by id`.execute(door.database.db);
    expect(rows).toEqual(['USER_READ', 'USER_CHANGED', 'PASSWORD_RESET'].map((action) => ({ action, request: waiting })));
    // What the request does not ask for: other roles, another deed, a time long after.
    const asks = { roles: ['SETTLEMENT', 'ADMIN'] };
    expect((await support('PATCH', `${path}${byRequest}`, asks)).body).toMatchObject({ code: 'REQUEST_REQUIRED' });
    expect((await support('POST', `${path}/deactivate${byRequest}`)).body).toMatchObject({ code: 'REQUEST_REQUIRED' });
    expect((await admin('PATCH', `${path}${byRequest}`, change)).body).toMatchObject({ code: 'REQUEST_REQUIRED' });
    door.clock.advance({ hours: 24 * 14 });
    const later = await signedIn(door.app, tiit);
    expect((await later('PATCH', `${path}${byRequest}`, change)).body).toMatchObject({ code: 'REQUEST_REQUIRED' });
  });

  it('REQ-010: opens the account that was asked for, with the roles that were, in the institution that asked', async () => {
    const asked = request({ roles: ['SETTLEMENT'] });
    const requestId = await approved(asked);
    const open = (body: object) => support('POST', `${USERS}?requestId=${requestId}`, body);
    expect((await support('POST', USERS, account(asked.personalCode))).body).toMatchObject({ code: 'REQUEST_REQUIRED' });
    expect((await open(account(personalCode(99)))).body).toMatchObject({ code: 'REQUEST_REQUIRED' });
    expect((await open(account(asked.personalCode, { roles: ['ADMIN'] }))).body).toMatchObject({ code: 'REQUEST_REQUIRED' });
    expect((await open(account(asked.personalCode, { institutionId: peeter.institutionId }))).body).toMatchObject({ code: 'FORBIDDEN' });
    const opened = await open(account(asked.personalCode));
    expect(opened).toMatchObject({ status: 201, body: { institutionId: mari.institutionId, roles: ['SETTLEMENT'] } });
  });

  it('REQ-107: ends the access of who has left, when any colleague tells it so', async () => {
    const leaver = await hire(door.database, { username: 'lahkunu', roles: ['SOCIAL_WORKER'], serial: 21 });
    const theirs = await signedIn(door.app, leaver);
    const requestId = await approved({ type: 'DEACTIVATION', username: 'lahkunu' });
    expect((await support('GET', `${REQUESTS}/${requestId}`)).body).toMatchObject({
      type: 'DEACTIVATION',
      personalCode: leaver.personalCode,
    });
    expect((await support('POST', `${USERS}/${leaver.userId}/deactivate`)).body).toMatchObject({ code: 'REQUEST_REQUIRED', status: 403 });
    const ended = await support('POST', `${USERS}/${leaver.userId}/deactivate?requestId=${requestId}`);
    expect(ended).toMatchObject({ status: 200, body: { active: false } });
    expect((await theirs('GET', '/api/v1/sessions/current')).status).toBe(401);
    const again = await callerWith(door.app)('POST', '/api/v1/sessions', { username: 'lahkunu', password: leaver.password });
    expect(again.status).toBe(401);
    const { rows } = await sql<{ request: string }>`
      select details->>'request' as request from audit_event
      where object_id = ${leaver.userId} and action = 'USER_DEACTIVATED'`.execute(door.database.db);
    expect(rows).toEqual([{ request: requestId }]);
  });

  it('REQ-098: changes what is a person’s in several institutions, which none of them may alone', async () => {
    const both = await hire(door.database, { username: 'kahe-kohaga', roles: ['SETTLEMENT'], serial: 22 });
    await hire(door.database, { username: 'x', roles: ['PROVIDER_REP'], institution: '70000740', kind: 'PROVIDER', serial: 22 });
    const requestId = await approved(request({ type: 'SIGN_IN_PROBLEM', roles: undefined, personalCode: both.personalCode }));
    const reset = await support('POST', `${USERS}/${both.userId}/password-reset?requestId=${requestId}`, { password: PASSWORD });
    expect(reset).toMatchObject({ status: 200, body: { mustChangePassword: true } });
  });
});
