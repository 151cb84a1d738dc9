import { type RawBuilder, sql } from 'kysely';
import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import { anyOf, type Db, type Tx } from '../../storage/index.ts';
import type { BulkChoice, BulkOperation, BulkVerb } from './bulk-operation.ts';

type BulkTable = {
  id: string;
  registry: string;
  verb: BulkVerb;
  query_ids: readonly string[] | null;
  code: string | null;
  reason: string;
  user_id: string;
  institution_id: string;
  roles: readonly string[];
  at: Date;
  total: number;
  done: number;
  refused: number;
  cursor: string | null;
  ended_at: Date | null;
};

type Tables = { bulk_operation: BulkTable };

const tables = (db: Db) => db.withTables<Tables>();

export async function insertOperation(tx: Tx, operation: BulkOperation): Promise<void> {
  const { choice, actor } = operation;
  await tables(tx)
    .insertInto('bulk_operation')
    .values({
      id: operation.id,
      registry: operation.registry,
      verb: operation.verb,
      query_ids: 'ids' in choice ? choice.ids : null,
      code: 'ids' in choice ? null : (choice.code ?? null),
      reason: operation.reason,
      user_id: actor.userId,
      institution_id: actor.institutionId,
      roles: actor.roles,
      at: dateOf(operation.at),
      total: operation.total,
      done: 0,
      refused: 0,
      cursor: null,
      ended_at: null,
    })
    .execute();
}

/** The oldest operation that has not come to its end and that nobody has in hand, held until the transaction ends. */
export async function lockUnderWay(tx: Tx): Promise<BulkOperation | undefined> {
  const row = await tables(tx)
    .selectFrom('bulk_operation')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row && operationOf(row);
}

/** Notes how far an operation has come. */
export async function moveOn(
  tx: Tx,
  id: string,
  to: {
    readonly cursor: string | undefined;
    readonly done: number;
    readonly refused: number;
    readonly endedAt: Temporal.Instant | undefined;
  },
): Promise<void> {
  await tables(tx)
    .updateTable('bulk_operation')
    .set((eb) => ({
      ...(to.cursor === undefined ? {} : { cursor: to.cursor }),
      done: eb('done', '+', to.done),
      refused: eb('refused', '+', to.refused),
      ended_at: to.endedAt === undefined ? null : dateOf(to.endedAt),
    }))
    .where('id', '=', id)
    .execute();
}

/** A registry's latest operations, the newest first. */
export async function latestOperations(db: Db, registry: string, atMost: number): Promise<readonly BulkOperation[]> {
  const rows = await tables(db)
    .selectFrom('bulk_operation')
    .selectAll()
    .where('registry', '=', registry)
    .orderBy('id', 'desc')
    .limit(atMost)
    .execute();
  return rows.map(operationOf);
}

type Meant = Pick<BulkOperation, 'id' | 'registry' | 'choice'>;

/** The next queries that are meant, in the order of their ids. */
export async function nextMeant(db: Db, operation: Meant & Pick<BulkOperation, 'cursor'>, atMost: number): Promise<readonly string[]> {
  const behind = operation.cursor === undefined ? sql`true` : sql`id > ${operation.cursor}::uuid`;
  const { rows } = await sql<{ id: string }>`
    select id from query where ${meant(operation)} and ${behind} order by id limit ${atMost}`.execute(db);
  return rows.map(({ id }) => id);
}

export async function countMeant(db: Db, operation: Meant): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from query where ${meant(operation)}`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

/** Ids are in order of time: what was asked after the operation has a larger one. Codes are compared as operators see them. */
function meant({ id, registry, choice }: Meant): RawBuilder<unknown> {
  if ('ids' in choice) return sql`registry = ${registry} and id = ${anyOf(choice.ids)}`;
  const code = choice.code === undefined ? sql`true` : sql`regexp_replace(code, '\\d{11}', '***', 'g') = ${choice.code}`;
  return sql`registry = ${registry} and state in ('FAULTED', 'FAILED') and id < ${id}::uuid and ${code}`;
}

function operationOf(row: BulkTable): BulkOperation {
  const choice: BulkChoice = row.query_ids === null ? { code: row.code ?? undefined } : { ids: row.query_ids };
  return {
    id: row.id,
    registry: row.registry,
    verb: row.verb,
    choice,
    reason: row.reason,
    actor: { userId: row.user_id, institutionId: row.institution_id, roles: row.roles },
    at: instantOf(row.at),
    total: row.total,
    done: row.done,
    refused: row.refused,
    cursor: row.cursor ?? undefined,
    endedAt: row.ended_at === null ? undefined : instantOf(row.ended_at),
  };
}
