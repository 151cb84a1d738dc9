import { dateOf, instantOf, newId } from '../../platform/index.ts';
import { type Db, rowsOf, type Tx } from '../../storage/index.ts';
import type { Step, StepKind } from './step.ts';

type StepTable = {
  id: string;
  proceeding_id: string;
  kind: StepKind;
  at: Date;
  by: string;
  object_id: string | null;
  text: string | null;
};

const tables = (db: Db) => db.withTables<{ proceeding_step: StepTable }>();

export type NewStep = Pick<Step, 'proceedingId' | 'kind' | 'at' | 'by'> & Partial<Pick<Step, 'objectId' | 'text'>>;

/** Enters steps into the course of their proceedings, in their order. */
export async function takeSteps(tx: Tx, steps: readonly NewStep[]): Promise<void> {
  const rows = steps.map((step) => ({
    id: newId(),
    proceeding_id: step.proceedingId,
    kind: step.kind,
    at: dateOf(step.at),
    by: step.by,
    object_id: step.objectId ?? null,
    text: step.text ?? null,
  }));
  await tables(tx).insertInto('proceeding_step').expression(rowsOf('proceeding_step', rows)).execute();
}

/** The steps of a proceeding in their order, behind the given id. */
export async function listSteps(db: Db, proceedingId: string, after: string | undefined, limit: number): Promise<readonly Step[]> {
  const rows = await tables(db)
    .selectFrom('proceeding_step')
    .selectAll()
    .where('proceeding_id', '=', proceedingId)
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    proceedingId: row.proceeding_id,
    kind: row.kind,
    at: instantOf(row.at),
    by: row.by,
    objectId: row.object_id ?? undefined,
    text: row.text ?? undefined,
  }));
}
