import { createHash } from 'node:crypto';
import { type Clock, type Failure, fail, failure, newId, ok, type Result, Temporal, ZONE } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { appendAudit } from '../audit/index.ts';
import type { Actor } from './actor.ts';
import type { EmployeeRecord } from './employee-record.ts';
import { listActiveRecords } from './record-store.ts';
import { insertReview } from './review-store.ts';

/** An institution's accounts and rights are looked through at least so often: once a year (REQ-105). */
export const REVIEW_MONTHS = 12;

/** By when an institution's rights have to be looked through: at once where they never were. */
export function reviewDueBy(lastAt: Temporal.Instant | undefined): Temporal.Instant | undefined {
  return lastAt?.toZonedDateTimeISO(ZONE).add({ months: REVIEW_MONTHS }).toInstant();
}

/** Whether it is late. */
export function isReviewOverdue(lastAt: Temporal.Instant | undefined, now: Temporal.Instant): boolean {
  const dueBy = reviewDueBy(lastAt);
  return dueBy === undefined || Temporal.Instant.compare(now, dueBy) >= 0;
}

/** What a list of records says, as one word: any of them changed, come or gone makes another. */
export function versionOf(records: readonly EmployeeRecord[]): string {
  const said = records.map(({ userId, version }) => `${userId} ${version}`).join('\n');
  return createHash('sha256').update(said).digest('base64url').slice(0, 22);
}

/**
 * Takes down that an administrator has looked through who may do what in their institution, and that it is right (REQ-105). Where they name
 * the list that they have seen, what has changed since is not confirmed by it.
 */
export async function confirmReview(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  ifMatch: string | undefined,
): Promise<Result<string, Failure<'PRECONDITION_FAILED'>>> {
  const records = await listActiveRecords(tx, actor.institutionId);
  if (ifMatch !== undefined && ifMatch !== versionOf(records)) return fail(failure('PRECONDITION_FAILED'));
  const [id, at] = [newId(), clock.now()];
  await insertReview(tx, { id, institutionId: actor.institutionId, confirmedBy: actor.userId, confirmedAt: at, records: records.length });
  await appendAudit(tx, {
    action: 'ACCESS_REVIEWED',
    at,
    actor,
    object: { type: 'access-review', id },
    outcome: 'DONE',
    details: { records: records.length },
  });
  return ok(id);
}
