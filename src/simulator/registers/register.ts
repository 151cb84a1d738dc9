import type { EuroCents } from '../../estonia/index.ts';
import { formatEuros } from '../../estonia/index.ts';
import { Temporal } from '../../platform/index.ts';
import type { Part } from '../../xroad/index.ts';
import type { Country } from '../country.ts';
import type { Journal } from '../journal.ts';
import type { Knobs } from '../knobs.ts';
import type { AnswerFile } from '../multipart.ts';
import type { Person } from '../person.ts';
import type { Tickets } from '../tickets.ts';

/** What a service is asked: the request body as decoded and the files beside it, the country, the day it is there, and what was written and ordered. */
export interface Asked {
  readonly request: unknown;
  readonly attachments: readonly Part[];
  readonly country: Country;
  readonly today: Temporal.PlainDate;
  readonly journal: Journal;
  /** The orders that this register has taken, seen by the subsystem that asks. */
  readonly tickets: Tickets;
  /** Writes a file by the register's contract. */
  document(name: string, value: unknown): string;
}

/** What a REST service is asked: the request as its provider gets it, the country, and the day it is there. */
export interface RestAsked {
  readonly method: string;
  /** What follows the service code. */
  readonly path: string;
  header(name: string): string | undefined;
  readonly body: Uint8Array;
  readonly country: Country;
  readonly today: Temporal.PlainDate;
  /** Whether it is to tell something else than its SOAP service does. */
  readonly differs: boolean;
}

export interface RestReply {
  readonly status: number;
  /** Sent as JSON. */
  readonly body: unknown;
}

/** A REST service of one endpoint. */
export interface SimulatedRestService {
  readonly method: string;
  readonly path: string;
  answer(asked: RestAsked): RestReply;
}

/** An answer with files beside it. */
export class WithFiles {
  readonly body: unknown;
  readonly files: readonly AnswerFile[];
  constructor(body: unknown, files: readonly AnswerFile[]) {
    this.body = body;
    this.files = files;
  }
}

/** A simulated register: its subsystem, its contract, and what its services answer, in its own wire shape; with files, as {@link WithFiles}. */
export interface SimulatedRegister {
  readonly name: string;
  readonly subsystem: string;
  readonly wsdl: string;
  readonly services: Readonly<Record<string, (asked: Asked) => unknown>>;
  readonly rest?: Readonly<Record<string, SimulatedRestService>>;
}

/** A text inside a decoded body, by path. Bodies have passed their schema before. */
export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = at(value, path);
  return typeof found === 'string' ? found : '';
}

/** Whether a part is asked for, by a member of a decoded body that is true or false. */
export function isAsked(value: unknown, ...path: readonly string[]): boolean {
  return at(value, path) === true;
}

/** A list inside a decoded body, by path. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inside, step) => (typeof inside === 'object' && inside !== null ? (inside as Record<string, unknown>)[step] : undefined),
    value,
  );
}

/** `dd.mm.yyyy`, empty when there is no date: how RR and SKAIS write. */
export function dotted(date: Temporal.PlainDate | undefined): string {
  return date === undefined ? '' : `${String(date.day).padStart(2, '0')}.${String(date.month).padStart(2, '0')}.${date.year}`;
}

export function amount(cents: EuroCents): string {
  return formatEuros(cents);
}

export function upper(text: string): string {
  return text.toUpperCase();
}

/** Whether the date lies in the period, both ends included. */
export function within(date: Temporal.PlainDate, from: string, to: string): boolean {
  const text = date.toString();
  return text >= from.slice(0, 10) && text <= to.slice(0, 10);
}

/** A person who lives as of the day. */
export function isAlive(person: Person, today: Temporal.PlainDate): boolean {
  return person.deathDate === undefined || Temporal.PlainDate.compare(person.deathDate, today) > 0;
}

/** Of whom a mass answer tells, as the register's knob has it. */
export function toldOf(codes: readonly string[], { people }: Country, { fileTells }: Knobs): readonly string[] {
  const everybody = people.map(({ personalCode }) => personalCode);
  if (fileTells === 'EVERYBODY') return everybody;
  if (fileTells === 'WHO_WAS_ORDERED') return codes;
  // In place of the last: the file is as long as it should be.
  return [...codes.slice(0, -1), ...everybody.filter((code) => !codes.includes(code)).slice(0, 1)];
}
