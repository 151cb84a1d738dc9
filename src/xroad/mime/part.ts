import { defect, type MessageDefect } from '../defect.ts';
import { ok, type Result } from '../result.ts';
import { type ContentType, isSoapType, parseContentType } from './content-type.ts';

/** What stands before the content of a part. */
export interface PartHeader {
  readonly contentType: string;
  /** Without angle brackets. */
  readonly contentId?: string;
  /** Lower case; undefined means none was named. */
  readonly transferEncoding?: string;
}

/** One part of a multipart message. Bytes are as they travelled: a transfer encoding is named, not undone, since the signature covers it so. */
export interface Part extends PartHeader {
  readonly bytes: Uint8Array;
}

const LF = 0x0a;
const CR = 0x0d;
/** A part that is kept as it stands; a SOAP part in base64 or quoted-printable would have two readings. */
const PLAIN_ENCODINGS: readonly (string | undefined)[] = [undefined, '7bit', '8bit', 'binary'];

/** Reads the header lines of a part, up to and without the blank line that ends them. */
export function readPartHeader(block: Buffer): Result<PartHeader, MessageDefect> {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of linesOf(block)) {
    if (line.startsWith(' ') || line.startsWith('\t')) {
      fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 1) return defect('MimeParsingFailed', 'a header line of a part has no name');
    last = line.slice(0, colon).trim().toLowerCase();
    // Which of two a program takes differs; what the part is must not.
    if (fields.has(last)) return defect('MimeParsingFailed', 'a header of a part is repeated');
    fields.set(last, line.slice(colon + 1).trim());
  }
  const contentType = fields.get('content-type');
  const contentId = fields.get('content-id');
  const transferEncoding = fields.get('content-transfer-encoding');
  if (contentType === undefined) return defect('InvalidContentType', 'a part has no content type');
  return ok({
    contentType,
    ...(contentId === undefined ? {} : { contentId: bare(contentId) }),
    ...(transferEncoding === undefined ? {} : { transferEncoding: transferEncoding.toLowerCase() }),
  });
}

/** Whether the first part may be the SOAP message (PR-MESS 2.6; RFC 2387, 3.2). */
export function checkRoot(header: PartHeader, type: ContentType): Result<void, MessageDefect> {
  const own = parseContentType(header.contentType);
  if (own === undefined || !isSoapType(own)) return defect('InvalidContentType', 'the first part is not a SOAP message');
  if (!PLAIN_ENCODINGS.includes(header.transferEncoding)) return defect('MimeParsingFailed', 'the SOAP part has a transfer encoding');
  if (type.start !== undefined && bare(type.start) !== header.contentId) {
    return defect('MimeParsingFailed', 'the SOAP part is not the first one');
  }
  return ok(undefined);
}

function linesOf(block: Buffer): string[] {
  const lines: string[] = [];
  for (let at = 0; at < block.length; ) {
    const end = block.indexOf(LF, at);
    const stop = end === -1 ? block.length : end;
    lines.push(block.toString('latin1', at, block[stop - 1] === CR ? stop - 1 : stop));
    at = stop + 1;
  }
  return lines;
}

function bare(contentId: string): string {
  return contentId.startsWith('<') && contentId.endsWith('>') ? contentId.slice(1, -1) : contentId;
}
