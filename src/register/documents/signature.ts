import { type Static, Type } from 'typebox';
import type { Temporal } from '../../platform/index.ts';

/** What is found out about a signature (ETSI EN 319 102-1, 5.1.3). */
export const INDICATIONS = ['TOTAL-PASSED', 'TOTAL-FAILED', 'INDETERMINATE'] as const;

/** A signature, as SiVa has found it. */
export const Signature = Type.Object({
  signedBy: Type.String({ description: 'Name and personal code, as in the certificate' }),
  format: Type.Optional(Type.String({ description: 'XAdES_BASELINE_LT, for one' })),
  level: Type.Optional(Type.String({ description: 'QESIG: a qualified electronic signature, as good as one by hand' })),
  indication: Type.Enum([...INDICATIONS]),
  subIndication: Type.Optional(Type.String()),
  claimedSigningTime: Type.Optional(Type.String()),
  bestSignatureTime: Type.Optional(Type.String({ description: 'By a time-stamp, which nobody can set back' })),
  errors: Type.Array(Type.String()),
});
export type Signature = Static<typeof Signature>;

/** What was found out about the signatures of a document. Valid ones are those that have passed. */
export interface SignatureReport {
  readonly signatures: readonly Signature[];
}

/**
 * Whether a document's signatures were looked at: not yet, since whoever does was away; they were; or it says that the document is none that it can
 * look at.
 */
export type SignatureCheck =
  | { readonly state: 'WAITING' }
  | { readonly state: 'UNREADABLE'; readonly checkedAt: Temporal.Instant }
  | { readonly state: 'CHECKED'; readonly checkedAt: Temporal.Instant; readonly count: number; readonly valid: number };

/** Who looks at the signatures of a container. */
export interface SignatureValidator {
  /** Undefined: it is no container that it can look at. Throws {@link ValidatorAway}. */
  validate(container: Uint8Array): Promise<SignatureReport | undefined>;
  ping(): Promise<boolean>;
}

/** It does not answer, or does not say what it should. */
export class ValidatorAway extends Error {
  constructor(what: string, options: ErrorOptions = {}) {
    super(`signatures cannot be checked: ${what}`, options);
  }
}
