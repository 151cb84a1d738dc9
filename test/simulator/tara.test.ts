import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePersonalCode } from '../../src/estonia/index.ts';
import { createLog, settableClock, systemClock } from '../../src/platform/index.ts';
import { connectTara, type TaraProvider } from '../../src/register/access/index.ts';
import { createCountry, type Simulator, startSimulator, type TaraPerson } from '../../src/simulator/index.ts';
import { STAR } from '../installation.ts';

const CLIENT = { clientId: 'star-demo', clientSecret: 'synthetic+secret/0=%' };
const CALLBACK = 'http://127.0.0.1:9/api/v1/sessions/tara/callback';
const SECRETS = { state: 'state', nonce: 'nonce', codeVerifier: 'v'.repeat(43) };

const personalCode = parsePersonalCode('60001019906');
if (personalCode === undefined) throw new Error('no personal code');
const mari: TaraPerson = { personalCode, firstName: 'Mari', lastName: 'Sotsiaaltöötaja', who: 'Paide linn & <teised>' };

let simulator: Simulator;
let tara: TaraProvider;
// Whoever reads a token holds its times against the real clock.
const clock = settableClock(systemClock.now().toString());
beforeAll(async () => {
  const country = createCountry({ seed: 11, asOf: '2026-11-23' });
  const people = { callbackUrls: [CALLBACK], people: [mari] };
  const options = { port: 0, country, clock, log: createLog('silent'), clients: [STAR] };
  simulator = await startSimulator({ ...options, tara: { ...CLIENT, ...people } });
  tara = connectTara({ ...CLIENT, issuer: `${simulator.url}/tara`, level: 'HIGH' });
});
afterAll(() => simulator.close());

async function screen(): Promise<URL> {
  const url = await tara.authorizationUrl(SECRETS, CALLBACK, 'en');
  if (!url.ok) throw new Error(url.error.reason);
  return url.value;
}

async function chosen(fields: Record<string, string>): Promise<URL> {
  const reply = await fetch(await screen(), { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  expect(reply.status).toBe(303);
  return new URL(reply.headers.get('location') ?? '');
}

const asMari = (means = 'mid') => chosen({ person: mari.personalCode, means });

describe('the simulated TARA', () => {
  it('shows who there is to be, in the language that is asked for, and nobody’s personal code in an address', async () => {
    const url = await screen();
    const page = await (await fetch(url)).text();
    expect(page).toContain('Who do you want to be?');
    expect(page).toContain('Paide linn &amp; &lt;teised>');
    url.searchParams.set('ui_locales', 'ru');
    expect(await (await fetch(url)).text()).toContain('<html lang="ru">');
    expect((await asMari()).href).not.toContain(mari.personalCode);
  });

  it.each([
    ['idcard', 'ID_CARD'],
    ['mid', 'MOBILE_ID'],
    ['smartid', 'SMART_ID'],
  ])('vouches by %s for who was chosen, to a library that looks at everything', async (means, method) => {
    expect(await tara.identify(await asMari(means), SECRETS)).toEqual({
      ok: true,
      value: { personalCode, firstName: 'MARI', lastName: 'SOTSIAALTÖÖTAJA', method, level: 'HIGH' },
    });
  });

  it('sends back who turns back, and who chooses nobody that there is', async () => {
    for (const fields of [{ cancel: '1', means: 'mid' }, { person: '60001019907', means: 'mid' }, { person: mari.personalCode }]) {
      expect(await tara.identify(await chosen(fields), SECRETS)).toMatchObject({
        error: { code: 'TARA_CANCELLED', reason: 'user_cancel' },
      });
    }
  });

  it.each([
    ['client_id', 'another'],
    ['redirect_uri', 'http://127.0.0.1:9/elsewhere'],
    ['response_type', 'token'],
    ['scope', 'idcard'],
    ['scope', 'openid'],
    ['code_challenge_method', 'plain'],
  ])('sends nobody anywhere whose %s is %s', async (name, value) => {
    const url = await screen();
    url.searchParams.set(name, value);
    const reply = await fetch(url, { redirect: 'manual' });
    expect([reply.status, await reply.text()]).toEqual([400, expect.stringContaining('The request is not right')]);
  });

  it('gives a token once, in time, to who has begun and knows the secret', async () => {
    const refused = { ok: false, error: { code: 'TARA_REFUSED', reason: 'invalid_grant' } };
    const back = await asMari();
    expect((await tara.identify(back, SECRETS)).ok).toBe(true);
    expect(await tara.identify(back, SECRETS)).toEqual(refused);
    expect(await tara.identify(await asMari(), { ...SECRETS, codeVerifier: 'w'.repeat(43) })).toEqual(refused);
    const stranger = connectTara({ ...CLIENT, clientSecret: 'another', issuer: `${simulator.url}/tara`, level: 'HIGH' });
    expect(await stranger.identify(await asMari(), SECRETS)).toMatchObject({ error: { code: 'TARA_REFUSED' } });
    const late = await asMari();
    clock.advance({ seconds: 31 });
    expect(await tara.identify(late, SECRETS)).toEqual(refused);
  });
});
