import { type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Db } from '../../storage/index.ts';
import { findLegalBases } from './legal-basis-store.ts';

/** Whether each is an act of the state, or one of the municipality that refers to it (undefined: the state does). */
export async function checkLegalBases(
  db: Db,
  ids: readonly string[],
  { keeper, pointer }: { readonly keeper: string | undefined; readonly pointer: string },
): Promise<Result<void, Failure<'LEGAL_BASIS_UNKNOWN'>>> {
  const found = await findLegalBases(db, ids);
  const usable = new Set(found.flatMap(({ id, institutionId }) => (institutionId === undefined || institutionId === keeper ? [id] : [])));
  return ids.every((id) => usable.has(id))
    ? ok(undefined)
    : fail(failure('LEGAL_BASIS_UNKNOWN', { fields: [{ pointer, code: 'LEGAL_BASIS_UNKNOWN' }] }));
}
