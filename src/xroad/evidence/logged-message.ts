import type { ClientId, ServiceId } from '../identifier.ts';
import { readMessage } from '../message.ts';
import { readRestRequest } from '../rest/index.ts';
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
  const headers = lines.map((line): [name: string, value: string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1)];
  });
  const values = (name: string) => headers.flatMap(([one, value]) => (one === name ? [value] : []));
  const isResponse = /^\d{3}$/.test(first);
  const [service] = values('x-road-service');
  // The service of an answer is named as in the path of its request.
  const request = readRestRequest(isResponse ? 'GET' : first, isResponse ? `/r1/${service ?? ''}` : second, values);
  if (!request.ok || request.value.id === undefined) {
    return refuse('InvalidRest', 'The message is neither SOAP nor a REST request or response of X-Road.');
  }
  const [requestHash] = values('x-road-request-hash');
  return ok({
    protocol: 'REST',
    direction: isResponse ? 'response' : 'request',
    id: request.value.id,
    client: request.value.client,
    service: request.value.service,
    ...(requestHash === undefined ? {} : { requestHash }),
  });
}
