import { sql } from 'kysely';
import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import { anyWord, type Db } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import type { IntakeState } from './intake.ts';
import { kindsOf, type ProceedingKind, type ProceedingState } from './proceeding.ts';

type Tables = {
  proceeding: { id: string; kind: ProceedingKind; state: ProceedingState; institution_id: string; owner_id: string; opened_at: Date };
  intake: { id: string; state: IntakeState; institution_id: string; registered_by: string; received_at: Date };
};

const tables = (db: Db) => db.withTables<Tables>();

/** A proceeding that a worker has under way. */
export interface OwnProceeding {
  readonly id: string;
  readonly state: ProceedingState;
  /** When something was last done in it; when it was opened, where nothing was. */
  readonly lastEntryAt: Temporal.Instant;
  readonly clientIds: readonly string[];
}

type Owner = Pick<Actor, 'userId' | 'institutionId' | 'roles'>;

/** What a worker has under way in the institution in which they act, in the order of opening, behind the given id. */
export async function findOwnProceedings(
  db: Db,
  { userId, institutionId, roles }: Owner,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<readonly OwnProceeding[]> {
  const rows = await tables(db)
    .selectFrom('proceeding')
    .select(['id', 'state', 'opened_at'])
    .select([
      sql<Date | null>`(select max(at) from action where proceeding_id = proceeding.id)`.as('last_entry_at'),
      sql<string[]>`array(select client_id from proceeding_subject where proceeding_id = proceeding.id order by client_id)`.as(
        'client_ids',
      ),
    ])
    .where('owner_id', '=', userId)
    .where('institution_id', '=', institutionId)
    .where('kind', '=', anyWord(kindsOf(roles)))
    // As literals, so that the index over what is under way is used.
    .where('state', 'in', [sql.lit<'OPENED'>('OPENED'), sql.lit<'SUSPENDED'>('SUSPENDED')])
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id, state, opened_at, last_entry_at, client_ids }) => ({
    id,
    state,
    lastEntryAt: instantOf(last_entry_at ?? opened_at),
    clientIds: client_ids,
  }));
}

/** Intakes that a worker registered before and that nobody has opened, linked, passed on or annulled. */
export async function findWaitingIntakes(
  db: Db,
  { userId, institutionId }: Owner,
  before: Temporal.Instant,
  limit: number,
): Promise<readonly { readonly id: string; readonly receivedAt: Temporal.Instant }[]> {
  const rows = await tables(db)
    .selectFrom('intake')
    .select(['id', 'received_at'])
    .where('registered_by', '=', userId)
    .where('institution_id', '=', institutionId)
    .where('state', '=', sql.lit<'REGISTERED'>('REGISTERED'))
    .where('received_at', '<', dateOf(before))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id, received_at }) => ({ id, receivedAt: instantOf(received_at) }));
}
