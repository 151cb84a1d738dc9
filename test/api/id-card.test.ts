import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../free-port.ts';
import { callAt, openTestGateway, type TestGateway } from '../gateway.ts';
import { type Answering, card, cardAuthority, pem, type Responder, signInWithCard, startResponder, startTlsProxy } from '../id-card.ts';
import { type Holder, issue, makeKeys, OID, USAGE } from '../security/certificate-authority.ts';
import { hire, personalCode, type Worker } from '../town.ts';

const folder = mkdtempSync(join(tmpdir(), 'star-cards-'));
const authority = cardAuthority();
const another = cardAuthority('TEST of nobody');
const cards: Holder[] = [];
const made = (...details: Parameters<typeof card>): Holder => {
  const holder = card(...details);
  cards.push(holder);
  return holder;
};

let star: TestGateway;
let responder: Responder;
let proxy: Awaited<ReturnType<typeof startTlsProxy>>;
let mari: Worker;
let marisCard: Holder;
beforeAll(async () => {
  const now = () => new Date(star.clock.now().epochMilliseconds);
  responder = await startResponder(authority, () => cards, now);
  const certFile = join(folder, 'authority.pem');
  writeFileSync(certFile, pem(authority.certificate));
  star = await openTestGateway({
    roles: ['api'],
    trustedProxies: ['127.0.0.1'],
    idCard: { authorities: [{ certFile, ocspUrl: responder.url }] },
  });
  proxy = await startTlsProxy(star.gateway.url);
  mari = await hire(star.gateway.database, { username: 'mari', roles: ['SOCIAL_WORKER'], serial: 1 });
  marisCard = made(authority, `PNOEE-${mari.personalCode}`);
});
afterAll(async () => {
  await proxy.close();
  await star.close();
  await responder.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  responder.answering = {};
});

async function lastLine() {
  const { rows } = await sql<{ outcome: string; code: string | null; details: object }>`
    select outcome, code, details from audit_event where action = 'SIGN_IN' order by id desc limit 1`.execute(star.gateway.database.db);
  return rows[0];
}

describe('signing in by ID-card', () => {
  it('REQ-114: opens a session of the level HIGH, a password one of SUBSTANTIAL', async () => {
    const session = await signInWithCard(proxy.port, marisCard, { 'x-device-id': 'TOOARVUTI-17' });
    expect(session).toMatchObject({ status: 201, body: { authLevel: 'HIGH' } });
    const me = await callAt(star.gateway.url, { authorization: `Bearer ${session.body.token}` })('GET', '/api/v1/sessions/current');
    expect(me.body).toMatchObject({ userId: mari.userId, authMethod: 'ID_CARD', authLevel: 'HIGH' });
    expect(await lastLine()).toMatchObject({ outcome: 'DONE', details: { method: 'ID_CARD', level: 'HIGH', device: 'TOOARVUTI-17' } });

    const { username, password } = mari;
    const byPassword = await star.call('POST', '/api/v1/sessions', { method: 'PASSWORD', username, password });
    expect(byPassword).toMatchObject({ status: 201, body: { authLevel: 'SUBSTANTIAL' } });
    const other = await callAt(star.gateway.url, { authorization: `Bearer ${byPassword.body.token}` })('GET', '/api/v1/sessions/current');
    expect(other.body).toMatchObject({ authMethod: 'PASSWORD', authLevel: 'SUBSTANTIAL' });
  });

  it('REQ-243: asks the authority about this very certificate each time, and refuses one that is revoked', async () => {
    const before = responder.asked.length;
    expect((await signInWithCard(proxy.port, marisCard)).status).toBe(201);
    responder.answering = { status: 'revoked' };
    expect(await signInWithCard(proxy.port, marisCard)).toMatchObject({ status: 401, body: { code: 'ID_CARD_REVOKED' } });
    expect(await lastLine()).toMatchObject({
      outcome: 'REFUSED',
      code: 'ID_CARD_REVOKED',
      details: { method: 'ID_CARD', reason: 'status' },
    });
    expect(responder.asked.slice(before)).toEqual([marisCard.serial, marisCard.serial]);
  });

  it.each<[string, () => Answering, string]>([
    ['an authority that does not know the certificate', () => ({ status: 'unknown' }), 'ID_CARD_REVOKED'],
    ['a responder that fails', () => ({ as: 'HTTP_500' }), 'ID_CARD_NOT_CHECKED'],
    ['a responder that answers without end', () => ({ as: 'LARGE' }), 'ID_CARD_NOT_CHECKED'],
    ['an answer to nobody’s question', () => ({ as: 'NO_NONCE' }), 'ID_CARD_NOT_CHECKED'],
    ['an answer to another question', () => ({ as: 'OTHER_NONCE' }), 'ID_CARD_NOT_CHECKED'],
    ['an answer about another certificate', () => ({ as: 'OTHER_CERTIFICATE' }), 'ID_CARD_NOT_CHECKED'],
    ['an answer of yesterday', () => ({ thisUpdate: at({ hours: -24 }) }), 'ID_CARD_NOT_CHECKED'],
    ['an answer that has ended', () => ({ thisUpdate: at({ minutes: -10 }), nextUpdate: at({ minutes: -1 }) }), 'ID_CARD_NOT_CHECKED'],
    ['an answer of tomorrow', () => ({ thisUpdate: at({ hours: 24 }) }), 'ID_CARD_NOT_CHECKED'],
    ['an answer that somebody else has signed', () => ({ responder: another, carried: [another] }), 'ID_CARD_NOT_CHECKED'],
    ['an answer that the card has signed', () => ({ responder: marisCard, carried: [marisCard] }), 'ID_CARD_NOT_CHECKED'],
    ['an answer that was changed', () => ({ as: 'CHANGED' }), 'ID_CARD_NOT_CHECKED'],
  ])('lets nobody in by %s', async (_what, answering, code) => {
    responder.answering = answering();
    const { status, body } = await signInWithCard(proxy.port, marisCard);
    expect({ status, code: body.code }).toEqual({ status: code === 'ID_CARD_REVOKED' ? 401 : 503, code });
    expect(body.token).toBeUndefined();
    expect(await lastLine()).toMatchObject({ outcome: 'REFUSED', code });
  });

  it('takes the word of a responder whom the authority has made one', async () => {
    const delegate = issue({
      issuer: authority,
      subject: [[OID.commonName, 'TEST of OCSP responder']],
      usage: USAGE.digitalSignature,
      purpose: OID.ocspSigning,
    });
    responder.answering = { responder: delegate, carried: [delegate] };
    expect((await signInWithCard(proxy.port, marisCard)).status).toBe(201);
  });

  it.each<[string, () => Holder, string, string]>([
    ['another authority', () => card(another, `PNOEE-${mari.personalCode}`), 'ID_CARD_NOT_ACCEPTED', 'issuer'],
    ['nobody but itself', () => issue(own(mari)), 'ID_CARD_NOT_ACCEPTED', 'issuer'],
    ['another card', () => card(marisCard, `PNOEE-${mari.personalCode}`), 'ID_CARD_NOT_ACCEPTED', 'issuer'],
    ['the authority, for signatures', () => of(mari, { usage: USAGE.nonRepudiation }), 'ID_CARD_NOT_ACCEPTED', 'usage'],
    ['the authority, for servers', () => of(mari, { purpose: OID.serverAuth }), 'ID_CARD_NOT_ACCEPTED', 'usage'],
    [
      'the authority, to issue others',
      () => of(mari, { ca: true, usage: USAGE.digitalSignature | USAGE.keyCertSign }),
      'ID_CARD_NOT_ACCEPTED',
      'usage',
    ],
    ['the authority, for what nobody understands', () => of(mari, { strange: true }), 'ID_CARD_NOT_ACCEPTED', 'usage'],
    ['the authority, in the past', () => of(mari, { to: new Date('2026-11-22T00:00:00Z') }), 'ID_CARD_EXPIRED', 'validity'],
    ['the authority, from next year on', () => of(mari, { from: new Date('2027-01-01T00:00:00Z') }), 'ID_CARD_EXPIRED', 'validity'],
    ['the authority, to a company', () => card(authority, 'NTREE-10000000'), 'ID_CARD_NOT_ACCEPTED', 'subject'],
    ['the authority, to somebody of Latvia', () => card(authority, 'PNOLV-010170-12345'), 'ID_CARD_NOT_ACCEPTED', 'subject'],
    ['the authority, to a code that is none', () => card(authority, 'PNOEE-47001020010'), 'ID_CARD_NOT_ACCEPTED', 'subject'],
  ])('refuses what was issued by %s, and asks nobody about it', async (_what, holder, code, reason) => {
    const asked = responder.asked.length;
    expect(await signInWithCard(proxy.port, holder())).toMatchObject({ status: 401, body: { code } });
    expect(await lastLine()).toMatchObject({ outcome: 'REFUSED', code, details: { method: 'ID_CARD', reason } });
    expect(responder.asked.length).toBe(asked);
  });

  it('knows nobody who has no account, and no certificate where none was shown', async () => {
    const stranger = made(authority, `PNOEE-${personalCode(77)}`);
    expect(await signInWithCard(proxy.port, stranger)).toMatchObject({ status: 403, body: { code: 'ACCOUNT_MISSING' } });
    expect(await signInWithCard(proxy.port, undefined)).toMatchObject({ status: 401, body: { code: 'ID_CARD_MISSING' } });
  });

  it('REQ-120: opens the screen that its owner has locked, and nobody else’s', async () => {
    const session = await signInWithCard(proxy.port, marisCard);
    const bearer = { authorization: `Bearer ${session.body.token}` };
    const mine = callAt(star.gateway.url, bearer);
    const unlock = (holder: Holder | undefined) => signInWithCard(proxy.port, holder, bearer, '/api/v1/sessions/current/unlock');
    await mine('POST', '/api/v1/sessions/current/lock');
    const other = await hire(star.gateway.database, { username: 'teine', roles: ['SOCIAL_WORKER'], serial: 5 });
    expect(await unlock(made(authority, `PNOEE-${other.personalCode}`))).toMatchObject({
      status: 403,
      body: { code: 'SCREEN_OF_ANOTHER' },
    });
    expect(await unlock(undefined)).toMatchObject({ status: 401, body: { code: 'ID_CARD_MISSING' } });
    responder.answering = { status: 'revoked' };
    expect(await unlock(marisCard)).toMatchObject({ status: 401, body: { code: 'ID_CARD_REVOKED' } });
    responder.answering = {};
    const byPassword = await mine('POST', '/api/v1/sessions/current/unlock', { password: mari.password });
    expect(byPassword).toMatchObject({ status: 403, body: { code: 'UNLOCK_OTHERWISE' } });
    expect((await mine('GET', '/api/v1/sessions/current')).body).toMatchObject({ limited: 'LOCKED' });
    expect((await unlock(marisCard)).status).toBe(204);
    expect((await mine('GET', '/api/v1/sessions/current')).body.limited).toBeUndefined();
    expect((await star.call('GET', '/api/v1/sessions/methods')).body.items).toEqual(['PASSWORD', 'ID_CARD']);
  });

  it('believes no header that a browser brings itself', async () => {
    const claimed = `:${marisCard.certificate.toString('base64')}:`;
    // Through the proxy, which has seen no certificate.
    expect(await signInWithCard(proxy.port, undefined, { 'client-cert': claimed })).toMatchObject({ body: { code: 'ID_CARD_MISSING' } });
    // Past the proxy, where nobody is trusted.
    const plain = await openTestGateway({ roles: ['api'], ...configured() });
    try {
      const past = await plain.call('POST', '/api/v1/sessions', { method: 'ID_CARD' }, { 'client-cert': claimed });
      expect(past).toMatchObject({ status: 401, body: { code: 'ID_CARD_MISSING' } });
    } finally {
      await plain.close();
    }
    // A proxy that adds its own to what it was given is no proxy to rely on: two are none.
    const two = await star.call('POST', '/api/v1/sessions', { method: 'ID_CARD' }, { 'client-cert': `${claimed}, ${claimed}` });
    expect(two).toMatchObject({ status: 401, body: { code: 'ID_CARD_NOT_ACCEPTED' } });
  });

  it('is not offered where nobody’s cards are taken', async () => {
    const plain = await openTestGateway({ roles: ['api'], trustedProxies: ['127.0.0.1'] });
    try {
      expect(await plain.call('POST', '/api/v1/sessions', { method: 'ID_CARD' })).toMatchObject({
        status: 404,
        body: { code: 'SIGN_IN_METHOD_OFF' },
      });
    } finally {
      await plain.close();
    }
  });

  it('lets nobody in while the responder is away', async () => {
    const ocspUrl = `http://127.0.0.1:${await freePort()}`;
    const authorities = configured().idCard?.authorities.map((one) => ({ ...one, ocspUrl })) ?? [];
    const away = await openTestGateway({ roles: ['api'], trustedProxies: ['127.0.0.1'], idCard: { authorities } });
    try {
      const handed = { 'client-cert': `:${marisCard.certificate.toString('base64')}:` };
      const refused = await away.call('POST', '/api/v1/sessions', { method: 'ID_CARD' }, handed);
      expect(refused).toMatchObject({ status: 503, body: { code: 'ID_CARD_NOT_CHECKED' } });
    } finally {
      await away.close();
    }
  });
});

function configured() {
  const { idCard } = star.opening.configuration;
  return idCard === undefined ? {} : { idCard };
}

function at(later: Parameters<ReturnType<TestGateway['clock']['now']>['add']>[0]): Date {
  return new Date(star.clock.now().add(later).epochMilliseconds);
}

function of({ personalCode: code }: Worker, more: Parameters<typeof card>[2]): Holder {
  return card(authority, `PNOEE-${code}`, more);
}

function own({ personalCode: code }: Worker): Parameters<typeof issue>[0] {
  return {
    subject: [[OID.serialNumber, `PNOEE-${code}`]],
    usage: USAGE.digitalSignature,
    purpose: OID.clientAuth,
    keys: makeKeys('P-384'),
  };
}
