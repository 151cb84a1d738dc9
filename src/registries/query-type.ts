import type { TSchema } from 'typebox';
import type { PersonalCode } from '../estonia/index.ts';
import type { Result, Temporal, Text } from '../platform/index.ts';
import type { BodyElement, RestAnswer, SchemaMismatch } from '../xroad/index.ts';
import type { AnswerDefect } from './credible.ts';
import type { Registry } from './registry.ts';
import type { Write } from './write.ts';

/** A question as a register is asked it. */
export interface RegistryQuestion<P> {
  readonly subject: PersonalCode;
  readonly parameters: P;
  /** The date in Tallinn: some data of a month are complete only from a day of the next one. */
  readonly today: Temporal.PlainDate;
}

/**
 * What a register said, in our words. `NOT_FOUND` is an answer, and so is `NOT_YET_DUE`: a calculation must not read either as zero. `PARTIAL`
 * names what is missing, and from which day it will be there where that is known. `REJECTED` is a register's refusal in the body; asking again changes nothing.
 */
export type Reading<R> =
  | { readonly state: 'FOUND'; readonly record: R }
  | { readonly state: 'PARTIAL'; readonly record: R; readonly missing: readonly string[]; readonly from?: string }
  | { readonly state: 'NOT_FOUND'; readonly text?: string }
  | { readonly state: 'NOT_YET_DUE'; readonly from: string }
  | { readonly state: 'REJECTED'; readonly reason: string; readonly text?: string };

/** From where a worker makes a query (QUERY_LAUNCH). */
export type Launch = 'PROCEEDING' | 'CLIENT_VIEW' | 'SEARCH' | 'AUTOMATIC';

/** A question as a REST service is asked it: what follows the service code, the service's own headers, and JSON. */
export interface RestQuestion {
  readonly method: 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The same question put to the register's REST service. It reads to the same record, so that nobody behind it knows which of the two was asked. */
export interface RestTwin<P, R> {
  readonly service: { readonly code: string };
  /** Members of the record that the service cannot give, by path: an answer that lacks nothing else is `PARTIAL` all the same, and names them. */
  readonly lacks: readonly string[];
  buildRequest(question: RegistryQuestion<P>): RestQuestion;
  /** Reads the register's own answer, of any status but those by which it says that it is out of order (429, 5xx). */
  readAnswer(answer: RestAnswer, question: RegistryQuestion<P>): Result<Reading<R>, AnswerDefect>;
}

/**
 * One query that a social worker may make: what the law, the register and the worker need to know of it. Source: domain 3.6. `P` is what the
 * worker says, `R` the record, and `F` what a write fixes beside it when it is asked.
 */
export interface QueryType<P = Readonly<Record<string, unknown>>, R = unknown, F extends object = object> {
  readonly code: string;
  readonly registry: Registry;
  readonly name: Text;
  /** Whether the register has published the contract, or it is ours, proposed to it. */
  readonly contract: 'REAL' | 'PROPOSED';
  readonly launch: readonly Launch[];
  readonly legalBasis: string;
  /** Kinds of proceeding whose purpose covers the question. */
  readonly allowedKinds: readonly string[];
  readonly roles: readonly string[];
  /** In which parts of the proceeding a subject may be asked about. Default: in any. */
  readonly subjectRoles?: readonly string[];
  /** Whether the answer may be stored or only shown (STAR põhimäärus § 13); not confirmed where the act's text could not be had. */
  readonly storage: { readonly class: 'STORABLE' | 'DISPLAY_ONLY'; readonly confirmed: boolean };
  /** How long an answer serves the same question of the same proceeding again. */
  readonly freshHours: number;
  /** The absolute limit of one exchange; below the security server's own 60 s. */
  readonly deadlineSeconds: number;
  /** Data about health and the like must be asked for with a reason (IKÜM art 9). */
  readonly justification: 'REQUIRED' | 'OPTIONAL';
  /** The minimum the purpose needs: what the record holds, and nothing else of the answer is kept. */
  readonly fields: readonly string[];
  /** Whom beside the subject the answer names by personal code. Who reads it may be among them, which supervision is told. */
  readonly names?: 'RELATIVES' | 'RESIDENTS';
  readonly parameters: TSchema;
  readonly service: { readonly code: string; readonly version?: string };
  /** There when asking changes something at the register. What must then hold is in docs/queue.md. */
  readonly write?: Write<P, R, F>;
  /** The request's body, valid against the contract. */
  buildRequest(question: RegistryQuestion<P & F>): Result<string, SchemaMismatch>;
  /** Reads an answer's body: first by its schema, then in the register's own way of speaking. */
  readAnswer(body: BodyElement, question: RegistryQuestion<P & F>): Result<Reading<R>, AnswerDefect>;
  /** The other way of asking, where the register has one that gives all or nearly all that the purpose needs. Which is gone is configuration. */
  readonly twin?: RestTwin<P, R>;
}

/** What every query type has in common until its register says otherwise. */
export const COMMON = {
  contract: 'REAL',
  launch: ['PROCEEDING'],
  deadlineSeconds: 30,
  justification: 'OPTIONAL',
} as const satisfies Partial<QueryType>;

/**
 * The catalogue's letters (domain 3.6) as kinds of proceeding: T and V subsistence and family benefit, S service, C care, J case or child, A
 * adoption and guardianship, X a search, which any of them may need.
 */
export const KINDS = {
  T: ['SIMPLE'],
  V: ['SIMPLE'],
  S: ['SIMPLE'],
  C: ['CARE'],
  J: ['CASE', 'CHILD'],
  A: ['ADOPTION', 'FOSTER', 'GUARDIANSHIP'],
  X: ['SIMPLE', 'CARE', 'CASE', 'CHILD', 'ADOPTION', 'FOSTER', 'GUARDIANSHIP'],
} as const;

/** The kinds for a row of the catalogue: `T V C`. */
export function kindsOf(letters: string): readonly string[] {
  return [...new Set(letters.split(' ').flatMap((letter): readonly string[] => KINDS[letter as keyof typeof KINDS] ?? []))];
}
