import { type EuroCents, formatEuros, parseEuros } from '../estonia/index.ts';
import type { Text } from '../platform/index.ts';

/** An amount as the API shows it. */
export interface Money {
  readonly amount: string;
  readonly currency: 'EUR';
}

/** A value of a code list: the register's code, and what it means where we know. */
export interface Coded {
  readonly code: string;
  readonly label?: Text;
  /** The register's own Estonian word for a code of a list that is not public. */
  readonly name?: string;
}

/** A text that says something. Registers send empty elements for what they do not have. */
export function said(text: string | undefined | null): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' || trimmed === undefined ? undefined : trimmed;
}

/** A date written `dd.mm.yyyy`, as ISO. Undefined when there is none; registers allow one-digit days and emptiness. */
export function estonianDate(text: string | undefined | null): string | undefined {
  const match = /^(\d{1,2})\.(\d{2})\.(\d{4})$/.exec(said(text) ?? '');
  return match === null ? undefined : isoDate(`${match[3]}-${match[2]}-${match[1]?.padStart(2, '0')}`);
}

/** A date that exists, as ISO; a zone behind it (xsd:date allows one) is left off. */
export function isoDate(text: string | undefined | null): string | undefined {
  const date = /^\d{4}-\d{2}-\d{2}/.exec(said(text) ?? '')?.[0];
  return date !== undefined && isInCalendar(date) ? date : undefined;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** As Temporal would say, in a hundredth of the time: answers are full of dates. */
function isInCalendar(date: string): boolean {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return day > 0 && day <= (DAYS[month - 1] ?? 0) + leap;
}

/** A date in either of these forms: some registers mix them. */
export function anyDate(text: string | undefined | null): string | undefined {
  return estonianDate(text) ?? isoDate(text);
}

export function money(cents: EuroCents): Money {
  return { amount: formatEuros(cents), currency: 'EUR' };
}

/** An amount as registers write it. Undefined when it is none: then it is missing, not nought. */
export function euros(text: string | undefined | null): Money | undefined {
  const cents = parseEuros(said(text) ?? '');
  return cents === undefined ? undefined : money(cents);
}

export function coded(code: string | undefined | null, labels: Readonly<Record<string, Text>>): Coded | undefined {
  const value = said(code);
  if (value === undefined) return undefined;
  const label = Object.hasOwn(labels, value) ? labels[value] : undefined;
  return label === undefined ? { code: value } : { code: value, label };
}

/** A code that comes with the register's own word for it. */
export function named(code: string | undefined | null, name: string | undefined | null): Coded | undefined {
  const value = said(code);
  return value === undefined ? undefined : present<Coded>({ code: value, name: said(name), label: undefined });
}

/** The code of a fault in a body; one that is told without a code is one all the same. */
export function faultIn(response: { readonly faultCode?: string | null; readonly faultString?: string | null }): string | undefined {
  return said(response.faultCode) ?? (said(response.faultString) === undefined ? undefined : 'FAULT');
}

/** A register's own words for the worker, with whatever looks like a personal code taken out. */
export function words(text: string | undefined | null): { text?: string } {
  const told = said(text)?.replace(/(?<!\d)\d{11}(?!\d)/g, '…');
  return told === undefined ? {} : { text: told };
}

/** An object without its undefined members: absent stays absent. */
export function present<T extends object>(members: { [K in keyof T]: T[K] | undefined }): T {
  const told: Partial<T> = {};
  for (const name in members) if (members[name] !== undefined) told[name] = members[name];
  return told as T;
}
