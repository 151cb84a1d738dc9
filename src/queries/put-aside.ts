import type { Clock } from '../platform/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import type { Tx } from '../storage/index.ts';
import { faultWaiting } from './turn-store.ts';

/**
 * Takes a query out of the turns that nothing can be made of: `QUEUED -> FAULTED`, for an operator to look at, and to send round when it is mended.
 * False when it does not wait any more: somebody else has.
 */
export async function putAside({ clock }: { readonly clock: Clock }, tx: Tx, queryId: string): Promise<boolean> {
  const at = clock.now();
  const query = await faultWaiting(tx, queryId, 'NOT_SENDABLE', at);
  if (query === undefined) return false;
  await appendAudit(tx, {
    action: 'QUERY_NOT_SENT',
    at,
    system: 'worker',
    object: { type: 'query', id: queryId },
    clientId: query.clientId,
    proceedingId: query.proceedingId,
    outcome: 'REFUSED',
    code: 'NOT_SENDABLE',
  });
  return true;
}
