import { type Clock, type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Actor } from '../../register/access/index.ts';
import { appendAudit } from '../../register/audit/index.ts';
import type { Database, DataKeys, Tx } from '../../storage/index.ts';
import type { Batch } from './batch.ts';
import type { BatchErrorCode } from './errors.ts';
import { forgetAnswers } from './person-store.ts';
import { deleteResidents } from './resident-store.ts';
import { endBatch, findOutlived } from './store.ts';

export interface CloseBatchPorts {
  readonly database: Database;
  readonly keys: DataKeys;
  readonly clock: Clock;
}

/** A batch's answers that are outlived are deleted so many a round. */
const OUTLIVED_AT_MOST = 100;

/**
 * A worker is done with a batch, or gives it up while it is under way: its key is destroyed in the same transaction. A ticket that nobody will
 * redeem dies at the register.
 */
export async function closeBatch(ports: CloseBatchPorts, tx: Tx, actor: Actor, id: string): Promise<Result<void, Failure<BatchErrorCode>>> {
  const batch = await endBatch(tx, id, 'CLOSED_BY_WORKER');
  if (batch === undefined) return fail(failure('BATCH_CLOSED'));
  await forget(ports, tx, batch, { actor });
  return ok(undefined);
}

/** Ends the batches that have been kept as long as they may. */
export async function closeOutlived(ports: CloseBatchPorts): Promise<void> {
  const outlived = await findOutlived(ports.database.db, ports.clock.now(), OUTLIVED_AT_MOST);
  for (const id of outlived) {
    await ports.database.transaction(async (tx) => {
      const batch = await endBatch(tx, id, 'KEPT_LONG_ENOUGH');
      if (batch !== undefined) await forget(ports, tx, batch, { system: 'batches' });
    });
  }
}

async function forget(ports: CloseBatchPorts, tx: Tx, batch: Batch, by: { readonly actor: Actor } | { readonly system: string }) {
  await ports.keys.destroy(tx, batch.id);
  await forgetAnswers(tx, batch.id);
  await deleteResidents(tx, batch.id);
  await appendAudit(tx, {
    action: batch.state === 'CLOSED' ? 'BATCH_CLOSED' : 'BATCH_CANCELLED',
    at: ports.clock.now(),
    ...by,
    object: { type: 'batch', id: batch.id },
    outcome: 'DONE',
    ...(batch.code === null ? {} : { code: batch.code }),
    details: { type: batch.typeCode },
  });
}
