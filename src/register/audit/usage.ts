import type { Temporal } from '../../platform/index.ts';

/** A use of somebody's data, as the person themselves is told of it (GDPR art. 15; Andmejälgija's kasutusteave). */
export interface Usage {
  readonly at: Temporal.Instant;
  /** SCREAMING_SNAKE, as in the log. */
  readonly action: string;
  /** Whose worker it was; undefined where another system asked us. */
  readonly institutionId: string | undefined;
  /** The subsystem that asked us: `EE/GOV/74000085/tkis`. */
  readonly asker: string | undefined;
  readonly proceedingId: string | undefined;
}

/**
 * What nobody is told by themselves. Who has told a municipality of a child in danger is nobody's to know (LasteKS § 28, INV-67); that somebody has
 * looked at this very list is seen in it nowhere, or it would never end.
 */
export const NOT_TOLD = ['NOTICE_RECEIVED', 'NOTICE_REGISTERED', 'USAGE_TOLD', 'USAGE_REPORTED', 'AUDIT_SEARCHED'] as const;

/** What was done, in words for the person. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['CLIENT_ENTERED', 'Isiku toimiku avamine'],
  ['APPLICATION_FILED', 'Isiku enda taotluse vastuvõtmine iseteenindusest'],
  ['CLIENT_FOUND', 'Isiku leidmine registrist'],
  ['CLIENT_READ', 'Isiku toimiku vaatamine'],
  ['QUERY_ASKED', 'Andmete pärimine teisest andmekogust'],
  ['ANSWER_READ', 'Teisest andmekogust saadud andmete vaatamine'],
  ['QUERY_REVEALED', 'Päringu sisu vaatamine järelevalves'],
  ['BATCH_PERSON_ORDERED', 'Andmete pärimine teisest andmekogust'],
  ['BATCH_PAGE_READ', 'Teisest andmekogust saadud andmete vaatamine'],
  ['DATA_DISCLOSED', 'Andmete väljastamine teisele andmekogule'],
  ['DATA_ORDERED', 'Andmete väljastamine teisele andmekogule'],
]);
const OTHERWISE = 'Isikuandmete töötlemine sotsiaaltöö menetluses';

/** What was done with somebody's data, in Estonian, as their own page at eesti.ee shows it. */
export function wordsOf({ action }: Pick<Usage, 'action'>): string {
  return WORDS.get(action) ?? OTHERWISE;
}
