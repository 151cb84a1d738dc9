import { type Failure, fail, failure, ok, type Result, type Temporal } from '../../platform/index.ts';
import type { Db } from '../../storage/index.ts';
import { findCodes } from './store.ts';

/** A value that somebody has sent, of which classifier it should be, and where it stands in what they sent. */
export interface CodeUse {
  readonly classifier: string;
  readonly code: string;
  readonly pointer: string;
}

/** Whether each value is one of its classifier on that day: nothing is free text where there is a classifier (REQ-039). */
export async function checkCodes(
  db: Db,
  uses: readonly CodeUse[],
  { institutionId, on }: { readonly institutionId: string; readonly on: Temporal.PlainDate },
): Promise<Result<void, Failure<'CLASSIFIER_VALUE_UNKNOWN'>>> {
  const known = await findCodes(db, institutionId, [...new Set(uses.map(({ classifier }) => classifier))], on);
  const unknown = uses.filter(({ classifier, code }) => !known.get(classifier)?.has(code));
  if (unknown.length === 0) return ok(undefined);
  return fail(
    failure('CLASSIFIER_VALUE_UNKNOWN', { fields: unknown.map(({ classifier, pointer }) => ({ pointer, code: `NOT_IN_${classifier}` })) }),
  );
}
