import { defect, type MessageDefect } from '../defect.ts';
import { MAX_MESSAGE_BYTES } from '../limits.ts';
import { ok, type Result } from '../result.ts';
import { scan } from '../scan.ts';
import type { ScannedElement } from '../scanned.ts';
import type { Part } from './part.ts';
import { contentIdOf } from './reference.ts';

const XOP = 'http://www.w3.org/2004/08/xop/include';

/**
 * Puts the parts that `xop:Include` elements stand for back into a body, as the base64 they are instead of (XOP 1.0, 3.2). Only parts of the
 * same message are looked at: a reference that leads anywhere else is refused, never followed.
 *
 * @param xml the body element as a document of its own
 */
export function reconstitute(xml: string, parts: readonly Part[]): Result<string, MessageDefect> {
  if (!xml.includes(XOP)) return ok(xml);
  const scanned = scan(xml, 'utf-8');
  if (!scanned.ok) return scanned;
  const includes: Include[] = [];
  if (!find(scanned.value.root, includes)) return defect('InvalidBody', 'an xop:Include stands beside other content');
  const bytes = new Map(parts.map((part) => [part.contentId, part.bytes]));
  let size = xml.length;
  let text = '';
  let at = 0;
  for (const { start, end, href } of includes) {
    const part = bytes.get(contentIdOf(href ?? ''));
    if (part === undefined) return defect('InvalidBody', 'an xop:Include names no part of the message');
    // Base64 takes four letters for three bytes; one part may be included many times.
    size += Math.ceil(part.length / 3) * 4;
    if (size > MAX_MESSAGE_BYTES) return defect('InvalidBody', `the body is larger than ${MAX_MESSAGE_BYTES} bytes`);
    text += xml.slice(at, start) + Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('base64');
    at = end;
  }
  return ok(text + xml.slice(at));
}

interface Include {
  readonly start: number;
  readonly end: number;
  readonly href: string | undefined;
}

/** Collects the includes in document order; false when one of them is not all that its element holds. */
function find(element: ScannedElement, includes: Include[]): boolean {
  for (const child of element.children) {
    if (child.namespace !== XOP || child.localName !== 'Include') {
      if (!find(child, includes)) return false;
      continue;
    }
    if (element.children.length !== 1 || element.text.trim() !== '') return false;
    const href = child.attributes.find(({ namespace, localName }) => namespace === '' && localName === 'href')?.value;
    includes.push({ start: child.start, end: child.end, href });
  }
  return true;
}
