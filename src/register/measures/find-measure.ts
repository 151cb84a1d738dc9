import type { Failure, Result, Temporal } from '../../platform/index.ts';
import type { Db } from '../../storage/index.ts';
import { type DescribedMeasure, describedOn } from './determination.ts';
import { findMeasureById } from './store.ts';

/** The measure as it may be determined on a day by an institution; refused when it is not described then (REQ-134, INV-14). */
export async function findMeasure(
  db: Db,
  { measureId, institutionId, on }: { readonly measureId: string; readonly institutionId: string; readonly on: Temporal.PlainDate },
): Promise<Result<DescribedMeasure, Failure<'MEASURE_NOT_DESCRIBED'>>> {
  return describedOn(await findMeasureById(db, measureId), { institutionId, on });
}
