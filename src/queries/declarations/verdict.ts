import type { Temporal } from '../../platform/index.ts';
import type { AnswerDefect, ConfirmedBy, DeclarationReading } from '../../registries/index.ts';
import type { Classification, ExchangeOutcome, Result } from '../../xroad/index.ts';
import { nextAttempt } from '../retry.ts';
import { defectTrouble, exchangeTrouble, type Trouble } from '../verdict.ts';
import { readBackFrom } from '../write-verdict.ts';
import type { Claim } from './claim-store.ts';

/** What an exchange of a declaration has come to. Codes, elements and rules, never a value. */
export type DeclarationVerdict =
  | { readonly state: 'ACCEPTED'; readonly confirmedBy: ConfirmedBy; readonly detail?: string }
  | ({ readonly state: 'REJECTED' | 'FAILED' | 'HELD' } & Trouble)
  | ({ readonly state: 'ORDERED' | 'UNCLEAR'; readonly dueAt: Temporal.Instant } & Trouble);

/** When it was, and how the dice fell: in [0, 1). */
interface Moment {
  readonly now: Temporal.Instant;
  readonly random: number;
}

type Answered = Extract<ExchangeOutcome, { kind: 'answered' }>;
type Read = (answer: Answered) => Result<DeclarationReading, AnswerDefect>;

/**
 * Judges an upload. An answer that says yes or no in codes that we know is believed; one in other codes waits for a person, since no look could
 * make them known. What surely has not run is sent again when its class lets it. Anything else may have run, and is looked up before it leaves again.
 */
export function judgeUpload(claim: Claim, outcome: ExchangeOutcome, moment: Moment, read: Read): DeclarationVerdict {
  if (outcome.kind !== 'answered') {
    const { code: cause, detail } = exchangeTrouble(outcome);
    if (outcome.classification.mayHaveRun !== 'NO') return unclear(moment.now, { cause, ...(detail === undefined ? {} : { detail }) });
    const dueAt = again(claim, outcome.classification, moment);
    const trouble = { code: cause, ...(detail === undefined ? {} : { detail }) };
    return dueAt === undefined ? { state: 'FAILED', ...trouble } : { state: 'ORDERED', dueAt, ...trouble };
  }
  const reading = read(outcome);
  if (reading.ok) return told(reading.value, 'REGISTER');
  const { code: cause, ...defect } = defectTrouble(reading.error);
  return unclear(moment.now, { cause, ...defect });
}

/**
 * Judges a look at the register after an upload that may have run. It can show that the declaration is there, and what became of it; that it is
 * not there it never proves: how soon an upload can be found is not public. So nothing is sent again by itself.
 */
export function judgeLook(claim: Claim, outcome: ExchangeOutcome, moment: Moment, read: Read): DeclarationVerdict {
  if (outcome.kind !== 'answered') {
    const { code: cause, detail } = exchangeTrouble(outcome);
    const trouble = { cause, ...(detail === undefined ? {} : { detail }) };
    const dueAt = again(claim, outcome.classification, moment);
    return dueAt === undefined
      ? { state: 'HELD', code: 'WRITE_HELD', ...trouble }
      : { state: 'UNCLEAR', code: 'WRITE_UNCLEAR', dueAt, ...trouble };
  }
  const reading = read(outcome);
  if (reading.ok) return told(reading.value, 'READ_BACK');
  const { code: cause, ...defect } = defectTrouble(reading.error);
  return { state: 'HELD', code: 'WRITE_HELD', cause, ...defect };
}

function told({ state, codes }: DeclarationReading, confirmedBy: ConfirmedBy): DeclarationVerdict {
  const detail = codes.length === 0 ? {} : { detail: codes.join(' ') };
  if (state === 'ACCEPTED') return { state, confirmedBy, ...detail };
  if (state === 'REJECTED') return { state, code: 'DECLARATION_REJECTED', ...detail };
  return { state: 'HELD', code: 'WRITE_HELD', cause: state, ...detail };
}

function unclear(now: Temporal.Instant, why: Omit<Trouble, 'code'>): DeclarationVerdict {
  return { state: 'UNCLEAR', code: 'WRITE_UNCLEAR', dueAt: readBackFrom(now), ...why };
}

function again({ tries, roundAt }: Claim, { retry }: Classification, { now, random }: Moment): Temporal.Instant | undefined {
  return nextAttempt(retry, tries, now, roundAt, random);
}
