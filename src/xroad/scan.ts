import { type DefectCode, defect, type MessageDefect } from './defect.ts';
import { MAX_ATTRIBUTES, MAX_ATTRIBUTES_IN_ALL, MAX_DEPTH, MAX_ELEMENTS, MAX_REFERENCES, MAX_TEXT_PIECES } from './limits.ts';
import { ok, type Result } from './result.ts';
import { cdata, characterData, readStartTag, type StartTag } from './start-tag.ts';

/** Prefixes in scope and what they stand for; the empty prefix is the default namespace. Without prototype: `constructor` is a good prefix. */
export type Scope = Readonly<Record<string, string>>;

export interface ScannedAttribute {
  readonly namespace: string;
  readonly localName: string;
  readonly value: string;
}

/** An element as it stands in the text of the document. */
export interface ScannedElement {
  readonly namespace: string;
  readonly localName: string;
  readonly attributes: readonly ScannedAttribute[];
  readonly children: readonly ScannedElement[];
  /** Text and CDATA directly inside, letter by letter. */
  readonly text: string;
  /** Whether the text is broken by a comment, an instruction or CDATA: parsers differ in what such an element says (`admin<!-- -->evil`). */
  readonly broken: boolean;
  /** Namespaces in scope outside this element. */
  readonly outerScope: Scope;
  /** Namespaces this element declares itself. */
  readonly ownScope: Scope;
  /** Where the element stands in the text: of its `<`, of the end of its name, after its last `>`. */
  readonly start: number;
  readonly nameEnd: number;
  readonly end: number;
}

/** Mutable while the element is open. */
interface OpenElement extends ScannedElement {
  readonly children: OpenElement[];
  readonly innerScope: Scope;
  text: string;
  broken: boolean;
  segments: number;
  end: number;
}

class Refusal extends Error {
  readonly code: DefectCode;
  constructor(code: DefectCode, text: string) {
    super(text);
    this.code = code;
  }
}

const OUTERMOST: Scope = Object.assign(Object.create(null), { xml: 'http://www.w3.org/XML/1998/namespace' });
/** Of most elements. */
const NOTHING: Scope = Object.freeze(Object.create(null));
const NO_ATTRIBUTES: readonly ScannedAttribute[] = Object.freeze([]);
const DECLARATION =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*["']([^"']*)["'](?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*["']([^"']*)["'])?/;
const [SLASH, BANG, QUESTION, QUOTE] = [0x2f, 0x21, 0x3f, 0x22];

/**
 * Reads a document in one linear pass: places, names and namespaces of the elements `keep` asks for; of all others only that they stay
 * within the caps. It refuses a DOCTYPE, other XML versions, and an encoding other than `charset`, before any other parser sees the bytes.
 *
 * It does not by itself prove that the document is well-formed: {@link libxmlAccepts} does, and both must accept a message. On a
 * well-formed document without DTD its reading is exact; the tests hold it against a second parser.
 *
 * @param keep whether the children of the last element of this path are kept; asked whenever a kept element opens
 */
export function scan(
  text: string,
  charset: string,
  keep: (path: readonly ScannedElement[]) => boolean,
): Result<ScannedElement, MessageDefect> {
  const scanner = new Scanner(text, keep);
  try {
    return ok(scanner.run(charset));
  } catch (error) {
    if (error instanceof Refusal) return defect(error.code, error.message);
    throw error;
  }
}

/** Namespaces in scope for the children of an element. */
export function scopeInside(element: ScannedElement): Scope {
  return Object.assign(Object.create(null), element.outerScope, element.ownScope);
}

class Scanner {
  readonly #text: string;
  readonly #keep: (path: readonly ScannedElement[]) => boolean;
  /** Kept elements that are open; deeper ones are only counted. */
  readonly #open: OpenElement[] = [];
  #root: OpenElement | undefined;
  #keeping = true;
  #depth = 0;
  #elements = 0;
  #attributes = 0;
  /** Comments, instructions and CDATA since the last tag. */
  #pieces = 0;
  #quote = -1;
  #apostrophe = -1;

  constructor(text: string, keep: (path: readonly ScannedElement[]) => boolean) {
    this.#text = text;
    this.#keep = keep;
  }

  run(charset: string): ScannedElement {
    const text = this.#text;
    this.#countReferences();
    let at = this.#declaration(charset);
    for (;;) {
      const less = text.indexOf('<', at);
      if (less === -1) break;
      if (less > at) this.#characters(at, less);
      const next = text.charCodeAt(less + 1);
      if (next === SLASH) at = this.#closeTag(less);
      else if (next === BANG) at = this.#declarationLike(less);
      else if (next === QUESTION) at = this.#skip(less, '?>', 2);
      else at = this.#openTag(less);
    }
    if (at < text.length) this.#characters(at, text.length);
    if (this.#root === undefined) throw new Refusal('InvalidSoap', 'the message is not an XML document');
    if (this.#depth !== 0) throw new Refusal('InvalidXml', 'an element is not closed');
    return this.#root;
  }

  #declaration(charset: string): number {
    const declaration = DECLARATION.exec(this.#text);
    if (declaration === null) return 0;
    const [all, version, encoding] = declaration;
    if (version !== '1.0') throw new Refusal('InvalidXml', 'only XML 1.0 is read');
    if (encoding !== undefined && encoding.toLowerCase() !== charset) {
      throw new Refusal('InvalidXml', 'the declared encoding is not the one the message came in');
    }
    return this.#find('?>', all.length) + 2;
  }

  #characters(from: number, to: number): void {
    if (this.#depth !== this.#open.length) return;
    const inner = this.#open[this.#open.length - 1];
    const piece = this.#text.slice(from, to);
    if (inner !== undefined) this.#add(inner, characterData(piece));
    else if (/[^ \t\r\n]/.test(piece)) {
      throw new Refusal(this.#root === undefined ? 'InvalidSoap' : 'InvalidXml', 'there is text outside the root element');
    }
  }

  #add(element: OpenElement, piece: string): void {
    element.text += piece;
    element.segments++;
  }

  #countReferences(): void {
    let count = 0;
    for (let at = this.#text.indexOf('&'); at !== -1; at = this.#text.indexOf('&', at + 1)) {
      if (++count > MAX_REFERENCES) throw new Refusal('InvalidXml', `more than ${MAX_REFERENCES} references`);
    }
  }

  #parted(): void {
    if (++this.#pieces > MAX_TEXT_PIECES) throw new Refusal('InvalidXml', `a text in more than ${MAX_TEXT_PIECES} pieces`);
  }

  #declarationLike(less: number): number {
    const text = this.#text;
    if (text.startsWith('<!--', less)) return this.#skip(less, '-->', 4);
    if (!text.startsWith('<![CDATA[', less)) throw new Refusal('InvalidSoap', 'a document type declaration is not allowed');
    this.#parted();
    const end = this.#find(']]>', less + 9);
    const inner = this.#depth === this.#open.length ? this.#open[this.#open.length - 1] : undefined;
    if (inner !== undefined) this.#add(inner, cdata(text.slice(less + 9, end)));
    return end + 3;
  }

  /** A comment or instruction: says nothing, but breaks the text it stands in. */
  #skip(less: number, terminator: string, opening: number): number {
    this.#parted();
    const inner = this.#depth === this.#open.length ? this.#open[this.#open.length - 1] : undefined;
    if (inner !== undefined) inner.broken = true;
    return this.#find(terminator, less + opening) + terminator.length;
  }

  #find(what: string, from: number): number {
    const at = this.#text.indexOf(what, from);
    if (at === -1) throw new Refusal(this.#root === undefined ? 'InvalidSoap' : 'InvalidXml', 'the document ends in the middle');
    return at;
  }

  #openTag(less: number): number {
    this.#pieces = 0;
    const greater = this.#endOfTag(less);
    if (this.#depth === 0 && this.#root !== undefined) throw new Refusal('InvalidXml', 'the document has two roots');
    if (++this.#depth > MAX_DEPTH) throw new Refusal('InvalidXml', `elements nest deeper than ${MAX_DEPTH} levels`);
    if (++this.#elements > MAX_ELEMENTS) throw new Refusal('InvalidXml', `more than ${MAX_ELEMENTS} elements`);
    const empty = this.#text.charCodeAt(greater - 1) === SLASH;
    if (this.#keeping) {
      const element = this.#element(less, greater);
      const parent = this.#open[this.#open.length - 1];
      if (parent === undefined) this.#root = element;
      else parent.children.push(element);
      this.#open.push(element);
      this.#keeping = !empty && this.#keep(this.#open);
    }
    if (empty) this.#close(greater + 1);
    return greater + 1;
  }

  /** The `>` outside quotes; counts attributes on the way, by their quotes. */
  #endOfTag(less: number): number {
    const text = this.#text;
    let greater = this.#find('>', less + 1);
    let here = 0;
    for (let quote = this.#nextQuote(less); quote < greater; quote = this.#nextQuote(quote)) {
      if (++here > MAX_ATTRIBUTES) throw new Refusal('InvalidXml', `more than ${MAX_ATTRIBUTES} attributes on one element`);
      if (++this.#attributes > MAX_ATTRIBUTES_IN_ALL) throw new Refusal('InvalidXml', `more than ${MAX_ATTRIBUTES_IN_ALL} attributes`);
      quote = this.#find(text.charCodeAt(quote) === QUOTE ? '"' : "'", quote + 1) + 1;
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

  #element(start: number, greater: number): OpenElement {
    const tag = readStartTag(this.#text, start, greater);
    if (tag === undefined) throw new Refusal(this.#root === undefined ? 'InvalidSoap' : 'InvalidXml', 'a tag is not well-formed');
    const outerScope = this.#open[this.#open.length - 1]?.innerScope ?? OUTERMOST;
    const ownScope = declarationsIn(tag);
    const innerScope = ownScope === NOTHING ? outerScope : Object.assign(Object.create(null), outerScope, ownScope);
    const attributes = tag.attributes.length === 0 ? NO_ATTRIBUTES : this.#attributesOf(tag, innerScope);
    const colon = tag.name.indexOf(':');
    const namespace = colon === -1 ? (innerScope[''] ?? '') : this.#resolve(innerScope, tag.name.slice(0, colon));
    const nameEnd = start + 1 + tag.name.length;
    return {
      namespace,
      localName: tag.name.slice(colon + 1),
      attributes,
      children: [],
      outerScope,
      ownScope,
      innerScope,
      text: '',
      broken: false,
      segments: 0,
      start,
      nameEnd,
      end: 0,
    };
  }

  #attributesOf(tag: StartTag, scope: Scope): readonly ScannedAttribute[] {
    const attributes: ScannedAttribute[] = [];
    for (const { name, value } of tag.attributes) {
      if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
      const colon = name.indexOf(':');
      const namespace = colon === -1 ? '' : this.#resolve(scope, name.slice(0, colon));
      attributes.push({ namespace, localName: name.slice(colon + 1), value });
    }
    return attributes;
  }

  #resolve(scope: Scope, prefix: string): string {
    const namespace = scope[prefix];
    if (namespace === undefined) throw new Refusal('InvalidXml', 'a prefix is not declared');
    return namespace;
  }

  #closeTag(less: number): number {
    this.#pieces = 0;
    const greater = this.#find('>', less + 2);
    if (this.#depth === 0) throw new Refusal(this.#root === undefined ? 'InvalidSoap' : 'InvalidXml', 'an end tag closes nothing');
    const element = this.#depth === this.#open.length ? this.#open[this.#open.length - 1] : undefined;
    if (element !== undefined && !this.#closes(less, greater, element)) {
      throw new Refusal('InvalidXml', 'an end tag closes another element');
    }
    this.#close(greater + 1);
    return greater + 1;
  }

  #closes(less: number, greater: number, { start, nameEnd }: OpenElement): boolean {
    const text = this.#text;
    const name = text.slice(start + 1, nameEnd);
    return (
      text.startsWith(name, less + 2) && (greater === less + 2 + name.length || text.slice(less + 2 + name.length, greater).trim() === '')
    );
  }

  #close(end: number): void {
    if (this.#depth-- !== this.#open.length) return;
    const element = this.#open.pop();
    if (element === undefined) return;
    element.end = end;
    element.broken = element.segments > 1 || (element.segments > 0 && element.broken);
    this.#keeping = true;
  }
}

function indexOrEnd(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at === -1 ? Number.POSITIVE_INFINITY : at;
}

function declarationsIn(tag: StartTag): Scope {
  if (tag.attributes.length === 0) return NOTHING;
  let scope: Record<string, string> | undefined;
  for (const { name, value } of tag.attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    scope ??= Object.create(null) as Record<string, string>;
    scope[name.slice(6)] = value;
  }
  return scope ?? NOTHING;
}
