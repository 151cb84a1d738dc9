import { AMPERSAND, kindsOf, NAME, NAME_START, ODD, RETURN } from './character-kinds.ts';
import { type DefectCode, defect, type MessageDefect } from './defect.ts';
import { MAX_ATTRIBUTES, MAX_ATTRIBUTES_IN_ALL, MAX_DEPTH, MAX_ELEMENTS, MAX_REFERENCES, MAX_TEXT_PIECES } from './limits.ts';
import { ok, type Result } from './result.ts';
import { cdata, characterData, isPlainText, readStartTag, type StartTag } from './start-tag.ts';

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

/** A document as scanned. */
export interface Scanned {
  readonly root: ScannedElement;
  /**
   * Whether the document is plain: elements with ASCII names, attributes, text and the five built-in entities, as nearly every message is. Of
   * plain documents the scanner is a judge by itself; whether any other is well-formed, {@link libxmlAccepts} has to say.
   */
  readonly plain: boolean;
}

/** Mutable while the element is open. */
interface OpenElement extends ScannedElement {
  readonly rawName: string;
  readonly innerScope: Scope;
  children: OpenElement[];
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
/** Of elements without children; replaced, never written to. */
const NO_CHILDREN: OpenElement[] = [];
const DECLARATION =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*["']([^"']*)["'](?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*["']([^"']*)["'])?/;
const [LESS, GREATER, SLASH, BANG, QUESTION, QUOTE, COLON] = [0x3c, 0x3e, 0x2f, 0x21, 0x3f, 0x22, 0x3a];

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

/** Namespaces in scope for the children of an element. */
export function scopeInside(element: ScannedElement): Scope {
  return inside(element.outerScope, element.ownScope);
}

/** Not a copy: who declares much at many levels must not make it dear. */
function inside(outer: Scope, own: Scope): Scope {
  return own === NOTHING ? outer : Object.assign(Object.create(outer), own);
}

class Scanner {
  readonly #text: string;
  readonly #open: OpenElement[] = [];
  #inner: OpenElement | undefined;
  #root: OpenElement | undefined;
  #plain = true;
  #elements = 0;
  #attributes = 0;
  /** Comments, instructions and CDATA since the last tag. */
  #pieces = 0;
  #quote = -1;
  #apostrophe = -1;
  /** The prefix that was resolved last, and where: siblings share theirs. */
  #resolved = { scope: OUTERMOST, prefix: 'xml', namespace: OUTERMOST.xml ?? '' };

  constructor(text: string) {
    this.#text = text;
  }

  run(charset: string): Scanned {
    const text = this.#text;
    this.#countReferences();
    let at = this.#declaration(charset);
    for (;;) {
      const less = this.#characters(at);
      if (less === text.length) break;
      const next = text.charCodeAt(less + 1);
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
    const [all, version, encoding] = declaration;
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
    const text = this.#text;
    let at = from;
    let kinds = 0;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === LESS) break;
      kinds |= kindsOf(code);
    }
    if (at === from) return at;
    if ((kinds & ODD) !== 0) this.#plain = false;
    const piece = text.slice(from, at);
    const inner = this.#inner;
    if (inner === undefined) {
      if (/[^ \t\r\n]/.test(piece)) throw new Refusal(this.#outside(), 'there is text outside the root element');
    } else if ((kinds & (AMPERSAND | RETURN)) === 0) this.#add(inner, piece);
    else {
      if (!isPlainText(piece)) this.#plain = false;
      this.#add(inner, characterData(piece));
    }
    return at;
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
    const text = this.#text;
    this.#pieces = 0;
    const nameEnd = this.#plainName(less + 1);
    const after = text.charCodeAt(nameEnd);
    // The tag of most elements: a name, and no more.
    const bare = nameEnd > less + 1 && (after === GREATER || (after === SLASH && text.charCodeAt(nameEnd + 1) === GREATER));
    const greater = bare ? (after === GREATER ? nameEnd : nameEnd + 1) : this.#endOfTag(less);
    if (this.#inner === undefined && this.#root !== undefined) throw new Refusal('InvalidXml', 'the document has two roots');
    if (this.#open.length === MAX_DEPTH) throw new Refusal('InvalidXml', `elements nest deeper than ${MAX_DEPTH} levels`);
    if (++this.#elements > MAX_ELEMENTS) throw new Refusal('InvalidXml', `more than ${MAX_ELEMENTS} elements`);
    const element = bare ? this.#bareElement(less, nameEnd) : this.#element(less, greater);
    const parent = this.#inner;
    if (parent === undefined) this.#root = element;
    else if (parent.children === NO_CHILDREN) parent.children = [element];
    else parent.children.push(element);
    this.#open.push(element);
    this.#inner = element;
    if (text.charCodeAt(greater - 1) === SLASH) this.#close(greater + 1);
    return greater + 1;
  }

  /** The end of a plain name that begins here; its beginning when there is none. A colon stands in it once, inside. */
  #plainName(from: number): number {
    const text = this.#text;
    let at = from;
    let begins = true;
    let colons = 0;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === COLON && !begins && colons++ === 0) begins = true;
      else if ((kindsOf(code) & (begins ? NAME_START : NAME)) !== 0) begins = false;
      else break;
    }
    return begins ? from : at;
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

  #bareElement(start: number, nameEnd: number): OpenElement {
    const scope = this.#inner?.innerScope ?? OUTERMOST;
    return this.#opened(start, this.#text.slice(start + 1, nameEnd), scope, NOTHING, scope, NO_ATTRIBUTES);
  }

  #element(start: number, greater: number): OpenElement {
    const tag = readStartTag(this.#text, start, greater);
    if (tag === undefined) throw new Refusal(this.#outside(), 'a tag is not well-formed');
    const declarations = declarationsIn(tag);
    const outerScope = this.#inner?.innerScope ?? OUTERMOST;
    const innerScope = inside(outerScope, declarations);
    const attributes = this.#attributesOf(tag, innerScope);
    if (!tag.plain || this.#plainName(start + 1) !== start + 1 + tag.name.length || haveTwins(attributes)) this.#plain = false;
    return this.#opened(start, tag.name, outerScope, declarations, innerScope, attributes);
  }

  #opened(
    start: number,
    rawName: string,
    outerScope: Scope,
    ownScope: Scope,
    innerScope: Scope,
    attributes: readonly ScannedAttribute[],
  ): OpenElement {
    const colon = rawName.indexOf(':');
    return {
      namespace: this.#resolve(innerScope, colon === -1 ? '' : rawName.slice(0, colon)),
      localName: colon === -1 ? rawName : rawName.slice(colon + 1),
      attributes,
      children: NO_CHILDREN,
      outerScope,
      ownScope,
      innerScope,
      rawName,
      text: '',
      broken: false,
      segments: 0,
      start,
      nameEnd: start + 1 + rawName.length,
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
    return attributes.length === 0 ? NO_ATTRIBUTES : attributes;
  }

  #resolve(scope: Scope, prefix: string): string {
    const last = this.#resolved;
    if (last.scope === scope && last.prefix === prefix) return last.namespace;
    const namespace = scope[prefix] ?? (prefix === '' ? '' : undefined);
    if (namespace === undefined) throw new Refusal('InvalidXml', 'a prefix is not declared');
    this.#resolved = { scope, prefix, namespace };
    return namespace;
  }

  #closeTag(less: number): number {
    const text = this.#text;
    this.#pieces = 0;
    const element = this.#inner;
    if (element === undefined) throw new Refusal(this.#outside(), 'an end tag closes nothing');
    const nameEnd = less + 2 + element.rawName.length;
    const named = text.startsWith(element.rawName, less + 2);
    const greater = named && text.charCodeAt(nameEnd) === GREATER ? nameEnd : this.#find('>', less + 2);
    if (!named || (greater !== nameEnd && !/^[ \t\r\n]+$/.test(text.slice(nameEnd, greater)))) {
      throw new Refusal('InvalidXml', 'an end tag closes another element');
    }
    this.#close(greater + 1);
    return greater + 1;
  }

  #close(end: number): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    element.end = end;
    element.broken = element.segments > 1 || (element.segments > 0 && element.broken);
    this.#inner = this.#open[this.#open.length - 1];
  }
}

function indexOrEnd(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at === -1 ? Number.POSITIVE_INFINITY : at;
}

function declarationsIn(tag: StartTag): Scope {
  let scope: Record<string, string> | undefined;
  for (const { name, value } of tag.attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    scope ??= Object.create(null) as Record<string, string>;
    scope[name.slice(6)] = value;
  }
  return scope ?? NOTHING;
}

/** Whether two prefixes of one namespace hide the same attribute twice (XML Namespaces 6.3). */
function haveTwins(attributes: readonly ScannedAttribute[]): boolean {
  return attributes.some(({ namespace, localName }, index) =>
    attributes.some((other, before) => before < index && other.localName === localName && other.namespace === namespace),
  );
}
