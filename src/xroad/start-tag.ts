/** An attribute as written, its value decoded. */
export interface WrittenAttribute {
  readonly name: string;
  readonly value: string;
}

/** A start tag with attributes, taken apart; names still carry their prefixes. */
export interface StartTag {
  readonly name: string;
  readonly attributes: readonly WrittenAttribute[];
}

const NAME = /[^\s/>=]+/y;
const ATTRIBUTE = /[ \t\r\n]+([^\s/>=]+)[ \t\r\n]*=[ \t\r\n]*(?:"([^"]*)"|'([^']*)')/y;
const REFERENCE = /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/g;
const BUILT_IN: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Takes apart the tag between `<` and `>`; undefined when it is not one. */
export function readStartTag(text: string, start: number, end: number): StartTag | undefined {
  NAME.lastIndex = start + 1;
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return undefined;
  let at = NAME.lastIndex;
  const attributes: WrittenAttribute[] = [];
  while (at < end - 1) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(text);
    if (match === null) break;
    at = ATTRIBUTE.lastIndex;
    attributes.push({ name: match[1] ?? '', value: attributeValue(match[2] ?? match[3] ?? '') });
  }
  return at === end || /^[ \t\r\n]*\/?$/.test(text.slice(at, end)) ? { name, attributes } : undefined;
}

/** Text as a parser reports it: line ends made one (XML 1.0, 2.11), references resolved. Only the five built-in entities exist without a DTD. */
export function characterData(raw: string): string {
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  return lines.includes('&') ? lines.replace(REFERENCE, resolve) : lines;
}

/** CDATA as a parser reports it. */
export function cdata(raw: string): string {
  return raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
}

/** Attribute values have their blanks made spaces first (XML 1.0, 3.3.3). */
function attributeValue(raw: string): string {
  const blanks = /[\t\r\n]/.test(raw) ? raw.replace(/\r\n|[\t\r\n]/g, ' ') : raw;
  return blanks.includes('&') ? blanks.replace(REFERENCE, resolve) : blanks;
}

function resolve(reference: string, hexadecimal?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return BUILT_IN.get(name) ?? reference;
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : reference;
}
