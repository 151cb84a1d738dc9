import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import { CHANGE_KINDS, type ChangeKind } from '../../registries/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import { FINAL_STATES, type QueryState } from '../query.ts';

type Tables = {
  change_notice: {
    id: string;
    feed: string;
    client_id: string;
    proceeding_id: string;
    institution_id: string;
    new_personal_code: boolean;
    told_at: Date;
    query_id: string | null;
    kinds: string | null;
    explained_at: Date | null;
  };
  query: { id: string; state: QueryState };
};

const tables = (db: Db) => db.withTables<Tables>();

/** A register has told that somebody's data have changed. What has, is known when the query made of it is answered; the register of notices has it then. */
export interface ChangeNotice {
  readonly id: string;
  readonly feed: string;
  readonly clientId: string;
  readonly proceedingId: string;
  readonly newPersonalCode: boolean;
  readonly toldAt: Temporal.Instant;
  readonly queryId: string | undefined;
  readonly kinds: readonly ChangeKind[] | undefined;
}

function noticeOf(row: Tables['change_notice']): ChangeNotice {
  return {
    id: row.id,
    feed: row.feed,
    clientId: row.client_id,
    proceedingId: row.proceeding_id,
    newPersonalCode: row.new_personal_code,
    toldAt: instantOf(row.told_at),
    queryId: row.query_id ?? undefined,
    kinds: row.kinds?.split(' ').flatMap((kind) => CHANGE_KINDS.find((one) => one === kind) ?? []),
  };
}

/** Notes a change; one that has not been explained yet goes on with the newer query. */
export async function noteChange(
  tx: Tx,
  change: Omit<ChangeNotice, 'kinds' | 'toldAt'> & { readonly institutionId: string; readonly at: Temporal.Instant },
): Promise<void> {
  const told = { told_at: dateOf(change.at), query_id: change.queryId ?? null };
  await tables(tx)
    .insertInto('change_notice')
    .values({
      id: change.id,
      feed: change.feed,
      client_id: change.clientId,
      proceeding_id: change.proceedingId,
      institution_id: change.institutionId,
      new_personal_code: change.newPersonalCode,
      kinds: null,
      explained_at: null,
      ...told,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['proceeding_id', 'client_id'])
        .where('explained_at', 'is', null)
        .doUpdateSet((eb) => ({
          ...told,
          new_personal_code: eb.or([eb.ref('change_notice.new_personal_code'), eb.val(change.newPersonalCode)]).$castTo<boolean>(),
        })),
    )
    .execute();
}

/** Ids of changes whose query has come to its end, or that have none; the oldest first. */
export async function findExplainable(db: Db, atMost: number): Promise<readonly string[]> {
  const rows = await tables(db)
    .selectFrom('change_notice')
    .leftJoin('query', 'query.id', 'change_notice.query_id')
    .select('change_notice.id')
    .where('explained_at', 'is', null)
    .where((eb) => eb.or([eb('query_id', 'is', null), eb('query.state', 'in', [...FINAL_STATES])]))
    .orderBy('change_notice.id')
    .limit(atMost)
    .execute();
  return rows.map(({ id }) => id);
}

/** Takes up a change to explain it; undefined when another process has, or is at it. */
export async function takeUnexplained(tx: Tx, id: string): Promise<ChangeNotice | undefined> {
  const row = await tables(tx)
    .selectFrom('change_notice')
    .selectAll()
    .where('id', '=', id)
    .where('explained_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row && noticeOf(row);
}

export async function explain(tx: Tx, id: string, kinds: readonly ChangeKind[], at: Temporal.Instant): Promise<void> {
  await tables(tx)
    .updateTable('change_notice')
    .set({ kinds: kinds.join(' '), explained_at: dateOf(at) })
    .where('id', '=', id)
    .execute();
}

/** Whether a query was asked to look a change up: who then read its answer was the feed, and has told of all that it showed. */
export async function wasLookUp(db: Db, queryId: string): Promise<boolean> {
  const row = await tables(db).selectFrom('change_notice').select('id').where('query_id', '=', queryId).limit(1).executeTakeFirst();
  return row !== undefined;
}
