import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonalCode } from '../../src/estonia/index.ts';
import { sealAudit } from '../../src/register/audit/index.ts';
import { judgeChain } from '../../src/register/supervision/index.ts';
import { freePort } from '../free-port.ts';
import { type Call, callAt, openTestGateway, type TestGateway } from '../gateway.ts';
import { BOUNDLESS } from '../installation.ts';
import { Browser, startTara, type TestTara } from '../tara.ts';
import { hire, personalCode } from '../town.ts';

const RETURN_TO = 'http://127.0.0.1:9/iseteenindus';
const folder = mkdtempSync(join(tmpdir(), 'star-citizens-'));
const APPLICATIONS = '/api/v1/self-service/applications';
const HELP = { kind: 'APPLICATION_BENEFIT', problem: 'Toimetulek' } as const;
/** Paide, Tartu, and a municipality that the register has no institution of. */
const [PAIDE, TARTU, NOT_HERE] = ['0567', '0793', '0784'];

let star: TestGateway;
let tara: TestTara;
let paide: Awaited<ReturnType<TestGateway['worker']>>;
let tartu: Awaited<ReturnType<TestGateway['worker']>>;
let serial = 500;
beforeAll(async () => {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const client = { clientId: 'star', clientSecret: 'synthetic' };
  tara = await startTara({ ...client, callbackUrl: `${publicUrl}/api/v1/sessions/tara/callback` });
  const clientSecretFile = join(folder, 'secret');
  writeFileSync(clientSecretFile, client.clientSecret);
  const settings = { issuer: tara.issuer, clientId: client.clientId, clientSecretFile, publicUrl, returnTo: 'http://127.0.0.1:9/sisene' };
  star = await openTestGateway({ roles: ['api'], port, tara: { ...settings, citizensReturnTo: RETURN_TO, level: 'SUBSTANTIAL' } });
  paide = await star.worker({ institution: '77000312', municipality: PAIDE });
  tartu = await star.worker({ institution: '75006546', municipality: TARTU });
});
afterAll(async () => {
  await star.close();
  await tara.close();
  rmSync(folder, { recursive: true });
});

/** Somebody new, who has shown TARA who they are and come in. */
async function citizen(code: PersonalCode = personalCode(serial++)): Promise<Call & { code: PersonalCode; browser: Browser }> {
  const browser = new Browser();
  tara.person = {
    sub: `EE${code}`,
    amr: ['smartid'],
    acr: 'high',
    profile_attributes: { given_name: 'MARI LIIS', family_name: 'VON MAASIKAS', date_of_birth: '1985-03-14' },
  };
  const page = await browser.follow(`${star.gateway.url}/api/v1/sessions/tara?for=SELF_SERVICE`, (url) => url.href.startsWith(RETURN_TO));
  expect(page.searchParams.get('signIn')).toBe('IDENTIFIED');
  const opened = await browser.call(`${star.gateway.url}/api/v1/self-service/sessions`, { method: 'POST' });
  expect(opened.status).toBe(201);
  const { token } = (await opened.json()) as { token: string };
  return Object.assign(callAt(star.gateway.url, { authorization: `Bearer ${token}` }), { code, browser });
}

/** The citizen has a file, which says where the population register has them. */
async function livesIn(municipalityCode: string, code: PersonalCode): Promise<unknown> {
  const { body } = await paide('POST', '/api/v1/clients', { personalCode: code, firstName: 'Mari Liis', lastName: 'Von Maasikas' });
  await paide('PUT', `/api/v1/clients/${body.id}/residence`, { text: 'Pikk 1', municipalityCode });
  return body.id;
}

const inbox = async (call: Call) =>
  ((await call('GET', '/api/v1/intakes?limit=200')).body.items as { id: string; channel: string }[]).map(({ id }) => id);

describe('the self-service', () => {
  it('REQ-095: takes a citizen’s application to the municipality where they live, as an intake that they have made themselves', async () => {
    const mari = await citizen();
    const clientId = await livesIn(TARTU, mari.code);
    const filed = await mari('POST', APPLICATIONS, HELP);
    expect(filed).toMatchObject({ status: 201, body: { ...HELP, state: 'REGISTERED', institution: 'Näidisvald' } });
    expect(filed.headers.get('location')).toBe(`${APPLICATIONS}/${filed.body.id}`);

    expect(await inbox(tartu)).toContain(filed.body.id);
    expect(await inbox(paide)).not.toContain(filed.body.id);
    const intake = await tartu('GET', `/api/v1/intakes/${filed.body.id}`);
    expect(intake.body.intake).toMatchObject({ channel: 'SELF_SERVICE', problem: HELP.problem, subjects: [{ clientId, role: 'MAIN' }] });
    const file = await tartu('GET', `/api/v1/clients/${clientId}/file`);
    expect(JSON.stringify(file.body)).toContain('MARI LIIS VON MAASIKAS');

    const { rows } = await sql<{ actor: object }>`
      select json_build_object('roles', roles, 'institution', institution_id, 'client', client_id) as actor
      from audit_event where action = 'APPLICATION_FILED' and object_id = ${filed.body.id}`.execute(star.gateway.database.db);
    expect(rows).toEqual([{ actor: { roles: ['CITIZEN'], institution: tartu.worker.institutionId, client: clientId } }]);
  });

  it('goes on as any intake does: a worker opens the proceeding, and the citizen sees how it stands', async () => {
    const mari = await citizen();
    await livesIn(PAIDE, mari.code);
    const { body } = await mari('POST', APPLICATIONS, HELP);
    expect((await paide('POST', `/api/v1/intakes/${body.id}/open`, { kind: 'SIMPLE' })).status).toBe(201);
    expect((await mari('GET', `${APPLICATIONS}/${body.id}`)).body).toMatchObject({ state: 'IN_PROCEEDING' });
  });

  it('lets somebody choose whose place of residence is not known, and opens their file', async () => {
    const mari = await citizen();
    expect(await mari('POST', APPLICATIONS, HELP)).toMatchObject({ status: 422, body: { code: 'MUNICIPALITY_REQUIRED' } });
    expect(await mari('POST', APPLICATIONS, { ...HELP, municipality: NOT_HERE })).toMatchObject({
      body: { code: 'MUNICIPALITY_NOT_SERVED' },
    });
    expect(await mari('POST', APPLICATIONS, { ...HELP, municipality: '9999' })).toMatchObject({
      body: { code: 'MUNICIPALITY_NOT_SERVED' },
    });
    const filed = await mari('POST', APPLICATIONS, { ...HELP, municipality: PAIDE });
    expect(filed.status).toBe(201);
    const { body } = await paide('POST', '/api/v1/clients/search', { personalCode: mari.code });
    expect(body.items).toMatchObject([{ firstName: 'MARI LIIS', lastName: 'VON MAASIKAS' }]);
  });

  it('lets nobody choose another municipality than the one where they live', async () => {
    const mari = await citizen();
    await livesIn(PAIDE, mari.code);
    const elsewhere = await mari('POST', APPLICATIONS, { ...HELP, municipality: TARTU });
    expect(elsewhere).toMatchObject({ status: 422, body: { code: 'MUNICIPALITY_BY_RESIDENCE', errors: [{ pointer: '/municipality' }] } });
    expect((await mari('POST', APPLICATIONS, { ...HELP, municipality: PAIDE })).status).toBe(201);
  });

  it('shows a citizen who has used their data, whoever it was, and nobody else’s', async () => {
    const [mari, other] = [await citizen(), await citizen()];
    const clientId = await livesIn(TARTU, mari.code);
    await paide('GET', `/api/v1/clients/${clientId}`);
    const usages = async (call: Call) => (await call('GET', '/api/v1/self-service/usages')).body;
    const told = await usages(mari);
    expect(told).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ what: 'Isiku toimiku vaatamine', asker: null })]),
    });
    expect(JSON.stringify(told)).not.toContain(paide.worker.userId);
    // To look at it is no use of anybody's data.
    expect(await usages(mari)).toEqual(told);
    expect(await usages(other)).toEqual({ total: 0, items: [] });
    expect((await paide('GET', '/api/v1/self-service/usages')).status).toBe(401);
  });

  it('REQ-095: shows a citizen their own applications, and nobody else’s', async () => {
    const [mari, jaan] = [await citizen(), await citizen()];
    const own = { ...HELP, municipality: PAIDE };
    const [first, second] = [await mari('POST', APPLICATIONS, own), await mari('POST', APPLICATIONS, own)];
    const list = await mari('GET', `${APPLICATIONS}?limit=1`);
    expect(list.body).toMatchObject({ items: [{ id: second.body.id }], next: second.body.id });
    expect((await mari('GET', `${APPLICATIONS}?after=${list.body.next}`)).body.items).toMatchObject([{ id: first.body.id }]);
    expect((await jaan('GET', APPLICATIONS)).body.items).toEqual([]);
    expect(await jaan('GET', `${APPLICATIONS}/${first.body.id}`)).toMatchObject({ status: 404, body: { code: 'APPLICATION_NOT_FOUND' } });
    // The same person, another day, another session.
    const again = await citizen(mari.code);
    expect((await again('GET', APPLICATIONS)).body.items).toHaveLength(2);
  });

  it('takes an application once, however often it is sent, and ten a day of one person, however many at once', async () => {
    const mari = await citizen();
    const own = { ...HELP, municipality: PAIDE };
    const keyed = await Promise.all([1, 2, 3].map(() => mari('POST', APPLICATIONS, own, { 'idempotency-key': 'once' })));
    expect(new Set(keyed.map(({ body }) => body.id)).size).toBe(1);
    const many = await Promise.all(Array.from({ length: 12 }, () => mari('POST', APPLICATIONS, own)));
    expect(many.filter(({ status }) => status === 201)).toHaveLength(9);
    const refused = many.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(3);
    expect(refused[0]?.body).toMatchObject({ code: 'TOO_MANY_APPLICATIONS' });
    star.clock.advance({ hours: 24 });
    const tomorrow = await citizen(mari.code);
    expect((await tomorrow('POST', APPLICATIONS, own)).status).toBe(201);
  });

  it('is no way into the register: a citizen’s token is none of a worker’s, and the other way round', async () => {
    const mari = await citizen();
    for (const path of ['/sessions/current', '/clients', '/intakes', '/proceedings', '/terms']) {
      expect((await mari('GET', `/api/v1${path}`)).status, path).toBeGreaterThanOrEqual(401);
    }
    expect(await paide('POST', APPLICATIONS, HELP)).toMatchObject({ status: 401, body: { code: 'SESSION_MISSING' } });
    // Who works in the register comes on their own behalf like anybody else, beside their work.
    const worker = await hire(star.gateway.database, { username: 'ise', roles: ['SOCIAL_WORKER'], serial: 900 });
    const own = await citizen(worker.personalCode);
    expect((await own('GET', APPLICATIONS)).status).toBe(200);
    expect((await own('GET', '/api/v1/sessions/current')).status).toBe(401);
  });

  it('is nobody’s curiosity: a listed person who files an application raises no signal', async () => {
    const ska = await star.worker({ roles: ['SKA_SUPERVISION'], institution: '70001975', kind: 'SKA' });
    const mari = await citizen();
    const listed = await ska('POST', '/api/v1/supervision/listed-persons', {
      personalCode: mari.code,
      reason: 'Avaliku elu tegelane',
      until: '2027-01-31',
    });
    expect(listed.status).toBe(201);
    expect((await mari('POST', APPLICATIONS, { ...HELP, municipality: PAIDE })).status).toBe(201);
    const { database } = star.gateway;
    while ((await sealAudit(database)) > 0);
    while ((await judgeChain({ database, quotas: BOUNDLESS })) === 'MORE');
    expect((await ska('GET', '/api/v1/supervision/signals?rule=LISTED_PERSON')).body.items).toEqual([]);
  });

  it('forgets a citizen after half an hour, and at once when they leave', async () => {
    const mari = await citizen();
    star.clock.advance({ minutes: 29 });
    expect((await mari('GET', APPLICATIONS)).status).toBe(200);
    star.clock.advance({ minutes: 30 });
    expect(await mari('GET', APPLICATIONS)).toMatchObject({ status: 401, body: { code: 'SESSION_EXPIRED' } });
    const jaan = await citizen();
    const left = await jaan.browser.call(`${star.gateway.url}/api/v1/self-service/sessions/current`, { method: 'DELETE' });
    expect(left.status).toBe(204);
    expect(await jaan('GET', APPLICATIONS)).toMatchObject({ status: 401, body: { code: 'SESSION_MISSING' } });
  });

  it('wants TARA’s word each time, and takes what is filed from its own pages alone', async () => {
    const mari = await citizen();
    const again = await mari.browser.call(`${star.gateway.url}/api/v1/self-service/sessions`, { method: 'POST' });
    expect(again.status).toBe(401);
    const foreign = await mari.browser.call(`${star.gateway.url}${APPLICATIONS}`, {
      method: 'POST',
      body: JSON.stringify(HELP),
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
    });
    expect(await foreign.json()).toMatchObject({ code: 'CROSS_SITE_REFUSED' });
    for (const [body, pointer] of [
      [{ kind: 'CHILD_NOTICE', problem: 'x' }, '/kind'],
      [{ kind: 'OTHER', problem: ' ' }, '/problem'],
      [{ ...HELP, municipality: 'Paide' }, '/municipality'],
      [{ ...HELP, institutionId: '1' }, '/institutionId'],
    ] as const) {
      expect(await mari('POST', APPLICATIONS, body)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
    }
  });
});
