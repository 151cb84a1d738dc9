import { contentKind } from './content-kind.ts';
import type { MessageDefect } from './defect.ts';
import type { Failure, FailureCode } from './failure.ts';
import { firstDifference } from './header.ts';
import { readMessage, readMessageFrom, type SoapMessage } from './message.ts';
import { type Attachments, parseContentType } from './mime/index.ts';
import { SHA_512 } from './namespaces.ts';
import type { PreparedRequest } from './request.ts';
import { fail, ok, type Result } from './result.ts';
import type { HttpAnswer, HttpStream } from './transport.ts';

/**
 * Decides whether what came back is the answer to this request: a SOAP message by content, never by status alone (faults come with 200 and
 * 500 alike); then wrapper name, echo of the header and requestHash. A fault carries neither header nor hash (PR-MESS 2.5).
 */
export function checkAnswer(request: PreparedRequest, answer: HttpAnswer): Result<SoapMessage, Failure> {
  const unread = notSoap(answer, answer.bytes);
  if (unread !== undefined) return unread;
  const message = readMessage(answer.bytes, answer.headers['content-type']);
  return message.ok ? checkMessage(request, answer.status, message.value) : unreadable(message.error, answer.status, answer.bytes);
}

/** As {@link checkAnswer}, of an answer that is still arriving: attachments are left to be read. Throws what its body throws. */
export async function checkAnswerFrom(request: PreparedRequest, answer: HttpStream): Promise<Result<SoapMessage<Attachments>, Failure>> {
  const unread = notSoap(answer, undefined);
  if (unread !== undefined) return unread;
  const message = await readMessageFrom(answer.body, answer.headers['content-type']);
  return message.ok ? checkMessage(request, answer.status, message.value) : unreadable(message.error, answer.status);
}

/** What can be said before the body is read. */
function notSoap({ status, headers }: Omit<HttpAnswer, 'bytes'>, bytes: Uint8Array | undefined) {
  if (status >= 300 && status < 400) return refuse('REDIRECTED', `HTTP ${status}; redirects are not followed`);
  if (isEncoded(headers)) return refuse('CONTENT_ENCODED', 'the answer is compressed although that was not asked for');
  const contentType = headers['content-type'];
  const essence = contentType === undefined ? undefined : parseContentType(contentType)?.essence;
  if (essence === 'text/xml' || essence === 'application/xop+xml' || essence === 'multipart/related') return undefined;
  return refuse('UNEXPECTED_CONTENT', `HTTP ${status}, ${essence ?? 'no content type'}${beginning(bytes)}`);
}

function unreadable({ code, text }: MessageDefect, status: number, bytes?: Uint8Array) {
  return refuse('INVALID_SOAP', `${code}: ${text}; HTTP ${status}${beginning(bytes)}`);
}

function beginning(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : `, begins like ${contentKind(bytes)}`;
}

function checkMessage<A>(request: PreparedRequest, status: number, message: SoapMessage<A>): Result<SoapMessage<A>, Failure> {
  if (message.kind === 'fault') return ok(message);
  if (status !== 200) return refuse('UNEXPECTED_STATUS', `HTTP ${status} with an answer that is no fault`);

  const { header, body, requestHash } = message;
  if (body.localName !== `${request.header.service.serviceCode}Response`) {
    return refuse('WRAPPER_MISMATCH', 'the body element is not the service code followed by Response');
  }
  const difference = firstDifference(request.header, header);
  if (difference !== undefined) return refuse('HEADER_MISMATCH', `'${difference}' is not as it was sent`);
  if (requestHash === undefined) return refuse('REQUEST_HASH_MISSING', 'the answer does not say which request it answers');
  if (requestHash.algorithmId !== SHA_512 || requestHash.value !== request.requestHash) {
    return refuse('REQUEST_HASH_MISMATCH', 'the answer is to other bytes than were sent');
  }
  return ok(message);
}

/** Whether the body is not the bytes it seems to be: we ask for no compression, or a size would mean nothing before it is unpacked. */
export function isEncoded(headers: HttpAnswer['headers']): boolean {
  return (headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity';
}

/** Something answered, so the request had left. */
export function refuse(code: FailureCode, detail: string): { readonly ok: false; readonly error: Failure } {
  return fail({ code, detail, sent: true });
}
