import { KINDS, ODD } from './character-kinds.ts';
import { type DefectCode, defect, type MessageDefect } from './defect.ts';
import {
  MAX_ATTRIBUTES,
  MAX_ATTRIBUTES_IN_ALL,
  MAX_DECLARATIONS,
  MAX_DEPTH,
  MAX_ELEMENTS,
  MAX_REFERENCES,
  MAX_TEXT_PIECES,
} from './limits.ts';
import { namespaceName } from './namespace-name.ts';
import { NO_CHILDREN, OpenElement } from './open-element.ts';
import { PlainTag } from './plain-tag.ts';
import { ok, type Result } from './result.ts';
import type { Scanned, ScannedAttribute } from './scanned.ts';
import { declare, namespaceOf, OUTERMOST, type Scope } from './scope.ts';
import { cdata, characterData, readStartTag, type WrittenAttribute } from './start-tag.ts';

class Refusal extends Error {
  readonly code: DefectCode;
  constructor(code: DefectCode, text: string) {
    super(text);
    this.code = code;
  }
}

const NO_ATTRIBUTES: readonly ScannedAttribute[] = Object.freeze([]);
const ODD_REFERENCE = /&(?!(?:amp|lt|gt|quot|apos);)/;
const DECLARATION =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(["'])([^"']*)\1(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["'])([^"']*)\3)?/;
/** Names that begin so are W3C's, and have meanings that not every parser knows (XML Namespaces 3). */
const RESERVED = /^xml/i;
const [LESS, GREATER, SLASH, BANG, QUESTION, QUOTE] = [0x3c, 0x3e, 0x2f, 0x21, 0x3f, 0x22];

/**
 * Reads a document in one linear pass: places, names, namespaces and texts of its elements, within the caps. It refuses a DOCTYPE, other XML
 * versions, and an encoding other than `charset`, before any other parser sees the bytes.
 *
 * Of a document that is not plain it does not by itself prove that it is well-formed: both it and libxml2 must accept such a message. On a
 * well-formed document without DTD its reading is exact; the tests hold it against other parsers.
 */
export function scan(text: string, charset: string): Result<Scanned, MessageDefect> {
  const scanner = new Scanner(text);
  try {
    return ok(scanner.run(charset));
  } catch (error) {
    if (error instanceof Refusal) return defect(error.code, error.message);
    throw error;
  }
}

class Scanner {
  readonly #text: string;
  /** The text's UTF-16 code units. Several times as fast as `charCodeAt`, all the more once anything in the process has derived from `String`. */
  readonly #codes: Uint16Array;
  readonly #tag: PlainTag;
  readonly #open: OpenElement[] = [];
  #inner: OpenElement | undefined;
  #root: OpenElement | undefined;
  #plain: boolean;
  /** Whether texts say what they look like: no references, no carriage returns. */
  readonly #simple: boolean;
  #elements = 0;
  #attributes = 0;
  /** Comments, instructions and CDATA since the last tag. */
  #pieces = 0;
  #quote = -1;
  #apostrophe = -1;
  /** The prefix that was resolved last, and where: siblings share theirs. */
  #resolved = { scope: OUTERMOST, prefix: OUTERMOST.prefix, namespace: OUTERMOST.namespace };

  constructor(text: string) {
    this.#text = text;
    const refers = text.includes('&');
    this.#simple = !refers && !text.includes('\r');
    this.#plain = !(refers && ODD_REFERENCE.test(text));
    this.#codes = codeUnits(text);
    this.#tag = new PlainTag(text, this.#codes);
  }

  run(charset: string): Scanned {
    const codes = this.#codes;
    this.#countReferences();
    let at = this.#declaration(charset);
    for (;;) {
      const less = this.#characters(at);
      if (less === codes.length) break;
      const next = codes[less + 1];
      if (next === SLASH) at = this.#closeTag(less);
      else if (next === BANG) at = this.#declarationLike(less);
      else if (next === QUESTION) at = this.#skip(less, '?>', 2);
      else at = this.#openTag(less);
    }
    if (this.#root === undefined) throw new Refusal('InvalidSoap', 'the message is not an XML document');
    if (this.#inner !== undefined) throw new Refusal('InvalidXml', 'an element is not closed');
    return { root: this.#root, plain: this.#plain };
  }

  #declaration(charset: string): number {
    const declaration = DECLARATION.exec(this.#text);
    if (declaration === null) return 0;
    const [all, , version, , encoding] = declaration;
    if (version !== '1.0') throw new Refusal('InvalidXml', 'only XML 1.0 is read');
    if (encoding !== undefined && encoding.toLowerCase() !== charset) {
      throw new Refusal('InvalidXml', 'the declared encoding is not the one the message came in');
    }
    const end = this.#find('?>', all.length);
    if (!/^[ \t\r\n]*$/.test(this.#text.slice(all.length, end))) this.#plain = false;
    return end + 2;
  }

  /** Text up to the next `<`. */
  #characters(from: number): number {
    const codes = this.#codes;
    let to = from;
    let kinds = 0;
    for (; to < codes.length; to++) {
      const code = codes[to] ?? 0;
      if (code === LESS) break;
      kinds |= KINDS[code] ?? 0;
    }
    if (to === from) return to;
    if ((kinds & ODD) !== 0) this.#plain = false;
    const piece = this.#text.slice(from, to);
    const inner = this.#inner;
    if (inner !== undefined) this.#add(inner, this.#simple ? piece : characterData(piece));
    else if (/[^ \t\r\n]/.test(piece)) throw new Refusal(this.#outside(), 'there is text outside the root element');
    return to;
  }

  #add(element: OpenElement, piece: string): void {
    element.text += piece;
    element.segments++;
  }

  #outside(): DefectCode {
    return this.#root === undefined ? 'InvalidSoap' : 'InvalidXml';
  }

  #countReferences(): void {
    let count = 0;
    for (let at = this.#text.indexOf('&'); at !== -1; at = this.#text.indexOf('&', at + 1)) {
      if (++count > MAX_REFERENCES) throw new Refusal('InvalidXml', `more than ${MAX_REFERENCES} references`);
    }
  }

  #parted(): void {
    this.#plain = false;
    if (++this.#pieces > MAX_TEXT_PIECES) throw new Refusal('InvalidXml', `a text in more than ${MAX_TEXT_PIECES} pieces`);
  }

  #declarationLike(less: number): number {
    const text = this.#text;
    if (text.startsWith('<!--', less)) return this.#skip(less, '-->', 4);
    if (!text.startsWith('<![CDATA[', less)) throw new Refusal('InvalidSoap', 'a document type declaration is not allowed');
    this.#parted();
    const end = this.#find(']]>', less + 9);
    if (this.#inner !== undefined) this.#add(this.#inner, cdata(text.slice(less + 9, end)));
    return end + 3;
  }

  /** A comment or instruction: says nothing, but breaks the text it stands in. */
  #skip(less: number, terminator: string, opening: number): number {
    this.#parted();
    if (this.#inner !== undefined) this.#inner.broken = true;
    return this.#find(terminator, less + opening) + terminator.length;
  }

  #find(what: string, from: number): number {
    const at = this.#text.indexOf(what, from);
    if (at === -1) throw new Refusal(this.#outside(), 'the document ends in the middle');
    return at;
  }

  #openTag(less: number): number {
    this.#pieces = 0;
    const tag = this.#tag;
    const nameEnd = tag.nameEnd(less + 1);
    const { colon } = tag;
    const plainEnd = nameEnd === less + 1 ? -1 : tag.readAttributes(nameEnd, MAX_ATTRIBUTES);
    const greater = plainEnd === -1 ? this.#endOfTag(less) : plainEnd;
    if (this.#inner === undefined && this.#root !== undefined) throw new Refusal('InvalidXml', 'the document has two roots');
    if (this.#open.length === MAX_DEPTH) throw new Refusal('InvalidXml', `elements nest deeper than ${MAX_DEPTH} levels`);
    if (++this.#elements > MAX_ELEMENTS) throw new Refusal('InvalidXml', `more than ${MAX_ELEMENTS} elements`);
    const parent = this.#inner;
    const element = plainEnd === -1 ? this.#oddElement(less, greater) : this.#element(less, nameEnd, colon, tag.attributes);
    if (parent === undefined) this.#root = element;
    // No literal either, for the same reason.
    else if (parent.children === NO_CHILDREN) parent.children = Array.of(element);
    else parent.children.push(element);
    this.#open.push(element);
    this.#inner = element;
    if (this.#codes[greater - 1] === SLASH) this.#close(greater + 1);
    return greater + 1;
  }

  /** The `>` outside quotes; counts attributes on the way, by their quotes. */
  #endOfTag(less: number): number {
    let greater = this.#find('>', less + 1);
    let here = 0;
    for (let quote = this.#nextQuote(less); quote < greater; quote = this.#nextQuote(quote)) {
      if (++here > MAX_ATTRIBUTES) throw new Refusal('InvalidXml', `more than ${MAX_ATTRIBUTES} attributes on one element`);
      quote = this.#find(this.#codes[quote] === QUOTE ? '"' : "'", quote + 1) + 1;
      if (greater < quote) greater = this.#find('>', quote);
    }
    return greater;
  }

  /** The first quote of either kind from here on. Both are remembered: most tags have none, and the text is searched once. */
  #nextQuote(from: number): number {
    if (this.#quote < from) this.#quote = indexOrEnd(this.#text, '"', from);
    if (this.#apostrophe < from) this.#apostrophe = indexOrEnd(this.#text, "'", from);
    return Math.min(this.#quote, this.#apostrophe);
  }

  /** Of a tag that is not plain. */
  #oddElement(start: number, greater: number): OpenElement {
    this.#plain = false;
    const tag = readStartTag(this.#text, start, greater);
    if (tag === undefined) throw new Refusal(this.#outside(), 'a tag is not well-formed');
    return this.#element(start, start + 1 + tag.name.length, tag.name.indexOf(':'), tag.attributes);
  }

  #element(start: number, nameEnd: number, colon: number, written: readonly WrittenAttribute[]): OpenElement {
    const text = this.#text;
    const outerScope = this.#inner?.innerScope ?? OUTERMOST;
    this.#attributes += written.length;
    if (this.#attributes > MAX_ATTRIBUTES_IN_ALL) throw new Refusal('InvalidXml', `more than ${MAX_ATTRIBUTES_IN_ALL} attributes`);
    const innerScope = written.length === 0 ? outerScope : this.#inside(outerScope, written);
    return new OpenElement(
      this.#resolve(innerScope, colon === -1 ? '' : text.slice(start + 1, start + 1 + colon)),
      text.slice(start + 2 + colon, nameEnd),
      written.length === 0 ? NO_ATTRIBUTES : this.#attributesOf(written, innerScope),
      outerScope,
      innerScope,
      start,
      nameEnd,
    );
  }

  /** The scope inside an element: with the declarations that are among its attributes. */
  #inside(outer: Scope, written: readonly WrittenAttribute[]): Scope {
    let scope = outer;
    for (const { name, value } of written) {
      if (!isDeclaration(name)) continue;
      const prefix = name.slice(6);
      const { uri, plain } = namespaceName(value);
      const known = plain || (uri === '' && prefix === '');
      if (!known || RESERVED.test(prefix) || declares(scope, outer, prefix)) this.#plain = false;
      scope = declare(scope, prefix, uri);
      if (scope.size > MAX_DECLARATIONS)
        throw new Refusal('InvalidXml', `more than ${MAX_DECLARATIONS} namespace declarations in one place`);
    }
    return scope;
  }

  /** Two prefixes of one namespace may hide the same attribute twice (XML Namespaces 6.3). */
  #attributesOf(written: readonly WrittenAttribute[], scope: Scope): readonly ScannedAttribute[] {
    let attributes: ScannedAttribute[] | undefined;
    for (const { name, value } of written) {
      if (isDeclaration(name)) continue;
      const colon = name.indexOf(':');
      const namespace = colon === -1 ? '' : this.#resolve(scope, name.slice(0, colon));
      const localName = colon === -1 ? name : name.slice(colon + 1);
      if (RESERVED.test(name)) this.#plain = false;
      if (attributes === undefined) attributes = [{ namespace, localName, value }];
      else {
        if (attributes.some((other) => other.localName === localName && other.namespace === namespace)) this.#plain = false;
        attributes.push({ namespace, localName, value });
      }
    }
    return attributes ?? NO_ATTRIBUTES;
  }

  #resolve(scope: Scope, prefix: string): string {
    const last = this.#resolved;
    if (last.scope === scope && last.prefix === prefix) return last.namespace;
    const namespace = namespaceOf(scope, prefix);
    if (namespace === undefined) throw new Refusal('InvalidXml', 'a prefix is not declared');
    this.#resolved = { scope, prefix, namespace };
    return namespace;
  }

  #closeTag(less: number): number {
    this.#pieces = 0;
    const element = this.#inner;
    if (element === undefined) throw new Refusal(this.#outside(), 'an end tag closes nothing');
    const nameEnd = less + 2 + element.nameEnd - element.start - 1;
    const named = this.#isSame(element.start + 1, less + 2, element.nameEnd);
    const greater = named && this.#codes[nameEnd] === GREATER ? nameEnd : this.#find('>', less + 2);
    if (!named || (greater !== nameEnd && !/^[ \t\r\n]+$/.test(this.#text.slice(nameEnd, greater)))) {
      throw new Refusal('InvalidXml', 'an end tag closes another element');
    }
    this.#close(greater + 1);
    return greater + 1;
  }

  /** Whether the same letters stand at two places. */
  #isSame(one: number, other: number, oneEnd: number): boolean {
    const codes = this.#codes;
    let at = one;
    while (at < oneEnd && codes[at] === codes[other + at - one]) at++;
    return at === oneEnd;
  }

  #close(end: number): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    element.end = end;
    element.broken = element.segments > 1 || (element.segments > 0 && element.broken);
    this.#inner = this.#open[this.#open.length - 1];
  }
}

/** 64 Ki code units: what most messages need, lent to one scan after the other. */
const LENT = new Uint16Array(64 * 1024);
const LENT_BYTES = Buffer.from(LENT.buffer);

function codeUnits(text: string): Uint16Array {
  if (text.length <= LENT.length) {
    LENT_BYTES.write(text, 'utf16le');
    return LENT.subarray(0, text.length);
  }
  const own = new Uint16Array(text.length);
  Buffer.from(own.buffer).write(text, 'utf16le');
  return own;
}

function indexOrEnd(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at === -1 ? Number.POSITIVE_INFINITY : at;
}

/** Whether a prefix is declared between two scopes. */
function declares(inner: Scope, outer: Scope, prefix: string): boolean {
  for (let one = inner; one !== outer && one.outer !== undefined; one = one.outer) if (one.prefix === prefix) return true;
  return false;
}

function isDeclaration(name: string): boolean {
  return name.startsWith('xmlns') && (name.length === 5 || name[5] === ':');
}
