import type { Temporal } from '../../platform/index.ts';
import { FILE_GAPS, type JudgedFile } from '../people/index.ts';
import type { OwnProceeding } from '../proceedings/index.ts';

/** A proceeding in which nothing was done for so long is forgotten, or should be suspended or closed. */
export const IDLE_DAYS = 90;
/** An intake that nobody has decided on for so long: the law gives 10 days to decide on a child in need (LasteKS § 29), and others no longer. */
export const WAITING_DAYS = 10;

export const ISSUE_RULES = [
  ...FILE_GAPS,
  'POSSIBLE_DUPLICATE',
  'PROCEEDING_IDLE',
  'PROCEEDING_OF_NOBODY',
  'ACTION_OF_NOBODY',
  'INTAKE_WAITING',
] as const;
export type IssueRule = (typeof ISSUE_RULES)[number];

/** Something about the data of a worker's own that is not as it should be (andmete kvaliteet): theirs to put right (REQ-045). It is gone when it is. */
export interface DataQualityIssue {
  readonly rule: IssueRule;
  readonly clientId?: string;
  readonly proceedingId?: string;
  readonly intakeId?: string;
  readonly actionId?: string;
  /** Other files that it is about. */
  readonly others?: readonly string[];
}

/** What is amiss in one proceeding and in the files of its subjects. */
export function issuesOf(
  { id: proceedingId, state, lastEntryAt }: OwnProceeding,
  files: readonly JudgedFile[],
  now: Temporal.Instant,
): readonly DataQualityIssue[] {
  const isIdle = state === 'OPENED' && lastEntryAt.add({ hours: 24 * IDLE_DAYS }).epochMilliseconds < now.epochMilliseconds;
  return [
    ...(isIdle ? [{ rule: 'PROCEEDING_IDLE', proceedingId } as const] : []),
    ...files.flatMap(({ clientId, gaps, namesakes }) => [
      ...gaps.map((rule) => ({ rule, clientId, proceedingId })),
      ...(namesakes.length === 0 ? [] : [{ rule: 'POSSIBLE_DUPLICATE', clientId, proceedingId, others: namesakes } as const]),
    ]),
  ];
}
