import { sql } from 'kysely';
import { dateOf, instantOf, newId, type Temporal, ZONE } from '../../platform/index.ts';
import { type Db, rowsOf, type Tx } from '../../storage/index.ts';
import { countSealedBehind } from '../audit/index.ts';
import type { Evidence, MisuseSignal, Review, RuleName, Suspicion } from './signal.ts';

type SignalTable = {
  id: string;
  rule: RuleName;
  key: string;
  at: Date;
  worker_id: string | null;
  institution_id: string;
  score: number;
  evidence: unknown;
  state: 'OPEN' | 'REVIEWED';
  reviewed_by: string | null;
  reviewed_at: Date | null;
  note: string | null;
};

type Tables = {
  misuse_signal: SignalTable;
  supervision_cursor: { single: boolean; line: string };
};

const tables = (db: Db) => db.withTables<Tables>();

/** Takes the place up to which the chain is judged, for this transaction alone. Undefined while another process is at it. */
export async function takeCursor(tx: Tx): Promise<number | undefined> {
  const row = await tables(tx).selectFrom('supervision_cursor').select('line').forUpdate().skipLocked().executeTakeFirst();
  return row && Number(row.line);
}

/** Moves on the place that this transaction has taken. */
export async function moveCursor(tx: Tx, line: number): Promise<void> {
  await tables(tx)
    .updateTable('supervision_cursor')
    .set({ line: String(line) })
    .execute();
}

/** How many lines of the chain nobody has judged yet. */
export async function countUnjudged(db: Db): Promise<number> {
  const row = await tables(db).selectFrom('supervision_cursor').select('line').executeTakeFirstOrThrow();
  return await countSealedBehind(db, Number(row.line));
}

/** Raises what has not been raised before: the same thing is a signal once, whoever notices it again. Gives how many are new. */
export async function raise(tx: Tx, suspicions: readonly Suspicion[]): Promise<number> {
  if (suspicions.length === 0) return 0;
  const result = await tables(tx)
    .insertInto('misuse_signal')
    .expression(
      rowsOf(
        'misuse_signal',
        suspicions.map(({ rule, key, at, workerId, institutionId, score, evidence }) => ({
          id: newId(),
          rule,
          key,
          at: dateOf(at),
          worker_id: workerId ?? null,
          institution_id: institutionId,
          score,
          evidence,
          state: 'OPEN',
          reviewed_by: null,
          reviewed_at: null,
          note: null,
        })),
      ),
    )
    .onConflict((conflict) => conflict.columns(['rule', 'key']).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0n);
}

/** Which signals are looked for. */
export interface SignalFilter {
  readonly state: 'OPEN' | 'REVIEWED' | undefined;
  readonly rule: RuleName | undefined;
  readonly institutionId: string | undefined;
}

/** Signals in the order in which they were raised, behind the given id; none about the given worker. */
export async function listSignals(
  db: Db,
  { state, rule, institutionId }: SignalFilter,
  { notAbout, after, limit }: { readonly notAbout: string; readonly after: string | undefined; readonly limit: number },
): Promise<readonly MisuseSignal[]> {
  const rows = await tables(db)
    .selectFrom('misuse_signal')
    .selectAll()
    .where((eb) => eb.or([eb('worker_id', 'is', null), eb('worker_id', '<>', notAbout)]))
    .$if(state !== undefined, (query) => query.where('state', '=', state === 'REVIEWED' ? sql.lit('REVIEWED') : sql.lit('OPEN')))
    .$if(rule !== undefined, (query) => query.where('rule', '=', rule ?? 'SELF_LOOKUP'))
    .$if(institutionId !== undefined, (query) => query.where('institution_id', '=', institutionId ?? ''))
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(signalOf);
}

export async function findSignal(db: Db, id: string): Promise<MisuseSignal | undefined> {
  const row = await tables(db).selectFrom('misuse_signal').selectAll().where('id', '=', id).executeTakeFirst();
  return row && signalOf(row);
}

/** Writes down what supervision has found: `OPEN -> REVIEWED`. False when it is reviewed already. */
export async function saveReview(tx: Tx, id: string, { by, at, note }: Review): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('misuse_signal')
    .set({ state: 'REVIEWED', reviewed_by: by, reviewed_at: dateOf(at), note })
    .where('id', '=', id)
    .where('state', '=', 'OPEN')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** How many signals of a rule an institution has in a month. */
export interface SignalCount {
  readonly month: string;
  readonly rule: RuleName;
  readonly count: number;
}

/** An institution's signals of the months since the given day, as numbers. */
export async function countSignals(db: Db, institutionId: string, since: Temporal.Instant): Promise<readonly SignalCount[]> {
  const month = sql<string>`to_char(at at time zone ${sql.lit(ZONE)}, 'YYYY-MM')`;
  const rows = await tables(db)
    .selectFrom('misuse_signal')
    .select([month.as('month'), 'rule', sql<number>`count(*)::integer`.as('count')])
    .where('institution_id', '=', institutionId)
    .where('at', '>=', dateOf(since))
    .groupBy([month, 'rule'])
    .orderBy('month')
    .orderBy('rule')
    .execute();
  return rows;
}

function signalOf(row: SignalTable): MisuseSignal {
  const { reviewed_by: by, reviewed_at: at, note } = row;
  return {
    id: row.id,
    rule: row.rule,
    key: row.key,
    at: instantOf(row.at),
    workerId: row.worker_id ?? undefined,
    institutionId: row.institution_id,
    score: row.score,
    evidence: row.evidence as readonly Evidence[],
    review: by === null || at === null || note === null ? undefined : { by, at: instantOf(at), note },
  };
}
