import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { PASSWORD_LENGTH_AT_LEAST } from '../../src/register/access/index.ts';

const folder = resolve(import.meta.dirname, '../../src/console/page/texts');

/** The sentences of a language as the page has them. */
async function textsOf(language: string): Promise<unknown> {
  const told: Record<string, unknown> = await import(`${folder}/${language}.js`);
  return told[language];
}

/** What is in the place of each sentence: the places that it has to be filled in. */
function shapeOf(texts: unknown): unknown {
  if (typeof texts === 'string') return [...texts.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
  if (Array.isArray(texts)) return texts.length;
  return Object.fromEntries(Object.entries(Object(texts)).map(([key, inside]) => [key, shapeOf(inside)]));
}

it.each(['et', 'ru'])('every sentence is there in %s, with the same places to fill', async (language) => {
  const english = shapeOf(await textsOf('en'));
  expect(Object.keys(Object(english)).length).toBeGreaterThan(100);
  expect(shapeOf(await textsOf(language))).toEqual(english);
});

it.each(['et', 'en', 'ru'])('how long a password is at least is told as the gateway has it, in %s', async (language) => {
  const page: Record<string, unknown> = await import(resolve(folder, '../entrance/password-length.js'));
  expect(page.PASSWORD_LENGTH_AT_LEAST).toBe(PASSWORD_LENGTH_AT_LEAST);
  const texts = Object(await textsOf(language));
  for (const key of ['passwordHint', 'passwordShort']) expect(texts[key]).toContain(` ${PASSWORD_LENGTH_AT_LEAST} `);
});
