/** Eleven digits that begin like a personal code (EVS 585): nothing of that shape may reach a log line, whoever wrote it. */
const PERSONAL_CODE = /(?<!\d)[1-8]\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}(?!\d)/g;
/** What PostgreSQL, JSON.parse and others put between quotes is a value, or holds one: from the first quote to the last of its kind. */
const QUOTED = /"(.*)"|'(.*)'|“(.*)”|«(.*)»/gsu;
/** Names of columns, constraints and errors, of which the quotes do hold some: no person is called like that. */
const IDENTIFIER = /^[a-z]+(?:_[a-z0-9]+)+$|^[A-Z][A-Z_]+$/;
/** Six digits and more: birth dates, documents, references. */
const NUMBER = /\d{6,}/g;
/** What follows a question mark in an address. */
const SEARCH = /\?\S+/g;
/** The longest text of a line, in characters: enough to recognise an error by. */
const LONGEST = 300;

/** A text without what may be somebody's: values in quotes, longer numbers, search parts of addresses. Its first line, and not all of a long one. */
export function masked(text: string): string {
  const [first = ''] = text.split('\n', 1);
  return first
    .slice(0, LONGEST)
    .replace(PERSONAL_CODE, '[personal code]')
    .replace(QUOTED, (all, ...inside: unknown[]) =>
      inside.some((one) => typeof one === 'string' && IDENTIFIER.test(one)) ? all : '[value]',
    )
    .replace(SEARCH, '?[value]')
    .replace(NUMBER, '[number]')
    .replace(/\s+/g, ' ')
    .trim();
}
