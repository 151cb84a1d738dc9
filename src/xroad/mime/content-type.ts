import { MIMEType } from 'node:util';
import { MAX_BOUNDARY_LENGTH } from '../limits.ts';

/** A Content-Type header as far as SOAP messages need it. */
export interface ContentType {
  /** Lower case, `text/xml`. */
  readonly essence: string;
  /** Lower case; undefined when not given. */
  readonly charset?: string;
  readonly boundary?: string;
  /** Content-ID of the root part (RFC 2387). */
  readonly start?: string;
}

const USUAL = /^text\/xml(?:; ?charset="?utf-8"?)?$/i;
const USUAL_TYPE: ContentType = { essence: 'text/xml', charset: 'utf-8' };

/** Reads a Content-Type header value; undefined when it is none. */
export function parseContentType(value: string): ContentType | undefined {
  if (USUAL.test(value)) return USUAL_TYPE;
  try {
    const type = new MIMEType(value);
    const charset = type.params.get('charset');
    const boundary = type.params.get('boundary');
    const start = type.params.get('start');
    return {
      essence: type.essence,
      ...(charset === null ? {} : { charset: charset.toLowerCase() }),
      ...(boundary === null ? {} : { boundary }),
      ...(start === null ? {} : { start }),
    };
  } catch {
    return undefined;
  }
}

/** Media types a SOAP message may have by itself (PR-MESS 2.6): XML, or the root of an MTOM message. */
export function isSoapType(type: ContentType): boolean {
  return type.essence === 'text/xml' || type.essence === 'application/xop+xml';
}

/** Whether the boundary is one that RFC 2046, 5.1.1 allows. */
export function isBoundary(boundary: string | undefined): boundary is string {
  return (
    boundary !== undefined &&
    boundary.length <= MAX_BOUNDARY_LENGTH &&
    /^[0-9A-Za-z'()+_,\-./:=? ]*[0-9A-Za-z'()+_,\-./:=?]$/.test(boundary)
  );
}
