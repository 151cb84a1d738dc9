import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { ParseOption, XmlDocument, XmlElement } from 'libxml2-wasm';
import { SaxesParser } from 'saxes';
import type { XRoadMessage } from '../../src/xroad/index.ts';
import { scan } from '../../src/xroad/scan.ts';

/** An element as a parser tells it. What our own reader keeps of an element can be told so too. */
export interface Told {
  readonly namespace: string;
  readonly localName: string;
  readonly text: string;
  readonly children: readonly Told[];
}

/** What a message says, header and body apart: the elements that hold no others, in their order, as `path=text`. */
export interface Reading {
  readonly header: readonly string[];
  readonly body: readonly string[];
}

/** How an element is named; a parser that knows no namespaces can only be asked for local names. */
export type Naming = (element: Told) => string;
export const expanded: Naming = ({ namespace, localName }) => `{${namespace}}${localName}`;
export const local: Naming = ({ localName }) => localName;

function leavesOf({ children, text }: Told, path: string, named: Naming): readonly string[] {
  return children.length === 0 ? [`${path}=${text}`] : children.flatMap((child) => leavesOf(child, `${path}/${named(child)}`, named));
}

/** The reading of an envelope's tree. */
export function readingOf(envelope: Told, named: Naming): Reading {
  const part = (name: string) =>
    envelope.children
      .filter(({ localName }) => localName === name)
      .flatMap(({ children }) => children.flatMap((child) => leavesOf(child, named(child), named)));
  return { header: part('Header'), body: part('Body') };
}

/** What our readers make of a message: the header as it was read, the body as the decoders of bodies read it. */
export function ourReading({ source, body }: Pick<XRoadMessage, 'source' | 'body'>, named: Naming): Reading {
  const scanned = scan(body.xml, 'utf-8');
  if (!scanned.ok) throw new Error(`the body alone is refused: ${scanned.error.text}`);
  const { root } = scanned.value;
  return {
    header: source.header.children.flatMap((child) => leavesOf(child, named(child), named)),
    body: leavesOf(root, named(root), named),
  };
}

/** Other parsers of the same bytes, which are UTF-8. They give the root, or undefined where they refuse. */
export const PARSERS: Readonly<Record<'saxes' | 'libxml2' | 'fast-xml-parser', (bytes: Uint8Array) => Told | undefined>> = {
  saxes: (bytes) => unlessRefused(() => bySaxes(textOf(bytes))),
  libxml2: (bytes) => unlessRefused(() => byLibxml(bytes)),
  'fast-xml-parser': (bytes) => unlessRefused(() => byFastXmlParser(textOf(bytes))),
};

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function unlessRefused<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function bySaxes(text: string): Told | undefined {
  const open: { namespace: string; localName: string; text: string; children: Told[] }[] = [];
  let root: Told | undefined;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ uri, local }) => {
    const element = { namespace: uri, localName: local, text: '', children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const add = (piece: string): void => {
    const inner = open.at(-1);
    if (inner !== undefined) inner.text += piece;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  return root;
}

function byLibxml(bytes: Uint8Array): Told {
  using document = XmlDocument.fromBuffer(bytes, { option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_HUGE });
  return toldBy(document.root);
}

/** By XPath: the library walks over no instruction. */
function toldBy(element: XmlElement): Told {
  return {
    namespace: element.namespaceUri,
    localName: element.name,
    text: element
      .find('text()')
      .map(({ content }) => content)
      .join(''),
    children: element.find('*').flatMap((node) => (node instanceof XmlElement ? toldBy(node) : [])),
  };
}

const lenient = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  ignoreAttributes: true,
  removeNSPrefix: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  preserveOrder: true,
  htmlEntities: true,
});

/** Told to guess nothing, with its own check before it: without, it takes tags that are never closed. */
function byFastXmlParser(text: string): Told | undefined {
  return XMLValidator.validate(text) === true ? toldOf('', lenient.parse(text)).children[0] : undefined;
}

function toldOf(localName: string, nodes: unknown): Told {
  const children: Told[] = [];
  let text = '';
  for (const node of Array.isArray(nodes) ? nodes : []) {
    for (const [key, value] of Object.entries(node)) {
      if (key === '#text') text += String(value);
      else if (key !== ':@') children.push(toldOf(key, value));
    }
  }
  return { namespace: '', localName, text, children };
}
