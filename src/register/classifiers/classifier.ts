import {
  type Failure,
  fail,
  failure,
  hasDays,
  ok,
  type Period,
  type Result,
  succeed,
  type Temporal,
  type Text,
} from '../../platform/index.ts';

/** What classifiers are for (REQ-060 to REQ-062). */
export const CLASSIFIER_GROUPS = ['ADMIN', 'CLIENT_WORK', 'TTT', 'SETTLEMENT', 'XTEE'] as const;
export type ClassifierGroup = (typeof CLASSIFIER_GROUPS)[number];

/** A list of what may be said (klassifikaator): central ones are the registry manager's, local ones a municipality's own. */
export interface Classifier {
  readonly id: string;
  readonly code: string;
  readonly group: ClassifierGroup;
  readonly name: Text;
  /** Whose it is; undefined: central. */
  readonly institutionId: string | undefined;
  readonly version: number;
}

/** What may be said, in a wording, from one day to another. Never changed but for its end: another wording is another version. */
export interface ClassifierValue extends Period {
  readonly id: string;
  readonly code: string;
  readonly label: Text;
}

/** The code says whose a classifier is, so that a central one that comes later never meets a local one of its name. */
const LOCAL = 'LOCAL_';

export function isLocal(code: string): boolean {
  return code.startsWith(LOCAL);
}

/** The versions that a value has had, and one more: the one that holds until further notice ends where the next begins. */
export function reword(
  versions: readonly ClassifierValue[],
  next: Period,
): Result<ClassifierValue | undefined, Failure<'PERIOD_INVALID' | 'CLASSIFIER_VALUE_OVERLAPS'>> {
  if (!hasDays(next)) return fail(failure('PERIOD_INVALID', { fields: [{ pointer: '/validTo', code: 'BEFORE_VALID_FROM' }] }));
  const succeeded = succeed(versions, next);
  return succeeded.ok ? succeeded : fail(failure('CLASSIFIER_VALUE_OVERLAPS', { fields: [{ pointer: '/validFrom', code: 'OVERLAPS' }] }));
}

/** The version that holds until further notice, to end on the given day. */
export function endable(
  versions: readonly ClassifierValue[],
  lastDay: Temporal.PlainDate,
): Result<ClassifierValue, Failure<'PERIOD_INVALID' | 'CLASSIFIER_VALUE_NOT_OPEN'>> {
  const open = versions.find(({ validTo }) => validTo === undefined);
  if (open === undefined) return fail(failure('CLASSIFIER_VALUE_NOT_OPEN'));
  return hasDays({ ...open, validTo: lastDay })
    ? ok(open)
    : fail(failure('PERIOD_INVALID', { fields: [{ pointer: '/validTo', code: 'BEFORE_VALID_FROM' }] }));
}
