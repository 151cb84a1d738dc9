import { dateOf, type Temporal } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';

type Tables = {
  signature_check: {
    document_id: string;
    state: 'WAITING' | 'CHECKED' | 'UNREADABLE';
    due_at: Date | null;
    tries: number;
    checked_at: Date | null;
    signature_count: number | null;
    valid_count: number | null;
    sealed_report: Uint8Array | null;
  };
};

const tables = (db: Db) => db.withTables<Tables>();

/** Has a document's signatures be checked from the given moment on. */
export async function insertCheck(tx: Tx, documentId: string, dueAt: Temporal.Instant): Promise<void> {
  const nothing = { checked_at: null, signature_count: null, valid_count: null, sealed_report: null };
  await tables(tx)
    .insertInto('signature_check')
    .values({ document_id: documentId, state: 'WAITING', due_at: dateOf(dueAt), tries: 0, ...nothing })
    .execute();
}

/** A check that is due, taken up by one worker, who has until the lease ends; how often it was taken up, this time included. */
export interface TakenCheck {
  readonly documentId: string;
  readonly tries: number;
}

export async function takeDueCheck(db: Db, now: Temporal.Instant, until: Temporal.Instant): Promise<TakenCheck | undefined> {
  const row = await tables(db)
    .updateTable('signature_check')
    .set((eb) => ({ due_at: dateOf(until), tries: eb('tries', '+', 1) }))
    .where('document_id', '=', (eb) =>
      eb
        .selectFrom('signature_check')
        .select('document_id')
        .where('due_at', '<=', dateOf(now))
        .orderBy('due_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['document_id', 'tries'])
    .executeTakeFirst();
  return row && { documentId: row.document_id, tries: row.tries };
}

export async function putOffCheck(db: Db, { documentId, tries }: TakenCheck, until: Temporal.Instant): Promise<void> {
  await tables(db)
    .updateTable('signature_check')
    .set({ due_at: dateOf(until) })
    .where('document_id', '=', documentId)
    .where('state', '=', 'WAITING')
    .where('tries', '=', tries)
    .execute();
}

/** What was found; undefined where nothing can be. False where somebody else has settled it, or taken it up, since it was taken. */
export async function settleCheck(
  tx: Tx,
  { documentId, tries }: TakenCheck,
  at: Temporal.Instant,
  found: { readonly count: number; readonly valid: number; readonly sealed: Uint8Array } | undefined,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('signature_check')
    .set({
      state: found === undefined ? 'UNREADABLE' : 'CHECKED',
      due_at: null,
      checked_at: dateOf(at),
      signature_count: found?.count ?? null,
      valid_count: found?.valid ?? null,
      sealed_report: found?.sealed ?? null,
    })
    .where('document_id', '=', documentId)
    .where('state', '=', 'WAITING')
    .where('tries', '=', tries)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function findSealedReport(db: Db, documentId: string): Promise<Uint8Array | undefined> {
  const row = await tables(db)
    .selectFrom('signature_check')
    .select('sealed_report')
    .where('document_id', '=', documentId)
    .executeTakeFirst();
  return row?.sealed_report ?? undefined;
}
