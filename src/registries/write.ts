import type { RegistryCode } from '../estonia/index.ts';
import type { Failure, Result, Temporal } from '../platform/index.ts';
import type { BodyElement, SchemaMismatch } from '../xroad/index.ts';
import type { AnswerDefect } from './credible.ts';
import type { RegistryQuestion } from './query-type.ts';

/** A code that a register has not published: an installation says which applies to what begins on a day, and whether the register has confirmed it. */
export interface DatedCode {
  /** ISO date: the first day for which it applies. */
  readonly from: string;
  readonly code: string;
  readonly confirmed: boolean;
}

/** What writes need to be told by the installation. */
export interface WriteSettings {
  /** Kindlustusliik of a carer's insurance basis: 21 or 39, which of them and since when is not public (registries 3.4). */
  readonly carerInsuranceKind: readonly DatedCode[];
}

/** The code that applies on an ISO date; undefined when none is configured for it. */
export function codeOn(codes: readonly DatedCode[], date: string): DatedCode | undefined {
  return codes.filter(({ from }) => from <= date).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
}

/** What is known when a write is asked: what the worker says, for which institution, and when. */
export interface Asking<P> {
  readonly parameters: P;
  readonly institution: RegistryCode;
  readonly at: Temporal.Instant;
  readonly settings: WriteSettings;
}

/**
 * What a look at the register can prove of a write that may have been carried out. `CANNOT_TELL` is the answer whenever what is seen is neither
 * what the write would have left nor what was before it: somebody must look then.
 */
export type Found = 'THERE' | 'NOT_THERE' | 'CANNOT_TELL';

/** Who says that a write was carried out: the register's answer to it, a look at the register, or an operator. */
export type ConfirmedBy = 'REGISTER' | 'READ_BACK' | 'OPERATOR';

/** A question of the same register by which one sees whether a write was carried out. It changes nothing and may be asked again. */
export interface ReadBack<Q> {
  readonly service: { readonly code: string; readonly version?: string };
  buildRequest(question: RegistryQuestion<Q>): Result<string, SchemaMismatch>;
  readAnswer(body: BodyElement, question: RegistryQuestion<Q>): Result<Found, AnswerDefect>;
}

/** What was fixed; or why the write cannot be asked: parameters that contradict each other, or something that the installation has not configured. */
export type Fixed<F extends object> = Result<F, Failure<'QUERY_PARAMETERS_INVALID' | 'WRITE_NOT_CONFIGURED'>>;

/** What makes a query type a write: asking changes something at the register, and must do so once. */
export interface Write<P, R, F extends object> {
  /**
   * Fixes when it is asked what must be the same whenever it is sent: the members of the register's own idempotency key that the worker does
   * not say. Nothing of a person.
   */
  fix(asking: Asking<P>): Fixed<F>;
  /** Where the register has one. Without it an operator must look whenever nobody knows what came of a write. */
  readonly readBack?: ReadBack<P & F>;
  /** The record of a write that somebody else than the register's own answer says was carried out. */
  recordOf(question: RegistryQuestion<P & F>, confirmedBy: ConfirmedBy): R;
}
