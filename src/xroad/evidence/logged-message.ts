import type { ClientId, ServiceId } from '../identifier.ts';
import { readMessage } from '../message.ts';
import { ok, type Result } from '../result.ts';
import { type EvidenceDefect, refuse } from './defect.ts';

/** What a logged message says of its exchange. */
export interface LoggedMessage {
  readonly protocol: 'SOAP' | 'REST';
  readonly direction: 'request' | 'response';
  readonly id: string;
  readonly client: ClientId;
  readonly service: ServiceId;
  /** The digest of the request that an answer says it answers, base64. */
  readonly requestHash?: string;
}

const invalidRest = () => refuse('InvalidRest', 'The message is neither SOAP nor a REST request or response of X-Road.');

/**
 * Reads `message.xml`: a SOAP message, or the start line and header of a REST message as they were signed (PR-SIGDOC; protocol 2.3).
 */
export function readLoggedMessage(bytes: Uint8Array): Result<LoggedMessage, EvidenceDefect> {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4)).toString('latin1');
  return /^[\uFEFF\s]*</.test(start) || start.startsWith('\u00ef\u00bb\u00bf')
    ? readSoap(bytes)
    : readRest(Buffer.from(bytes).toString('utf8'));
}

function readSoap(bytes: Uint8Array): Result<LoggedMessage, EvidenceDefect> {
  const message = readMessage(bytes, 'text/xml; charset=UTF-8');
  if (!message.ok) return refuse('InvalidSoap', `The message is not one of X-Road: ${message.error.text}.`);
  if (message.value.kind === 'fault') return refuse('InvalidSoap', 'The message is a fault: faults are not signed.');
  const { header, isResponse, requestHash } = message.value;
  return ok({
    protocol: 'SOAP',
    direction: isResponse ? 'response' : 'request',
    id: header.id,
    client: header.client,
    service: header.service,
    ...(requestHash === undefined ? {} : { requestHash: requestHash.value }),
  });
}

/** `VERB CRLF path CRLF headers` or `status CRLF reason CRLF headers`. */
function readRest(text: string): Result<LoggedMessage, EvidenceDefect> {
  const [first = '', second = '', ...lines] = text.split('\r\n');
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    // Of a repeated header the last counts, as at the security server (protocol 0, 12).
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1));
  }
  const direction = /^\d{3}$/.test(first) ? 'response' : 'request';
  const path = direction === 'response' ? headers.get('x-road-service') : /^\/r1\/([^?]*)/.exec(second)?.[1];
  const [instance = '', memberClass = '', memberCode = '', subsystemCode = '', code] = path?.split('/') ?? [];
  const provider = parts([instance, memberClass, memberCode, subsystemCode].join('/'));
  const client = parts(headers.get('x-road-client') ?? '');
  const serviceCode = decoded(code ?? '');
  const id = headers.get('x-road-id');
  if (provider === undefined || client === undefined || serviceCode === undefined || serviceCode === '' || id === undefined)
    return invalidRest();
  const requestHash = headers.get('x-road-request-hash');
  return ok({
    protocol: 'REST',
    direction,
    id,
    client,
    service: { ...provider, serviceCode },
    ...(requestHash === undefined ? {} : { requestHash }),
  });
}

/** Each part is encoded by itself, so a slash inside a code stays one (protocol 2.1). */
function parts(header: string): ClientId | undefined {
  const [xRoadInstance, memberClass, memberCode, subsystemCode, ...more] = header.split('/').map(decoded);
  if (!xRoadInstance || !memberClass || !memberCode || subsystemCode === '' || more.length > 0) return undefined;
  return { xRoadInstance, memberClass, memberCode, ...(subsystemCode === undefined ? {} : { subsystemCode }) };
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
