import type { Db } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { findInstitutionById } from './institution-store.ts';
import { type Sight, sightOf } from './sight.ts';

/** Whose contracts and mandates somebody is shown, by where they work. */
export async function findSight(db: Db, actor: Actor): Promise<Sight | undefined> {
  const institution = await findInstitutionById(db, actor.institutionId);
  return institution && sightOf(actor, institution);
}
