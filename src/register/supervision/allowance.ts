import { type Clock, type Failure, fail, failure, ok, type Result, type Temporal, type Text } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import type { SupervisionErrorCode } from './errors.ts';
import { beginOf, endOf, excesses, type Holder, isBeyondCeiling, type Quotas, SPANS } from './quota.ts';
import type { Asked } from './rules/index.ts';
import { findOverQuota } from './standing-store.ts';

/** Said to a worker beside an answer: nothing is refused. */
export interface Warning {
  readonly code: 'WORKER_QUOTA_EXCEEDED' | 'INSTITUTION_QUOTA_EXCEEDED';
  readonly text: Text;
}

const WARNINGS: Readonly<Record<Holder, Warning>> = {
  WORKER: {
    code: 'WORKER_QUOTA_EXCEEDED',
    text: {
      et: 'Olete küsinud tavapärasest rohkem. Päring tehti; järelevalve näeb, et määr on ületatud.',
      en: 'You have asked more than is usual. The query is made; supervision sees that the quota is exceeded.',
      ru: 'Вы сделали больше запросов, чем обычно. Запрос выполнен; надзор видит, что норма превышена.',
    },
  },
  INSTITUTION: {
    code: 'INSTITUTION_QUOTA_EXCEEDED',
    text: {
      et: 'Teie asutus on küsinud tavapärasest rohkem. Päring tehti; järelevalve näeb, et määr on ületatud.',
      en: 'Your institution has asked more than is usual. The query is made; supervision sees that the quota is exceeded.',
      ru: 'Ваше учреждение сделало больше запросов, чем обычно. Запрос выполнен; надзор видит, что норма превышена.',
    },
  },
};

const CEILINGS = { WORKER: 'WORKER_CEILING_REACHED', INSTITUTION: 'INSTITUTION_CEILING_REACHED' } as const satisfies Record<
  Holder,
  SupervisionErrorCode
>;

type Asker = Pick<Actor, 'userId' | 'institutionId'>;

/** What a worker may still ask, as far as this process has heard: it costs asking nothing, and is some seconds old. */
export interface Allowance {
  /** Refused beyond the ceiling alone, until the hour or day is over. */
  check(asker: Asker): Result<void, Failure<(typeof CEILINGS)[Holder]>>;
  warnings(asker: Asker): readonly Warning[];
}

interface AllowancePorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly quotas: Quotas;
}

/** An allowance that hears how workers and institutions stand whenever it is told to look. */
export function createAllowance({ database, clock, quotas }: AllowancePorts) {
  let over: readonly Asked[] = [];
  const excessesOf = ({ userId, institutionId }: Asker, now: Temporal.Instant) =>
    over
      .filter(({ holder, holderId, institutionId: where }) => where === institutionId && (holder === 'INSTITUTION' || holderId === userId))
      .filter(({ span, begins }) => begins.equals(beginOf(span, now)))
      .flatMap((asked) => excesses(quotas, asked.holder, asked.span, asked));
  return {
    async look(): Promise<void> {
      const now = clock.now();
      const found = await Promise.all(SPANS.map((span) => findOverQuota(database.db, quotas, span, beginOf(span, now))));
      over = found.flat();
    },
    check(asker) {
      const now = clock.now();
      const [beyond] = excessesOf(asker, now).filter((excess) => isBeyondCeiling(quotas, excess));
      if (beyond === undefined) return ok(undefined);
      const retryAfterSeconds = Math.ceil(now.until(endOf(beyond.span, now)).total('seconds'));
      return fail(failure(CEILINGS[beyond.holder], { retryAfterSeconds }));
    },
    warnings: (asker) => [...new Set(excessesOf(asker, clock.now()).map(({ holder }) => WARNINGS[holder]))],
  } satisfies Allowance & { look(): Promise<void> };
}
