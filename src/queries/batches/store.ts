import { sql } from 'kysely';
import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import { anyWord, type Db, noneOf, type Tx } from '../../storage/index.ts';
import {
  type Batch,
  type BatchPermit,
  type BatchState,
  batchStatesBefore,
  type LostState,
  WORKED_STATES,
  type WorkedState,
} from './batch.ts';
import { insertBatchPermit } from './permit-store.ts';

type BatchTable = {
  id: string;
  institution_id: string;
  type_code: string;
  registry: string;
  state: BatchState;
  ticket: string | null;
  attempt: number;
  tries: number;
  ordered_at: Date;
  due_at: Date;
  give_up_at: Date;
  lease_until: Date | null;
  fetched_at: Date | null;
  keep_until: Date | null;
  code: string | null;
  listed: Uint8Array | null;
};

type Tables = { batch: BatchTable };

const tables = (db: Db) => db.withTables<Tables>();

/** States as literals, so that the indexes over some of them are used. */
const named = (states: readonly BatchState[]) => states.map((state) => sql.lit(state));

function batchOf(row: BatchTable): Batch {
  return {
    id: row.id,
    institutionId: row.institution_id,
    typeCode: row.type_code,
    registry: row.registry,
    state: row.state,
    ticket: row.ticket,
    attempt: row.attempt,
    tries: row.tries,
    orderedAt: instantOf(row.ordered_at),
    dueAt: instantOf(row.due_at),
    giveUpAt: instantOf(row.give_up_at),
    fetchedAt: row.fetched_at === null ? null : instantOf(row.fetched_at),
    keepUntil: row.keep_until === null ? null : instantOf(row.keep_until),
    code: row.code,
  };
}

/** Records an order with its permit, due at once. False: one of its kind is under way in the institution. */
export async function insertBatch(tx: Tx, permit: BatchPermit, registry: string, giveUpAt: Temporal.Instant): Promise<boolean> {
  await insertBatchPermit(tx, permit);
  const rows = await tables(tx)
    .insertInto('batch')
    .values({
      id: permit.id,
      institution_id: permit.institutionId,
      type_code: permit.typeCode,
      registry,
      state: 'ORDERED',
      ticket: null,
      attempt: 0,
      tries: 0,
      ordered_at: dateOf(permit.at),
      due_at: dateOf(permit.at),
      give_up_at: dateOf(giveUpAt),
      lease_until: null,
      fetched_at: null,
      keep_until: null,
      code: null,
      listed: null,
    })
    .onConflict((conflict) => conflict.columns(['institution_id', 'type_code']).where('state', 'in', named(WORKED_STATES)).doNothing())
    .returning('id')
    .execute();
  return rows.length === 1;
}

export async function findBatch(db: Db, id: string): Promise<Batch | undefined> {
  const row = await tables(db).selectFrom('batch').selectAll().where('id', '=', id).executeTakeFirst();
  return row && batchOf(row);
}

/** The institution's batches of the given types in the order in which they were ordered, behind the given id. */
export async function listBatches(
  db: Db,
  { institutionId, types, after, limit }: { institutionId: string; types: readonly string[]; after: string | undefined; limit: number },
): Promise<readonly Batch[]> {
  if (types.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('batch')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('type_code', '=', anyWord(types))
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(batchOf);
}

/** Batches that something is to be sent for: due, and in nobody's hands. */
export async function findDue(
  db: Db,
  now: Temporal.Instant,
  paused: readonly string[],
  atMost: number,
): Promise<readonly Pick<Batch, 'id' | 'registry'>[]> {
  return tables(db)
    .selectFrom('batch')
    .select(['id', 'registry'])
    .where('state', 'in', named(WORKED_STATES))
    .where('due_at', '<=', dateOf(now))
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', dateOf(now))]))
    .where('registry', '<>', noneOf(paused))
    .orderBy('due_at')
    .limit(atMost)
    .execute();
}

/** A batch in the hands of one worker. */
export interface Claim extends Batch {
  readonly state: WorkedState;
}

/** Takes a due batch in hand; undefined when another has it, or it is not due any more. A hand that has let its lease run out has lost it. */
export async function claimBatch(tx: Tx, id: string, now: Temporal.Instant, leaseUntil: Temporal.Instant): Promise<Claim | undefined> {
  const row = await tables(tx)
    .updateTable('batch')
    .set((eb) => ({ attempt: eb('attempt', '+', 1), tries: eb('tries', '+', 1), lease_until: dateOf(leaseUntil) }))
    .where('id', '=', id)
    .where('state', 'in', named(WORKED_STATES))
    .where('due_at', '<=', dateOf(now))
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', dateOf(now))]))
    .returningAll()
    .executeTakeFirst();
  const state = WORKED_STATES.find((one) => one === row?.state);
  return row === undefined || state === undefined ? undefined : { ...batchOf(row), state };
}

/** What a claim has led to. */
export type Settlement =
  | {
      readonly state: 'SUBMITTED';
      /** Null where there is none: residents are listed, and asked about at once. */
      readonly ticket: string | null;
      /** Who is asked next, where it is another. */
      readonly registry?: string;
      readonly dueAt: Temporal.Instant;
    }
  | { readonly state: 'FETCHED'; readonly at: Temporal.Instant; readonly keepUntil: Temporal.Instant }
  | { readonly state: LostState; readonly code: string }
  /** It stays as it is until then. Where nothing was sent, this was no try. */
  | { readonly state: 'WAITS'; readonly dueAt: Temporal.Instant; readonly code: string | null; readonly tries?: number };

/** Settles a claim. False when it is no longer the latest, or the batch was given up meanwhile: then nothing of it holds. */
export async function settleBatch(tx: Tx, claim: Claim, to: Settlement): Promise<boolean> {
  if (to.state !== 'WAITS' && !batchStatesBefore(to.state).includes(claim.state))
    throw new Error(`a batch does not go from ${claim.state} to ${to.state}`);
  const result = await tables(tx)
    .updateTable('batch')
    .set({ lease_until: null, ...columnsOf(to) })
    .where('id', '=', claim.id)
    .where('attempt', '=', claim.attempt)
    .where('state', '=', claim.state)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

function columnsOf(to: Settlement): Partial<BatchTable> {
  switch (to.state) {
    case 'WAITS':
      return { due_at: dateOf(to.dueAt), code: to.code, ...(to.tries === undefined ? {} : { tries: to.tries }) };
    case 'SUBMITTED':
      return {
        state: to.state,
        ticket: to.ticket,
        ...(to.registry === undefined ? {} : { registry: to.registry }),
        tries: 0,
        due_at: dateOf(to.dueAt),
        code: null,
      };
    case 'FETCHED':
      return { state: to.state, fetched_at: dateOf(to.at), keep_until: dateOf(to.keepUntil), code: null, listed: null };
    default:
      return { state: to.state, code: to.code, listed: null };
  }
}

/** Ends a batch: what was fetched is `CLOSED` with the given code, what is under way is `CANCELLED`. Undefined when it has ended already. */
export async function endBatch(tx: Tx, id: string, code: 'CLOSED_BY_WORKER' | 'KEPT_LONG_ENOUGH'): Promise<Batch | undefined> {
  const row = await tables(tx)
    .updateTable('batch')
    .set((eb) => {
      const fetched = eb('state', 'in', named(batchStatesBefore('CLOSED')));
      return {
        state: eb.case().when(fetched).then(sql.lit('CLOSED')).else(sql.lit('CANCELLED')).end().$castTo<BatchState>(),
        code: eb.case().when(fetched).then(code).else('DISCARDED').end(),
        lease_until: null,
        listed: null,
      };
    })
    .where('id', '=', id)
    .where('state', 'in', named([...batchStatesBefore('CLOSED'), ...batchStatesBefore('CANCELLED')]))
    .returningAll()
    .executeTakeFirst();
  return row && batchOf(row);
}

/** Batches whose answers have been kept as long as they may. */
export async function findOutlived(db: Db, now: Temporal.Instant, atMost: number): Promise<readonly string[]> {
  const rows = await tables(db)
    .selectFrom('batch')
    .select('id')
    .where('state', '=', sql.lit('FETCHED'))
    .where('keep_until', '<=', dateOf(now))
    .orderBy('keep_until')
    .limit(atMost)
    .execute();
  return rows.map(({ id }) => id);
}

/** Keeps the sealed list of those who are to be asked about. */
export async function keepList(tx: Tx, id: string, sealed: Uint8Array): Promise<void> {
  await tables(tx).updateTable('batch').set({ listed: sealed }).where('id', '=', id).execute();
}

export async function findList(db: Db, id: string): Promise<Uint8Array | undefined> {
  const row = await tables(db).selectFrom('batch').select('listed').where('id', '=', id).executeTakeFirst();
  return row?.listed ?? undefined;
}

/** Batches of a type that an institution has ordered since, and that came to something or still may. */
export async function countBatchesSince(db: Db, institutionId: string, typeCode: string, since: Temporal.Instant): Promise<number> {
  const row = await tables(db)
    .selectFrom('batch')
    .select((eb) => eb.fn.countAll<number>().as('batches'))
    .where('institution_id', '=', institutionId)
    .where('type_code', '=', typeCode)
    .where('ordered_at', '>=', dateOf(since))
    .where('state', 'in', named([...WORKED_STATES, 'FETCHED', 'CLOSED']))
    .executeTakeFirstOrThrow();
  return row.batches;
}
