import { Temporal } from '../platform/index.ts';
import { appendAuditLines } from '../register/audit/index.ts';
import { recordActions } from '../register/proceedings/index.ts';
import type { Commit, JobQueue, Tx } from '../storage/index.ts';
import type { Decided } from './decide.ts';
import type { Call, KeptAnswer } from './gather.ts';
import { insertPermits } from './permit-store.ts';
import type { Query } from './query.ts';
import { questionKey } from './question-hash.ts';
import { findAnsweredSince, findNewest, insertQueries, takeBack } from './store.ts';

/** What was decided on a question, and in whose call. */
export interface Draft extends Decided {
  readonly call: Call;
}

/**
 * What became of a question: sent on its way, served from the proceeding's own cache, or joined to the same question already under way, or to
 * the same write, which is carried out once.
 */
export interface Recorded {
  readonly query: Query;
  readonly outcome: 'QUEUED' | 'FROM_CACHE' | 'JOINED';
  /** The answer that serves it, of `FROM_CACHE`. */
  readonly served: KeptAnswer | undefined;
}

/**
 * Writes down permits, queries, actions and audit lines, and enqueues what is to leave: for the questions of any number of calls. Gives them in
 * their order.
 *
 * @param commit of a transaction that nothing else is asked of
 */
export async function record(queue: JobQueue, tx: Tx, drafts: readonly Draft[], commit?: Commit): Promise<readonly Recorded[]> {
  if (drafts.length === 0) return [];
  const [served, leaving] = [drafts.filter((draft) => draft.served !== undefined), drafts.filter((draft) => draft.served === undefined)];
  const fromCache = served.map((draft) => asRecorded(draft, 'FROM_CACHE', draft.query));
  // What is served joins nothing, so what is noted of it need not wait until it is known who does.
  const [, inserted] = await Promise.all([
    insertPermits(
      tx,
      drafts.map(({ permit }) => permit),
    ),
    insertQueries(tx, drafts),
    note(tx, fromCache),
    leaving.length === 0 ? commit?.() : undefined,
  ]);
  if (leaving.length === 0) return fromCache;
  const sent = await joinOrLeave(tx, leaving, inserted);
  await note(tx, sent);
  await queue.add(
    tx,
    sent.filter(({ outcome }) => outcome === 'QUEUED').map(({ query: { registry } }) => ({ queue: registry })),
  );
  const recorded = new Map([...fromCache, ...sent].map((one) => [one.draft, one]));
  return drafts.flatMap((draft) => recorded.get(draft) ?? []);
}

type RecordedDraft = Recorded & { readonly draft: Draft };

function asRecorded(draft: Draft, outcome: Recorded['outcome'], query: Query): RecordedDraft {
  return { draft, outcome, query, served: draft.served };
}

/**
 * A question that could not be inserted joins the one that stands in its place. One whose like was answered between the look for an answer and
 * the insertion was inserted, since nothing stood there any more: it joins that, with all that were asked beside it, and does not leave a second time.
 */
async function joinOrLeave(tx: Tx, drafts: readonly Draft[], inserted: ReadonlySet<string>): Promise<readonly RecordedDraft[]> {
  const placeOf = ({ query: { proceedingId }, hash }: Draft) => ({ proceedingId, hash });
  const isIn = ({ query }: Draft) => inserted.has(query.id);
  // What is never fresh is asked anew however lately it was answered, and what a write did is no answer.
  const reusable = drafts.filter(({ admitted: { type } }) => type.freshHours > 0 && type.write === undefined);
  const [standing, answered] = await Promise.all([
    findNewest(tx, drafts.filter((draft) => !isIn(draft)).map(placeOf)),
    findAnsweredSince(tx, reusable.map(placeOf), askedFirst(drafts)),
  ]);
  const overtakenBy = (draft: Draft) => (reusable.includes(draft) ? answered.get(questionKey(placeOf(draft))) : undefined);
  await takeBack(
    tx,
    drafts.flatMap((draft) => (isIn(draft) && overtakenBy(draft) !== undefined ? [draft.query.id] : [])),
  );
  return drafts.map((draft) => {
    const query = overtakenBy(draft) ?? (isIn(draft) ? draft.query : standing.get(questionKey(placeOf(draft))));
    if (query === undefined) throw new Error('a question could be neither inserted nor joined');
    return asRecorded(draft, query === draft.query ? 'QUEUED' : 'JOINED', query);
  });
}

/** When the first of the questions was asked: by then none of them had a fresh answer. */
function askedFirst(drafts: readonly Draft[]): Temporal.Instant {
  return drafts.map(({ permit }) => permit.at).reduce((first, at) => (Temporal.Instant.compare(at, first) < 0 ? at : first));
}

async function note(tx: Tx, recorded: readonly RecordedDraft[]): Promise<void> {
  await Promise.all([recordActions(tx, recorded.map(actionOf)), appendAuditLines(tx, recorded.map(auditLineOf))]);
}

/** Every query, cached or not, is an automatic action (toiming) of the proceeding. INV-11, INV-58. */
function actionOf({ query, outcome, draft }: RecordedDraft) {
  const name = draft.admitted.type.name.et;
  return {
    proceedingId: query.proceedingId,
    kind: 'QUERY',
    origin: 'AUTOMATIC',
    performedBy: draft.call.actor.userId,
    text: outcome === 'FROM_CACHE' ? `${name} (menetluse varasemast vastusest)` : name,
    refs: { queryId: query.id },
    at: draft.permit.at,
  } as const;
}

function auditLineOf({ query, outcome, draft: { call, permit } }: RecordedDraft) {
  return {
    action: 'QUERY_ASKED',
    at: permit.at,
    ...(call.automatic === undefined ? { actor: call.actor } : { system: call.automatic.system }),
    object: { type: 'query', id: query.id },
    clientId: permit.clientId,
    proceedingId: permit.proceedingId,
    outcome: 'DONE',
    details: { type: permit.typeCode, served: outcome, permit: permit.id },
  } as const;
}
