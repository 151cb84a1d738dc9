import { type Temporal, ZONE } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { type AuditActor, appendAudit } from '../audit/index.ts';
import type { Person } from './client.ts';
import { entered, firstEntries, insertEntries } from './file/index.ts';
import { findByPersonalCodes, insertClient } from './store.ts';

/** Enters a person: their file begins. Gives its id; undefined when the personal code has a file already, for there is one per person (INV-01). */
export async function enterClient(tx: Tx, person: Person, actor: AuditActor, at: Temporal.Instant): Promise<string | undefined> {
  const id = await insertClient(tx, person, actor, at);
  if (id === undefined) return undefined;
  const day = at.toZonedDateTimeISO(ZONE).toPlainDate();
  await insertEntries(
    tx,
    firstEntries(person, day).map((entry) => entered(id, actor, entry, at)),
  );
  await appendAudit(tx, { action: 'CLIENT_ENTERED', at, actor, object: { type: 'client', id }, clientId: id, outcome: 'DONE' });
  return id;
}

/** The file of a person: the one there is, or one that begins now, also where somebody else enters them at this very moment. */
export async function fileOf(tx: Tx, person: Person, actor: AuditActor, at: Temporal.Instant): Promise<string> {
  const known = async () => (person.personalCode === undefined ? undefined : (await findByPersonalCodes(tx, [person.personalCode]))[0]?.id);
  const id = (await known()) ?? (await enterClient(tx, person, actor, at)) ?? (await known());
  if (id === undefined) throw new Error('a person has no file and cannot be entered');
  return id;
}
