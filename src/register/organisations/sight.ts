import type { Actor } from '../access/index.ts';
import type { Institution } from './institution.ts';

/** What two institutions have between them: a contract, a mandate. */
export interface Parties {
  readonly municipalityId: string;
  readonly providerId: string;
}

/** Whose contracts and mandates somebody is shown: those to which their institution is a party; all, to who answers for the register. */
export type Sight = { readonly [Party in keyof Parties]: string | undefined };

/** Undefined: none. */
export function sightOf(actor: Pick<Actor, 'roles'>, institution: Pick<Institution, 'id' | 'kind'>): Sight | undefined {
  if (actor.roles.includes('REGISTRY_MANAGER') || actor.roles.includes('SKA_SUPERVISION')) {
    return { municipalityId: undefined, providerId: undefined };
  }
  if (institution.kind === 'KOV') return { municipalityId: institution.id, providerId: undefined };
  if (institution.kind === 'PROVIDER') return { municipalityId: undefined, providerId: institution.id };
  return undefined;
}

export function isInSight(sight: Sight | undefined, { municipalityId, providerId }: Parties): boolean {
  if (sight === undefined) return false;
  return (sight.municipalityId ?? municipalityId) === municipalityId && (sight.providerId ?? providerId) === providerId;
}
