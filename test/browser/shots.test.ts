import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REGISTRIES } from '../../src/registries/index.ts';
import { type Board, openBoard } from '../console/board.ts';
import { broken } from './axe.ts';
import { CHROMIUM, openBrowser, picture, visit } from './chromium.ts';
import { populate } from './population.ts';

/** Every page in both themes and at both widths: a picture of it, and no rule of WCAG 2.2 AA that a machine can judge broken. */
describe.runIf(CHROMIUM !== undefined)('every page', () => {
  let board: Board;
  let base: string;
  let browser: Browser;
  let ids: { failed: string; held: string };
  beforeAll(async () => {
    board = await openBoard({
      registries: REGISTRIES,
      parts: { certificates: () => ({ own: Date.parse('2027-03-01'), server: Date.parse('2027-09-01') }) },
    });
    ids = await populate(board);
    base = await board.app.listen({ port: 0, host: '127.0.0.1' });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await board.close();
  });

  const PAGES = [
    ['overview', () => '/console', '.register-row:not(.quiet) .figure'],
    ['register-broken-off', () => '/console/registers/tootukassa', '.fault'],
    ['register-with-contracts', () => '/console/registers/rr', '.contracts li'],
    ['register-with-a-decision', () => '/console/registers/tervisekassa', '[data-query]'],
    ['query', () => `/console/queries/${ids.failed}`, '.attempt'],
    ['query-held', () => `/console/queries/${ids.held}`, '.attempt'],
    ['health', () => '/console/health', '.part .word[data-state]'],
  ] as const;

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 390]) {
      it.each(PAGES)(`%s, ${colorScheme}, ${width} wide`, async (name, path, there) => {
        const { page, complaints } = await visit(browser, base, path(), { width, colorScheme, as: board.operator });
        await page.locator(there).first().waitFor();
        await page.locator('#live[data-state=live]').waitFor();
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        if (name !== 'health')
          await page
            .locator('.register-row .bar-ANSWERED[d], .chart-panel .bar-ANSWERED[d], .attempt')
            .first()
            .waitFor({ state: 'attached' });
        await picture(page, `${name}-${width}-${colorScheme}`);
        expect(await broken(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
        expect(complaints).toEqual([]);
        await page.context().close();
      });
    }
  }

  it('what is broken is found', async () => {
    const { page } = await visit(browser, base, '/console/health', { as: board.operator });
    await page.locator('#page-title').waitFor();
    await page.evaluate(() => document.querySelector('#page-title')?.replaceChildren(document.createElement('button')));
    expect((await broken(page)).some((line) => line.startsWith('button-name'))).toBe(true);
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('the door, the dialog and what supervision is shown, %s', async (colorScheme) => {
    const { page } = await visit(browser, base, '/console', { colorScheme });
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await broken(page)).toEqual([]);
    await picture(page, `door-1280-${colorScheme}`);
    await page.context().close();

    const supervised = await visit(browser, base, `/console/queries/${ids.failed}`, { colorScheme, as: board.supervisor });
    await supervised.page.getByRole('button', { name: 'Show …' }).click();
    await supervised.page.getByRole('textbox', { name: 'Reason' }).fill('complaint 12-3/45');
    expect(await broken(supervised.page)).toEqual([]);
    await picture(supervised.page, `dialog-1280-${colorScheme}`);
    await supervised.page.getByRole('button', { name: 'Show', exact: true }).click();
    await supervised.page.getByText('Jaan Tamm').waitFor();
    expect(await broken(supervised.page)).toEqual([]);
    await picture(supervised.page, `revealed-1280-${colorScheme}`);
    await supervised.page.context().close();
  });

  it.each(['et-EE', 'ru-RU'])('the overview fits in %s too', async (locale) => {
    for (const width of [1280, 390]) {
      const { page } = await visit(browser, base, '/console', { width, locale, as: board.operator });
      await page.locator('.register-row .bar-ANSWERED[d]').first().waitFor({ state: 'attached' });
      await picture(page, `overview-${width}-${locale}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      await page.context().close();
    }
  });

  it.each(['et-EE', 'ru-RU'].flatMap((locale) => [1280, 900, 390].map((width) => [locale, width] as const)))(
    'a register’s queries fit in %s, %i wide, each list',
    async (locale, width) => {
      for (const [registry, tab] of [
        ['tootukassa', 0],
        ['tootukassa', 2],
        ['tervisekassa', 1],
      ] as const) {
        const { page } = await visit(browser, base, `/console/registers/${registry}`, { width, locale, as: board.operator });
        await page.locator('.query-list .tab').nth(tab).click();
        const code = page.locator('tbody .col-code').first();
        await code.waitFor();
        await picture(page, `queries-${registry}-${tab}-${width}-${locale}`);
        expect(await page.locator('.query-list').evaluate((list) => list.scrollWidth - list.clientWidth)).toBeLessThanOrEqual(0);
        // Wide enough for a word.
        expect(await code.evaluate(({ clientWidth }) => clientWidth)).toBeGreaterThan(90);
        await page.context().close();
      }
    },
  );

  it('a switch overrules the system’s theme, and is remembered', async () => {
    const { page } = await visit(browser, base, '/console', { colorScheme: 'light', as: board.operator });
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await page.getByRole('button', { name: 'Theme: As the system' }).press('Enter');
    await page.getByRole('button', { name: 'Theme: Light' }).press('Enter');
    await page.getByRole('button', { name: 'Theme: Dark' }).waitFor();
    const dark = await paper();
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await paper()).toBe(dark);
    await page.context().close();
  });
});
