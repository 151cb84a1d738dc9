import { sql } from 'kysely';
import type { Month } from '../../estonia/index.ts';
import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import { type Declaration, type DeclarationState, STANDING_STATES, WORKED_STATES } from './declaration.ts';
import { type DeclarationTable, declarationOf, named, tables } from './declaration-table.ts';

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

/** Holds a declaration until the transaction ends. */
export async function lockDeclaration(tx: Tx, id: string): Promise<Declaration | undefined> {
  const row = await tables(tx).selectFrom('declaration').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && declarationOf(row);
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
