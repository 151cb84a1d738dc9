import type { Clock } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { type AuditActor, appendAudit } from '../audit/index.ts';
import { closeAccount } from './store.ts';

/** Ends a person's access at once: the account, and every session of it with its next call (REQ-106, INV-63). The account stays, for the log's sake. */
export async function deactivate({ clock }: { clock: Clock }, tx: Tx, by: AuditActor, userId: string): Promise<boolean> {
  const closed = await closeAccount(tx, userId);
  if (closed) {
    await appendAudit(tx, {
      action: 'USER_DEACTIVATED',
      at: clock.now(),
      actor: by,
      object: { type: 'user', id: userId },
      outcome: 'DONE',
    });
  }
  return closed;
}
