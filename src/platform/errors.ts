import type { Text } from './text.ts';

/** What is known about an error code wherever it appears: one entry of a room's error catalogue. */
export interface ErrorDefinition {
  /** HTTP status of the problem document (RFC 9457). */
  readonly status: number;
  /** Short name of the kind of error. */
  readonly title: Text;
  /** The worker's sentence: what happened and what to do now. */
  readonly detail: Text;
  /** The operator's sentence: where to look. */
  readonly operator: string;
}

/** One room's error codes (stable, SCREAMING_SNAKE) and their meaning. */
export type ErrorCatalogue = Readonly<Record<string, ErrorDefinition>>;

/** One refused field: its JSON pointer in the request body, a code, and a sentence. Never the refused value: it may be a personal code. */
export interface FieldFailure {
  readonly pointer: string;
  readonly code: string;
}

/** An error as a value. Carries no personal data: only the code, the fields at fault and, where waiting helps, for how long. */
export interface Failure<Code extends string = string> {
  readonly code: Code;
  readonly fields?: readonly FieldFailure[];
  readonly retryAfterSeconds?: number;
}

/** Declares a room's error catalogue; the keys are the room's codes. */
export function defineErrors<const C extends ErrorCatalogue>(catalogue: C): C {
  return catalogue;
}

/** An error value of the given code. */
export function failure<const Code extends string>(code: Code, more: Omit<Failure, 'code'> = {}): Failure<Code> {
  return { code, ...more };
}
