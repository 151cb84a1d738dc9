import { ok, type Result, together } from '../platform/index.ts';
import { holdFreeProceedings, holdProceedings } from '../register/proceedings/index.ts';
import { type Commit, type Database, type DataKey, type DataKeys, isDatabaseError, type JobQueue, type Tx } from '../storage/index.ts';
import type { Refusal } from './admission.ts';
import { decide, type NotThere } from './decide.ts';
import { type Call, type GatherPorts, gather, type ReadProceedings } from './gather.ts';
import { type Recorded, record } from './record.ts';
import type { QueryWatch } from './watch.ts';

/** What became of a question, and the key of its proceeding where an answer from before serves it. */
export interface Asked extends Recorded {
  readonly key: DataKey | undefined;
}

/** All questions of a call, in their order; or why none of them was asked. */
export type AskResult = Result<readonly Asked[], Refusal | NotThere>;

export interface AskPorts extends GatherPorts {
  readonly queue: JobQueue;
  readonly keys: DataKeys;
  readonly watch: Pick<QueryWatch, 'asking' | 'asked'>;
}

/**
 * Steps 1-5 of a query's life, for one question or for a household's worth of them, in the caller's transaction: admit, permit, look, record,
 * enqueue. All are admitted or none is. The proceeding is held against closing until the transaction ends, so a permit never outlives it.
 */
export function ask(ports: AskPorts, tx: Tx, call: Call): Promise<AskResult> {
  return ports.watch.asking(call, (traced) => askOne(ports, tx, traced));
}

async function askOne(ports: AskPorts, tx: Tx, call: Call): Promise<AskResult> {
  const [result] = await askAll(ports, tx, [call], holdProceedings);
  if (result === undefined) throw new Error('a call had no result');
  return result;
}

/** Calls that are carried out in one transaction: more of them would make each wait longer than it saves. */
const CALLS_AT_MOST = 32;
/** Of fewer calls a transaction's own statements would cost more than is gained. */
const SHARED_FROM = 8;
/** One transaction is at the disk while the next is made. */
const TRANSACTIONS_AT_A_TIME = 2;

/**
 * As {@link ask}, in a transaction that is shared with whoever asks at the same moment: its statements, and the wait for the disk, are paid once
 * for all of them. Nobody waits for another's proceeding, or fails with another's question: such a call is made again alone.
 */
export function askTogether(ports: AskPorts & { readonly database: Database }): (call: Call) => Promise<AskResult> {
  const shared = together<Call, AskResult>(
    (calls) => ports.database.transaction((tx, commit) => askAll(ports, tx, calls, holdFreeProceedings, commit)),
    {
      atMost: CALLS_AT_MOST,
      atATime: TRANSACTIONS_AT_A_TIME,
      sharedFrom: SHARED_FROM,
    },
  );
  const alone = (call: Call) => ports.database.transaction((tx) => askOne(ports, tx, call));
  const asked = async (call: Call) => {
    const result = await shared(call).catch((error: unknown) => {
      // The database has said why, and so has undone it. Of anything else nobody knows whether it was committed.
      if (isDatabaseError(error)) return undefined;
      throw error;
    });
    return result === undefined || (!result.ok && result.error.code === 'NOT_FOUND') ? alone(call) : result;
  };
  return (call) => ports.watch.asking(call, asked);
}

/** Gathers what is to be decided on, decides, and records: for all calls by the same statements. A call that is refused leaves nothing. */
async function askAll(
  ports: AskPorts,
  tx: Tx,
  calls: readonly Call[],
  hold: ReadProceedings<Tx>,
  commit?: Commit,
): Promise<readonly AskResult[]> {
  const grounds = await gather(ports, tx, calls, hold);
  const decisions = calls.map((call) => ({ call, decided: decide(call, grounds) }));
  const drafts = decisions.flatMap(({ call, decided }) => (decided.ok ? decided.value.map((one) => ({ ...one, call })) : []));
  const served = new Set(drafts.flatMap((draft) => (draft.served === undefined ? [] : [draft.query.proceedingId])));
  const [keys, recorded] = await Promise.all([ports.keys.openAll(tx, [...served]), record(ports.queue, tx, drafts, commit)]);
  ports.watch.asked(recorded);
  const asked = recorded.map((one): Asked => ({ ...one, key: keys.get(one.query.proceedingId) }));
  return decisions.map(({ decided }) => (decided.ok ? ok(asked.splice(0, decided.value.length)) : decided));
}
