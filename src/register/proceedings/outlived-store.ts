import { sql } from 'kysely';
import { dateOf, instantOf, type Temporal, ZONE } from '../../platform/index.ts';
import { type Among, anyOf, anyWord, countAmong, type Db, isAmong, type Tx } from '../../storage/index.ts';
import type { IntakeState } from './intake.ts';
import { type CloseReason, ENDED_STATES, type ProceedingKind, type ProceedingState } from './proceeding.ts';

type Tables = {
  proceeding: {
    id: string;
    kind: ProceedingKind;
    state: ProceedingState;
    institution_id: string;
    opened_at: Date;
    closed_at: Date | null;
    close_reason: CloseReason | null;
    version: number;
  };
  proceeding_subject: { proceeding_id: string; client_id: string };
  proceeding_step: { proceeding_id: string; by: string };
  proceeding_link: { proceeding_id: string };
  proceeding_transfer: { proceeding_id: string };
  action: { proceeding_id: string; at: Date };
  intake: {
    id: string;
    registered_by: string;
    state: IntakeState;
    received_at: Date;
    proceeding_id: string | null;
    redirected_from: string | null;
  };
  intake_subject: { intake_id: string; client_id: string };
};

const tables = (db: Db) => db.withTables<Tables>();

/** A proceeding that has come to its end, as its retention is reckoned. */
export interface EndedProceeding {
  readonly id: string;
  readonly state: ProceedingState;
  readonly closedAt: Temporal.Instant;
  /** The latest action, which may be a correction made after the end. */
  readonly lastEntryAt: Temporal.Instant;
  readonly clientIds: readonly string[];
}

/** Proceedings of these kinds that ended before, in the order of their ids. Those named are held until the transaction ends. */
export async function findEndedProceedings(
  db: Db,
  { kinds, before }: { readonly kinds: readonly ProceedingKind[]; readonly before: Temporal.Instant },
  among: Among,
): Promise<readonly EndedProceeding[]> {
  const rows = await tables(db)
    .selectFrom('proceeding')
    .select(['id', 'state', 'closed_at'])
    .select((eb) => [
      eb
        .selectFrom('action')
        .whereRef('action.proceeding_id', '=', 'proceeding.id')
        .select((action) => action.fn.max('action.at').as('at'))
        .as('last_entry_at'),
      sql<string[]>`array(select client_id from proceeding_subject where proceeding_id = proceeding.id order by client_id)`.as(
        'client_ids',
      ),
    ])
    .where('kind', '=', anyWord(kinds))
    .where('state', 'in', [...ENDED_STATES])
    .where('closed_at', '<', dateOf(before))
    .where(isAmong(among, 'id'))
    .orderBy('id')
    .limit(countAmong(among))
    .$if('ids' in among, (query) => query.forUpdate('proceeding'))
    .execute();
  return rows.flatMap(({ id, state, closed_at, last_entry_at, client_ids }) =>
    closed_at === null
      ? []
      : [{ id, state, closedAt: instantOf(closed_at), lastEntryAt: instantOf(last_entry_at ?? closed_at), clientIds: client_ids }],
  );
}

/** Intakes that never became a proceeding, redirected or registered by mistake, received before. One that still waits has no period. */
export async function findEndedIntakes(
  db: Db,
  before: Temporal.Instant,
  among: Among,
): Promise<readonly { readonly id: string; readonly clientIds: readonly string[] }[]> {
  const rows = await tables(db)
    .selectFrom('intake')
    .select([
      'id',
      sql<string[]>`array(select client_id from intake_subject where intake_id = intake.id order by client_id)`.as('client_ids'),
    ])
    .where('state', 'in', ['REDIRECTED', 'ANNULLED'])
    .where('received_at', '<', dateOf(before))
    .where(isAmong(among, 'id'))
    .orderBy('id')
    .limit(countAmong(among))
    .$if('ids' in among, (query) => query.forUpdate('intake'))
    .execute();
  return rows.map(({ id, client_ids }) => ({ id, clientIds: client_ids }));
}

/** Of these people, workers or those who came by themselves, who has registered an intake or taken a step that is kept. */
export async function findRegistrants(db: Db, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tables(db)
    .selectFrom('intake')
    .select('registered_by as id')
    .where('registered_by', '=', anyOf(personIds))
    .union((eb) => eb.selectFrom('proceeding_step').select('by as id').where('by', '=', anyOf(personIds)))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Puts closed proceedings into the archive: no worker's list, search or file has them any more. */
export async function archiveProceedings(tx: Tx, ids: readonly string[]): Promise<void> {
  await tables(tx)
    .updateTable('proceeding')
    .set((eb) => ({ state: 'ARCHIVED', version: eb('version', '+', 1) }))
    .where('id', '=', anyOf(ids))
    .where('state', '=', 'CLOSED')
    .execute();
}

/** What is left of proceedings when all else is gone: how many there were. */
export interface ErasedProceedings {
  readonly kind: ProceedingKind;
  readonly institutionId: string;
  readonly openedYear: number;
  readonly closedYear: number;
  readonly closeReason: CloseReason;
  readonly proceedings: number;
  readonly subjects: number;
}

/** Erases ended proceedings with their intakes and all that was done in them. The transaction must be allowed to. */
export async function eraseProceedings(tx: Tx, ids: readonly string[]): Promise<readonly ErasedProceedings[]> {
  const year = (column: 'opened_at' | 'closed_at') =>
    sql<number>`extract(year from ${sql.ref(column)} at time zone ${sql.lit(ZONE)})::integer`;
  const erased = await tables(tx)
    .selectFrom('proceeding')
    .select(['kind', 'institution_id as institutionId', sql<CloseReason>`close_reason`.as('closeReason')])
    .select([year('opened_at').as('openedYear'), year('closed_at').as('closedYear')])
    .select([
      sql<number>`count(*)::integer`.as('proceedings'),
      sql<number>`sum((select count(*) from proceeding_subject where proceeding_id = proceeding.id))::integer`.as('subjects'),
    ])
    .where('id', '=', anyOf(ids))
    .groupBy(['kind', 'institution_id', 'close_reason', year('opened_at'), year('closed_at')])
    .execute();
  const intakes = await tables(tx).selectFrom('intake').select('id').where('proceeding_id', '=', anyOf(ids)).execute();
  await eraseIntakes(
    tx,
    intakes.map(({ id }) => id),
  );
  for (const table of ['action', 'proceeding_step', 'proceeding_link', 'proceeding_transfer', 'proceeding_subject'] as const)
    await tables(tx).deleteFrom(table).where('proceeding_id', '=', anyOf(ids)).execute();
  await tables(tx).deleteFrom('proceeding').where('id', '=', anyOf(ids)).execute();
  return erased;
}

/** Erases intakes. Those that came of them in another institution stay, and tell no more from where. */
export async function eraseIntakes(tx: Tx, ids: readonly string[]): Promise<void> {
  await tables(tx).updateTable('intake').set({ redirected_from: null }).where('redirected_from', '=', anyOf(ids)).execute();
  await tables(tx).deleteFrom('intake_subject').where('intake_id', '=', anyOf(ids)).execute();
  await tables(tx).deleteFrom('intake').where('id', '=', anyOf(ids)).execute();
}
