import { type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Actor } from '../access/index.ts';
import type { Client } from './client.ts';

/** What ties an institution to a person: something under way about them, something that is over, or nothing. */
export type Tie = 'OPEN' | 'PAST' | 'NONE';

/** Everything besides the file itself that says whose business it is. */
export interface Relation {
  /** Of the worker's institution, by what the worker's roles work on (INV-66). */
  readonly tie: Tie;
  /** Let into a proceeding of somebody else's on this person, at this moment. */
  readonly isGuest: boolean;
  /** Has said why they must look, not long ago. */
  readonly hasOpened: boolean;
}

export type Reach = 'CHANGE' | 'READ';

export type ReachRefusal = Failure<'CLIENT_NOT_FOUND' | 'CLIENT_FILE_NEEDS_REASON'>;

/**
 * Whose business a client file is, the one place where that is decided (INV-13, REQ-143). Who has something under way about the person keeps their
 * file; whose proceedings are over still reads. Who entered the person goes on to the intake; to a colleague of theirs the file says that it wants a
 * reason. To everybody else it is not there.
 */
export function reachOf(
  actor: Pick<Actor, 'userId' | 'institutionId'>,
  client: Pick<Client, 'registeredBy' | 'enteredBy'>,
  { tie, isGuest, hasOpened }: Relation,
): Result<Reach, ReachRefusal> {
  if (tie === 'OPEN') return ok('CHANGE');
  if (tie === 'PAST') return ok('READ');
  const isOwn = client.registeredBy === actor.institutionId;
  if (isOwn && client.enteredBy === actor.userId) return ok('CHANGE');
  if (isGuest || hasOpened) return ok('READ');
  return fail(failure(isOwn ? 'CLIENT_FILE_NEEDS_REASON' : 'CLIENT_NOT_FOUND'));
}
