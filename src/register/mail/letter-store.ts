import type { NotNull } from 'kysely';
import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import { anyOf, type Db, type Tx } from '../../storage/index.ts';
import type { CheckedLetter, Letter, LetterState, PostedLetter } from './letter.ts';

type LetterTable = {
  id: string;
  /** Null, as who posted it: the register itself wrote it. */
  proceeding_id: string | null;
  recipient: string;
  subject: string;
  /** Until it is sent. */
  text: string | null;
  posted_by: string | null;
  /** What a letter of the register's own is about, which is told to nobody twice. */
  occasion: string | null;
  posted_at: Date;
  state: LetterState;
  attempt: number;
  due_at: Date;
  lease_until: Date | null;
  sent_at: Date | null;
  code: string | null;
};

type AttachmentTable = { letter_id: string; place: number; name: string; content: Uint8Array };

/** Those that somebody wrote. */
type OfProceeding = { proceeding_id: NotNull; posted_by: NotNull };

const tables = (db: Db) => db.withTables<{ letter: LetterTable; letter_attachment: AttachmentTable }>();

export async function insertLetter(
  tx: Tx,
  id: string,
  letter: CheckedLetter,
  { proceedingId, postedBy, postedAt }: Pick<PostedLetter, 'proceedingId' | 'postedBy' | 'postedAt'>,
): Promise<void> {
  await tables(tx)
    .insertInto('letter')
    .values({ ...waiting(id, letter, postedAt), proceeding_id: proceedingId, posted_by: postedBy, occasion: null })
    .execute();
  for (const [place, { name, content }] of letter.attachments.entries())
    await tables(tx).insertInto('letter_attachment').values({ letter_id: id, place, name, content }).execute();
}

/** Enters a letter that the register writes by itself. False: whom it is to has been told. */
export async function insertNotice(
  tx: Tx,
  id: string,
  letter: CheckedLetter,
  { occasion, postedAt }: { readonly occasion: string; readonly postedAt: Temporal.Instant },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(tx)
    .insertInto('letter')
    .values({ ...waiting(id, letter, postedAt), proceeding_id: null, posted_by: null, occasion })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Forgets what became of the register's own letters that were posted before; gives how many. */
export async function forgetNotices(tx: Tx, before: Temporal.Instant): Promise<number> {
  const { numDeletedRows } = await tables(tx)
    .deleteFrom('letter')
    .where('occasion', 'is not', null)
    .where('state', 'in', ['SENT', 'FAILED'])
    .where('posted_at', '<', dateOf(before))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

function waiting(id: string, { to, subject, text }: CheckedLetter, postedAt: Temporal.Instant) {
  return {
    id,
    recipient: to,
    subject,
    text,
    posted_at: dateOf(postedAt),
    state: 'WAITING' as const,
    attempt: 0,
    due_at: dateOf(postedAt),
    lease_until: null,
    sent_at: null,
    code: null,
  };
}

export async function findLetter(db: Db, proceedingId: string, id: string): Promise<PostedLetter | undefined> {
  const row = await tables(db)
    .selectFrom('letter')
    .selectAll()
    .$narrowType<OfProceeding>()
    .where('id', '=', id)
    .where('proceeding_id', '=', proceedingId)
    .executeTakeFirst();
  return row && letterOf(row);
}

/** A proceeding's letters in their order, behind the given id. */
export async function listLetters(
  db: Db,
  proceedingId: string,
  after: string | undefined,
  limit: number,
): Promise<readonly PostedLetter[]> {
  const rows = await tables(db)
    .selectFrom('letter')
    .selectAll()
    .$narrowType<OfProceeding>()
    .where('proceeding_id', '=', proceedingId)
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(letterOf);
}

/** A letter that one has taken up, and which attempt that is: another's word about an earlier one does not count. */
export interface ClaimedLetter {
  readonly id: string;
  readonly attempt: number;
  /** Undefined: the register itself wrote it. */
  readonly proceedingId: string | undefined;
  readonly letter: Letter;
}

/** Takes up a letter that is due, or one whose sender has never told what became of it. */
export async function claimLetter(tx: Tx, now: Temporal.Instant, leaseUntil: Temporal.Instant): Promise<ClaimedLetter | undefined> {
  const at = dateOf(now);
  const row = await tables(tx)
    .selectFrom('letter')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb.and([eb('state', '=', 'WAITING'), eb('due_at', '<=', at)]),
        eb.and([eb('state', '=', 'SENDING'), eb('lease_until', '<', at)]),
      ]),
    )
    .orderBy('due_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const attempt = row.attempt + 1;
  await tables(tx)
    .updateTable('letter')
    .set({ state: 'SENDING', attempt, lease_until: dateOf(leaseUntil) })
    .where('id', '=', row.id)
    .execute();
  const attachments = await tables(tx)
    .selectFrom('letter_attachment')
    .selectAll()
    .where('letter_id', '=', row.id)
    .orderBy('place')
    .execute();
  const { recipient: to, subject, text } = row;
  const letter = { to, subject, text: text ?? '', attachments: attachments.map(({ name, content }) => ({ name, content })) };
  return { id: row.id, attempt, proceedingId: row.proceeding_id ?? undefined, letter };
}

export type LetterOutcome =
  | { readonly state: 'SENT'; readonly at: Temporal.Instant }
  | { readonly state: 'WAITING'; readonly dueAt: Temporal.Instant; readonly code: string }
  | { readonly state: 'FAILED'; readonly code: string };

/** Notes what became of an attempt; false where another has taken the letter up since. What was written is not kept beyond. */
export async function settleLetter(
  tx: Tx,
  { id, attempt }: Pick<ClaimedLetter, 'id' | 'attempt'>,
  outcome: LetterOutcome,
): Promise<boolean> {
  const { state } = outcome;
  const settled = await tables(tx)
    .updateTable('letter')
    .set({
      state,
      lease_until: null,
      code: state === 'SENT' ? null : outcome.code,
      ...(state === 'SENT' ? { sent_at: dateOf(outcome.at) } : {}),
      ...(state === 'WAITING' ? { due_at: dateOf(outcome.dueAt) } : { text: null }),
    })
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .where('state', '=', 'SENDING')
    .executeTakeFirst();
  if (settled.numUpdatedRows !== 1n) return false;
  if (state !== 'WAITING') await tables(tx).deleteFrom('letter_attachment').where('letter_id', '=', id).execute();
  return true;
}

/** Erases the letters of these proceedings, for retention. */
export async function eraseLetters(tx: Tx, proceedingIds: readonly string[]): Promise<void> {
  await tables(tx).deleteFrom('letter').where('proceeding_id', '=', anyOf(proceedingIds)).execute();
}

function letterOf(row: LetterTable & { proceeding_id: string; posted_by: string }): PostedLetter {
  return {
    id: row.id,
    proceedingId: row.proceeding_id,
    to: row.recipient,
    subject: row.subject,
    postedBy: row.posted_by,
    postedAt: instantOf(row.posted_at),
    state: row.state,
    sentAt: row.sent_at === null ? undefined : instantOf(row.sent_at),
    code: row.code ?? undefined,
  };
}
