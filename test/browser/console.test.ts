import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Board, openBoard, REGISTRIES, subject } from '../console/board.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
if (CHROMIUM === undefined) console.warn('could not run: the console in a browser (apt-get install chromium)');

describe.runIf(CHROMIUM !== undefined)('the console in a browser, by keyboard alone', () => {
  let board: Board;
  let base: string;
  let browser: Browser;
  beforeAll(async () => {
    board = await openBoard();
    await board.query('rr', 'FAILED', { code: 'DEADLINE', minutesAgo: 90 });
    await board.query('mta', 'QUEUED');
    base = await board.app.listen({ port: 0, host: '127.0.0.1' });
    browser = await chromium.launch({ ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }), args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    await board.close();
  });

  /** A fresh browser at the page, and what it complained of. */
  async function visit(options: { width?: number; locale?: string } = {}): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext({
      locale: options.locale ?? 'en-GB',
      viewport: { width: options.width ?? 1280, height: 800 },
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // A refused call is a line in the browser's console as well; that one is expected.
      if (message.type() === 'error' && !message.text().includes('status of 401')) complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(base)) complaints.push(`fetched from elsewhere: ${request.url()}`);
    });
    await page.goto(`${base}/console`);
    return { page, complaints };
  }

  async function signIn(page: Page, who: { username: string; password: string }) {
    await page.getByLabel(/Username|Kasutajanimi/).waitFor();
    await page.keyboard.type(who.username);
    await page.keyboard.press('Tab');
    await page.keyboard.type(who.password);
    await page.keyboard.press('Enter');
  }

  async function tabTo(page: Page, name: string | RegExp) {
    const wanted = page.getByRole('button', { name });
    await wanted.waitFor();
    for (let n = 0; n < 60; n += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return wanted;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not come to ${name}`);
  }

  it('signs in, sees the registers, pauses and resumes one', async () => {
    const { page, complaints } = await visit();
    await signIn(page, { username: board.operator.username, password: 'not this one' });
    await page.getByRole('alert').filter({ hasText: /./ }).waitFor();
    await page.getByLabel('Password').fill(board.operator.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Registers' }).waitFor();
    await expect.poll(() => page.locator('[data-registry]').count()).toBe(REGISTRIES.length);
    expect(await page.getByRole('rowheader').allTextContents()).toContainEqual(expect.stringContaining('Population Register'));
    expect(await page.getByRole('columnheader').count()).toBe(10);

    const pause = await tabTo(page, 'Pause: Tax and Customs Board');
    expect(await pause.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
    await page.keyboard.press('Enter');
    const resume = page.getByRole('button', { name: 'Resume: Tax and Customs Board' });
    await resume.waitFor();
    expect((await board.queue.counts('mta')).paused).toBe(true);
    expect(await resume.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.locator('#said', { hasText: 'sending is paused' }).waitFor();
    expect(await page.locator('[data-registry=mta] .pill').textContent()).toBe('Paused');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Pause: Tax and Customs Board' }).waitFor();
    expect((await board.queue.counts('mta')).paused).toBe(false);
    expect(await page.content()).not.toContain(subject);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('opens a register’s failed queries and discards one, giving a reason', async () => {
    const { page, complaints } = await visit();
    await signIn(page, board.operator);
    await tabTo(page, 'Queries: Population Register');
    await page.keyboard.press('Enter');
    await page.getByText('DEADLINE', { exact: true }).waitFor();
    await tabTo(page, /^Discard: RR/);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await page.keyboard.type(`isik ${subject}`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').filter({ hasText: 'personal code' }).waitFor();
    await dialog.getByLabel('Reason').fill('asked again by telephone');
    await dialog.getByRole('button', { name: 'Discard' }).press('Enter');
    await page.getByText('No failed queries.').waitFor();
    expect((await board.audit()).map(({ action }) => action)).toContain('QUERY_DISCARDED');
    // 422 for the reason with a personal code is what was provoked.
    expect(complaints.filter((text) => !text.includes('422'))).toEqual([]);
    await page.context().close();
  });

  it('shows first what waits for a decision, and takes it', async () => {
    const id = await board.query('mta', 'HELD', { code: 'WRITE_HELD' });
    const { page, complaints } = await visit();
    await signIn(page, board.operator);
    await page.locator('#verdict', { hasText: 'Tax and Customs Board' }).waitFor();
    await tabTo(page, 'Queries: Tax and Customs Board');
    await page.keyboard.press('Enter');
    await page.getByText('WRITE_HELD', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /^(?:Retry|Discard): RR/ }).count()).toBe(0);
    await tabTo(page, /^Give up: RR/);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Give the entry up' });
    await dialog.getByLabel('Reason').fill('the register has no such entry');
    await dialog.getByRole('button', { name: 'Give up' }).press('Enter');
    await page.getByText('No entry waits for a decision.').waitFor();
    await page.locator('#said', { hasText: 'The entry is given up.' }).waitFor();
    expect(await board.stateOf(id)).toBe('CANCELLED');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows what happens meanwhile without being asked', async () => {
    const { page } = await visit();
    await signIn(page, board.operator);
    const waiting = page.locator('[data-registry=skais] td.waiting');
    await expect.poll(() => waiting.textContent().catch(() => '')).toBe('0');
    await board.query('skais', 'QUEUED');
    await expect.poll(() => waiting.textContent(), { timeout: 8000 }).toBe('1');
    await page.context().close();
  });

  it('tells somebody who is no operator so in words, in a language that is remembered', async () => {
    const { page } = await visit({ locale: 'ru-RU' });
    await page.getByRole('button', { name: 'Eesti keel' }).press('Enter');
    await page.getByRole('heading', { name: 'Logige sisse' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Logige sisse' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('et');
    await signIn(page, board.worker);
    await page.getByRole('heading', { name: 'Teil puudub õigus' }).waitFor();
    await page.locator('#other-user').press('Enter');
    await page.getByRole('heading', { name: 'Logige sisse' }).waitFor();
    await page.context().close();
  });

  it('comes back to the door when the session has ended', async () => {
    const { page } = await visit();
    await signIn(page, board.operator);
    await page.getByRole('heading', { name: 'Registers' }).waitFor();
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Pause: Population Register' }).press('Enter');
    await page.getByText('The session has ended. Sign in again.').waitFor();
    await page.context().close();
  });

  it.each([1280, 390])('fits a screen %i pixels wide', async (width) => {
    const { page } = await visit({ width });
    await signIn(page, board.operator);
    await page.locator('[data-registry=rr] .toggle').click();
    await page.locator('#queries-rr').waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBe(0);
    await page.context().close();
  });
});
