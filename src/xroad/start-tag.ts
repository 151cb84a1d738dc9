/** An attribute as written, its value decoded. */
export interface WrittenAttribute {
  readonly name: string;
  readonly value: string;
}

/** A start tag with attributes, taken apart; names still carry their prefixes. */
export interface StartTag {
  readonly name: string;
  readonly attributes: readonly WrittenAttribute[];
  /** Whether its attributes are plain ones (see `Scanned`): ASCII names, each once, values on one line, prefixes declared for what may be a URI. */
  readonly plain: boolean;
}

const NAME = /[^\s/>=]+/y;
const ATTRIBUTE = /[ \t\r\n]+([^\s/>=]+)[ \t\r\n]*=[ \t\r\n]*(?:"([^"]*)"|'([^']*)')/y;
/** What nearly all attributes look like: nothing in them has to be made into something else. */
const PLAIN_ATTRIBUTE =
  /[ \t\r\n]+([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)=(?:"([\x20\x21\x23-\x25\x27-\x3b\x3d-\ufffd]*)"|'([\x20-\x25\x28-\x3b\x3d-\ufffd]*)')/y;
const REFERENCE = /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/g;
const BUILT_IN: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Names that begin so are W3C's, and have meanings that not every parser knows (XML Namespaces 3). */
const RESERVED = /^xml/i;
const PLAIN_URI = /^(?:https?:\/\/[A-Za-z0-9.-]+(?:\/[\w./~-]*)?(?:#[\w.-]*)?|urn:[\w.:-]+)$/;
const RESERVED_URIS: ReadonlySet<string> = new Set(['http://www.w3.org/XML/1998/namespace', 'http://www.w3.org/2000/xmlns/']);

/** Takes apart the tag between `<` and `>`; undefined when it is not one. */
export function readStartTag(text: string, start: number, end: number): StartTag | undefined {
  NAME.lastIndex = start + 1;
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return undefined;
  let at = NAME.lastIndex;
  const attributes: WrittenAttribute[] = [];
  let plain = true;
  while (at < end - 1) {
    PLAIN_ATTRIBUTE.lastIndex = at;
    const match = PLAIN_ATTRIBUTE.exec(text);
    if (match === null) break;
    at = PLAIN_ATTRIBUTE.lastIndex;
    const attribute = { name: match[1] ?? '', value: match[2] ?? match[3] ?? '' };
    plain &&= isKnown(attribute) && attributes.every((other) => other.name !== attribute.name);
    attributes.push(attribute);
  }
  while (at < end - 1) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(text);
    if (match === null) break;
    at = ATTRIBUTE.lastIndex;
    plain = false;
    attributes.push({ name: match[1] ?? '', value: attributeValue(match[2] ?? match[3] ?? '') });
  }
  return at === end || /^[ \t\r\n]*\/?$/.test(text.slice(at, end)) ? { name, attributes, plain } : undefined;
}

/** Whether every parser knows what a plain attribute means. */
function isKnown({ name, value }: WrittenAttribute): boolean {
  if (name === 'xmlns') return value === '' || isPlainUri(value);
  if (!name.startsWith('xmlns:')) return !RESERVED.test(name);
  return !RESERVED.test(name.slice(6)) && isPlainUri(value);
}

function isPlainUri(value: string): boolean {
  return PLAIN_URI.test(value) && !RESERVED_URIS.has(value);
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
