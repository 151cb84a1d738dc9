import { dateOf, instantOf, plainDateOf } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import type { RetentionRun, RunState } from './run.ts';

type RunTable = {
  id: string;
  follows: string | null;
  /** A date has no zone: it stays the text it is. */
  as_of: string;
  state: RunState;
  code: string | null;
  holding: string | null;
  cursor: string | null;
  asked_by: string | null;
  institution_id: string | null;
  roles: readonly string[] | null;
  reason: string;
  asked_at: Date;
  ended_at: Date | null;
};

type Tables = { retention_run: RunTable };

const tables = (db: Db) => db.withTables<Tables>();

/** Enters a run. False: another is under way, or the schedule has made the day's already. */
export async function insertRun(tx: Tx, run: RetentionRun): Promise<boolean> {
  const result = await tables(tx)
    .insertInto('retention_run')
    .values({
      id: run.id,
      follows: run.follows ?? null,
      as_of: run.asOf.toString(),
      state: run.state,
      code: null,
      holding: null,
      cursor: null,
      asked_by: run.actor?.userId ?? null,
      institution_id: run.actor?.institutionId ?? null,
      roles: run.actor?.roles ?? null,
      reason: run.reason,
      asked_at: dateOf(run.askedAt),
      ended_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** The run under way, if nobody has it in hand, held until the transaction ends. */
export async function lockUnderWay(tx: Tx): Promise<RetentionRun | undefined> {
  const row = await tables(tx)
    .selectFrom('retention_run')
    .selectAll()
    .where('ended_at', 'is', null)
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row && runOf(row);
}

/** A run, held until the transaction ends: waits for the batch that is under way. */
export async function lockRun(tx: Tx, id: string): Promise<RetentionRun | undefined> {
  const row = await tables(tx).selectFrom('retention_run').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  return row && runOf(row);
}

export async function findRun(db: Db, id: string): Promise<RetentionRun | undefined> {
  const row = await tables(db).selectFrom('retention_run').selectAll().where('id', '=', id).executeTakeFirst();
  return row && runOf(row);
}

/** Runs, the latest first, before the given id. */
export async function listRuns(db: Db, before: string | undefined, limit: number): Promise<readonly RetentionRun[]> {
  const rows = await tables(db)
    .selectFrom('retention_run')
    .selectAll()
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(runOf);
}

/** Writes down how far a run has come that the transaction holds. */
export async function saveRun(tx: Tx, { id, state, code, holding, cursor, endedAt }: RetentionRun): Promise<void> {
  await tables(tx)
    .updateTable('retention_run')
    .set({
      state,
      code: code ?? null,
      holding: holding ?? null,
      cursor: cursor ?? null,
      ended_at: endedAt === undefined ? null : dateOf(endedAt),
    })
    .where('id', '=', id)
    .execute();
}

function runOf(row: RunTable): RetentionRun {
  const { asked_by: userId, institution_id: institutionId, roles } = row;
  return {
    id: row.id,
    follows: row.follows ?? undefined,
    asOf: plainDateOf(row.as_of),
    state: row.state,
    code: row.code ?? undefined,
    holding: row.holding ?? undefined,
    cursor: row.cursor ?? undefined,
    actor: userId === null || institutionId === null ? undefined : { userId, institutionId, roles: roles ?? [] },
    reason: row.reason,
    askedAt: instantOf(row.asked_at),
    endedAt: row.ended_at === null ? undefined : instantOf(row.ended_at),
  };
}
