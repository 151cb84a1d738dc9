import { type ContentType, isBoundary, isSoapType, parseContentType } from './content-type.ts';
import { defect, type MessageDefect } from './defect.ts';
import { MAX_PART_HEADER_BYTES, MAX_PARTS } from './limits.ts';
import { ok, type Result } from './result.ts';

/** One part of a multipart message. Bytes are as they travelled: a transfer encoding is named, not undone, since the signature covers it so. */
export interface Part {
  readonly contentType: string;
  /** Without angle brackets. */
  readonly contentId?: string;
  /** Lower case; undefined means none was named. */
  readonly transferEncoding?: string;
  readonly bytes: Uint8Array;
}

const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;
/** A part that is kept as it stands; a SOAP part in base64 or quoted-printable would have two readings. */
const PLAIN_ENCODINGS: readonly (string | undefined)[] = [undefined, '7bit', '8bit', 'binary'];

/**
 * Splits a multipart/related message (RFC 2387; PR-MESS 2.6). The first part is the SOAP message. Lines may end in CRLF or, as some senders
 * do, in LF alone. The message must reach its closing boundary: what is cut short is not a message.
 */
export function splitParts(bytes: Uint8Array, type: ContentType): Result<readonly [Part, ...Part[]], MessageDefect> {
  if (!isBoundary(type.boundary)) return defect('MimeParsingFailed', 'the content type names no usable boundary');
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const delimiter = Buffer.from(`--${type.boundary}`, 'latin1');
  const parts: Part[] = [];
  const contentIds = new Set<string>();
  let here = nextDelimiter(message, delimiter, 0);
  if (here === undefined) return defect('InvalidMessage', 'the message has no parts');
  while (!here.last) {
    if (parts.length >= MAX_PARTS) return defect('MimeParsingFailed', `more than ${MAX_PARTS} parts`);
    const next = nextDelimiter(message, delimiter, here.after);
    if (next === undefined) return defect('MimeParsingFailed', 'the message ends before its closing boundary');
    const part = readPart(message.subarray(here.after, Math.max(here.after, next.contentEnd)));
    if (!part.ok) return part;
    if (part.value.contentId !== undefined) {
      if (contentIds.has(part.value.contentId)) return defect('MimeParsingFailed', 'two parts have the same Content-ID');
      contentIds.add(part.value.contentId);
    }
    parts.push(part.value);
    here = next;
  }
  const [first, ...rest] = parts;
  if (first === undefined) return defect('InvalidMessage', 'the message has no parts');
  const firstType = parseContentType(first.contentType);
  if (firstType === undefined || !isSoapType(firstType)) return defect('InvalidContentType', 'the first part is not a SOAP message');
  if (!PLAIN_ENCODINGS.includes(first.transferEncoding)) return defect('MimeParsingFailed', 'the SOAP part has a transfer encoding');
  if (type.start !== undefined && first.contentId !== undefined && bare(type.start) !== first.contentId) {
    return defect('MimeParsingFailed', 'the SOAP part is not the first one');
  }
  return ok([first, ...rest]);
}

interface Delimiter {
  /** Where the content before it ends: without the line break that belongs to the delimiter. */
  readonly contentEnd: number;
  /** Where the content after it begins. */
  readonly after: number;
  readonly last: boolean;
}

/** The next line that is exactly the delimiter: a longer boundary that begins alike is not one. */
function nextDelimiter(message: Buffer, delimiter: Buffer, from: number): Delimiter | undefined {
  for (let at = message.indexOf(delimiter, from); at !== -1; at = message.indexOf(delimiter, at + 1)) {
    if (at !== 0 && at !== from && message[at - 1] !== LF) continue;
    let end = at + delimiter.length;
    const last = message[end] === DASH && message[end + 1] === DASH;
    if (last) end += 2;
    while (message[end] === 0x20 || message[end] === 0x09) end++;
    if (message[end] === CR && message[end + 1] === LF) end++;
    if (end < message.length ? message[end] !== LF : !last) continue;
    const contentEnd = message[at - 2] === CR ? at - 2 : at - 1;
    return { contentEnd, after: Math.min(end + 1, message.length), last };
  }
  return undefined;
}

function readPart(part: Buffer): Result<Part, MessageDefect> {
  let contentType: string | undefined;
  let contentId: string | undefined;
  let transferEncoding: string | undefined;
  let name = '';
  let value = '';
  let at = 0;
  const finishHeader = (): void => {
    if (name === 'content-type') contentType ??= value;
    else if (name === 'content-id') contentId ??= bare(value);
    else if (name === 'content-transfer-encoding') transferEncoding ??= value.toLowerCase();
  };
  for (;;) {
    const lineEnd = part.indexOf(LF, at);
    if (lineEnd === -1 || lineEnd > MAX_PART_HEADER_BYTES) return defect('MimeParsingFailed', 'the header of a part does not end');
    const line = part.toString('latin1', at, part[lineEnd - 1] === CR ? lineEnd - 1 : lineEnd);
    at = lineEnd + 1;
    if (line === '') break;
    if (line.startsWith(' ') || line.startsWith('\t')) {
      value = `${value} ${line.trim()}`;
      continue;
    }
    finishHeader();
    const colon = line.indexOf(':');
    if (colon < 1) return defect('MimeParsingFailed', 'a header line of a part has no name');
    name = line.slice(0, colon).trim().toLowerCase();
    value = line.slice(colon + 1).trim();
  }
  finishHeader();
  if (contentType === undefined) return defect('InvalidContentType', 'a part has no content type');
  return ok({
    contentType,
    ...(contentId === undefined ? {} : { contentId }),
    ...(transferEncoding === undefined ? {} : { transferEncoding }),
    bytes: part.subarray(at),
  });
}

function bare(contentId: string): string {
  return contentId.startsWith('<') && contentId.endsWith('>') ? contentId.slice(1, -1) : contentId;
}
