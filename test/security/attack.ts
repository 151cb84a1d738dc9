import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How a large attack is made of a small one: pieces put behind the first place where `after` stands, `{n}` in them counted from 0. */
interface Recipe {
  readonly in: string;
  readonly after: string;
  readonly repeat: readonly { readonly text: string; readonly times: number }[];
}

/** One attack: bytes as they would travel, and what must become of them. A row of `cases.json`. */
export interface Attack {
  /** Below `cases/`: `<area>/<name>.<kind>`. An `.http` file is a whole HTTP message, any other one a body. */
  readonly file: string;
  /** Default `text/xml; charset=UTF-8`. */
  readonly contentType?: string;
  /** Default `""`, as security servers send it. */
  readonly soapAction?: string;
  readonly method?: string;
  /** It is what a register answers to the request of `test/xroad/example.ts`; else it is a request at our door. */
  readonly answer?: true;
  /** What the sender does after the last byte; else it says nothing more and waits. */
  readonly then?: 'half-close';
  /** Where the bytes are too many to be kept: there is no such file, it is made. */
  readonly recipe?: Recipe;
  /** `OK`, the code of the fault that leaves the door, `HTTP` and a status below SOAP, or the code with which our client gives up. */
  readonly expect: string;
  /** The word of the reader that has the whole message before it, where the door, reading while it arrives, has said `expect` before. */
  readonly reader?: string;
  /** What is read where it is accepted: texts by header field or body element. */
  readonly reads?: Readonly<Record<string, string>>;
  readonly why: string;
}

const folder = join(import.meta.dirname, 'cases');

/** All attacks, in the order of `cases.json`. */
export const ATTACKS: readonly Attack[] = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8'));

/** The bytes of an attack. */
export function bytesOf({ file, recipe }: Attack): Buffer {
  if (recipe === undefined) return readFileSync(join(folder, file));
  const small = readFileSync(join(folder, recipe.in));
  const place = small.indexOf(recipe.after);
  if (place === -1) throw new Error(`${file}: its place is not in ${recipe.in}`);
  const cut = place + Buffer.byteLength(recipe.after);
  const pieces = recipe.repeat.map(repeated);
  const length = pieces.reduce((sum, piece) => sum + piece.length, small.length);
  // Filled in place: where memory is watched, making the attack must not be its larger part.
  const bytes = Buffer.allocUnsafeSlow(length);
  let at = small.copy(bytes, 0, 0, cut);
  for (const piece of pieces) {
    bytes.fill(piece.text, at, at + piece.length);
    at += piece.length;
  }
  small.copy(bytes, at, cut);
  return bytes;
}

/** What to fill with, and how far. */
function repeated({ text, times }: Recipe['repeat'][number]): { readonly text: string; readonly length: number } {
  const all = text.includes('{n}') ? Array.from({ length: times }, (_, n) => text.replace('{n}', String(n))).join('') : text;
  return { text: all, length: Buffer.byteLength(all) * (all === text ? times : 1) };
}
