import type { Clock, Failure } from '../platform/index.ts';
import type { Actor } from '../register/access/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import type { Database } from '../storage/index.ts';

/** What was refused: enough for supervision to see a pattern, written after the refused transaction has been rolled back. */
export interface RefusedQuestion {
  readonly proceedingId: string;
  readonly type: string;
  readonly subjectId?: string;
}

/** A question that may not leave is a line in the log, like one that may. */
export async function auditRefusal(
  ports: { database: Database; clock: Clock },
  actor: Actor,
  refused: RefusedQuestion,
  refusal: Failure,
): Promise<void> {
  await appendAudit(ports.database.db, {
    action: 'QUERY_REFUSED',
    at: ports.clock.now(),
    actor,
    object: { type: 'proceeding', id: refused.proceedingId },
    ...(refused.subjectId === undefined ? {} : { clientId: refused.subjectId }),
    proceedingId: refused.proceedingId,
    outcome: 'REFUSED',
    code: refusal.code,
    details: { type: refused.type },
  });
}
