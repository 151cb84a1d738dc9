import { sql } from 'kysely';
import { dateOf, instantOf, newId, type Temporal } from '../../platform/index.ts';
import { anyOf, anyWord, type Db, type Places, rowsOf, statement, type Tx } from '../../storage/index.ts';
import type { Action, ActionKind, ActionState } from './action.ts';
import { ENDED_STATES, type ProceedingKind, type ProceedingState } from './proceeding.ts';

type ActionTable = {
  id: string;
  proceeding_id: string;
  kind: ActionKind;
  origin: 'MANUAL' | 'AUTOMATIC';
  performed_by: string;
  text: string;
  query_id: string | null;
  at: Date;
  state: ActionState;
  planned_for: Date | null;
  done_at: Date | null;
  assigned_to: string | null;
  correction_of: string | null;
  version: number;
};

type Tables = {
  action: ActionTable;
  proceeding: { id: string; no: string; kind: ProceedingKind; state: ProceedingState; institution_id: string };
};

const tables = (db: Db) => db.withTables<Tables>();

function actionOf(row: ActionTable): Action {
  return {
    id: row.id,
    proceedingId: row.proceeding_id,
    kind: row.kind,
    origin: row.origin,
    state: row.state,
    performedBy: row.performed_by,
    text: row.text,
    refs: row.query_id === null ? {} : { queryId: row.query_id },
    at: instantOf(row.at),
    plannedFor: row.planned_for === null ? undefined : instantOf(row.planned_for),
    assignedTo: row.assigned_to ?? undefined,
    doneAt: row.done_at === null ? undefined : instantOf(row.done_at),
    correctionOf: row.correction_of ?? undefined,
    version: row.version,
  };
}

/** What was done, or with a plan is to be done. */
export type NewAction = Pick<Action, 'proceedingId' | 'kind' | 'origin' | 'performedBy' | 'text' | 'refs' | 'at'> & {
  readonly plan?: { readonly plannedFor: Temporal.Instant; readonly assignedTo: string };
  readonly correctionOf?: string | undefined;
};

const insertRows = statement((db, { rows }: Places<{ rows: readonly ActionTable[] }>) =>
  tables(db).insertInto('action').expression(rowsOf('action', rows)),
);

/** Enters actions into the course of their proceedings; gives their ids. */
export async function recordActions(tx: Tx, actions: readonly NewAction[]): Promise<readonly string[]> {
  if (actions.length === 0) return [];
  const rows = actions.map(
    (action): ActionTable => ({
      id: newId(),
      proceeding_id: action.proceedingId,
      kind: action.kind,
      origin: action.origin,
      performed_by: action.performedBy,
      text: action.text,
      query_id: action.refs.queryId ?? null,
      at: dateOf(action.at),
      state: action.plan === undefined ? 'DONE' : 'PLANNED',
      planned_for: action.plan === undefined ? null : dateOf(action.plan.plannedFor),
      done_at: action.plan === undefined ? dateOf(action.at) : null,
      assigned_to: action.plan?.assignedTo ?? null,
      correction_of: action.correctionOf ?? null,
      version: 1,
    }),
  );
  await insertRows(tx, { rows });
  return rows.map(({ id }) => id);
}

/** The proceeding's actions in their order, behind the given id. */
export async function listActions(db: Db, proceedingId: string, after: string | undefined, limit: number): Promise<readonly Action[]> {
  const rows = await tables(db)
    .selectFrom('action')
    .selectAll()
    .where('proceeding_id', '=', proceedingId)
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(actionOf);
}

export async function findAction(db: Db, proceedingId: string, id: string): Promise<Action | undefined> {
  const row = await tables(db)
    .selectFrom('action')
    .selectAll()
    .where('id', '=', id)
    .where('proceeding_id', '=', proceedingId)
    .executeTakeFirst();
  return row && actionOf(row);
}

/** Reads an action to change it. */
export async function lockAction(tx: Tx, proceedingId: string, id: string): Promise<Action | undefined> {
  const row = await tables(tx)
    .selectFrom('action')
    .selectAll()
    .where('id', '=', id)
    .where('proceeding_id', '=', proceedingId)
    .forUpdate()
    .executeTakeFirst();
  return row && actionOf(row);
}

export async function saveAction(tx: Tx, action: Action): Promise<void> {
  await tables(tx)
    .updateTable('action')
    .set({
      kind: action.kind,
      text: action.text,
      state: action.state,
      planned_for: action.plannedFor === undefined ? null : dateOf(action.plannedFor),
      assigned_to: action.assignedTo ?? null,
      done_at: action.doneAt === undefined ? null : dateOf(action.doneAt),
      version: action.version,
    })
    .where('id', '=', action.id)
    .execute();
}

/** Drops whatever is still planned in a proceeding that ends. */
export async function cancelPlanned(tx: Tx, proceedingId: string): Promise<void> {
  await tables(tx)
    .updateTable('action')
    .set((eb) => ({ state: 'CANCELLED', version: eb('version', '+', 1) }))
    .where('proceeding_id', '=', proceedingId)
    .where('state', '=', sql.lit<'PLANNED'>('PLANNED'))
    .execute();
}

/** Gives whatever is still planned in a proceeding to another worker, but for what those have in hand who keep it. */
export async function handPlanned(tx: Tx, proceedingId: string, assignedTo: string, keepers: readonly string[] = []): Promise<void> {
  await tables(tx)
    .updateTable('action')
    .set((eb) => ({ assigned_to: assignedTo, version: eb('version', '+', 1) }))
    .where('proceeding_id', '=', proceedingId)
    .where('state', '=', sql.lit<'PLANNED'>('PLANNED'))
    .where((eb) => eb.not(eb('assigned_to', '=', anyOf([assignedTo, ...keepers]))))
    .execute();
}

/** Whose plans: a worker's, in the institution in which they act, of the kinds of proceeding they work on there. */
export interface Planner {
  readonly workerId: string;
  readonly institutionId: string;
  readonly kinds: readonly ProceedingKind[];
}

export interface PlannedAction extends Action {
  readonly proceedingNo: string;
}

/** A worker's actions in proceedings that have not ended, by when they are planned, behind the given one. */
export async function listPlanned(
  db: Db,
  { workerId, institutionId, kinds }: Planner,
  wanted: {
    readonly states: readonly ActionState[];
    readonly from?: Temporal.Instant;
    readonly before?: Temporal.Instant;
    readonly after: string | undefined;
    readonly limit: number;
  },
): Promise<readonly PlannedAction[]> {
  const { states, from, before, after, limit } = wanted;
  const rows = await tables(db)
    .selectFrom('action')
    .innerJoin('proceeding', 'proceeding.id', 'action.proceeding_id')
    .selectAll('action')
    .select('proceeding.no')
    .where('action.assigned_to', '=', workerId)
    .where('action.state', '=', anyWord(states))
    .where('proceeding.institution_id', '=', institutionId)
    .where('proceeding.kind', '=', anyWord(kinds))
    .where('proceeding.state', 'not in', [...ENDED_STATES])
    .$if(from !== undefined, (query) => query.where('planned_for', '>=', from === undefined ? null : dateOf(from)))
    .$if(before !== undefined, (query) => query.where('planned_for', '<', before === undefined ? null : dateOf(before)))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(action.planned_for, action.id) > (select planned_for, id from action where id = ${after})`),
    )
    .orderBy('action.planned_for')
    .orderBy('action.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...actionOf(row), proceedingNo: row.no }));
}
