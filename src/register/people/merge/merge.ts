import { type Failure, fail, failure, ok, type Result } from '../../../platform/index.ts';
import type { Actor } from '../../access/index.ts';
import type { Client } from '../client.ts';

/** What stands between two files that are to be one. */
export interface Between {
  /** One is in the other's network or household: two people, as the files say. */
  readonly related: boolean;
  /** Both are subjects of one intake or proceeding that is under way: one person would be there twice (INV-09). */
  readonly together: boolean;
  /** The file that goes has an intake or a proceeding under way. */
  readonly underWay: boolean;
}

export type MergeRefusal = Failure<
  'MERGE_SAME_FILE' | 'MERGE_WRONG_WAY' | 'MERGE_NEEDS_REGISTRY_MANAGER' | 'MERGE_RELATED' | 'MERGE_SUBJECT_TWICE' | 'MERGE_UNDER_WAY'
>;

/**
 * Whether two files are made one. Of one without a personal code it is the ordinary thing: the person has been found in the population register, or
 * was entered twice. Two personal codes are two people until the registry manager says otherwise; and then nothing of the one that goes may be under
 * way, since registers have been asked by its code.
 */
export function judgeMerge(actor: Pick<Actor, 'roles'>, into: Client, from: Client, between: Between): Result<void, MergeRefusal> {
  if (into.id === from.id) return fail(failure('MERGE_SAME_FILE'));
  const isByCodes = into.personalCode !== undefined && from.personalCode !== undefined;
  if (isByCodes && !actor.roles.includes('REGISTRY_MANAGER')) return fail(failure('MERGE_NEEDS_REGISTRY_MANAGER'));
  if (into.personalCode === undefined && from.personalCode !== undefined) return fail(failure('MERGE_WRONG_WAY'));
  if (between.related) return fail(failure('MERGE_RELATED'));
  if (between.together) return fail(failure('MERGE_SUBJECT_TWICE'));
  return isByCodes && between.underWay ? fail(failure('MERGE_UNDER_WAY')) : ok(undefined);
}
