import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Board, openBoard, REGISTRIES, subject } from '../console/board.ts';
import { CHROMIUM, openBrowser, tabTo, type Visitor, visit } from './chromium.ts';

describe.runIf(CHROMIUM !== undefined)('the console in a browser, by keyboard alone', () => {
  let board: Board;
  let base: string;
  let browser: Browser;
  let failed: string;
  beforeAll(async () => {
    board = await openBoard();
    failed = await board.query('rr', 'FAILED', { code: 'DEADLINE', minutesAgo: 90, xRoadId: 'x-road-1' });
    await board.query('mta', 'QUEUED');
    await board.exchanges('mta', [
      ...[100, 200, 300].map((tookMs) => ({ secondsAgo: 120, tookMs, outcome: 'ANSWERED' as const })),
      { secondsAgo: 60, tookMs: 30_000, outcome: 'RETRY_WAIT', code: 'DEADLINE' },
    ]);
    base = await board.app.listen({ port: 0, host: '127.0.0.1' });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await board.close();
  });

  const at = (path?: string, visitor?: Visitor) => visit(browser, base, path, visitor);
  const asOperator = (path?: string) => at(path, { as: board.operator });

  async function signIn(page: Page, who: { username: string; password: string }) {
    await page.getByLabel(/Username|Kasutajanimi/).waitFor();
    await page.keyboard.type(who.username);
    await page.keyboard.press('Tab');
    await page.keyboard.type(who.password);
    await page.keyboard.press('Enter');
  }

  async function giveReason(page: Page, reason: string, button: string) {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
    await dialog.getByRole('button', { name: button, exact: true }).press('Enter');
  }

  it('signs in, sees the registers, pauses and resumes one', async () => {
    const { page, complaints } = await at();
    await signIn(page, { username: board.operator.username, password: 'not this one' });
    await page.getByRole('alert').filter({ hasText: /./ }).waitFor();
    await page.getByLabel('Password').fill(board.operator.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Registers' }).waitFor();
    await expect.poll(() => page.locator('[data-registry]').count()).toBe(REGISTRIES.length);

    const pause = await tabTo(page, 'Pause: Tax and Customs Board');
    expect(await pause.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
    await page.keyboard.press('Enter');
    const resume = page.getByRole('button', { name: 'Resume: Tax and Customs Board' });
    await resume.waitFor();
    expect((await board.queue.counts('mta')).paused).toBe(true);
    expect(await resume.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.locator('#said', { hasText: 'sending is paused' }).waitFor();
    expect(await page.locator('[data-registry=mta] .standing').textContent()).toBe('Paused');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Pause: Tax and Customs Board' }).waitFor();
    expect((await board.queue.counts('mta')).paused).toBe(false);
    expect(await page.content()).not.toContain(subject);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('says in words what a chart shows, over the span that was chosen', async () => {
    const { page } = await asOperator();
    const name = 'Tax and Customs Board: in 1 hour 3 answered, 0 rejected, 0 faulted, 1 timed out, 0 technical failures';
    await page.getByRole('img', { name }).waitFor();
    await page.getByRole('img', { name: 'Tax and Customs Board: half of the answers within 200 ms, 19 of 20 within 290 ms' }).waitFor();
    await page.getByRole('img', { name: 'Population Register: no exchanges' }).first().waitFor();
    await (await tabTo(page, '15 min')).press('Enter');
    await page.getByRole('img', { name: name.replace('1 hour', '15 min') }).waitFor();
    await page.reload();
    await page.getByRole('img', { name: name.replace('1 hour', '15 min') }).waitFor();
    await page.context().close();
  });

  it('goes from page to page, back, forward and by reload', async () => {
    const { page, complaints } = await asOperator();
    await (await tabTo(page, 'Population Register', 'link')).press('Enter');
    const heading = page.getByRole('heading', { level: 1, name: 'Population Register' });
    await heading.waitFor();
    expect(new URL(page.url()).pathname).toBe('/console/registers/rr');
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.title()).toContain('Population Register');
    await (await tabTo(page, /^RR\.RESIDENCES$/, 'link')).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'RR.RESIDENCES' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/console/queries/${failed}`);
    await page.goBack();
    await heading.waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Registers' }).waitFor();
    await page.goForward();
    await heading.waitFor();
    await page.reload();
    await heading.waitFor();
    await (await tabTo(page, 'System', 'link')).press('Enter');
    await page.getByRole('heading', { name: 'PostgreSQL' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/console/health');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('finds a query by an X-Road id, and nobody by a personal code', async () => {
    const { page } = await asOperator('/console/health');
    const search = page.getByRole('searchbox');
    await search.fill(subject);
    await search.press('Enter');
    await page.getByText('never by a person').waitFor();
    await search.fill('not there');
    await search.press('Enter');
    await page.getByText('There is no query of that id.').waitFor();
    await search.fill('x-road-1');
    await search.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'RR.RESIDENCES' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/console/queries/${failed}`);
    await page.getByText('Attempt 3').waitFor();
    await page.context().close();
  });

  it('explains a failure, shows its queries and discards one, giving a reason', async () => {
    const { page, complaints } = await asOperator('/console/registers/rr');
    const fault = page.getByRole('listitem').filter({ hasText: 'STAR-XT-DEADLINE' });
    await fault.getByText('1 failed now').waitFor();
    await fault.locator('summary').press('Enter');
    await fault.getByText('What waits goes by itself.').waitFor();
    await (await tabTo(page, 'Show the queries: DEADLINE')).press('Enter');
    await page.getByRole('button', { name: 'Only DEADLINE. Show all' }).waitFor();
    await (await tabTo(page, /^Discard: RR/)).press('Enter');
    await giveReason(page, `isik ${subject}`, 'Discard');
    await page.getByRole('dialog').getByRole('alert').filter({ hasText: 'personal code' }).waitFor();
    await giveReason(page, 'asked again by telephone', 'Discard');
    await page.getByText('No failed queries.').waitFor();
    expect((await board.audit()).map(({ action }) => action)).toContain('QUERY_DISCARDED');
    // 422 for the reason with a personal code is what was provoked.
    expect(complaints.filter((text) => !text.includes('422'))).toEqual([]);
    await page.context().close();
  });

  it('retries many at once: those selected, and all of one code', async () => {
    for (let n = 0; n < 3; n += 1) await board.query('tootukassa', 'FAILED', { code: 'CONNECTION_REFUSED' });
    for (let n = 0; n < 120; n += 1) await board.query('tootukassa', 'FAILED', { code: 'DEADLINE' });
    const { page, complaints } = await asOperator('/console/registers/tootukassa');
    await page.getByRole('button', { name: 'Failed (123)' }).waitFor();
    const boxes = page.getByRole('checkbox', { name: /^Select RR/ });
    await boxes.first().press('Space');
    await boxes.nth(1).press('Space');
    await page.getByText('2 selected').waitFor();
    await (await tabTo(page, 'Retry the selected …', 'button', 'Shift+Tab')).press('Enter');
    await giveReason(page, 'the register works again', 'Retry');
    await page.getByText('under way').waitFor();
    await board.workBulk();
    await page.getByText('2 done, 0 left as they are, of 2').waitFor();
    await (await tabTo(page, 'Retry all (120): DEADLINE', 'button', 'Shift+Tab')).press('Enter');
    await giveReason(page, 'the register works again', 'Retry');
    await page.getByText('0 done, 0 left as they are, of 120').waitFor();
    await board.workBulk();
    await page.getByText('120 done, 0 left as they are, of 120').waitFor();
    await page.getByRole('button', { name: 'Failed (1)', exact: true }).waitFor();
    expect((await board.queue.counts('tootukassa')).waiting).toBe(122);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('sets how many at a time and a maintenance window, and takes that back', async () => {
    const { page, complaints } = await asOperator('/console/registers/rr');
    await (await tabTo(page, 'Change how many at a time …')).press('Enter');
    await page.getByRole('spinbutton', { name: 'Exchanges at a time' }).fill('3');
    await giveReason(page, 'agreed with the holder', 'Save');
    await page.getByText('How many at a time is changed.').waitFor({ state: 'attached' });
    await (await tabTo(page, 'Add a maintenance window …')).press('Enter');
    // A working day, in the page's own zone.
    await page.getByLabel('From').fill('2026-11-24T10:00');
    await page.getByLabel('Until').fill('2026-11-24T11:00');
    await giveReason(page, 'upgrade of the database', 'Save');
    await page.getByRole('dialog').getByRole('alert').filter({ hasText: /./ }).waitFor();
    await page.getByRole('dialog').getByRole('checkbox').press('Space');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByText('upgrade of the database').waitFor();
    await (await tabTo(page, /^Cancel it/)).press('Enter');
    await page.getByText('No maintenance is planned.').waitFor();
    expect((await board.audit()).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['REGISTRY_CONCURRENCY_SET', 'MAINTENANCE_SET', 'MAINTENANCE_ENDED']),
    );
    expect(complaints.filter((text) => !text.includes('409'))).toEqual([]);
    await page.context().close();
  });

  it('shows first what waits for a decision, and takes it', async () => {
    const id = await board.query('skais', 'HELD', { code: 'WRITE_HELD' });
    const { page, complaints } = await asOperator();
    await page.locator('.verdict', { hasText: 'Social Insurance Board' }).waitFor();
    await (await tabTo(page, '1 to decide', 'link')).press('Enter');
    await page.getByText('WRITE_HELD', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /^(?:Retry|Discard): RR/ }).count()).toBe(0);
    await (await tabTo(page, /^Give up: RR/)).press('Enter');
    await page.getByRole('dialog', { name: 'Give the entry up' }).waitFor();
    await giveReason(page, 'the register has no such entry', 'Give up');
    await page.getByText('No entry waits for a decision.').waitFor();
    await page.locator('#said', { hasText: 'The entry is given up.' }).waitFor();
    expect(await board.stateOf(id)).toBe('CANCELLED');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows supervision whom a query is about, for a reason, and forgets it with the page', async () => {
    const id = await board.query('mta', 'FAILED', { code: 'DEADLINE' });
    const { page, complaints } = await at(`/console/queries/${id}`, { as: board.supervisor });
    await page.getByText('You look on and change nothing').waitFor();
    await (await tabTo(page, 'Show …')).press('Enter');
    expect(await page.content()).not.toContain(subject);
    await giveReason(page, 'complaint 12-3/45', 'Show');
    await page.getByText(`Jaan Tamm, ${subject}`).waitFor();
    expect((await board.audit()).at(-1)).toMatchObject({ action: 'QUERY_REVEALED', details: { reason: 'complaint 12-3/45' } });
    await (await tabTo(page, 'Hide')).press('Enter');
    expect(await page.content()).not.toContain(subject);
    await (await tabTo(page, 'Registers', 'link')).press('Enter');
    await page.goBack();
    await page.getByText('Attempt 3').waitFor();
    expect(await page.content()).not.toContain(subject);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('lets user support look on: every page, no button that changes anything', async () => {
    await board.query('mta', 'FAILED', { code: 'DEADLINE' });
    const { page, complaints } = await at('/console', { as: board.onlooker });
    await page.getByText('You look on and change nothing').waitFor();
    await page.locator('[data-registry=mta] .badge.bad').waitFor();
    const steers = page.getByRole('button', { name: /^(Pause|Resume|Retry|Discard|Change|Add|Compare|Accept|Show …)/ });
    expect(await steers.count()).toBe(0);
    await page.goto(`${base}/console/registers/mta`);
    await page.locator('[data-query]').first().waitFor();
    expect(await steers.count()).toBe(0);
    expect(await page.getByRole('checkbox').count()).toBe(0);
    await page.locator('[data-query] a').first().click();
    await page.getByText('Attempt 3').waitFor();
    expect(await steers.count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows what happens meanwhile without being asked, and moves nothing by it', async () => {
    const { page } = await asOperator();
    const waiting = page.locator('[data-registry=tervisekassa] .queue .figure');
    await expect.poll(() => waiting.textContent().catch(() => ''), { timeout: 8000 }).toBe('0');
    await page.getByRole('img', { name: 'Population Register: no exchanges' }).first().waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.evaluate(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: false });
    });
    await board.query('tervisekassa', 'QUEUED');
    await expect.poll(() => waiting.textContent(), { timeout: 8000 }).toBe('1');
    await board.query('tervisekassa', 'QUEUED');
    await expect.poll(() => waiting.textContent(), { timeout: 8000 }).toBe('2');
    expect(await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts)).toEqual([]);
    await page.context().close();
  });

  it('keeps still for whoever wants it still', async () => {
    const moves = async (reducedMotion: 'reduce' | 'no-preference') => {
      const { page } = await at('/console', { as: board.operator, reducedMotion });
      const button = page.getByRole('button', { name: 'Pause: Population Register' });
      const duration = await button.evaluate((element) => getComputedStyle(element).transitionDuration);
      await page.context().close();
      return Number.parseFloat(duration) > 0;
    };
    expect([await moves('no-preference'), await moves('reduce')]).toEqual([true, false]);
  });

  it('tells somebody who is no operator so in words, in a language that is remembered', async () => {
    const { page } = await at('/console', { locale: 'ru-RU' });
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
    const { page } = await asOperator();
    await page.getByRole('heading', { name: 'Registers' }).waitFor();
    await page.getByRole('button', { name: 'Pause: Population Register' }).waitFor();
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Pause: Population Register' }).press('Enter');
    await page.getByText('The session has ended. Sign in again.').waitFor();
    await page.context().close();
  });

  it('says of a query and of a register that are not there that they are not', async () => {
    const { page } = await asOperator('/console/queries/01930000-1234-7567-8901-234567890123');
    await page.getByText('There is no such query.').waitFor();
    await page.goto(`${base}/console/registers/kinnistu`);
    await page.getByText('There is no such register.').waitFor();
    await page.context().close();
  });
});
