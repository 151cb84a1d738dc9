import type { Temporal } from '../platform/index.ts';
import type { Found, Reading } from '../registries/index.ts';
import { classifyCode } from '../xroad/index.ts';
import type { LostAttempt } from './attempt-store.ts';
import type { Carried } from './message.ts';
import { nextAttempt } from './retry.ts';
import { type AttemptMade, defectTrouble, judge, judgeFailure, type Verdict } from './verdict.ts';

/**
 * How long after an attempt one may look whether it was carried out: 120 s, twice the time after which the register's security server gives a
 * request up (60 s). Looked at earlier, a register that is still at it would show that there is nothing.
 */
const SETTLES_AFTER_SECONDS = 120;

/** From when a look at the register says something of an attempt that left then. */
export function readBackFrom(sentAt: Temporal.Instant): Temporal.Instant {
  return sentAt.add({ seconds: SETTLES_AFTER_SECONDS });
}

/** Whether the request may have been carried out, whatever became of its answer. */
export function mayHaveRun(carried: Carried<unknown>): boolean {
  return carried.kind === 'answered' || carried.classification.mayHaveRun !== 'NO';
}

/**
 * Judges an attempt at a write. What surely has not run is judged as a read is. Anything else that brought no answer one can read, faults and
 * answers off their contract included, is looked up at the register before it leaves again, or held where the register offers no look.
 */
export function judgeWrite(carried: Carried<Reading<unknown>>, made: AttemptMade, canReadBack: boolean): Verdict {
  const verdict = judge(carried, made);
  if (verdict.state === 'ANSWERED' || !mayHaveRun(carried)) return verdict;
  const { code: cause, detail } = verdict;
  const told = { cause, ...(detail === undefined ? {} : { detail }) };
  return canReadBack
    ? { state: 'RETRY_WAIT', code: 'WRITE_UNCLEAR', ...told, notBefore: readBackFrom(made.now) }
    : { state: 'HELD', code: 'WRITE_HELD', ...told };
}

/**
 * Judges a look at the register after an attempt that may have been carried out. Only where the register shows the state before may the write
 * be sent again, and then as the lost attempt's own failure has it: never, or when it is due.
 *
 * @param record what is kept when the register shows that it was carried out
 */
export function judgeReadBack(carried: Carried<Found>, made: AttemptMade, lost: LostAttempt, record: () => unknown): Verdict {
  if (carried.kind === 'failed') {
    const failed = judgeFailure(carried, made);
    const cause = failed.code;
    return failed.state === 'RETRY_WAIT'
      ? { ...failed, cause, code: 'WRITE_UNCLEAR' }
      : { ...failed, cause, code: 'WRITE_HELD', state: 'HELD' };
  }
  const { reading: found } = carried;
  if (!found.ok) {
    const { code: cause, ...trouble } = defectTrouble(found.error);
    return { state: 'HELD', ...trouble, cause, code: 'WRITE_HELD' };
  }
  if (found.value === 'CANNOT_TELL') return { state: 'HELD', code: 'WRITE_HELD', cause: found.value };
  if (found.value === 'THERE') return { state: 'ANSWERED', answerState: 'FOUND', reading: { state: 'FOUND', record: record() } };
  const lostBy = lost.code ?? 'WORKER_LOST';
  const retry = lost.code === null ? 'BACKOFF' : classifyCode(lost.code).retry;
  const notBefore = nextAttempt(retry, made.attempt, made.now, made.askedAt, made.random);
  const trouble = { code: lostBy, cause: found.value, cameToNothing: true } as const;
  if (notBefore !== undefined) return { state: 'RETRY_WAIT', ...trouble, notBefore };
  return { state: retry === 'NEVER' ? 'FAULTED' : 'FAILED', ...trouble };
}
