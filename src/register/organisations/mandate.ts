import { type Failure, fail, failure, ok, type Result, type Temporal } from '../../platform/index.ts';

/**
 * A municipality's leave for a provider to process the data of people whom it refers (volitus teenuseosutajale). The municipality is the processor, the
 * provider its sub-processor: without one it sees nobody (REQ-258, INV-42; GDPR art 28).
 */
export interface ProcessorMandate {
  readonly id: string;
  /** Institutions. */
  readonly municipalityId: string;
  readonly providerId: string;
  /** The act by which it was given, in the municipality's document register. */
  readonly documentId: string;
  readonly givenAt: Temporal.Instant;
  readonly revocation: { readonly at: Temporal.Instant; readonly reason: string } | undefined;
}

/** Takes a mandate back, at once. What is revoked stays revoked: a new one is given instead. */
export function revoke(
  mandate: ProcessorMandate,
  reason: string,
  at: Temporal.Instant,
): Result<ProcessorMandate, Failure<'MANDATE_REVOKED_ALREADY'>> {
  return mandate.revocation === undefined ? ok({ ...mandate, revocation: { at, reason } }) : fail(failure('MANDATE_REVOKED_ALREADY'));
}
