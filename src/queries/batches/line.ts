import type { Temporal } from '../../platform/index.ts';
import type { AuditLine } from '../../register/audit/index.ts';
import type { Claim } from './store.ts';

/** A line of the log about a step that no person made. */
export function lineOf(claim: Claim, action: string, at: Temporal.Instant, details: NonNullable<AuditLine['details']>): AuditLine {
  return { action, at, system: 'batches', object: { type: 'batch', id: claim.id }, outcome: 'DONE', details };
}
