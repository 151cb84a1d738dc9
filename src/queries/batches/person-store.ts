import { type SqlBool, sql } from 'kysely';
import { anyNumber, type Db, rowsOf, type Tx } from '../../storage/index.ts';
import type { BatchPerson, PersonOutcome } from './batch.ts';

type PersonTable = {
  batch_id: string;
  position: number;
  client_id: string;
  proceeding_id: string;
  asked: boolean;
  outcome: PersonOutcome | null;
  code: string | null;
  sealed: Uint8Array | null;
};

type Tables = { batch_person: PersonTable };

const tables = (db: Db) => db.withTables<Tables>();

function personOf(row: PersonTable): BatchPerson {
  const { position, outcome, code } = row;
  return { position, clientId: row.client_id, proceedingId: row.proceeding_id, outcome, code };
}

export async function insertPeople(
  tx: Tx,
  batchId: string,
  people: readonly Pick<BatchPerson, 'position' | 'clientId' | 'proceedingId'>[],
): Promise<void> {
  const rows = people.map(({ position, clientId, proceedingId }) => ({
    batch_id: batchId,
    position,
    client_id: clientId,
    proceeding_id: proceedingId,
    asked: false,
    outcome: null,
    code: null,
    sealed: null,
  }));
  await tables(tx).insertInto('batch_person').expression(rowsOf('batch_person', rows)).execute();
}

/** Who of a batch may still be asked about: nobody knows about them yet, and nobody has dropped them. */
export async function findAwaited(db: Db, batchId: string): Promise<readonly BatchPerson[]> {
  const rows = await tables(db)
    .selectFrom('batch_person')
    .selectAll()
    .where('batch_id', '=', batchId)
    .where('outcome', 'is', null)
    .orderBy('position')
    .execute();
  return rows.map(personOf);
}

/** Marks whom the submitted order names. */
export async function markAsked(tx: Tx, batchId: string, positions: readonly number[]): Promise<void> {
  await tables(tx)
    .updateTable('batch_person')
    .set({ asked: true })
    .where('batch_id', '=', batchId)
    .where('position', '=', anyNumber(positions))
    .execute();
}

/** Whom the submitted order names, those dropped since among them. */
export async function findAsked(db: Db, batchId: string): Promise<readonly BatchPerson[]> {
  const rows = await tables(db)
    .selectFrom('batch_person')
    .selectAll()
    .where('batch_id', '=', batchId)
    .where('asked', '=', true)
    .orderBy('position')
    .execute();
  return rows.map(personOf);
}

/** People of a batch behind a position, each with what was kept of the answer. */
export async function pageOfPeople(
  db: Db,
  batchId: string,
  after: number,
  limit: number,
): Promise<readonly (BatchPerson & { readonly sealed: Uint8Array | null })[]> {
  const rows = await tables(db)
    .selectFrom('batch_person')
    .selectAll()
    .where('batch_id', '=', batchId)
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...personOf(row), sealed: row.sealed }));
}

/** How many people of a batch came to what; null: nobody knows yet. */
export async function countOutcomes(db: Db, batchId: string): Promise<ReadonlyMap<PersonOutcome | null, number>> {
  const rows = await tables(db)
    .selectFrom('batch_person')
    .select((eb) => ['outcome', eb.fn.countAll<number>().as('people')])
    .where('batch_id', '=', batchId)
    .groupBy('outcome')
    .execute();
  return new Map(rows.map(({ outcome, people }) => [outcome, people]));
}

/** What a person's part of a batch has come to. */
export interface PersonSettled {
  readonly position: number;
  readonly outcome: PersonOutcome;
  readonly code: string | null;
  readonly sealed: Uint8Array | null;
}

/** Writes what became of people of whom nothing was known. */
export async function settlePeople(tx: Tx, batchId: string, settled: readonly PersonSettled[]): Promise<void> {
  if (settled.length === 0) return;
  await sql`
    update batch_person p set outcome = s.outcome, code = s.code, sealed = s.sealed
    from unnest(
      ${settled.map(({ position }) => position)}::integer[], ${settled.map(({ outcome }) => outcome)}::text[],
      ${settled.map(({ code }) => code)}::text[], ${settled.map(({ sealed }) => sealed && Buffer.from(sealed))}::bytea[]
    ) as s (position, outcome, code, sealed)
    where p.batch_id = ${batchId} and p.position = s.position and p.outcome is null`.execute(tx);
}

/** A proceeding has closed: its people are dropped from every batch, and what was kept of them goes. */
export async function dropPeopleOf(tx: Tx, proceedingId: string): Promise<void> {
  const theirs = tables(tx)
    .selectFrom('batch_person')
    .select(['batch_id', 'position'])
    .where('proceeding_id', '=', proceedingId)
    .where(sql<SqlBool>`outcome is distinct from 'DROPPED'`)
    // In one order everywhere, so that two who forget at the same time never wait for each other.
    .orderBy('batch_id')
    .orderBy('position')
    .forUpdate();
  await tables(tx)
    .with('theirs', () => theirs)
    .updateTable('batch_person')
    .from('theirs')
    .set({ outcome: 'DROPPED', code: 'PROCEEDING_CLOSED', sealed: null })
    .whereRef('batch_person.batch_id', '=', 'theirs.batch_id')
    .whereRef('batch_person.position', '=', 'theirs.position')
    .execute();
}

/** Deletes what was kept of a batch's people; what became of them stays known. */
export async function forgetAnswers(tx: Tx, batchId: string): Promise<void> {
  await tables(tx)
    .updateTable('batch_person')
    .set({ sealed: null })
    .where('batch_id', '=', batchId)
    .where('position', 'in', (eb) =>
      eb
        .selectFrom('batch_person')
        .select('position')
        .where('batch_id', '=', batchId)
        .where('sealed', 'is not', null)
        .orderBy('position')
        .forUpdate(),
    )
    .execute();
}
