import { type Clock, type Failure, fail, failure, newId, ok, type Result, today } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { type AccountRefused, type Actor, openAccount } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { checkCodes } from '../classifiers/index.ts';
import { findInstitutionById, insertInstitution } from './institution-store.ts';
import { insertProfile } from './profile-store.ts';
import { type EntryRefusal, type ProviderEntry, readProvider } from './provider-entry.ts';
import { insertPlace, insertProvider } from './provider-store.ts';
import { serviceUses } from './service-place.ts';

/**
 * The registry manager registers a provider, on its signed request: the institution, the place where it serves, and who works in it first (REQ-011,
 * REQ-012). All of it, or nothing. Gives its id.
 */
export async function registerProvider(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  entry: ProviderEntry,
): Promise<Result<string, EntryRefusal | AccountRefused | Failure<'CLASSIFIER_VALUE_UNKNOWN' | 'INSTITUTION_EXISTS'>>> {
  const read = readProvider(entry);
  if (!read.ok) return read;
  const { institution, address, workers } = read.value;
  const [at, on] = [clock.now(), today(clock)];
  const offered = await checkCodes(tx, serviceUses(entry.services), { institutionId: actor.institutionId, on });
  if (!offered.ok) return offered;
  const id = await insertInstitution(tx, institution);
  if (id === undefined) return fail(failure('INSTITUTION_EXISTS'));
  await insertProvider(tx, id, { requestDocument: entry.requestDocumentId, registeredBy: actor.userId, registeredAt: at });
  await insertPlace(tx, { id: newId(), providerId: id, address, services: entry.services, validFrom: on, validTo: undefined, version: 1 });
  const authority = { actor, institutionId: id };
  for (const [index, { contacts, ...worker }] of workers.entries()) {
    const opened = await openAccount({ clock, findInstitution: findInstitutionById }, tx, authority, { ...worker, clientWork: undefined });
    if (!opened.ok) return fail({ ...opened.error, fields: [{ pointer: `/initialUsers/${index}`, code: 'REFUSED' }] });
    // Who works elsewhere too has said this of themselves already, and knows better.
    await insertProfile(tx, {
      userId: opened.value,
      version: 1,
      educationLevel: undefined,
      contacts,
      enteredBy: actor.userId,
      enteredAt: at,
    });
  }
  await appendAudit(tx, {
    action: 'PROVIDER_REGISTERED',
    at,
    actor,
    object: { type: 'institution', id },
    outcome: 'DONE',
    details: { services: entry.services.join(' '), users: workers.length },
  });
  return ok(id);
}
