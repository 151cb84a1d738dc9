import { type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Actor } from '../access/index.ts';
import type { Client } from './client.ts';

/** What ties an institution to a person: something under way about them, something that is over, or nothing. */
export type Tie = 'OPEN' | 'PAST' | 'NONE';

/** A tie, and the proceeding that makes it, where it is one. */
export interface Bond {
  readonly tie: Tie;
  readonly proceedingId: string | undefined;
}

/** Everything besides the file itself that says whose business it is. */
export interface Relation {
  /** Of the worker's institution, by what the worker's roles work on (INV-66). */
  readonly bond: Bond;
  /** The proceeding of somebody else's on this person into which they are let at this moment. */
  readonly guestIn: string | undefined;
  /** By which they have said why they must look, not long ago. */
  readonly openingId: string | undefined;
}

/** Why somebody's data are used (kasutamise eesmärk), as the log has it: by which tie, and by which proceeding or given reason. */
export interface Purpose {
  readonly of: 'UNDER_WAY' | 'OVER' | 'ENTERED' | 'GUEST' | 'REASON_GIVEN';
  readonly proceedingId?: string | undefined;
  readonly openingId?: string | undefined;
}

/** How far somebody may go with a file, and why. */
export interface Reach {
  readonly may: 'CHANGE' | 'READ';
  readonly purpose: Purpose;
}

export type ReachRefusal = Failure<'CLIENT_NOT_FOUND' | 'CLIENT_FILE_NEEDS_REASON'>;

/**
 * Whose business a client file is, the one place where that is decided (INV-13, REQ-143). Who has something under way about the person keeps their
 * file; whose proceedings are over still reads. Who entered the person goes on to the intake; to a colleague of theirs the file says that it wants a
 * reason. To everybody else it is not there.
 */
export function reachOf(
  actor: Pick<Actor, 'userId' | 'institutionId'>,
  client: Pick<Client, 'registeredBy' | 'enteredBy'>,
  { bond: { tie, proceedingId }, guestIn, openingId }: Relation,
): Result<Reach, ReachRefusal> {
  if (tie === 'OPEN') return ok({ may: 'CHANGE', purpose: { of: 'UNDER_WAY', proceedingId } });
  if (tie === 'PAST') return ok({ may: 'READ', purpose: { of: 'OVER', proceedingId } });
  const isOwn = client.registeredBy === actor.institutionId;
  if (isOwn && client.enteredBy === actor.userId) return ok({ may: 'CHANGE', purpose: { of: 'ENTERED' } });
  if (guestIn !== undefined) return ok({ may: 'READ', purpose: { of: 'GUEST', proceedingId: guestIn } });
  if (openingId !== undefined) return ok({ may: 'READ', purpose: { of: 'REASON_GIVEN', openingId } });
  return fail(failure(isOwn ? 'CLIENT_FILE_NEEDS_REASON' : 'CLIENT_NOT_FOUND'));
}

/** What the log says of a purpose. */
export function told({ of, proceedingId, openingId }: Purpose) {
  return {
    ...(proceedingId === undefined ? {} : { proceedingId }),
    details: { purpose: of, ...(openingId === undefined ? {} : { opening: openingId }) },
  };
}
