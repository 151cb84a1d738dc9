import { masked } from './masked.ts';

/** What a value has to look like to be logged, as it is then logged; undefined: it is not. */
export type Shape = (value: unknown) => Loggable | undefined;
export type Loggable = string | number | readonly Loggable[] | { readonly [key: string]: Loggable };

/** Codes, names of ours, paths: one word without anything that a sentence or a name of a person has. */
const WORD = /^[\w.:@/+-]{1,120}$/;
const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const HEX = /^(?:[0-9a-f]{32}){1,2}$/;
/** Where a frame of a stack stands: in our code, in a package, or in Node. */
const FRAME = /(?:\/((?:src|dist|test|bin|node_modules)\/[\w@.+/-]+)|(node:[\w/]+)):(\d+):(\d+)\)?$/;
const SEEN_FRAME = /^(?:(?:src|dist|test|bin|node_modules)\/[\w@.+/-]+|node:[\w/]+):\d+:\d+$/;
/** Lists of a line, and frames of a stack, are cut after so many. */
const ITEMS = 20;
/** An error, what caused it, and what caused that. */
const CAUSES = 3;
/** 10^10: what is longer may be a personal code written as a number. */
const LARGEST = 10_000_000_000;

/** A string of that pattern in which there is no personal code. */
export const matching =
  (pattern: RegExp): Shape =>
  (value) =>
    typeof value === 'string' && pattern.test(value) && !/\d{11}/.test(value) ? value : undefined;

export const word: Shape = (value) => (typeof value === 'string' && WORD.test(value) && value === masked(value) ? value : undefined);
export const id: Shape = (value) => (typeof value === 'string' && ID.test(value) ? value : undefined);
export const hex: Shape = (value) => (typeof value === 'string' && HEX.test(value) ? value : undefined);
/** A sentence of ours, or of a library's: without values. */
export const text: Shape = (value) => (typeof value === 'string' ? masked(value) : undefined);
export const number: Shape = (value) =>
  typeof value === 'number' && Math.abs(value) < LARGEST ? Math.round(value * 1000) / 1000 : undefined;
/** Of an address no more than whom it leads to. */
export const origin: Shape = (value) =>
  typeof value === 'string' && URL.canParse(value) && !/\d{6}/.test(new URL(value).host) ? new URL(value).origin : undefined;
export const listOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) ? value.slice(0, ITEMS).flatMap((one) => shape(one) ?? []) : undefined;

/** An error, or what a serialiser has made of one: its type, its code, its message without values, and where in the code it was. */
export const error: Shape = (value) => errorAt(value, 1);

function errorAt(value: unknown, depth: number): Loggable {
  if (typeof value !== 'object' || value === null) return { type: typeof value };
  const of = (key: string): unknown => Reflect.get(value, key);
  const message = of('message');
  const cause = of('cause');
  const stack = framesOf(of('stack'), message);
  return {
    type: word(of('type')) ?? word(of('name')) ?? 'Error',
    ...present('code', word(of('code'))),
    ...present('message', text(message)),
    ...(stack.length === 0 ? {} : { stack }),
    ...(cause === undefined || depth === CAUSES ? {} : { cause: errorAt(cause, depth + 1) }),
  };
}

/** A message may look like a frame: what stands before its end is none. */
function framesOf(stack: unknown, message: unknown): readonly string[] {
  if (Array.isArray(stack)) return stack.filter((frame) => typeof frame === 'string' && SEEN_FRAME.test(frame)).slice(0, ITEMS);
  if (typeof stack !== 'string' || typeof message !== 'string') return [];
  const end = stack.indexOf(message) + message.length;
  return stack
    .slice(end)
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, ITEMS)
    .flatMap((line) => {
      const [, ours, nodes, row, column] = FRAME.exec(line) ?? [];
      return row === undefined ? [] : `${ours ?? nodes}:${row}:${column}`;
    });
}

function present(key: string, value: Loggable | undefined): { readonly [key: string]: Loggable } {
  return value === undefined ? {} : { [key]: value };
}
