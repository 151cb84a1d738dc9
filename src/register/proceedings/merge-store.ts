import { anyOf, type Db, type Tx } from '../../storage/index.ts';
import type { IntakeState } from './intake.ts';
import { ENDED_STATES, type ProceedingState } from './proceeding.ts';

type Tables = {
  proceeding: { id: string; state: ProceedingState; version: number };
  proceeding_subject: { proceeding_id: string; client_id: string };
  intake: { id: string; state: IntakeState; version: number };
  intake_subject: { intake_id: string; client_id: string };
};

const tables = (db: Db) => db.withTables<Tables>();

/** The ids of unclosed proceedings on people. */
function unclosedOn(db: Db, clientIds: readonly string[]) {
  return tables(db)
    .selectFrom('proceeding')
    .select('proceeding.id')
    .where('proceeding.state', 'not in', [...ENDED_STATES])
    .where('proceeding.id', 'in', (eb) =>
      eb
        .selectFrom('proceeding_subject')
        .select('proceeding_subject.proceeding_id')
        .where('proceeding_subject.client_id', '=', anyOf(clientIds)),
    );
}

/** The ids of people's intakes that wait for a proceeding or are in one. */
function liveIntakesOn(db: Db, clientIds: readonly string[]) {
  return tables(db)
    .selectFrom('intake')
    .select('intake.id')
    .where('intake.state', 'in', ['REGISTERED', 'IN_PROCEEDING'])
    .where('intake.id', 'in', (eb) =>
      eb.selectFrom('intake_subject').select('intake_subject.intake_id').where('intake_subject.client_id', '=', anyOf(clientIds)),
    );
}

/**
 * Holds what is under way about the people of two files that are to be one, the proceedings first, as closing does. Says whether both are in one of
 * them, and whether there is any about the one that goes.
 */
export async function holdUnderWay(
  tx: Tx,
  into: readonly string[],
  from: readonly string[],
): Promise<{ readonly together: boolean; readonly underWay: boolean }> {
  const both = [...into, ...from];
  await unclosedOn(tx, both).orderBy('proceeding.id').forNoKeyUpdate('proceeding').execute();
  await liveIntakesOn(tx, both).orderBy('intake.id').forNoKeyUpdate('intake').execute();
  const idsOf = async (clientIds: readonly string[]) =>
    [...(await unclosedOn(tx, clientIds).execute()), ...(await liveIntakesOn(tx, clientIds).execute())].map(({ id }) => id);
  const [ofInto, ofFrom] = [new Set(await idsOf(into)), await idsOf(from)];
  return { together: ofFrom.some((id) => ofInto.has(id)), underWay: ofFrom.length > 0 };
}

/** Has what is under way go on about the file that stays. What is over stays as it was: its own id still leads to the person. */
export async function goOnAs(tx: Tx, into: string, from: readonly string[]): Promise<void> {
  const [proceedings, intakes] = [await unclosedOn(tx, from).execute(), await liveIntakesOn(tx, from).execute()];
  const [proceedingIds, intakeIds] = [proceedings.map(({ id }) => id), intakes.map(({ id }) => id)];
  await tables(tx)
    .updateTable('proceeding_subject')
    .set({ client_id: into })
    .where('proceeding_id', '=', anyOf(proceedingIds))
    .where('client_id', '=', anyOf(from))
    .execute();
  await tables(tx)
    .updateTable('proceeding')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', anyOf(proceedingIds))
    .execute();
  await tables(tx)
    .updateTable('intake_subject')
    .set({ client_id: into })
    .where('intake_id', '=', anyOf(intakeIds))
    .where('client_id', '=', anyOf(from))
    .execute();
  await tables(tx)
    .updateTable('intake')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', anyOf(intakeIds))
    .execute();
}
