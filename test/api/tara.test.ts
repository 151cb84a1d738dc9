import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openGateway } from '../../src/gateway.ts';
import { freePort } from '../free-port.ts';
import { callAt, openTestGateway, type TestGateway } from '../gateway.ts';
import { Browser, startTara, type TaraPerson, type TestTara } from '../tara.ts';
import { hire, personalCode, type Worker } from '../town.ts';

const RETURN_TO = 'http://127.0.0.1:9/sisene';
const CLIENT = { clientId: 'star', clientSecret: 'synthetic+secret/0=%' };
const folder = mkdtempSync(join(tmpdir(), 'star-tara-'));

let star: TestGateway;
let tara: TestTara;
let mari: Worker;
beforeAll(async () => {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  tara = await startTara({ ...CLIENT, callbackUrl: `${publicUrl}/api/v1/sessions/tara/callback` });
  const clientSecretFile = join(folder, 'secret');
  writeFileSync(clientSecretFile, `${CLIENT.clientSecret}\n`);
  const settings = {
    issuer: tara.issuer,
    clientId: CLIENT.clientId,
    clientSecretFile,
    publicUrl,
    returnTo: RETURN_TO,
    consoleUrl: publicUrl,
  };
  star = await openTestGateway({ port, tara: { ...settings, level: 'SUBSTANTIAL' } });
  mari = await hire(star.gateway.database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1 });
});
afterAll(async () => {
  await star.close();
  await tara.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  tara.person = is(mari);
  tara.spoil = undefined;
});

function is({ personalCode: code }: Pick<Worker, 'personalCode'>, more: Partial<TaraPerson> = {}): TaraPerson {
  const profile_attributes = { given_name: 'MARI', family_name: 'MAASIKAS', date_of_birth: '1970-01-02' };
  return { sub: `EE${code}`, amr: ['mID'], acr: 'high', profile_attributes, ...more };
}

const isCallback = (url: URL) => url.pathname.endsWith('/tara/callback');
const isPage = (url: URL) => url.href.startsWith(RETURN_TO);
const isConsole = (url: URL) => url.pathname === '/console';

/** To TARA and back to the front-end's page: what is said there. */
async function viaTara(browser: Browser, spoilt = (url: URL): URL => url): Promise<string | null> {
  browser.forget(tara.issuer);
  const callback = await browser.follow(`${star.gateway.url}/api/v1/sessions/tara`, isCallback);
  return said(await browser.follow(spoilt(callback).href, isPage));
}

const said = (page: URL) => page.searchParams.get('signIn');

async function opened(browser: Browser, headers: Readonly<Record<string, string>> = {}, at = star.gateway.url) {
  const response = await browser.call(`${at}/api/v1/sessions`, {
    method: 'POST',
    body: JSON.stringify({ method: 'TARA' }),
    headers: { 'content-type': 'application/json', ...headers },
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** The last line that the log has of a sign-in. */
async function lastLine(action = 'SIGN_IN') {
  const { rows } = await sql<{ outcome: string; code: string | null; details: Record<string, unknown> }>`
    select outcome, code, details from audit_event where action = ${action} order by id desc limit 1`.execute(star.gateway.database.db);
  return rows[0];
}

describe('signing in by TARA', () => {
  it.each([
    ['mID', 'MOBILE_ID', 'high', 'HIGH'],
    ['smartid', 'SMART_ID', 'substantial', 'SUBSTANTIAL'],
    ['idcard', 'ID_CARD', 'high', 'HIGH'],
  ])('REQ-114: opens a session by %s, which says %s and how sure it is', async (amr, method, acr, level) => {
    tara.person = is(mari, { amr: [amr], acr });
    const browser = new Browser();
    expect(await viaTara(browser)).toBe('IDENTIFIED');
    const session = await opened(browser, { 'x-device-id': 'TOOARVUTI-17' });
    expect(session).toMatchObject({ status: 201, body: { authLevel: level } });
    const me = await callAt(star.gateway.url, { authorization: `Bearer ${session.body.token}` })('GET', '/api/v1/sessions/current');
    expect(me.body).toMatchObject({ userId: mari.userId, institutionId: mari.institutionId, authMethod: method, authLevel: level });
    // The cookie as well: pages of our own are let in by it.
    expect((await browser.call(`${star.gateway.url}/api/v1/sessions/current`)).status).toBe(200);
    expect(await lastLine()).toMatchObject({ outcome: 'DONE', details: { method, level, device: 'TOOARVUTI-17' } });
  });

  it('asks TARA for what is agreed, and proves itself by the secret', async () => {
    await viaTara(new Browser());
    const asked = tara.asked.at(-1);
    expect(Object.fromEntries(asked ?? [])).toMatchObject({
      client_id: 'star',
      scope: 'openid idcard mid smartid',
      response_type: 'code',
      code_challenge_method: 'S256',
      acr_values: 'substantial',
      ui_locales: 'et',
    });
    const [, basic = ''] = /^Basic (.*)$/.exec(tara.secretsGiven.at(-1) ?? '') ?? [];
    const [, secret = ''] = Buffer.from(basic, 'base64').toString().split(':');
    expect(decodeURIComponent(secret.replaceAll('+', ' '))).toBe(CLIENT.clientSecret);
    await new Browser().follow(`${star.gateway.url}/api/v1/sessions/tara?locale=ru`, isCallback);
    expect(tara.asked.at(-1)?.get('ui_locales')).toBe('ru');
  });

  it('lets somebody who works in several institutions choose one of theirs', async () => {
    const code = personalCode(2, '1970-01-02');
    const one = await hire(star.gateway.database, { username: 'kahes', roles: ['SOCIAL_WORKER'], serial: 2, personalCode: code });
    const other = await hire(star.gateway.database, {
      username: 'kahes',
      roles: ['PROVIDER_REP'],
      institution: '70000740',
      kind: 'PROVIDER',
      serial: 2,
      personalCode: code,
    });
    tara.person = is(one);
    const browser = new Browser();
    await viaTara(browser);
    const { status, body } = await opened(browser);
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'INSTITUTION_REQUIRED' });
    const offered = body.institutions as { institutionId: string; name: string }[];
    expect(offered.map(({ institutionId }) => institutionId).sort()).toEqual([one.institutionId, other.institutionId].sort());
    expect(offered.map(({ name }) => name)).toContain('Näidisvald');
    const byPassword = await star.call('POST', '/api/v1/sessions', { username: 'kahes', password: one.password });
    expect(byPassword.body).toMatchObject({ code: 'INSTITUTION_REQUIRED', institutions: offered });
    expect(
      await opened(browser, { 'x-institution': mari.institutionId === one.institutionId ? other.userId : mari.institutionId }),
    ).toMatchObject({
      status: 422,
    });
    expect((await opened(browser, { 'x-institution': other.institutionId })).status).toBe(201);
  });

  it('wants no new password where none was used, and the terms all the same', async () => {
    const kalle = await hire(star.gateway.database, { username: 'kalle', roles: ['SOCIAL_WORKER'], serial: 3 });
    const { db } = star.gateway.database;
    await sql`update app_user set password_own_since = null, profile_filled = false where id = ${kalle.userId}`.execute(db);
    await sql`delete from terms_acceptance where user_id = ${kalle.userId}`.execute(db);
    tara.person = is(kalle);
    const browser = new Browser();
    await viaTara(browser);
    const session = await opened(browser);
    expect(session.body).toMatchObject({ limited: 'TERMS' });
    const call = callAt(star.gateway.url, { authorization: `Bearer ${session.body.token}` });
    expect((await call('POST', '/api/v1/me/terms/1')).status).toBe(200);
    expect((await call('GET', '/api/v1/sessions/current')).body).toMatchObject({ limited: 'PROFILE' });
    const byPassword = await star.call('POST', '/api/v1/sessions', { username: 'kalle', password: kalle.password });
    expect(byPassword.body).toMatchObject({ limited: 'PASSWORD_CHANGE', authLevel: 'SUBSTANTIAL' });
  });

  it('is taken up by any process: begun at one, answered at another, opened at a third', async () => {
    const { configuration } = star.opening;
    const others = await Promise.all(
      [0, 0].map((port) => openGateway({ ...star.opening, configuration: { ...configuration, http: { ...configuration.http, port } } })),
    );
    try {
      const [second, third] = others.map(({ url }) => url);
      const browser = new Browser();
      const callback = await browser.follow(`${star.gateway.url}/api/v1/sessions/tara`, isCallback);
      const moved = new URL(`${callback.pathname}${callback.search}`, second);
      // Behind one name all of them are one place to a browser.
      browser.shareCookies(star.gateway.url, [second ?? '', third ?? '']);
      expect(said(await browser.follow(moved.href, isPage))).toBe('IDENTIFIED');
      expect((await opened(browser, {}, third)).status).toBe(201);
    } finally {
      await Promise.all(others.map((other) => other.close()));
    }
  });

  it('knows nobody who has no account, and nobody whose access has ended', async () => {
    tara.person = is({ personalCode: personalCode(77) });
    const stranger = new Browser();
    await viaTara(stranger);
    expect(await opened(stranger)).toMatchObject({ status: 403, body: { code: 'ACCOUNT_MISSING' } });
    expect(await lastLine()).toMatchObject({ outcome: 'REFUSED', code: 'ACCOUNT_MISSING', details: { method: 'MOBILE_ID' } });

    const gone = await hire(star.gateway.database, { username: 'lahkunud', roles: ['SOCIAL_WORKER'], serial: 4 });
    await sql`update membership set active = false, ended_at = now() where user_id = ${gone.userId}`.execute(star.gateway.database.db);
    tara.person = is(gone);
    const browser = new Browser();
    await viaTara(browser);
    expect(await opened(browser)).toMatchObject({ status: 403, body: { code: 'ACCOUNT_INACTIVE' } });
    expect(await lastLine()).toMatchObject({ outcome: 'REFUSED', code: 'INACTIVE' });
  });

  it.each<[string, () => void, string, string]>([
    ['a level that is too low', () => (tara.person = is(mari, { acr: 'low' })), 'AUTH_LEVEL_TOO_LOW', 'acr'],
    ['no level', () => (tara.person = { ...is(mari), acr: undefined } as never), 'AUTH_LEVEL_TOO_LOW', 'acr'],
    ['a means that was not asked for', () => (tara.person = is(mari, { amr: ['eIDAS'] })), 'TARA_ANSWER_INVALID', 'amr'],
    ['somebody of another country', () => (tara.person = is(mari, { sub: 'FI010170-9999' })), 'TARA_ANSWER_INVALID', 'sub'],
    ['a code that is none', () => (tara.person = is(mari, { sub: 'EE47001020010' })), 'TARA_ANSWER_INVALID', 'sub'],
    ['somebody who turns back', () => (tara.person = { error: 'user_cancel' }), 'TARA_CANCELLED', 'user_cancel'],
    ['an error of TARA', () => (tara.person = { error: 'server_error' }), 'TARA_REFUSED', 'server_error'],
    [
      'another issuer',
      () => (tara.spoil = (claims) => ({ claims: { ...claims, iss: 'https://tara.example' } })),
      'TARA_ANSWER_INVALID',
      'iss',
    ],
    [
      'a token for another client',
      () => (tara.spoil = (claims) => ({ claims: { ...claims, aud: 'another' } })),
      'TARA_ANSWER_INVALID',
      'aud',
    ],
    [
      'the nonce of another sign-in',
      () => (tara.spoil = (claims) => ({ claims: { ...claims, nonce: 'another' } })),
      'TARA_ANSWER_INVALID',
      'nonce',
    ],
    [
      'a token that has expired',
      () => (tara.spoil = (claims) => ({ claims: { ...claims, exp: 1_700_000_000 } })),
      'TARA_ANSWER_INVALID',
      'exp',
    ],
    [
      'a signature of somebody else',
      () => (tara.spoil = (claims) => ({ claims, key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey })),
      'TARA_ANSWER_INVALID',
      'OAUTH_INVALID_RESPONSE',
    ],
  ])('refuses %s, and says so to the log', async (_what, spoil, code, reason) => {
    spoil();
    const browser = new Browser();
    expect(await viaTara(browser)).toBe(code);
    expect(await lastLine()).toMatchObject({ outcome: 'REFUSED', code, details: { method: 'TARA', reason } });
    expect(await opened(browser)).toMatchObject({ status: 401, body: { code: 'TARA_SIGN_IN_UNKNOWN' } });
  });

  it('takes no answer twice, none of another browser, none with another state, and spends TARA’s word', async () => {
    const browser = new Browser();
    const callback = await browser.follow(`${star.gateway.url}/api/v1/sessions/tara`, isCallback);
    const stranger = new Browser();
    expect(said(await stranger.follow(callback.href, isPage))).toBe('TARA_SIGN_IN_UNKNOWN');
    const tampered = new URL(callback);
    tampered.searchParams.set('state', `WORK.${'x'.repeat(43)}`);
    expect(said(await browser.follow(tampered.href, isPage))).toBe('TARA_SIGN_IN_UNKNOWN');
    expect(await lastLine()).toMatchObject({ code: 'TARA_SIGN_IN_UNKNOWN', details: { reason: 'state' } });

    expect(said(await browser.follow(callback.href, isPage))).toBe('IDENTIFIED');
    expect(said(await browser.follow(callback.href, isPage))).toBe('TARA_SIGN_IN_UNKNOWN');
    const both = await Promise.all([opened(browser), opened(browser)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 401]);
    expect(await opened(browser)).toMatchObject({ status: 401, body: { code: 'TARA_SIGN_IN_UNKNOWN' } });
  });

  it('waits a quarter of an hour for the answer, and five minutes for the choice', async () => {
    const slow = new Browser();
    const callback = await slow.follow(`${star.gateway.url}/api/v1/sessions/tara`, isCallback);
    star.clock.advance({ minutes: 15 });
    expect(said(await slow.follow(callback.href, isPage))).toBe('TARA_SIGN_IN_UNKNOWN');
    const undecided = new Browser();
    await viaTara(undecided);
    star.clock.advance({ minutes: 5 });
    expect(await opened(undecided)).toMatchObject({ status: 401, body: { code: 'TARA_SIGN_IN_UNKNOWN' } });
  });
});

describe('the console’s way to TARA', () => {
  const toConsole = (browser: Browser) => {
    browser.forget(tara.issuer);
    return browser.follow(`${star.gateway.url}/api/v1/sessions/tara?for=CONSOLE`, isCallback);
  };

  it('comes back to the console, whatever TARA says', async () => {
    const browser = new Browser();
    const callback = await toConsole(browser);
    expect(said(await browser.follow(callback.href, isConsole))).toBe('IDENTIFIED');
    // Whatever was lost: the state says from where they came.
    expect(said(await new Browser().follow(callback.href, isConsole))).toBe('TARA_SIGN_IN_UNKNOWN');
    expect((await opened(browser)).status).toBe(201);
    tara.person = { error: 'user_cancel' };
    expect(said(await browser.follow((await toConsole(browser)).href, isConsole))).toBe('TARA_CANCELLED');
  });

  it('has a sentence for each code that comes back, in the language of whoever reads it', async () => {
    const sentence = (code: string) => star.call('GET', `/api/errors/${code}`, undefined, { 'accept-language': 'ru' });
    expect(await sentence('TARA_CANCELLED')).toMatchObject({
      status: 200,
      body: { code: 'TARA_CANCELLED', detail: expect.stringContaining('Вы прервали') },
    });
    expect(await sentence('TARA_NOTHING')).toMatchObject({ status: 404, body: { code: 'ROUTE_NOT_FOUND' } });
  });

  it('is bound to the secret: an answer is not carried from one front-end to another', async () => {
    const browser = new Browser();
    const callback = await toConsole(browser);
    callback.searchParams.set('state', (callback.searchParams.get('state') ?? '').replace('CONSOLE.', 'WORK.'));
    expect(said(await browser.follow(callback.href, isPage))).toBe('TARA_SIGN_IN_UNKNOWN');
  });

  it('is told of where it is offered', async () => {
    const offered = async (query: string) => (await star.call('GET', `/api/v1/sessions/methods${query}`)).body.items;
    expect(await offered('')).toEqual(['PASSWORD', 'TARA']);
    expect(await offered('?for=CONSOLE')).toEqual(['PASSWORD', 'TARA']);
    expect(await offered('?for=SELF_SERVICE')).toEqual([]);
    expect((await star.call('GET', '/api/v1/sessions/methods?for=ELSEWHERE')).body).toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});

describe('a screen that was locked after signing in by TARA', () => {
  let browser: Browser;
  let token: string;
  const call = (method: string, path: string, body?: unknown) =>
    callAt(star.gateway.url, { authorization: `Bearer ${token}` })(method, path, body);
  /** By the browser, which alone has what ties it to TARA's answer. */
  async function unlock(body: object): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await browser.call(`${star.gateway.url}/api/v1/sessions/current/unlock`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    });
    return { status: response.status, body: response.status === 204 ? {} : ((await response.json()) as Record<string, unknown>) };
  }
  beforeEach(async () => {
    browser = new Browser();
    await viaTara(browser);
    token = String((await opened(browser)).body.token);
    expect((await call('POST', '/api/v1/sessions/current/lock')).status).toBe(204);
  });
  const limited = async () => (await call('GET', '/api/v1/sessions/current')).body.limited;

  it('REQ-120: is opened by TARA’s word for the same person, once', async () => {
    expect(await unlock({ method: 'TARA' })).toMatchObject({ status: 401, body: { code: 'TARA_SIGN_IN_UNKNOWN' } });
    await viaTara(browser);
    expect((await unlock({ method: 'TARA' })).status).toBe(204);
    expect(await limited()).toBeUndefined();
    expect(await lastLine('SCREEN_UNLOCKED')).toMatchObject({ outcome: 'DONE', details: { method: 'MOBILE_ID' } });
    await call('POST', '/api/v1/sessions/current/lock');
    expect(await unlock({ method: 'TARA' })).toMatchObject({ status: 401, body: { code: 'TARA_SIGN_IN_UNKNOWN' } });
  });

  it('REQ-120: is not opened to anybody else, for whom TARA’s word still holds', async () => {
    const other = await hire(star.gateway.database, { username: 'teine', roles: ['SOCIAL_WORKER'], serial: 20 });
    tara.person = is(other);
    await viaTara(browser);
    expect(await unlock({ method: 'TARA' })).toMatchObject({ status: 403, body: { code: 'SCREEN_OF_ANOTHER' } });
    expect(await lastLine('SCREEN_UNLOCKED')).toMatchObject({ outcome: 'REFUSED', code: 'SCREEN_OF_ANOTHER' });
    expect(await limited()).toBe('LOCKED');
    expect((await call('GET', '/api/v1/query-types')).body).toMatchObject({ code: 'SESSION_LOCKED' });
    expect((await opened(browser)).status).toBe(201);
  });

  it('is opened neither by the password, which an administrator may know, nor at a lower level', async () => {
    expect(await unlock({ password: mari.password })).toMatchObject({ status: 403, body: { code: 'UNLOCK_OTHERWISE' } });
    tara.person = is(mari, { amr: ['smartid'], acr: 'substantial' });
    await viaTara(browser);
    expect(await unlock({ method: 'TARA' })).toMatchObject({ status: 403, body: { code: 'UNLOCK_OTHERWISE' } });
    expect(await unlock({ method: 'ID_CARD' })).toMatchObject({ status: 404, body: { code: 'SIGN_IN_METHOD_OFF' } });
    expect(await unlock({ method: 'TARA', password: mari.password })).toMatchObject({ status: 422, body: { code: 'VALIDATION_FAILED' } });
    expect(await limited()).toBe('LOCKED');
  });

  it('is opened by TARA where it was begun by a password, which is less sure', async () => {
    const session = await star.call('POST', '/api/v1/sessions', { username: mari.username, password: mari.password });
    token = String(session.body.token);
    await call('POST', '/api/v1/sessions/current/lock');
    await viaTara(browser);
    expect((await unlock({ method: 'TARA' })).status).toBe(204);
    expect(await limited()).toBeUndefined();
  });
});

describe('where TARA', () => {
  it('is not configured, it is not offered', async () => {
    const plain = await openTestGateway({ roles: ['api'] });
    try {
      for (const path of ['', '/callback']) {
        expect(await plain.call('GET', `/api/v1/sessions/tara${path}`)).toMatchObject({
          status: 404,
          body: { code: 'SIGN_IN_METHOD_OFF' },
        });
      }
      expect(await plain.call('POST', '/api/v1/sessions', { method: 'TARA' })).toMatchObject({
        status: 404,
        body: { code: 'SIGN_IN_METHOD_OFF' },
      });
    } finally {
      await plain.close();
    }
  });

  it('is away, people are sent back, and once it is there again it is asked', async () => {
    const port = await freePort();
    const issuer = `http://127.0.0.1:${port}`;
    const configured = star.opening.configuration.tara;
    if (configured === undefined) throw new Error('not configured');
    const away = await openTestGateway({ roles: ['api'], tara: { ...configured, issuer } });
    try {
      const browser = new Browser();
      const begin = `${away.gateway.url}/api/v1/sessions/tara`;
      expect(said(await browser.follow(begin, isPage))).toBe('TARA_UNAVAILABLE');
      const back = await startTara({ ...CLIENT, callbackUrl: `${configured.publicUrl}/api/v1/sessions/tara/callback`, port });
      expect((await browser.follow(begin, (url) => url.origin === issuer)).pathname).toBe('/auth');
      await back.close();
    } finally {
      await away.close();
    }
  });
});
