import { type Clock, type Failure, fail, failure, ok, type Result, today } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { type Actor, noteProfile } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { checkCodes } from '../classifiers/index.ts';
import type { Contacts } from './profile.ts';
import { findProfiles, insertProfile } from './profile-store.ts';

/** A worker says what is so of themselves now, be it the same as before: that it has been looked at counts too (REQ-103). */
export async function fillProfile(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { educationLevel, contacts, ifMatch }: { educationLevel: string; contacts: Contacts; ifMatch: string | undefined },
): Promise<Result<string, Failure<'CLASSIFIER_VALUE_UNKNOWN' | 'PRECONDITION_FAILED'>>> {
  const use = { classifier: 'EDUCATION_LEVEL', code: educationLevel, pointer: '/educationLevel' };
  const known = await checkCodes(tx, [use], { institutionId: actor.institutionId, on: today(clock) });
  if (!known.ok) return known;
  // The account's row is held from here on: of two who say it at once the second comes after the first.
  await noteProfile(tx, actor.userId);
  const before = (await findProfiles(tx, [actor.userId])).get(actor.userId)?.version ?? 0;
  if (ifMatch !== undefined && ifMatch !== String(before)) return fail(failure('PRECONDITION_FAILED'));
  const at = clock.now();
  const { userId } = actor;
  const added = await insertProfile(tx, { userId, version: before + 1, educationLevel, contacts, enteredBy: userId, enteredAt: at });
  if (!added) return fail(failure('PRECONDITION_FAILED'));
  await appendAudit(tx, {
    action: 'PROFILE_FILLED',
    at,
    actor,
    object: { type: 'user', id: userId },
    outcome: 'DONE',
    details: { version: before + 1 },
  });
  return ok(userId);
}
