import { contentKind } from './content-kind.ts';
import { parseContentType } from './content-type.ts';
import type { Failure, FailureCode } from './failure.ts';
import { firstDifference } from './header.ts';
import { readMessage, type SoapMessage } from './message.ts';
import { SHA_512 } from './namespaces.ts';
import type { PreparedRequest } from './request.ts';
import { fail, ok, type Result } from './result.ts';
import type { HttpAnswer } from './transport.ts';

/**
 * Decides whether what came back is the answer to this request: a SOAP message by content, never by status alone (faults come with 200 and
 * 500 alike); then wrapper name, echo of the header and requestHash. A fault carries neither header nor hash (PR-MESS 2.5).
 */
export function checkAnswer(request: PreparedRequest, answer: HttpAnswer): Result<SoapMessage, Failure> {
  if (answer.status >= 300 && answer.status < 400) return refuse('REDIRECTED', `HTTP ${answer.status}; redirects are not followed`);
  if (isEncoded(answer)) {
    return refuse('CONTENT_ENCODED', 'the answer is compressed although that was not asked for');
  }
  const contentType = answer.headers['content-type'];
  const essence = contentType === undefined ? undefined : parseContentType(contentType)?.essence;
  if (essence !== 'text/xml' && essence !== 'application/xop+xml' && essence !== 'multipart/related') {
    return refuse('UNEXPECTED_CONTENT', `HTTP ${answer.status}, ${essence ?? 'no content type'}, begins like ${contentKind(answer.bytes)}`);
  }
  const message = readMessage(answer.bytes, contentType);
  if (!message.ok) {
    const { code, text } = message.error;
    return refuse('INVALID_SOAP', `${code}: ${text}; HTTP ${answer.status}, begins like ${contentKind(answer.bytes)}`);
  }
  if (message.value.kind === 'fault') return message;
  if (answer.status !== 200) return refuse('UNEXPECTED_STATUS', `HTTP ${answer.status} with an answer that is no fault`);

  const { header, body, requestHash } = message.value;
  if (body.localName !== `${request.header.service.serviceCode}Response`) {
    return refuse('WRAPPER_MISMATCH', 'the body element is not the service code followed by Response');
  }
  const difference = firstDifference(request.header, header);
  if (difference !== undefined) return refuse('HEADER_MISMATCH', `'${difference}' is not as it was sent`);
  if (requestHash === undefined) return refuse('REQUEST_HASH_MISSING', 'the answer does not say which request it answers');
  if (requestHash.algorithmId !== SHA_512 || requestHash.value !== request.requestHash) {
    return refuse('REQUEST_HASH_MISMATCH', 'the answer is to other bytes than were sent');
  }
  return ok(message.value);
}

/** Whether the body is not the bytes it seems to be: we ask for no compression, or a size would mean nothing before it is unpacked. */
export function isEncoded({ headers }: HttpAnswer): boolean {
  return (headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity';
}

/** Something answered, so the request had left. */
export function refuse(code: FailureCode, detail: string): { readonly ok: false; readonly error: Failure } {
  return fail({ code, detail, sent: true });
}
