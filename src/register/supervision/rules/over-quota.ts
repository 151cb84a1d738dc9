import type { Temporal } from '../../../platform/index.ts';
import { type Count, excesses, type Holder, isBeyondCeiling, type Quotas, type Span } from '../quota.ts';
import type { Suspicion } from '../signal.ts';

/** An end-of-month peak goes above a quota too. */
const SCORE = 40;
/** Nobody works as fast. */
const SCORE_BEYOND_CEILING = 95;

/** How much somebody has asked in an hour or a day. */
export interface Asked extends Count {
  readonly holder: Holder;
  readonly holderId: string;
  readonly institutionId: string;
  readonly span: Span;
  readonly begins: Temporal.Instant;
}

/** A worker or an institution asks more, or about more people, than its quota. One signal for each quota and span, and another at the ceiling. */
export function overQuota(asked: Asked, quotas: Quotas): readonly Suspicion[] {
  const { holder, holderId, institutionId, span, begins } = asked;
  return excesses(quotas, holder, span, asked).flatMap((excess) => {
    const suspicion = (score: number, level: string): Suspicion => ({
      rule: holder === 'WORKER' ? 'WORKER_QUOTA' : 'INSTITUTION_QUOTA',
      key: `${holderId} ${span} ${begins.toString()} ${excess.measure} ${level}`,
      at: begins,
      workerId: holder === 'WORKER' ? holderId : undefined,
      institutionId,
      score,
      evidence: holder === 'WORKER' ? [{ type: 'user', id: holderId }] : [],
    });
    const over = suspicion(SCORE, 'QUOTA');
    return isBeyondCeiling(quotas, excess) ? [over, suspicion(SCORE_BEYOND_CEILING, 'CEILING')] : [over];
  });
}
