import { type Classification, classifyFault } from './classification.ts';

/** Why an exchange ended without an answer that may be believed. */
export type FailureCode =
  | 'DEADLINE'
  | 'CANCELLED'
  | 'CLOSED'
  | 'CONNECTION_REFUSED'
  | 'CONNECTION_LOST'
  | 'TLS_REFUSED'
  | 'RESPONSE_TOO_LARGE'
  | 'REDIRECTED'
  | 'UNEXPECTED_STATUS'
  | 'UNEXPECTED_CONTENT'
  | 'CONTENT_ENCODED'
  | 'INVALID_SOAP'
  | 'REQUEST_HASH_MISSING'
  | 'REQUEST_HASH_MISMATCH'
  | 'HEADER_MISMATCH'
  | 'WRAPPER_MISMATCH';

/** An exchange that failed before there was an answer to believe. The detail is ours: kinds and names, never content. */
export interface Failure {
  readonly code: FailureCode;
  readonly detail: string;
  /** Whether the request had begun to leave: before that it cannot have been carried out, whatever went wrong. */
  readonly sent: boolean;
}

/**
 * What each failure means once the request had begun to leave. A broken or foreign answer says nothing of whether the provider ran; an
 * answer of ours that fails the integrity checks proves that something ran.
 */
const AFTER_SENDING: Readonly<Record<FailureCode, Classification>> = {
  DEADLINE: { class: 'DEADLINE', mayHaveRun: 'UNKNOWN', retry: 'IF_IDEMPOTENT' },
  CANCELLED: { class: 'DEADLINE', mayHaveRun: 'UNKNOWN', retry: 'NEVER' },
  CLOSED: { class: 'NETWORK', mayHaveRun: 'UNKNOWN', retry: 'IF_IDEMPOTENT' },
  CONNECTION_REFUSED: { class: 'NETWORK', mayHaveRun: 'NO', retry: 'BACKOFF' },
  CONNECTION_LOST: { class: 'NETWORK', mayHaveRun: 'UNKNOWN', retry: 'IF_IDEMPOTENT' },
  TLS_REFUSED: { class: 'OUR_CONFIGURATION', mayHaveRun: 'NO', retry: 'NEVER' },
  RESPONSE_TOO_LARGE: { class: 'ANSWER_BROKEN', mayHaveRun: 'YES', retry: 'NEVER' },
  REDIRECTED: { class: 'OUR_CONFIGURATION', mayHaveRun: 'UNKNOWN', retry: 'NEVER' },
  UNEXPECTED_STATUS: { class: 'SECURITY_SERVER', mayHaveRun: 'UNKNOWN', retry: 'IF_IDEMPOTENT' },
  UNEXPECTED_CONTENT: { class: 'SECURITY_SERVER', mayHaveRun: 'UNKNOWN', retry: 'IF_IDEMPOTENT' },
  CONTENT_ENCODED: { class: 'ANSWER_BROKEN', mayHaveRun: 'UNKNOWN', retry: 'NEVER' },
  INVALID_SOAP: { class: 'ANSWER_BROKEN', mayHaveRun: 'UNKNOWN', retry: 'IF_IDEMPOTENT' },
  REQUEST_HASH_MISSING: { class: 'INTEGRITY', mayHaveRun: 'YES', retry: 'NEVER' },
  REQUEST_HASH_MISMATCH: { class: 'INTEGRITY', mayHaveRun: 'YES', retry: 'NEVER' },
  HEADER_MISMATCH: { class: 'INTEGRITY', mayHaveRun: 'YES', retry: 'NEVER' },
  WRAPPER_MISMATCH: { class: 'PROVIDER_MESSAGE', mayHaveRun: 'YES', retry: 'NEVER' },
};

/** What a failure means for the one who asked. */
export function classifyFailure(failure: Failure): Classification {
  const verdict = AFTER_SENDING[failure.code];
  if (failure.sent) return verdict;
  return { ...verdict, mayHaveRun: 'NO', retry: verdict.retry === 'IF_IDEMPOTENT' ? 'BACKOFF' : verdict.retry };
}

/** What a code means that was noted down: one of a failure, taken to have happened after the request had begun to leave, or of a fault. */
export function classifyCode(code: string): Classification {
  return Object.hasOwn(AFTER_SENDING, code) ? AFTER_SENDING[code as FailureCode] : classifyFault(code);
}
