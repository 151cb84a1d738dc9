import { KINDS, NAME, NAME_START, NOT_IN_VALUE } from './character-kinds.ts';
import type { WrittenAttribute } from './start-tag.ts';

const [SPACE, TAB, LF, CR, QUOTE, APOSTROPHE, SLASH, COLON, EQUALS, GREATER] = [0x20, 0x09, 0x0a, 0x0d, 0x22, 0x27, 0x2f, 0x3a, 0x3d, 0x3e];

const NONE: readonly WrittenAttribute[] = Object.freeze([]);

/**
 * Reads tags as nearly all are written: ASCII names, `name="value"`, nothing in a value that has to be made into something else. It gives up at
 * whatever else it meets.
 */
export class PlainTag {
  readonly #text: string;
  readonly #codes: Uint16Array;
  /** Where the colon of the name stands that was read last, from its beginning; -1 when it has none. */
  colon = -1;
  /** Of the tag that was read last. */
  attributes: readonly WrittenAttribute[] = NONE;

  constructor(text: string, codes: Uint16Array) {
    this.#text = text;
    this.#codes = codes;
  }

  /** The end of the name that begins here; its beginning when there is none. */
  nameEnd(from: number): number {
    const codes = this.#codes;
    this.colon = -1;
    if (((KINDS[codes[from] ?? 0] ?? 0) & NAME_START) === 0) return from;
    let at = from + 1;
    for (; at < codes.length; at++) {
      const code = codes[at] ?? 0;
      if (((KINDS[code] ?? 0) & NAME) !== 0) continue;
      if (code !== COLON || this.colon !== -1 || ((KINDS[codes[at + 1] ?? 0] ?? 0) & NAME_START) === 0) break;
      this.colon = at - from;
    }
    return at;
  }

  /** Reads the attributes behind a tag's name, at most so many. Gives the place of the tag's `>`, or -1. */
  readAttributes(nameEnd: number, atMost: number): number {
    const codes = this.#codes;
    let attributes: WrittenAttribute[] | undefined;
    this.attributes = NONE;
    for (let at = nameEnd; ; ) {
      const blanks = at;
      while (isBlank(codes[at] ?? 0)) at++;
      if (codes[at] === GREATER) return at;
      if (codes[at] === SLASH) return codes[at + 1] === GREATER ? at + 1 : -1;
      const end = this.nameEnd(at);
      const quote = codes[end + 1] ?? 0;
      if (at === blanks || end === at || codes[end] !== EQUALS || (quote !== QUOTE && quote !== APOSTROPHE)) return -1;
      const close = this.#valueEnd(end + 2, quote);
      if (close === -1 || attributes?.length === atMost) return -1;
      if (attributes === undefined) {
        attributes = [];
        this.attributes = attributes;
      }
      attributes.push({ name: this.#text.slice(at, end), value: this.#text.slice(end + 2, close) });
      at = close + 1;
    }
  }

  #valueEnd(from: number, quote: number): number {
    const codes = this.#codes;
    for (let at = from; at < codes.length; at++) {
      const code = codes[at] ?? 0;
      if (code === quote) return at;
      if (((KINDS[code] ?? 0) & NOT_IN_VALUE) !== 0) return -1;
    }
    return -1;
  }
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB || code === LF || code === CR;
}
