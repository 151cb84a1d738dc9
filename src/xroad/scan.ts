import { SaxesParser } from 'saxes';
import { type DefectCode, defect, type MessageDefect } from './defect.ts';
import { MAX_ATTRIBUTES, MAX_ATTRIBUTES_IN_ALL, MAX_DEPTH, MAX_ELEMENTS } from './limits.ts';
import { ok, type Result } from './result.ts';

/** Prefixes in scope and what they stand for; the empty prefix is the default namespace. */
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

/** Mutable while the element is open; handed out as {@link ScannedElement} once closed. */
interface OpenElement extends ScannedElement {
  readonly attributes: ScannedAttribute[];
  readonly children: OpenElement[];
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

const EMPTY: Scope = Object.freeze(Object.create(null));

/**
 * Reads a document in one strict pass, namespaces resolved, with every cap held while reading: depth, elements, attributes; a DOCTYPE or
 * an encoding other than `charset` ends it. The tree is kept only where `keep` says so: a large body need not become objects.
 *
 * @param keep whether the children of the last element of this path are kept; asked whenever a kept element opens
 */
export function scan(
  text: string,
  charset: string,
  keep: (path: readonly ScannedElement[]) => boolean,
): Result<ScannedElement, MessageDefect> {
  const parser = new SaxesParser({ xmlns: true, position: true });
  /** Kept elements that are open; deeper ones are only counted. */
  const open: OpenElement[] = [];
  let keeping = true;
  let root: OpenElement | undefined;
  let depth = 0;
  let elements = 0;
  let attributes = 0;
  let attributesHere = 0;
  let nameEnd = 0;

  const addText = (piece: string): void => {
    const inner = depth === open.length ? open[open.length - 1] : undefined;
    if (inner === undefined || piece === '') return;
    inner.text += piece;
    inner.segments++;
  };
  const addBreak = (): void => {
    const inner = depth === open.length ? open[open.length - 1] : undefined;
    if (inner !== undefined) inner.broken = true;
  };

  parser.on('xmldecl', (declaration) => {
    if (declaration.version !== '1.0') throw new Refusal('InvalidXml', 'only XML 1.0 is read');
    if (declaration.encoding !== undefined && declaration.encoding.toLowerCase() !== charset) {
      throw new Refusal('InvalidXml', 'the declared encoding is not the one the message came in');
    }
  });
  parser.on('doctype', () => {
    throw new Refusal('InvalidSoap', 'a document type declaration is not allowed');
  });
  parser.on('opentagstart', () => {
    if (++depth > MAX_DEPTH) throw new Refusal('InvalidXml', `elements nest deeper than ${MAX_DEPTH} levels`);
    if (++elements > MAX_ELEMENTS) throw new Refusal('InvalidXml', `more than ${MAX_ELEMENTS} elements`);
    attributesHere = 0;
    nameEnd = parser.position - 1;
  });
  parser.on('attribute', () => {
    if (++attributesHere > MAX_ATTRIBUTES) throw new Refusal('InvalidXml', `more than ${MAX_ATTRIBUTES} attributes on one element`);
    if (++attributes > MAX_ATTRIBUTES_IN_ALL) throw new Refusal('InvalidXml', `more than ${MAX_ATTRIBUTES_IN_ALL} attributes`);
  });
  parser.on('opentag', (tag) => {
    if (!keeping) return;
    const parent = open[open.length - 1];
    const element: OpenElement = {
      namespace: tag.uri,
      localName: tag.local,
      attributes: [],
      children: [],
      text: '',
      broken: false,
      segments: 0,
      outerScope: parent === undefined ? EMPTY : scopeInside(parent),
      ownScope: tag.ns,
      start: text.lastIndexOf('<', nameEnd),
      nameEnd,
      end: 0,
    };
    for (const name in tag.attributes) {
      const attribute = tag.attributes[name];
      if (attribute === undefined || attribute.prefix === 'xmlns' || name === 'xmlns') continue;
      element.attributes.push({ namespace: attribute.uri, localName: attribute.local, value: attribute.value });
    }
    if (parent === undefined) root = element;
    else parent.children.push(element);
    open.push(element);
    keeping = keep(open);
  });
  parser.on('closetag', () => {
    if (depth-- !== open.length) return;
    const element = open.pop();
    if (element === undefined) return;
    element.end = parser.position;
    element.broken = element.segments > 1 || (element.segments > 0 && element.broken);
    keeping = true;
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('comment', addBreak);
  parser.on('processinginstruction', addBreak);

  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Refusal) return defect(error.code, error.message);
    // saxes throws plain errors that quote the document; what they quote stays here.
    return root === undefined
      ? defect('InvalidSoap', 'the message is not an XML document')
      : defect('InvalidXml', `not well-formed near line ${parser.line}`);
  }
  return root === undefined ? defect('InvalidSoap', 'the message is not an XML document') : ok(root);
}

/** Namespaces in scope for the children of an element. */
export function scopeInside(element: ScannedElement): Scope {
  for (const _ in element.ownScope) return { ...element.outerScope, ...element.ownScope };
  return element.outerScope;
}

/** The element alone, cut out of its document: the very characters that were sent, with the namespaces in scope declared on it. */
export function cutOut(text: string, element: ScannedElement): string {
  const declarations = declarationsOf(element.outerScope, element.ownScope);
  if (declarations === '') return text.slice(element.start, element.end);
  return `${text.slice(element.start, element.nameEnd)}${declarations}${text.slice(element.nameEnd, element.end)}`;
}

/** Namespace declarations of a scope, less those that an element declares itself. */
export function declarationsOf(scope: Scope, less: Scope = EMPTY): string {
  let declarations = '';
  for (const prefix in scope) {
    if (prefix in less || prefix === 'xml' || prefix === 'xmlns') continue;
    const uri = (scope[prefix] ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    if (prefix === '') declarations += uri === '' ? '' : ` xmlns="${uri}"`;
    else declarations += ` xmlns:${prefix}="${uri}"`;
  }
  return declarations;
}
