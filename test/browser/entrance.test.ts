import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog, systemClock } from '../../src/platform/index.ts';
import { createCountry, type Simulator, startSimulator, type TaraPerson } from '../../src/simulator/index.ts';
import { freePort } from '../free-port.ts';
import { openTestGateway, type TestGateway } from '../gateway.ts';
import { card, cardAuthority, pem, type Responder, startResponder, startTlsProxy } from '../id-card.ts';
import { STAR } from '../installation.ts';
import type { Holder } from '../security/certificate-authority.ts';
import { hire, personalCode, type Worker } from '../town.ts';
import { broken } from './axe.ts';
import { CHROMIUM, openBrowser, picture, tabTo, visit } from './chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'star-entrance-'));
const CLIENT = { clientId: 'star', clientSecret: 'synthetic' };
const TEHIK = { institution: '70009770', kind: 'TEHIK' } as const;
const OWN = 'minu enda valitud lause';
const authority = cardAuthority();
const cards: Holder[] = [];

describe.runIf(CHROMIUM !== undefined)('the way into the console, in a browser', () => {
  let star: TestGateway;
  let tara: Simulator;
  let responder: Responder;
  let proxy: Awaited<ReturnType<typeof startTlsProxy>>;
  let browser: Browser;
  let base: string;
  const people: TaraPerson[] = [];
  let serial = 0;

  /** A worker of the console, whom TARA and the card know too. */
  async function employ(username: string, more: Partial<Parameters<typeof hire>[1]> = {}): Promise<Worker> {
    serial += 1;
    const worker = await hire(star.gateway.database, { username, roles: ['TEHIK_OPS'], ...TEHIK, serial, ...more });
    const known = people.some((one) => one.personalCode === worker.personalCode);
    if (!known) people.push({ personalCode: worker.personalCode, firstName: username, lastName: 'Näidis', who: 'TEHIK' });
    return worker;
  }
  const unsettle = async ({ userId }: Worker) => {
    const { db } = star.gateway.database;
    await sql`update app_user set password_own_since = null, profile_filled = false where id = ${userId}`.execute(db);
    await sql`delete from terms_acceptance where user_id = ${userId}`.execute(db);
  };

  beforeAll(async () => {
    const port = await freePort();
    base = `http://127.0.0.1:${port}`;
    tara = await startSimulator({
      port: 0,
      country: createCountry({ seed: 11, asOf: '2026-11-23' }),
      // Tokens are held against the real time.
      clock: systemClock,
      log: createLog('silent'),
      clients: [STAR],
      tara: { ...CLIENT, callbackUrls: [`${base}/api/v1/sessions/tara/callback`], people },
    });
    responder = await startResponder(
      authority,
      () => cards,
      () => new Date(star.clock.now().epochMilliseconds),
    );
    const files = { clientSecretFile: join(folder, 'secret'), certFile: join(folder, 'authority.pem') };
    writeFileSync(files.clientSecretFile, CLIENT.clientSecret);
    writeFileSync(files.certFile, pem(authority.certificate));
    star = await openTestGateway({
      port,
      trustedProxies: ['127.0.0.1'],
      idCard: { authorities: [{ certFile: files.certFile, ocspUrl: responder.url }] },
      tara: {
        issuer: `${tara.url}/tara`,
        clientId: CLIENT.clientId,
        clientSecretFile: files.clientSecretFile,
        publicUrl: base,
        returnTo: `${base}/api/docs`,
        consoleUrl: base,
        level: 'HIGH',
      },
    });
    proxy = await startTlsProxy(base);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await proxy.close();
    await star.close();
    await responder.close();
    await tara.close();
    rmSync(folder, { recursive: true });
  });

  async function byPassword(page: Page, { username, password }: Pick<Worker, 'username' | 'password'>) {
    await page.getByLabel('Username').fill(username);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
  }
  /** At TARA's screen. */
  async function choose(page: Page, who: string, means = 'Mobiil-ID') {
    await page.getByRole('heading', { name: 'Who do you want to be?' }).waitFor();
    await page.getByRole('radio', { name: means }).check();
    await page.getByRole('button', { name: who }).press('Enter');
  }
  const inside = (page: Page) => page.getByRole('button', { name: 'Lock the screen' }).waitFor();
  const alert = (page: Page, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text }).waitFor();
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);
  /** Complaints but for those of refusals that were provoked, and for the way to TARA. */
  const other = (complaints: readonly string[]) => complaints.filter((text) => !/status of 4\d\d|fetched from elsewhere/.test(text));

  it('REQ-100, REQ-101, REQ-102: leads through the first sign-in by keyboard alone, and loses nothing that was refused', async () => {
    const uku = await employ('uku');
    await unsettle(uku);
    const { page, complaints } = await visit(browser, base, '/console/registers/rr');
    await byPassword(page, uku);
    await page.getByRole('heading', { name: 'Choose your own password' }).waitFor();
    expect(await focused(page)).toBe('entrance-title');
    expect(await page.title()).toContain('Choose your own password');
    await page.keyboard.press('Tab');
    await page.keyboard.type('not this one');
    await page.keyboard.press('Tab');
    await page.keyboard.type('short');
    await page.keyboard.press('Tab');
    await page.keyboard.type('shorter');
    await page.keyboard.press('Enter');
    await page.getByText('The password is shorter than 12 characters.').waitFor();
    await page.getByText('This is not the same as the new password above.').waitFor();
    expect(await focused(page)).toBe('field-password');
    expect(await broken(page)).toEqual([]);
    const [fresh, again] = [page.getByLabel('New password', { exact: true }), page.getByLabel('New password again')];
    await fresh.fill(OWN);
    await again.fill(OWN);
    await page.keyboard.press('Enter');
    await alert(page, 'The user name or password is wrong');
    expect([await fresh.inputValue(), await again.inputValue(), await focused(page)]).toEqual([OWN, OWN, 'field-current']);
    await page.getByLabel('Present password').fill(uku.password);
    await (await tabTo(page, 'Change the password')).press('Enter');

    await page.getByRole('heading', { name: 'Terms of use' }).waitFor();
    await page.getByText('look only at people whose proceedings I carry out').waitFor();
    await page.getByRole('button', { name: 'Русский язык' }).press('Enter');
    await page.getByText('чьё производство я веду').waitFor();
    await page.getByRole('button', { name: 'English' }).press('Enter');
    expect(await broken(page)).toEqual([]);
    await (await tabTo(page, 'I have read the terms and accept them')).press('Enter');

    await page.getByRole('heading', { name: 'Your own data' }).waitFor();
    await page.getByLabel('Education level').selectOption({ index: 1 });
    await page.getByLabel('E-mail').fill('uku');
    await page.getByLabel('Telephone').fill('+372 5555 0001');
    await page.keyboard.press('Enter');
    await page.getByText('An address is written like').waitFor();
    expect([await focused(page), await page.getByLabel('Telephone').inputValue()]).toEqual(['field-email', '+372 5555 0001']);
    expect(await broken(page)).toEqual([]);
    await page.getByLabel('E-mail').fill('uku@tehik.example');
    await page.keyboard.press('Enter');
    await inside(page);
    expect(new URL(page.url()).pathname).toBe('/console/registers/rr');
    expect(other(complaints)).toEqual([]);
    await page.context().close();
  });

  it('REQ-115: leads there on the day on which the password has become too old, also who is signed in', async () => {
    const vana = await employ('vana');
    const { page } = await visit(browser, base, '/console', { as: vana });
    await inside(page);
    await sql`update app_user set password_own_since = '2020-01-01' where id = ${vana.userId}`.execute(star.gateway.database.db);
    await page.getByRole('link', { name: 'System', exact: true }).press('Enter');
    await page.getByRole('heading', { name: 'Choose your own password' }).waitFor();
    await page.getByLabel('Present password').fill(vana.password);
    await page.getByLabel('New password', { exact: true }).fill(vana.password);
    await page.getByLabel('New password again').fill(vana.password);
    await page.keyboard.press('Enter');
    await page.getByText('has to differ').waitFor();
    await page.getByLabel('New password', { exact: true }).fill(OWN);
    await page.getByLabel('New password again').fill(OWN);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'PostgreSQL' }).waitFor();
    await page.context().close();
  });

  it('REQ-115: tells in time that the password has to be renewed, which is done there and then', async () => {
    const ette = await employ('ette');
    const since = star.clock
      .now()
      .subtract({ hours: 24 * 80 })
      .toString();
    await sql`update app_user set password_own_since = ${since} where id = ${ette.userId}`.execute(star.gateway.database.db);
    const { page } = await visit(browser, base, '/console', { as: ette });
    await page.getByText('Your password has to be renewed; days left: 10.').waitFor();
    expect(await broken(page)).toEqual([]);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await picture(page, `password-ends-${width}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    }
    const change = await tabTo(page, 'Change the password');
    await change.press('Enter');
    await (await tabTo(page, 'Back')).press('Enter');
    await inside(page);
    await page.getByRole('button', { name: 'Change the password' }).press('Enter');
    await page.getByLabel('Present password').fill(ette.password);
    await page.getByLabel('New password', { exact: true }).fill(OWN);
    await page.getByLabel('New password again').fill(OWN);
    await page.keyboard.press('Enter');
    await inside(page);
    expect(await page.getByText('has to be renewed').isVisible()).toBe(false);
    await page.context().close();
  });

  it('shows the terms that have come meanwhile, and takes no others', async () => {
    const tiiu = await employ('tiiu');
    await unsettle(tiiu);
    await sql`update app_user set password_own_since = '2026-11-01', profile_filled = true where id = ${tiiu.userId}`.execute(
      star.gateway.database.db,
    );
    const { page } = await visit(browser, base, '/console', { as: tiiu });
    await page.getByRole('heading', { name: 'Terms of use' }).waitFor();
    await sql`insert into terms_of_use (version, text, published_at, order_title)
      select version + 1, '{"et": "Uued", "en": "New terms", "ru": "Новые"}', now(), 'Käskkiri' from terms_of_use order by version desc limit 1`.execute(
      star.gateway.database.db,
    );
    const accept = page.getByRole('button', { name: 'I have read the terms and accept them' });
    await accept.press('Enter');
    await alert(page, 'This version is not in force');
    await page.getByText('New terms').waitFor();
    await accept.press('Enter');
    await inside(page);
    await page.context().close();
    await sql`delete from terms_acceptance where version > 1`.execute(star.gateway.database.db);
    await sql`delete from terms_of_use where version > 1`.execute(star.gateway.database.db);
  });

  it('REQ-114: lets in by TARA, to the page that was wanted; a person of several institutions says which', async () => {
    const kaja = await employ('kaja');
    await employ('kaja', { roles: ['SKA_SUPERVISION'], institution: '70001975', kind: 'SKA', serial, personalCode: kaja.personalCode });
    const { page, complaints } = await visit(browser, base, '/console/health');
    await (await tabTo(page, /Sign in through TARA/, 'link')).press('Enter');
    await choose(page, 'kaja');
    await page.getByRole('heading', { name: 'Choose an institution' }).waitFor();
    expect(await broken(page)).toEqual([]);
    await picture(page, 'institutions-1280-light');
    await (await tabTo(page, 'Back')).press('Enter');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await byPassword(page, kaja);
    await page.getByRole('heading', { name: 'Choose an institution' }).waitFor();
    await page.locator('.choice').last().press('Enter');
    await inside(page);
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/console/health');
    expect(other(complaints)).toEqual([]);
    await page.context().close();
  });

  it('says in words what TARA has sent somebody back with, and who has no account', async () => {
    people.push({ personalCode: personalCode(999), firstName: 'Võõras', lastName: 'Näidis', who: '' });
    const { page } = await visit(browser, base);
    await page.getByRole('link', { name: /Sign in through TARA/ }).press('Enter');
    await page.getByRole('button', { name: 'Turn back' }).press('Enter');
    await alert(page, 'You turned back');
    await page.getByRole('link', { name: /Sign in through TARA/ }).press('Enter');
    await choose(page, 'Võõras');
    await alert(page, 'you have no account in STAR');
    expect(new URL(page.url()).search).toBe('');
    await page.context().close();
  });

  it('REQ-120: opens a screen by the way in which its owner has come, to nobody else, and goes on where they were', async () => {
    await employ('anu');
    await employ('teine');
    const { page, complaints } = await visit(browser, base, '/console/registers/mta');
    await page.getByRole('link', { name: /Sign in through TARA/ }).press('Enter');
    await choose(page, 'anu');
    await (await tabTo(page, 'Lock the screen')).press('Enter');
    await page.getByRole('heading', { name: 'The screen is locked' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'The screen is locked' }).waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    expect(await broken(page)).toEqual([]);
    await (await tabTo(page, /Unlock through TARA/, 'link')).press('Enter');
    await choose(page, 'teine');
    await alert(page, 'Somebody else has locked this screen');
    await page.getByRole('link', { name: /Unlock through TARA/ }).press('Enter');
    await choose(page, 'anu', 'ID-kaart');
    await inside(page);
    expect(new URL(page.url()).pathname).toBe('/console/registers/mta');
    expect(other(complaints)).toEqual([]);
    await page.context().close();
  });

  it('REQ-120: opens by the password what a password has begun', async () => {
    const mall = await employ('mall');
    const { page } = await visit(browser, base, '/console', { as: mall });
    await page.getByRole('button', { name: 'Lock the screen' }).press('Enter');
    await page.getByRole('heading', { name: 'The screen is locked' }).waitFor();
    expect(await focused(page)).toBe('field-password');
    await page.keyboard.type('not this one');
    await page.keyboard.press('Enter');
    await alert(page, 'wrong');
    await page.keyboard.type(mall.password);
    await page.keyboard.press('Enter');
    await inside(page);
    await page.context().close();
  });

  it('REQ-114, REQ-120: lets in by the card in the reader, and opens the screen by it', async () => {
    const kalle = await employ('kalle');
    const holder = card(authority, `PNOEE-${kalle.personalCode}`);
    cards.push(holder);
    const origin = `https://127.0.0.1:${proxy.port}`;
    const key = holder.privateKey.export({ type: 'pkcs8', format: 'pem' });
    const reader = [{ origin, cert: Buffer.from(pem(holder.certificate)), key: Buffer.from(key) }];
    const { page } = await visit(browser, origin, '/console', { ignoreHTTPSErrors: true, clientCertificates: reader });
    await (await tabTo(page, /Sign in by ID-card/)).press('Enter');
    await inside(page);
    await page.getByRole('button', { name: 'Lock the screen' }).press('Enter');
    await page.getByRole('heading', { name: 'The screen is locked' }).waitFor();
    responder.answering = { status: 'revoked' };
    await page.getByRole('button', { name: /Unlock by ID-card/ }).press('Enter');
    await alert(page, 'revoked');
    responder.answering = {};
    await page.getByRole('button', { name: /Unlock by ID-card/ }).press('Enter');
    await inside(page);
    await page.context().close();

    const without = await visit(browser, origin, '/console', { ignoreHTTPSErrors: true });
    await without.page.getByRole('button', { name: /Sign in by ID-card/ }).press('Enter');
    await alert(without.page, 'Put your ID-card into the reader');
    await without.page.context().close();
  });

  it.each([
    [1280, 'light', 'en-GB'],
    [390, 'light', 'et-EE'],
    [390, 'dark', 'ru-RU'],
    [1280, 'dark', 'ru-RU'],
  ] as const)('breaks no rule and fits: %i wide, %s, %s', async (width, colorScheme, locale) => {
    const who = await employ(`vaade-${width}-${colorScheme}`);
    await unsettle(who);
    const { page } = await visit(browser, base, '/console', { width, colorScheme, locale });
    const look = async (name: string) => {
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await picture(page, `${name}-${width}-${colorScheme}`);
      expect(await broken(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    };
    await page.locator('.ways').waitFor();
    await look('entrance-door');
    await page.locator('#field-username').fill(who.username);
    await page.locator('#field-password').fill(who.password);
    await page.keyboard.press('Enter');
    await page.locator('#field-current').fill(who.password);
    await page.locator('#field-password').fill('lühike');
    await page.keyboard.press('Enter');
    await page.locator('.refusal:not([hidden])').first().waitFor();
    await look('entrance-password');
    for (const field of ['password', 'again']) await page.locator(`#field-${field}`).fill(OWN);
    await page.keyboard.press('Enter');
    await page.locator('.terms').waitFor();
    await look('entrance-terms');
    await page.locator('.door .primary').press('Enter');
    await page.locator('#field-phone').fill('see ei ole number');
    await page.locator('#field-email').fill('vaade@tehik.example');
    await page.locator('#field-educationLevel').selectOption({ index: 1 });
    await page.locator('.door .primary').press('Enter');
    await page.locator('.refusal:not([hidden])').waitFor();
    await look('entrance-profile');
    await page.locator('#field-phone').fill('5555 0001');
    await page.keyboard.press('Enter');
    await page.locator('#lock').click();
    await page.locator('.whose').waitFor();
    await look('entrance-locked');
    await page.context().close();
  });
});
