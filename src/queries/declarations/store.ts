import { sql } from 'kysely';
import { type Month, parseMonth } from '../../estonia/index.ts';
import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import type { ConfirmedBy } from '../../registries/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import { type Declaration, type DeclarationState, declarationStatesBefore, STANDING_STATES, WORKED_STATES } from './declaration.ts';

type DeclarationTable = {
  id: string;
  institution_id: string;
  month: string;
  digest: string;
  state: DeclarationState;
  attempt: number;
  tries: number;
  ordered_at: Date;
  round_at: Date;
  due_at: Date;
  lease_until: Date | null;
  settled_at: Date | null;
  confirmed_by: ConfirmedBy | null;
  keep_until: Date | null;
  code: string | null;
  detail: string | null;
};

type Tables = { declaration: DeclarationTable };

const tables = (db: Db) => db.withTables<Tables>();

/** States as literals, so that the indexes over some of them are used. */
const named = (states: readonly DeclarationState[]) => states.map((state) => sql.lit(state));

function declarationOf(row: DeclarationTable): Declaration {
  const month = parseMonth(row.month);
  if (month === undefined) throw new Error('a declaration is for no month');
  return {
    id: row.id,
    institutionId: row.institution_id,
    month,
    state: row.state,
    attempt: row.attempt,
    tries: row.tries,
    orderedAt: instantOf(row.ordered_at),
    roundAt: instantOf(row.round_at),
    dueAt: instantOf(row.due_at),
    settledAt: row.settled_at === null ? null : instantOf(row.settled_at),
    confirmedBy: row.confirmed_by,
    keepUntil: row.keep_until === null ? null : instantOf(row.keep_until),
    code: row.code,
    detail: row.detail,
  };
}

/** What makes two declarations the same: the institution, the month, and the file by its digest. */
export interface SameFile {
  readonly institutionId: string;
  readonly month: Month;
  readonly digest: string;
}

/** Records a declaration, due at once. False: the same file stands declared, or is on its way; who comes at the same moment waits here. */
export async function insertDeclaration(tx: Tx, id: string, same: SameFile, at: Temporal.Instant): Promise<boolean> {
  const rows = await tables(tx)
    .insertInto('declaration')
    .values({
      id,
      institution_id: same.institutionId,
      month: same.month,
      digest: same.digest,
      state: 'ORDERED',
      attempt: 0,
      tries: 0,
      ordered_at: dateOf(at),
      round_at: dateOf(at),
      due_at: dateOf(at),
      lease_until: null,
      settled_at: null,
      confirmed_by: null,
      keep_until: null,
      code: null,
      detail: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['institution_id', 'month', 'digest']).where('state', 'in', named(STANDING_STATES)).doNothing(),
    )
    .returning('id')
    .execute();
  return rows.length === 1;
}

/** The last declaration of the file: the one that stood in another's way, whatever has become of it meanwhile. */
export async function findSame(tx: Tx, { institutionId, month, digest }: SameFile): Promise<string> {
  const row = await tables(tx)
    .selectFrom('declaration')
    .select('id')
    .where('institution_id', '=', institutionId)
    .where('month', '=', month)
    .where('digest', '=', digest)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function findDeclaration(db: Db, id: string): Promise<Declaration | undefined> {
  const row = await tables(db).selectFrom('declaration').selectAll().where('id', '=', id).executeTakeFirst();
  return row && declarationOf(row);
}

/** The institution's declarations in the order in which they were ordered, behind the given id. */
export async function listDeclarations(
  db: Db,
  { institutionId, after, limit }: { institutionId: string; after: string | undefined; limit: number },
): Promise<readonly Declaration[]> {
  const rows = await tables(db)
    .selectFrom('declaration')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(declarationOf);
}

/** Declarations of all institutions in the given states, oldest first, behind the given id. */
export async function listInStates(
  db: Db,
  states: readonly DeclarationState[],
  after: string | undefined,
  limit: number,
): Promise<readonly Declaration[]> {
  if (states.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('declaration')
    .selectAll()
    .where('state', 'in', named(states))
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(declarationOf);
}

/** How many declarations are in each state in which something is still to be done, and since when the oldest is. */
export async function countUnsettled(
  db: Db,
): Promise<readonly { readonly state: DeclarationState; readonly count: number; readonly oldest: Temporal.Instant }[]> {
  const rows = await tables(db)
    .selectFrom('declaration')
    .select((eb) => ['state', eb.fn.countAll<string>().as('count'), eb.fn.min('ordered_at').as('oldest')])
    .where('state', 'in', named([...WORKED_STATES, 'HELD']))
    .groupBy('state')
    .execute();
  return rows.map(({ state, count, oldest }) => ({ state, count: Number(count), oldest: instantOf(oldest) }));
}

/** When the tax board last said yes or no. */
export async function lastAnsweredAt(db: Db): Promise<Temporal.Instant | null> {
  const row = await tables(db)
    .selectFrom('declaration')
    .select('settled_at')
    .where('state', 'in', named(['ACCEPTED', 'REJECTED']))
    .orderBy('settled_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined || row.settled_at === null ? null : instantOf(row.settled_at);
}

/** Declarations that something is to be done for: due, and in nobody's hands. */
export async function findDue(db: Db, now: Temporal.Instant, atMost: number): Promise<readonly string[]> {
  const rows = await tables(db)
    .selectFrom('declaration')
    .select('id')
    .where('state', 'in', named(WORKED_STATES))
    .where('due_at', '<=', dateOf(now))
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', dateOf(now))]))
    .orderBy('due_at')
    .limit(atMost)
    .execute();
  return rows.map(({ id }) => id);
}

/** Holds a declaration until the transaction ends. */
export async function lockDeclaration(tx: Tx, id: string): Promise<Declaration | undefined> {
  const row = await tables(tx).selectFrom('declaration').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && declarationOf(row);
}

/** A declaration in the hands of one worker: to be sent, or to be looked up. */
export interface Claim extends Declaration {
  readonly state: 'SENT' | 'UNCLEAR';
}

/**
 * Takes a due declaration in hand to send it: `ORDERED -> SENT`. Undefined when another has it, or it is not due. Should nobody tell what came of
 * it, it is due again when a look at the register says something.
 */
export async function claimUpload(
  tx: Tx,
  id: string,
  {
    now,
    leaseUntil,
    lookFrom,
  }: { readonly now: Temporal.Instant; readonly leaseUntil: Temporal.Instant; readonly lookFrom: Temporal.Instant },
): Promise<Claim | undefined> {
  const row = await tables(tx)
    .updateTable('declaration')
    .set((eb) => ({
      state: 'SENT',
      attempt: eb('attempt', '+', 1),
      tries: eb('tries', '+', 1),
      lease_until: dateOf(leaseUntil),
      due_at: dateOf(lookFrom),
    }))
    .where('id', '=', id)
    .where('state', 'in', named(declarationStatesBefore('SENT')))
    .where('due_at', '<=', dateOf(now))
    .returningAll()
    .executeTakeFirst();
  return row && { ...declarationOf(row), state: 'SENT' };
}

/** Takes a due declaration in hand to look it up; it stays `UNCLEAR`. A hand that has let its lease run out has lost it. */
export async function claimLook(tx: Tx, id: string, now: Temporal.Instant, leaseUntil: Temporal.Instant): Promise<Claim | undefined> {
  const row = await tables(tx)
    .updateTable('declaration')
    .set((eb) => ({ attempt: eb('attempt', '+', 1), tries: eb('tries', '+', 1), lease_until: dateOf(leaseUntil) }))
    .where('id', '=', id)
    .where('state', '=', sql.lit('UNCLEAR'))
    .where('due_at', '<=', dateOf(now))
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<', dateOf(now))]))
    .returningAll()
    .executeTakeFirst();
  return row && { ...declarationOf(row), state: 'UNCLEAR' };
}

/** Takes a declaration away from whoever was sending it and let the lease run out: `SENT -> UNCLEAR`, to be looked up at once. */
export async function loseUpload(tx: Tx, id: string, now: Temporal.Instant): Promise<Declaration | undefined> {
  const row = await tables(tx)
    .updateTable('declaration')
    .set((eb) => ({ state: 'UNCLEAR', attempt: eb('attempt', '+', 1), tries: 0, lease_until: null, code: 'WRITE_UNCLEAR' }))
    .where('id', '=', id)
    .where('state', '=', sql.lit('SENT'))
    .where('due_at', '<=', dateOf(now))
    .where('lease_until', '<', dateOf(now))
    .returningAll()
    .executeTakeFirst();
  return row && declarationOf(row);
}

/** Gives up a declaration that nobody may send any more, before anything left for it: `ORDERED -> CANCELLED`. */
export async function withdrawDeclaration(tx: Tx, id: string, code: string, at: Temporal.Instant): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('declaration')
    .set({ state: 'CANCELLED', code, settled_at: dateOf(at) })
    .where('id', '=', id)
    .where('state', '=', sql.lit('ORDERED'))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

interface Told {
  readonly code?: string;
  readonly detail?: string | undefined;
}

/** What a claim has led to. Where it stays in its state, or comes back to be sent, it waits until then. */
export type Settlement =
  | ({ readonly state: 'ORDERED' | 'UNCLEAR'; readonly dueAt: Temporal.Instant } & Told)
  | ({ readonly state: 'ACCEPTED'; readonly confirmedBy: ConfirmedBy; readonly keepUntil: Temporal.Instant } & Told)
  | ({ readonly state: 'REJECTED' | 'HELD' | 'FAILED' } & Told);

/** Settles a claim: `SENT | UNCLEAR -> ...`. False when it is no longer the latest: then nothing of it holds. */
export async function settleDeclaration(tx: Tx, claim: Claim, to: Settlement, at: Temporal.Instant): Promise<boolean> {
  if (to.state !== claim.state && !declarationStatesBefore(to.state).includes(claim.state))
    throw new Error(`a declaration does not go from ${claim.state} to ${to.state}`);
  const result = await tables(tx)
    .updateTable('declaration')
    .set({
      lease_until: null,
      state: to.state,
      code: to.code ?? null,
      detail: to.detail ?? null,
      ...columnsOf(to, claim, at),
    })
    .where('id', '=', claim.id)
    .where('attempt', '=', claim.attempt)
    .where('state', '=', claim.state)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

function columnsOf(to: Settlement, claim: Claim, at: Temporal.Instant): Partial<DeclarationTable> {
  switch (to.state) {
    case 'ORDERED':
      return { due_at: dateOf(to.dueAt) };
    case 'UNCLEAR':
      return { due_at: dateOf(to.dueAt), ...(claim.state === 'SENT' ? { tries: 0 } : {}) };
    case 'ACCEPTED':
      return { settled_at: dateOf(at), confirmed_by: to.confirmedBy, keep_until: dateOf(to.keepUntil) };
    case 'HELD':
      return {};
    default:
      return { settled_at: dateOf(at) };
  }
}

/** What an operator has decided of a held declaration: `HELD -> ACCEPTED | ORDERED | CANCELLED`. */
export type HeldDecision =
  | { readonly state: 'ACCEPTED'; readonly at: Temporal.Instant; readonly keepUntil: Temporal.Instant }
  | { readonly state: 'ORDERED'; readonly at: Temporal.Instant }
  | { readonly state: 'CANCELLED'; readonly at: Temporal.Instant; readonly code: 'DISCARDED' };

/** False when it does not wait for a decision. */
export async function decideHeld(tx: Tx, id: string, to: HeldDecision): Promise<boolean> {
  const at = dateOf(to.at);
  const columns: Partial<DeclarationTable> =
    to.state === 'ORDERED'
      ? { due_at: at, round_at: at, tries: 0, code: null }
      : to.state === 'ACCEPTED'
        ? { settled_at: at, confirmed_by: 'OPERATOR', keep_until: dateOf(to.keepUntil), code: null }
        : { settled_at: at, code: to.code };
  const result = await tables(tx)
    .updateTable('declaration')
    .set({ state: to.state, detail: null, ...columns })
    .where('id', '=', id)
    .where('state', '=', sql.lit('HELD'))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Declarations whose files have been kept as long as they may. */
export async function findOutlived(db: Db, now: Temporal.Instant, atMost: number): Promise<readonly string[]> {
  const rows = await tables(db)
    .selectFrom('declaration')
    .select('id')
    .where('keep_until', '<=', dateOf(now))
    .orderBy('keep_until')
    .limit(atMost)
    .execute();
  return rows.map(({ id }) => id);
}

/** Notes that a file is kept no longer. False when another process has noted it. */
export async function endKeeping(tx: Tx, id: string): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('declaration')
    .set({ keep_until: null })
    .where('id', '=', id)
    .where('keep_until', 'is not', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
