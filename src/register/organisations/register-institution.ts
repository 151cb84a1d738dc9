import { findMunicipality } from '../../estonia/index.ts';
import { type Clock, type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { type Institution, type InstitutionEntry, type NewInstitution, readInstitution } from './institution.ts';
import { findInstitution, insertInstitution, lockInstitution, saveName } from './institution-store.ts';

/** Enters an institution, or gives the one that stands under its registry code: what an installation begins with. */
export async function enterInstitution(
  tx: Tx,
  { ehakCode, ...institution }: Omit<NewInstitution, 'ehakCode'> & { readonly ehakCode?: string },
): Promise<Institution> {
  await insertInstitution(tx, { ...institution, ehakCode: ehakCode === undefined ? undefined : findMunicipality(ehakCode)?.code });
  const found = await findInstitution(tx, institution.registryCode);
  if (found === undefined) throw new Error('an institution was entered and is not there');
  return found;
}

type EntryRefusal = Failure<'REGISTRY_CODE_INVALID' | 'MUNICIPALITY_INVALID' | 'INSTITUTION_EXISTS'>;

/** The registry manager enters an institution. Gives its id. */
export async function registerInstitution(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  entry: InstitutionEntry,
): Promise<Result<string, EntryRefusal>> {
  const read = readInstitution(entry);
  if (!read.ok) return read;
  const id = await insertInstitution(tx, read.value);
  if (id === undefined) return fail(failure('INSTITUTION_EXISTS'));
  await appendAudit(tx, {
    action: 'INSTITUTION_REGISTERED',
    at: clock.now(),
    actor,
    object: { type: 'institution', id },
    outcome: 'DONE',
    details: { kind: entry.kind },
  });
  return ok(id);
}

/** Gives an institution another name; what it is and its registry code stay. */
export async function renameInstitution(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { id, name, ifMatch }: { readonly id: string; readonly name: string; readonly ifMatch: string | undefined },
): Promise<Result<string, Failure<'INSTITUTION_NOT_FOUND' | 'PRECONDITION_FAILED'>>> {
  const institution = await lockInstitution(tx, id);
  if (institution === undefined) return fail(failure('INSTITUTION_NOT_FOUND'));
  if (ifMatch !== undefined && ifMatch !== String(institution.version)) return fail(failure('PRECONDITION_FAILED'));
  await saveName(tx, { id, name: name.trim(), version: institution.version + 1 });
  await appendAudit(tx, { action: 'INSTITUTION_RENAMED', at: clock.now(), actor, object: { type: 'institution', id }, outcome: 'DONE' });
  return ok(id);
}
