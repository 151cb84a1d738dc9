import { defect, type MessageDefect } from '../defect.ts';
import { ok, type Result } from '../result.ts';
import type { ContentType } from './content-type.ts';
import { MultipartReader } from './multipart-reader.ts';
import { checkRoot, type Part, type PartHeader } from './part.ts';

/** Splits a multipart/related message that is all there. The first part is the SOAP message. Nothing is copied. */
export function splitParts(bytes: Uint8Array, type: ContentType): Result<readonly [Part, ...Part[]], MessageDefect> {
  const reader = MultipartReader.open(type);
  if (!reader.ok) return reader;
  const events = reader.value.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), true);
  if (!events.ok) return events;
  const parts: Part[] = [];
  let header: PartHeader | undefined;
  let content: Buffer = Buffer.alloc(0);
  for (const event of events.value) {
    if (event.kind === 'part') [header, content] = [event.header, Buffer.alloc(0)];
    // All of the message came in one piece, and so does each content.
    else if (event.kind === 'content') content = event.bytes;
    else if (header !== undefined) parts.push({ ...header, bytes: content });
  }
  const [first, ...rest] = parts;
  if (first === undefined) return defect('InvalidMessage', 'the message has no parts');
  const root = checkRoot(first, type);
  return root.ok ? ok([first, ...rest]) : root;
}
