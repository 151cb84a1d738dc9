import { libxmlAccepts } from '../libxml.ts';
import { scan } from '../scan.ts';
import { escapeXml } from '../xml-text.ts';

/** An error that arose inside X-Road. The detail is the key into the security server's log. */
export interface RestFault {
  readonly code: string;
  readonly text: string;
  readonly detail: string | undefined;
}

/**
 * Reads the body of an error of X-Road's, JSON or XML (PR-REST 4.6). The code of the X-Road-Error header is what counts; a body that says
 * nothing readable leaves the texts empty.
 */
export function readRestFault(code: string, contentType: string | undefined, bytes: Uint8Array): RestFault {
  const said = contentType !== undefined && /xml/i.test(contentType) ? fromXml(bytes) : fromJson(bytes);
  return { code, text: said('message') ?? '', detail: said('detail') };
}

/**
 * Writes an error as a security server does, in the shape that the consumer's Accept asks for: the first of its entries that is XML, wherever
 * it stands, or else JSON; weights are not looked at (protocol 2.4).
 */
export function writeRestFault(fault: RestFault, accept: readonly string[]): { readonly contentType: string; readonly body: string } {
  const entries = accept.flatMap((value) => value.split(',')).map((entry) => (entry.split(';')[0] ?? '').trim().toLowerCase());
  const xml = entries.find((entry) => entry === 'text/xml' || entry === 'application/xml' || entry === 'text/*');
  if (xml === undefined) {
    return { contentType: 'application/json', body: JSON.stringify({ type: fault.code, message: fault.text, detail: fault.detail }) };
  }
  const element = (name: string, text: string | undefined) => `<${name}>${escapeXml(text ?? '')}</${name}>`;
  return {
    contentType: `${xml === 'text/*' ? 'text/xml' : xml};charset=utf-8`,
    body: `<?xml version="1.0" encoding="UTF-8"?><error>${element('type', fault.code)}${element('message', fault.text)}${element('detail', fault.detail)}</error>`,
  };
}

type Said = (name: string) => string | undefined;
const NOTHING: Said = () => undefined;

function fromJson(bytes: Uint8Array): Said {
  let said: unknown;
  try {
    said = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return NOTHING;
  }
  if (typeof said !== 'object' || said === null) return NOTHING;
  const object = said;
  return (name) => {
    const value: unknown = Reflect.get(object, name);
    return typeof value === 'string' ? value : undefined;
  };
}

function fromXml(bytes: Uint8Array): Said {
  const scanned = scan(Buffer.from(bytes).toString('utf8'), 'utf-8');
  if (!scanned.ok || scanned.value.root.localName !== 'error' || !(scanned.value.plain || libxmlAccepts(bytes))) return NOTHING;
  return (name) => scanned.value.root.children.find(({ localName }) => localName === name)?.text;
}
