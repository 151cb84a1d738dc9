import { PROCEEDING_KINDS, type Proceeding, type ProceedingKind } from '../proceedings/index.ts';

/** Adoption is nobody's but the SKA's adoption workers' (INV-66): for supervision there is no such file. */
export const SUPERVISED: readonly ProceedingKind[] = PROCEEDING_KINDS.filter((kind) => kind !== 'ADOPTION');

/** Whether a proceeding is there for supervision. */
export function isSupervised({ kind }: Pick<Proceeding, 'kind'>): boolean {
  return SUPERVISED.includes(kind);
}
