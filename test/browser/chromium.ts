import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Worker } from '../town.ts';

/** Debian's, or whichever there is. */
export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
if (CHROMIUM === undefined) console.warn('could not run: the console in a browser (apt-get install chromium)');

/** Where pictures are kept as artefacts: never in Git. */
const pictures = resolve(import.meta.dirname, '../../.test/screenshots');

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }), args: ['--no-sandbox'] });
}

export interface Visit {
  readonly page: Page;
  /** What the browser complained of, and what was fetched from elsewhere. */
  readonly complaints: string[];
}

export interface Visitor extends BrowserContextOptions {
  readonly width?: number;
  /** Signed in already. */
  readonly as?: Pick<Worker, 'username' | 'password'>;
}

/** A fresh browser at a page of the console. */
export async function visit(
  browser: Browser,
  base: string,
  path = '/console',
  { width = 1280, as, ...more }: Visitor = {},
): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width, height: 800 }, ...more });
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
  if (as !== undefined) {
    const { username, password } = as;
    const reply = await context.request.post(`${base}/api/v1/sessions`, { data: { username, password } });
    if (!reply.ok()) throw new Error(`sign-in gave ${reply.status()}`);
  }
  await page.goto(`${base}${path}`);
  return { page, complaints };
}

/** Goes by the Tab key to the button or link of that name. */
export async function tabTo(page: Page, name: string | RegExp, role: 'button' | 'link' = 'button', key: 'Tab' | 'Shift+Tab' = 'Tab') {
  const wanted = page.getByRole(role, { name }).first();
  await wanted.waitFor();
  for (let n = 0; n < 120; n += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return wanted;
    await page.keyboard.press(key);
  }
  throw new Error(`the keyboard does not come to ${name}`);
}

/** Keeps a picture of the whole page. */
export async function picture(page: Page, name: string): Promise<string> {
  mkdirSync(pictures, { recursive: true });
  const path = join(pictures, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}
