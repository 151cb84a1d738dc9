import type { Failure } from '../platform/index.ts';
import type { Actor } from '../register/access/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import type { ConsolePorts } from './ports.ts';

/** What an operator tried in vain stands in the log as well. */
export async function auditRefusal(
  { database, clock }: Pick<ConsolePorts, 'database' | 'clock'>,
  actor: Actor,
  object: { readonly type: string; readonly id: string },
  verb: string,
  refusal: Failure,
): Promise<void> {
  await appendAudit(database.db, {
    action: 'OPERATION_REFUSED',
    at: clock.now(),
    actor,
    object,
    outcome: 'REFUSED',
    code: refusal.code,
    details: { operation: verb },
  });
}
