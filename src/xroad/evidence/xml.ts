import { decode } from '../charset.ts';
import { libxmlAccepts } from '../libxml.ts';
import { scan } from '../scan.ts';
import type { ScannedElement } from '../scanned.ts';

export const DS = 'http://www.w3.org/2000/09/xmldsig#';

/** An XML file of a container: its tree, and the text that the tree's places are of. */
export interface XmlFile {
  readonly text: string;
  readonly root: ScannedElement;
}

/** Reads a file through the same gate as messages: UTF-8, no DTD, caps, two parsers; undefined when it does not pass. */
export function readXmlFile(bytes: Uint8Array): XmlFile | undefined {
  const text = decode(bytes, 'utf-8');
  if (text === undefined) return undefined;
  const scanned = scan(text, 'utf-8');
  return scanned.ok && libxmlAccepts(bytes) ? { text, root: scanned.value.root } : undefined;
}

export function named(element: ScannedElement, namespace: string, localName: string): readonly ScannedElement[] {
  return element.children.filter((child) => child.namespace === namespace && child.localName === localName);
}

/** The one child of that name; undefined when there is none or more than one. */
export function only(element: ScannedElement | undefined, namespace: string, localName: string): ScannedElement | undefined {
  if (element === undefined) return undefined;
  const [first, ...more] = named(element, namespace, localName);
  return more.length === 0 ? first : undefined;
}

export function attribute(element: ScannedElement | undefined, localName: string): string | undefined {
  return element?.attributes.find((one) => one.namespace === '' && one.localName === localName)?.value;
}

/** The bytes that an element's text spells in base64, with white space between; undefined when it does not. */
export function base64(element: ScannedElement | undefined): Buffer | undefined {
  const text = element?.text.replace(/[ \t\r\n]/g, '');
  if (text === undefined || element?.broken === true || element?.children.length !== 0) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return text !== '' && bytes.toString('base64') === text ? bytes : undefined;
}
