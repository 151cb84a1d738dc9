import type { Clock } from '../platform/index.ts';
import { eraseOfProceedings, queriesHoldings } from '../queries/index.ts';
import { eraseDocuments, eraseSigned, findLooseSigned } from '../register/documents/index.ts';
import { deletes, type Holding, holdingsOf } from '../register/retention/index.ts';
import { servicesHoldings } from '../services/index.ts';
import type { DataKeys } from '../storage/index.ts';

/** All that is kept and runs out, of every room. */
export function kept(ports: { readonly keys: DataKeys; readonly clock: Clock }): readonly Holding[] {
  return holdingsOf({
    clock: ports.clock,
    ofProceedings: [
      eraseOfProceedings,
      async (tx, proceedingIds) => {
        await eraseDocuments(ports, tx, proceedingIds);
      },
    ],
    besides: [
      ...queriesHoldings,
      ...servicesHoldings,
      deletes('SIGNED_DOCUMENTS', 'EMPLOYEE', findLooseSigned, (tx, ids) => eraseSigned(ports, tx, ids)),
    ],
  });
}
