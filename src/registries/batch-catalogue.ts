import type { BatchType } from './batch-type.ts';
import { notStudying } from './ehis/index.ts';
import { changes } from './rr/index.ts';
import { massBenefits } from './skais2/index.ts';

/** Every mass service there is. As with the catalogue of queries, parameters have passed the type's own schema before they come to it. */
export const batchCatalogue: readonly BatchType[] = [massBenefits, changes, notStudying];

const byCode = new Map(batchCatalogue.map((type) => [type.code, type]));

export function findBatchType(code: string): BatchType | undefined {
  return byCode.get(code);
}
