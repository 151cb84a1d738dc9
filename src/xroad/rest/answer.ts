import { isEncoded, refuse } from '../answer.ts';
import type { Failure } from '../failure.ts';
import { ok, type Result } from '../result.ts';
import type { HttpAnswer } from '../transport.ts';
import { type RestFault, readRestFault } from './fault.ts';
import { decodeParts, partsOf } from './parts.ts';
import type { PreparedRestRequest } from './request.ts';
import { restRequestHashOf } from './request-hash.ts';

/** What the provider answered. Headers by name in lower case, X-Road's own among them. */
export interface RestAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Uint8Array;
}

export type RestMessage = ({ readonly kind: 'answered' } & RestAnswer) | { readonly kind: 'fault'; readonly fault: RestFault };

/**
 * Decides whose answer came back: X-Road's when the X-Road-Error header says so, whatever the status (PR-REST 4.6; protocol 0, 4); else the
 * provider's, if it bears this request's id, client and service.
 */
export function checkRestAnswer(request: PreparedRestRequest, answer: HttpAnswer): Result<RestMessage, Failure> {
  const { headers, status, bytes } = answer;
  const code = headers['x-road-error'];
  if (code !== undefined) return ok({ kind: 'fault', fault: readRestFault(code, headers['content-type'], bytes) });
  const id = headers['x-road-id'];
  if (id === undefined) return refuse('UNEXPECTED_CONTENT', `HTTP ${status} without X-Road's headers: not a security server's answer`);
  if (id !== request.id) return refuse('HEADER_MISMATCH', "'X-Road-Id' is not as it was sent");
  if (!names(headers['x-road-client'], partsOf(request.client))) return refuse('HEADER_MISMATCH', "'X-Road-Client' is not as it was sent");
  if (!names(headers['x-road-service'], [...partsOf(request.service), request.service.serviceCode])) {
    return refuse('HEADER_MISMATCH', "'X-Road-Service' is not the service that was asked");
  }
  if (isEncoded(headers)) return refuse('CONTENT_ENCODED', 'the answer is compressed although that was not asked for');
  return ok({ kind: 'answered', status, headers, bytes });
}

/** What of the answer proves the exchange. */
export function traceOf(
  request: PreparedRestRequest,
  { headers }: Pick<HttpAnswer, 'headers'>,
): { readonly requestHash?: string; readonly requestId?: string; readonly requestHashVerified: boolean } {
  const [requestHash, requestId] = [headers['x-road-request-hash'], headers['x-road-request-id']];
  return {
    ...(requestHash === undefined ? {} : { requestHash }),
    ...(requestId === undefined ? {} : { requestId }),
    requestHashVerified: requestId !== undefined && requestHash === restRequestHashOf(request.http, requestId, request.sent.digest()),
  };
}

/** Whether a header names these parts, each decoded by itself. */
function names(header: string | undefined, parts: readonly string[]): boolean {
  return header !== undefined && decodeParts(header)?.join('\0') === parts.join('\0');
}
