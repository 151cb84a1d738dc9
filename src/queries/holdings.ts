import { deletes, type Holding } from '../register/retention/index.ts';
import type { Tx } from '../storage/index.ts';
import { eraseOrders, erasePeopleOf, findOldOrders } from './batches/index.ts';
import { eraseOperations, findOldOperations } from './bulk/index.ts';
import { eraseDeclarations, findOldDeclarations } from './declarations/index.ts';
import { eraseQueriesOf } from './outlived-store.ts';

/** What hangs on proceedings here, and goes with them. The transaction must be allowed to. */
export async function eraseOfProceedings(tx: Tx, proceedingIds: readonly string[]): Promise<void> {
  await erasePeopleOf(tx, proceedingIds);
  await eraseQueriesOf(tx, proceedingIds);
}

/** What is kept here for itself. */
export const queriesHoldings: readonly Holding[] = [
  deletes('MASS_ORDERS', 'MASS_ORDER', findOldOrders, eraseOrders),
  deletes('DECLARATIONS', 'ACCOUNTING', findOldDeclarations, eraseDeclarations),
  deletes('BULK_OPERATIONS', 'LOG', findOldOperations, eraseOperations),
];
