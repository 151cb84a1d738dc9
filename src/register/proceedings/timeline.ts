import type { Db } from '../../storage/index.ts';
import type { Action } from './action.ts';
import { listActions } from './action-store.ts';
import type { Step } from './step.ts';
import { listSteps } from './step-store.ts';

/** An entry of a proceeding's course (menetluskäik): a step it has gone, or what was done in it. */
export type Entry = { readonly id: string } & (
  | { readonly step: Step; readonly action?: undefined }
  | { readonly action: Action; readonly step?: undefined }
);

/** All that has happened in a proceeding, in the order in which it was entered, behind the given id (REQ-015). */
export async function timelineOf(
  db: Db,
  proceedingId: string,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<readonly Entry[]> {
  const [steps, actions] = await Promise.all([listSteps(db, proceedingId, after, limit), listActions(db, proceedingId, after, limit)]);
  const entries = [...steps.map((step): Entry => ({ id: step.id, step })), ...actions.map((action): Entry => ({ id: action.id, action }))];
  return entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit);
}
