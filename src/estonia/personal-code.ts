import { Temporal } from 'temporal-polyfill';
import { checkDigit } from './check-digit.ts';

declare const brand: unique symbol;

/** An Estonian personal code (isikukood, EVS 585:2007) whose date exists and whose check digit is right. */
export type PersonalCode = string & { readonly [brand]: 'PersonalCode' };

export type Sex = 'MALE' | 'FEMALE';

/** Reads a personal code: eleven digits, an existing birth date, the two-stage check digit. Undefined when any of them is wrong. */
export function parsePersonalCode(text: string): PersonalCode | undefined {
  if (!/^[1-8]\d{10}$/.test(text)) return undefined;
  if (dateIn(text) === undefined) return undefined;
  if (checkDigit(text.slice(0, 10)) !== Number(text[10])) return undefined;
  return text as PersonalCode;
}

/** Eleven digits, also in the groups in which people write them, and not a part of something longer. */
const LIKE_A_CODE = /(?<![\p{L}\d])[1-8](?:[ .-]?\d){10}(?![ .-]?\d)/gu;

/** Whether a text holds what reads as a personal code: of a date that exists, whatever its check digit. One that was mistyped is somebody's, too. */
export function holdsPersonalCode(text: string): boolean {
  return (text.normalize('NFKC').match(LIKE_A_CODE) ?? []).some((found) => dateIn(found.replace(/\D/g, '')) !== undefined);
}

/** The birth date that the code carries. Never asked of anybody a second time. */
export function birthDateOf(code: PersonalCode): Temporal.PlainDate {
  const date = dateIn(code);
  if (date === undefined) throw new Error('a personal code without a date was branded');
  return Temporal.PlainDate.from(date);
}

/** Odd first digits are men, even ones women. */
export function sexOf(code: PersonalCode): Sex {
  return Number(code[0]) % 2 === 1 ? 'MALE' : 'FEMALE';
}

/** Makes the code of a synthetic person from a birth date (1800-2199), sex and serial number (0-999). */
export function makePersonalCode(birthDate: Temporal.PlainDate, sex: Sex, serial: number): PersonalCode {
  const century = Math.floor(birthDate.year / 100) - 18;
  const first = century * 2 + (sex === 'MALE' ? 1 : 2);
  const digits = `${first}${birthDate.toString().slice(2).replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  const code = parsePersonalCode(`${digits}${checkDigit(digits)}`);
  if (code === undefined) throw new Error('no personal code can be made of these');
  return code;
}

/** The birth date in the code: year, month and day, of a date that exists. */
function dateIn(text: string): { readonly year: number; readonly month: number; readonly day: number } | undefined {
  const century = 18 + Math.floor((Number(text[0]) - 1) / 2);
  const [year, month, day] = [century * 100 + Number(text.slice(1, 3)), Number(text.slice(3, 5)), Number(text.slice(5, 7))];
  // A day that its month does not have is one of the next.
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : undefined;
}
