import type { Address } from '../../estonia/index.ts';
import { type Clock, type Failure, fail, failure, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { holdClients } from '../people/index.ts';
import { checkNotAmong } from './own-matter.ts';
import { advance, checkSubjects, type Proceeding, type SubjectRole } from './proceeding.ts';
import { takeSteps } from './step-store.ts';
import { saveProceeding } from './store.ts';
import type { SocialStatus } from './subject.ts';
import { findSubjects, insertSubjects, saveSubject } from './subject-store.ts';
import { type Named, takeProceeding } from './take-proceeding.ts';

/** What is not named stays; null takes away. */
export interface SituationChanges {
  readonly actualAddress?: Address | null;
  readonly socialStatus?: SocialStatus | null;
}

/** Changes what a proceeding goes by of a subject's situation, while it is open (INV-12, REQ-175). */
export async function describeSubject(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { clientId, changes, ...named }: Named & { readonly clientId: string; readonly changes: SituationChanges },
): Promise<Result<Proceeding, Failure>> {
  const proceeding = await takeProceeding(tx, actor, named);
  if (!proceeding.ok) return proceeding;
  const subject = (await findSubjects(tx, proceeding.value.id)).find((one) => one.clientId === clientId);
  if (subject === undefined) return fail(failure('SUBJECT_NOT_FOUND'));
  const described = advance(proceeding.value, 'describe');
  if (!described.ok) return described;
  const { actualAddress, socialStatus } = { ...subject, ...changes };
  const situation = { actualAddress: actualAddress ?? undefined, socialStatus: socialStatus ?? undefined };
  await saveSubject(tx, proceeding.value.id, { ...subject, ...situation, asOf: clock.now() });
  await written({ clock }, tx, actor, described.value, 'SUBJECT_CHANGED', clientId, Object.keys(changes).join(' '));
  return described;
}

/** Takes one more person into an open proceeding. */
export async function addSubject(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { clientId, role, ...named }: Named & { readonly clientId: string; readonly role: SubjectRole },
): Promise<Result<Proceeding, Failure>> {
  const proceeding = await takeProceeding(tx, actor, named);
  if (!proceeding.ok) return proceeding;
  // By the file's own id, whichever id of it was named: somebody who is in it already is found out.
  const client = (await holdClients(tx, [clientId])).get(clientId);
  const subject = { clientId: client?.id ?? clientId, role };
  const subjects = checkSubjects([...proceeding.value.subjects, subject]);
  const added = advance(proceeding.value, 'describe', subjects.ok ? { subjects: subjects.value } : {});
  if (!added.ok) return added;
  if (!subjects.ok) return subjects;
  const other = checkNotAmong(actor, client === undefined ? [] : [client]);
  if (!other.ok) return other;
  if (client === undefined) return fail(failure('SUBJECT_UNKNOWN', { fields: [{ pointer: '/clientId', code: 'UNKNOWN' }] }));
  const situation = { actualAddress: undefined, socialStatus: undefined, asOf: undefined };
  await insertSubjects(tx, proceeding.value.id, [{ ...subject, ...situation }]);
  await written({ clock }, tx, actor, added.value, 'SUBJECT_ADDED', client.id, role);
  return added;
}

async function written(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  proceeding: Proceeding,
  kind: 'SUBJECT_CHANGED' | 'SUBJECT_ADDED',
  clientId: string,
  what: string,
): Promise<void> {
  const at = clock.now();
  const { id } = proceeding;
  await saveProceeding(tx, proceeding);
  await takeSteps(tx, [{ proceedingId: id, kind, at, by: actor.userId, objectId: clientId, text: what }]);
  await appendAudit(tx, {
    action: `PROCEEDING_${kind}`,
    at,
    actor,
    object: { type: 'proceeding', id },
    clientId,
    proceedingId: id,
    outcome: 'DONE',
    details: { what },
  });
}
