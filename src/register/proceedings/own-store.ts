import { sql } from 'kysely';
import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import { anyOf, anyWord, type Db } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import type { ActionState } from './action.ts';
import type { IntakeKind, IntakeState } from './intake.ts';
import { kindsOf, type ProceedingKind, type ProceedingState } from './proceeding.ts';

type Tables = {
  proceeding: { id: string; kind: ProceedingKind; state: ProceedingState; institution_id: string; owner_id: string; opened_at: Date };
  action: { id: string; proceeding_id: string; state: ActionState; assigned_to: string | null };
  intake: { id: string; kind: IntakeKind; state: IntakeState; institution_id: string; registered_by: string; received_at: Date };
};

const tables = (db: Db) => db.withTables<Tables>();

/** Whose: one worker's, or nobody's of those who work in the institution. */
export type Whose = { readonly worker: string } | { readonly noneOf: readonly string[] };

/** A proceeding that is under way. */
export interface OwnProceeding {
  readonly id: string;
  readonly state: ProceedingState;
  /** When something was last done in it; when it was opened, where nothing was. */
  readonly lastEntryAt: Temporal.Instant;
  readonly clientIds: readonly string[];
}

type Reader = Pick<Actor, 'userId' | 'institutionId' | 'roles'>;

/** What is under way in the institution in which somebody acts, of what they work on, in the order of opening, behind the given id. */
export async function findOwnProceedings(
  db: Db,
  { institutionId, roles }: Reader,
  whose: Whose,
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
    .$call((query) =>
      'worker' in whose
        ? query.where('owner_id', '=', whose.worker)
        : query.where((eb) => eb.not(eb('owner_id', '=', anyOf(whose.noneOf)))),
    )
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

/** What those who work in the institution no more have still planned in proceedings of those who do. */
export async function findLeftActions(
  db: Db,
  { institutionId, roles }: Reader,
  workers: readonly string[],
  limit: number,
): Promise<readonly { readonly id: string; readonly proceedingId: string }[]> {
  return await tables(db)
    .selectFrom('proceeding')
    .innerJoin('action', 'action.proceeding_id', 'proceeding.id')
    .select(['action.id', 'action.proceeding_id as proceedingId'])
    .where('proceeding.owner_id', '=', anyOf(workers))
    .where('proceeding.institution_id', '=', institutionId)
    .where('proceeding.kind', '=', anyWord(kindsOf(roles)))
    // As literals, so that the indices over what is under way and what is planned are used.
    .where('proceeding.state', 'in', [sql.lit<'OPENED'>('OPENED'), sql.lit<'SUSPENDED'>('SUSPENDED')])
    .where('action.state', '=', sql.lit<'PLANNED'>('PLANNED'))
    .where((eb) => eb.not(eb('action.assigned_to', '=', anyOf(workers))))
    .orderBy('action.id')
    .limit(limit)
    .execute();
}

/**
 * Intakes registered before that nobody has opened, linked, passed on or annulled: by a worker, or by nobody of the institution, as those that citizens
 * and other registers send.
 */
export async function findWaitingIntakes(
  db: Db,
  { userId, institutionId, roles }: Reader,
  whose: Whose,
  before: Temporal.Instant,
  limit: number,
): Promise<readonly { readonly id: string; readonly receivedAt: Temporal.Instant }[]> {
  const rows = await tables(db)
    .selectFrom('intake')
    .select(['id', 'received_at'])
    .$call((query) =>
      'worker' in whose
        ? query.where('registered_by', '=', whose.worker)
        : query.where((eb) => eb.not(eb('registered_by', '=', anyOf(whose.noneOf)))),
    )
    // As mayHandleIntake has it.
    .$if(!kindsOf(roles).includes('VICTIM'), (query) =>
      query.where((eb) => eb.or([eb('kind', '<>', 'VICTIM'), eb('registered_by', '=', userId)])),
    )
    .where('institution_id', '=', institutionId)
    .where('state', '=', sql.lit<'REGISTERED'>('REGISTERED'))
    .where('received_at', '<', dateOf(before))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id, received_at }) => ({ id, receivedAt: instantOf(received_at) }));
}
