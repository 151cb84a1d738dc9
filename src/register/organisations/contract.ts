import type { EuroCents } from '../../estonia/index.ts';
import { type Failure, fail, failure, ok, type Period, type Result, Temporal } from '../../platform/index.ts';

/** A municipality's contract with a provider on one service, at one price per unit of it. REQ-249. */
export interface Contract extends Period {
  readonly id: string;
  /** Institutions. */
  readonly municipalityId: string;
  readonly providerId: string;
  /** By the classifier SERVICE_TYPE. */
  readonly service: string;
  readonly unitPrice: EuroCents;
  /** The contract itself, in the municipality's document register. */
  readonly documentId: string;
  readonly version: number;
}

const { compare } = Temporal.PlainDate;

/**
 * Ends a contract on a day, earlier than was agreed. Never on a day that is over: what was provided under it then was provided under a contract.
 * A new price is a new contract from the next day on; this one keeps its own.
 */
export function endContract(
  contract: Contract,
  lastDay: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Result<Contract, Failure<'CONTRACT_END_INVALID'>> {
  const refused = (code: string) => fail(failure('CONTRACT_END_INVALID', { fields: [{ pointer: '/lastDay', code }] }));
  if (compare(lastDay, today) < 0) return refused('IN_THE_PAST');
  if (compare(lastDay, contract.validFrom) < 0) return refused('BEFORE_BEGINNING');
  const difference = contract.validTo === undefined ? -1 : compare(lastDay, contract.validTo);
  if (difference > 0) return refused('LATER_THAN_AGREED');
  if (difference === 0) return refused('AGREED_ALREADY');
  return ok({ ...contract, validTo: lastDay, version: contract.version + 1 });
}
