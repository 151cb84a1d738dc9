import { randomUUID } from 'node:crypto';
import { defect, type MessageDefect } from '../defect.ts';
import { MAX_PARTS } from '../limits.ts';
import { ok, type Result } from '../result.ts';

/** An attachment to be sent. Content of unknown or great length is a function that begins anew each time it is called: a request may be sent again. */
export interface Attachment {
  /** Without angle brackets, and unlike the others of the message; what `cid:` references name. */
  readonly contentId: string;
  readonly contentType: string;
  readonly content: Uint8Array | (() => AsyncIterable<Uint8Array>);
}

/**
 * How attachments are told apart from the message: `swaRef` references them by `cid:` texts (WS-I Attachments Profile 1.0), `mtom` by
 * `xop:Include` elements in place of base64 (PR-MESS 2.6).
 */
export type Packaging = 'swaRef' | 'mtom';

/** What leaves: a body in one piece, or one that is written while it is sent. */
export interface Outgoing {
  readonly contentType: string;
  readonly body: Uint8Array | (() => AsyncIterable<Uint8Array>);
}

/** RFC 2392 demands something like an address; RFC 5322 atoms on both sides are safe everywhere. */
const CONTENT_ID = /^[\w.!#$%&'*+=?^`{|}~-]{1,128}(?:@[\w.!#$%&'*+=?^`{|}~-]{1,128})?$/;
const CONTENT_TYPE = /^[\w.+-]+\/[\w.+-]+(?:; ?[\w-]+=(?:[\w.+:/-]+|"[\x20\x21\x23-\x5b\x5d-\x7e]*"))*$/;

/** The message alone, or with its attachments as multipart/related: SOAP first, binary, nothing encoded. */
export function packMessage(soap: Uint8Array, attachments: readonly Attachment[], packaging: Packaging): Result<Outgoing, MessageDefect> {
  if (attachments.length === 0) return ok({ contentType: 'text/xml; charset=UTF-8', body: soap });
  if (attachments.length >= MAX_PARTS) return defect('InvalidMessage', `more than ${MAX_PARTS} parts`);
  const ids = new Set(attachments.map(({ contentId }) => contentId));
  if (ids.size !== attachments.length || ids.has(ROOT) || attachments.some(({ contentId }) => !CONTENT_ID.test(contentId))) {
    return defect('InvalidMessage', 'an attachment has no Content-ID of its own');
  }
  if (attachments.some(({ contentType }) => !CONTENT_TYPE.test(contentType))) {
    return defect('InvalidContentType', 'an attachment has no content type that can be written');
  }
  const boundary = `xroad-${randomUUID()}`;
  const pieces = piecesOf(soap, attachments, boundary, packaging);
  const body = pieces.every((piece) => piece instanceof Uint8Array) ? Buffer.concat(pieces) : () => streamOf(pieces);
  return ok({ contentType: `${OUTER_TYPE[packaging]}; start="<${ROOT}>"; boundary="${boundary}"`, body });
}

const ROOT = 'rootpart';
const OUTER_TYPE = {
  swaRef: 'multipart/related; type="text/xml"',
  mtom: 'multipart/related; type="application/xop+xml"; start-info="text/xml"',
} as const;
const ROOT_TYPE = {
  swaRef: 'text/xml; charset=UTF-8',
  mtom: 'application/xop+xml; charset=UTF-8; type="text/xml"',
} as const;

type Piece = Uint8Array | (() => AsyncIterable<Uint8Array>);

function piecesOf(soap: Uint8Array, attachments: readonly Attachment[], boundary: string, packaging: Packaging): Piece[] {
  const header = (type: string, encoding: string, id: string) =>
    Buffer.from(`--${boundary}\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-ID: <${id}>\r\n\r\n`);
  const end = Buffer.from('\r\n');
  return [
    header(ROOT_TYPE[packaging], '8bit', ROOT),
    soap,
    end,
    ...attachments.flatMap(({ contentId, contentType, content }): Piece[] => [header(contentType, 'binary', contentId), content, end]),
    Buffer.from(`--${boundary}--\r\n`),
  ];
}

async function* streamOf(pieces: readonly Piece[]): AsyncGenerator<Uint8Array, void> {
  for (const piece of pieces) {
    if (piece instanceof Uint8Array) yield piece;
    else yield* piece();
  }
}
