import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { dateOf, instantOf, ZONE } from '../../platform/index.ts';
import { anyOf, anyWord, type Db, type Places, statement, type Tx } from '../../storage/index.ts';
import type { CloseReason, Proceeding, ProceedingKind, ProceedingState, Subject, SubjectRole } from './proceeding.ts';

type ProceedingTable = {
  id: string;
  no: string;
  kind: ProceedingKind;
  state: ProceedingState;
  institution_id: string;
  owner_id: string;
  opened_at: Date;
  closed_at: Date | null;
  close_reason: CloseReason | null;
  version: number;
};

type Tables = {
  proceeding: ProceedingTable;
  proceeding_subject: { proceeding_id: string; client_id: string; role: SubjectRole };
};

const tables = (db: Db) => db.withTables<Tables>();

/** Proceedings with their subjects, by one statement; a lock that is asked for takes the proceedings alone. */
function selectProceedings(db: Db) {
  return tables(db)
    .selectFrom('proceeding')
    .selectAll('proceeding')
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('proceeding_subject')
          .select(['client_id as clientId', 'role'])
          .whereRef('proceeding_id', '=', 'proceeding.id')
          .orderBy('client_id'),
      ).as('subjects'),
    );
}

function proceedingOf(row: ProceedingTable & { readonly subjects: readonly Subject[] }): Proceeding {
  return {
    id: row.id,
    no: row.no,
    kind: row.kind,
    state: row.state,
    institutionId: row.institution_id,
    ownerId: row.owner_id,
    openedAt: instantOf(row.opened_at),
    closedAt: row.closed_at === null ? undefined : instantOf(row.closed_at),
    closeReason: row.close_reason ?? undefined,
    subjects: row.subjects,
    version: row.version,
  };
}

export async function findProceeding(db: Db, id: string): Promise<Proceeding | undefined> {
  const row = await selectProceedings(db).where('id', '=', id).executeTakeFirst();
  return row && proceedingOf(row);
}

/** By the number that people read. */
export async function findProceedingByNo(db: Db, no: string): Promise<Proceeding | undefined> {
  const row = await selectProceedings(db).where('no', '=', no).executeTakeFirst();
  return row && proceedingOf(row);
}

/** Reads a proceeding and holds it against closing until the transaction ends. Others may hold it too. */
export async function holdProceeding(tx: Tx, id: string): Promise<Proceeding | undefined> {
  const row = await selectProceedings(tx).where('id', '=', id).forShare('proceeding').executeTakeFirst();
  return row && proceedingOf(row);
}

/** The proceedings there are among the given ids. */
export async function findProceedings(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Proceeding>> {
  if (ids.length === 0) return new Map();
  const rows = await selectProceedings(db).where('id', '=', anyOf(ids)).execute();
  return new Map(rows.map((row) => [row.id, proceedingOf(row)]));
}

/** As {@link findProceedings}, and holds each against closing until the transaction ends. */
export async function holdProceedings(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Proceeding>> {
  if (ids.length === 0) return new Map();
  const rows = await selectProceedings(tx).where('id', '=', anyOf(ids)).orderBy('id').forShare('proceeding').execute();
  return new Map(rows.map((row) => [row.id, proceedingOf(row)]));
}

const selectFree = statement((db, { ids }: Places<{ ids: readonly string[] }>) =>
  selectProceedings(db).where('id', '=', anyOf(ids)).orderBy('id').forShare('proceeding').skipLocked(),
);

/** As {@link holdProceedings}, without waiting: those that somebody is changing are left out. */
export async function holdFreeProceedings(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Proceeding>> {
  if (ids.length === 0) return new Map();
  const rows = await selectFree(tx, { ids });
  return new Map(rows.map((row) => [row.id, proceedingOf(row)]));
}

/** Reads a proceeding to change it: waits for everybody who holds it. Rows that only refer to it may still be written: they need not wait. */
export async function lockProceeding(tx: Tx, id: string): Promise<Proceeding | undefined> {
  const row = await selectProceedings(tx).where('id', '=', id).forNoKeyUpdate('proceeding').executeTakeFirst();
  return row && proceedingOf(row);
}

/** Every institution's open proceedings in which one of the clients is a subject, in the order of their opening. */
export async function findOpenOn(db: Db, clientIds: readonly string[]): Promise<readonly Proceeding[]> {
  if (clientIds.length === 0) return [];
  const rows = await selectProceedings(db)
    .where('state', '=', 'OPENED')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('proceeding_subject')
        .select('proceeding_subject.proceeding_id')
        .where('proceeding_subject.client_id', '=', anyOf(clientIds)),
    )
    .orderBy('id')
    .execute();
  return rows.map(proceedingOf);
}

/** Proceedings of the given kinds, an institution's or everybody's with the archive, in the order of their opening, behind the given id. */
export async function listProceedings(
  db: Db,
  {
    institutionId,
    kinds,
    after,
    limit,
  }: { institutionId: string | undefined; kinds: readonly ProceedingKind[]; after: string | undefined; limit: number },
): Promise<readonly Proceeding[]> {
  if (kinds.length === 0) return [];
  const rows = await selectProceedings(db)
    .$if(institutionId !== undefined, (query) => query.where('institution_id', '=', institutionId ?? '').where('state', '<>', 'ARCHIVED'))
    .where('kind', '=', anyWord(kinds))
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(proceedingOf);
}

export async function insertProceeding(
  tx: Tx,
  proceeding: Omit<Proceeding, 'no' | 'version' | 'closedAt' | 'closeReason' | 'subjects'>,
): Promise<void> {
  await tables(tx)
    .insertInto('proceeding')
    .values({
      id: proceeding.id,
      no: sql<string>`${String(proceeding.openedAt.toZonedDateTimeISO(ZONE).year)} || '/' || nextval('proceeding_no')`,
      kind: proceeding.kind,
      state: proceeding.state,
      institution_id: proceeding.institutionId,
      owner_id: proceeding.ownerId,
      opened_at: dateOf(proceeding.openedAt),
      closed_at: null,
      close_reason: null,
      version: 1,
    })
    .execute();
}

export async function saveProceeding(tx: Tx, proceeding: Proceeding): Promise<void> {
  await tables(tx)
    .updateTable('proceeding')
    .set({
      state: proceeding.state,
      institution_id: proceeding.institutionId,
      owner_id: proceeding.ownerId,
      closed_at: proceeding.closedAt === undefined ? null : dateOf(proceeding.closedAt),
      close_reason: proceeding.closeReason ?? null,
      version: proceeding.version,
    })
    .where('id', '=', proceeding.id)
    .execute();
}
