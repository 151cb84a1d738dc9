import { type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Actor } from '../access/index.ts';

/** Whether an institution is a municipality (kohaliku omavalitsuse üksus): others describe nothing of their own. */
export type IsMunicipality = (institutionId: string) => Promise<boolean>;

/**
 * For whom somebody describes classifiers, parameters and measures: the registry manager for the state (undefined), an administrator for their
 * own municipality (domain 3.8, M05).
 */
export async function keeperOf(
  actor: Actor,
  isMunicipality: IsMunicipality,
): Promise<Result<string | undefined, Failure<'MUNICIPALITY_ONLY'>>> {
  if (actor.roles.includes('REGISTRY_MANAGER')) return ok(undefined);
  return (await isMunicipality(actor.institutionId)) ? ok(actor.institutionId) : fail(failure('MUNICIPALITY_ONLY'));
}
