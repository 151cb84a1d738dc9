import { type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { checkNotOwn, type OwnMatter } from './own-matter.ts';
import { mayHandle, type Proceeding } from './proceeding.ts';
import { holdProceeding, lockProceeding } from './store.ts';

/** A proceeding, by whoever wants to change it. */
export interface Named {
  readonly proceedingId: string;
  /** The version the caller saw, where they said so. */
  readonly ifMatch: string | undefined;
}

/** Takes a proceeding to change it: one's own, as one saw it. */
export async function takeProceeding(
  tx: Tx,
  actor: Actor,
  { proceedingId, ifMatch }: Named,
): Promise<Result<Proceeding, Failure<'NOT_FOUND' | 'PRECONDITION_FAILED'> | OwnMatter>> {
  const proceeding = await lockProceeding(tx, proceedingId);
  if (proceeding === undefined || !mayHandle(actor, proceeding)) return fail(failure('NOT_FOUND'));
  const other = await checkNotOwn(tx, actor, proceeding.subjects);
  if (!other.ok) return other;
  if (ifMatch !== undefined && ifMatch !== String(proceeding.version)) return fail(failure('PRECONDITION_FAILED'));
  return ok(proceeding);
}

/** Holds an open proceeding against closing, to enter something into it: one's own. */
export async function holdOpened(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Result<Proceeding, Failure<'NOT_FOUND' | 'PROCEEDING_NOT_OPEN'> | OwnMatter>> {
  const proceeding = await holdProceeding(tx, id);
  if (proceeding === undefined || !mayHandle(actor, proceeding)) return fail(failure('NOT_FOUND'));
  const other = await checkNotOwn(tx, actor, proceeding.subjects);
  if (!other.ok) return other;
  return proceeding.state === 'OPENED' ? ok(proceeding) : fail(failure('PROCEEDING_NOT_OPEN'));
}
