import { sql } from 'kysely';
import { dateOf, instantOf, plainDateOf, type Temporal } from '../../platform/index.ts';
import { anyOf, type Db, rowsOf, type Tx } from '../../storage/index.ts';
import type { ProceedingKind } from '../proceedings/index.ts';
import type { ChecklistItem, ItemCode, ItemObject, Outcome } from './checklist.ts';
import type { Desk, NoticeKind, NoticeState, RegistryNotice } from './notice.ts';

type NoticeTable = {
  id: string;
  institution_id: string;
  client_id: string;
  kind: NoticeKind;
  desk: Desk;
  work: ProceedingKind[];
  fingerprint: string;
  feed: string;
  /** A date has no zone: it stays the text it is. */
  event_date: string | null;
  query_id: string | null;
  told_at: Date;
  received_at: Date;
  state: NoticeState;
  resolved_by: string | null;
  resolved_at: Date | null;
  version: number;
};

type ItemTable = {
  notice_id: string;
  code: ItemCode;
  mandatory: boolean;
  done: ChecklistItem['done'];
  objects: unknown;
  state: ChecklistItem['state'];
  outcome: Outcome | null;
  reason: string | null;
  covers: string[] | null;
  settled_by: string | null;
  settled_at: Date | null;
};

type Tables = { registry_notice: NoticeTable; notice_item: ItemTable };

const tables = (db: Db) => db.withTables<Tables>();

/** Any number that no other part of the gateway locks by: "noti" in ASCII. */
const CLIENT_LOCK = 0x6e6f7469;

/** Has what is told of a client be received by one process at a time, until the transaction ends. */
export async function holdClient(tx: Tx, clientId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${clientId}, ${CLIENT_LOCK}))`.execute(tx);
}

export async function insertNotices(tx: Tx, notices: readonly RegistryNotice[]): Promise<void> {
  if (notices.length === 0) return;
  await tables(tx)
    .insertInto('registry_notice')
    .expression(
      rowsOf(
        'registry_notice',
        notices.map((notice) => ({
          id: notice.id,
          institution_id: notice.institutionId,
          client_id: notice.clientId,
          kind: notice.kind,
          desk: notice.desk,
          work: [...notice.work],
          fingerprint: notice.fingerprint,
          feed: notice.feed,
          event_date: notice.eventDate?.toString() ?? null,
          query_id: notice.queryId ?? null,
          told_at: dateOf(notice.toldAt),
          received_at: dateOf(notice.receivedAt),
          state: notice.state,
          resolved_by: notice.resolved?.by ?? null,
          resolved_at: notice.resolved === undefined ? null : dateOf(notice.resolved.at),
          version: notice.version,
        })),
      ),
    )
    .execute();
}

/** All that institutions were told of a client, under each id of their file, the newest first. */
export async function findNoticesOf(db: Db, clientIds: readonly string[]): Promise<readonly RegistryNotice[]> {
  const rows = await tables(db)
    .selectFrom('registry_notice')
    .selectAll()
    .where('client_id', '=', anyOf(clientIds))
    .orderBy('id', 'desc')
    .execute();
  return rows.map(noticeOf);
}

/** Notes that the same was told again. */
export async function toldAgain(tx: Tx, noticeIds: readonly string[], at: Temporal.Instant): Promise<void> {
  if (noticeIds.length === 0) return;
  await tables(tx)
    .updateTable('registry_notice')
    .set({ told_at: dateOf(at) })
    .where('id', '=', anyOf(noticeIds))
    .execute();
}

export async function findNotice(db: Db, id: string): Promise<RegistryNotice | undefined> {
  const row = await tables(db).selectFrom('registry_notice').selectAll().where('id', '=', id).executeTakeFirst();
  return row && noticeOf(row);
}

/** Reads a notice to change it: waits for whoever else does. */
export async function lockNotice(tx: Tx, id: string): Promise<RegistryNotice | undefined> {
  const row = await tables(tx).selectFrom('registry_notice').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  return row && noticeOf(row);
}

export async function saveNotice(tx: Tx, { id, state, work, resolved, version }: RegistryNotice): Promise<void> {
  await tables(tx)
    .updateTable('registry_notice')
    .set({
      state,
      work: [...work],
      resolved_by: resolved?.by ?? null,
      resolved_at: resolved === undefined ? null : dateOf(resolved.at),
      version,
    })
    .where('id', '=', id)
    .execute();
}

/** Which notices somebody is shown. */
export interface NoticeFilter {
  readonly institutionId: string;
  /** The kinds of proceeding that they work on. */
  readonly kinds: readonly ProceedingKind[];
  /** The ids of their own client file, if they have one: what is told of oneself is for a colleague (INV-65). */
  readonly notAbout: readonly string[];
  readonly includeResolved: boolean;
  readonly after: string | undefined;
  readonly limit: number;
}

/** What an institution has not finished with: by an index of its own, since it is little beside what it has. */
function selectUnresolved(db: Db, institutionId: string) {
  return tables(db)
    .selectFrom('registry_notice')
    .where('institution_id', '=', institutionId)
    .where('state', 'in', [sql.lit('OPEN' as const), sql.lit('IN_REVIEW' as const)]);
}

/** The statement behind {@link listNotices}; apart, so that its plan can be read. */
export function selectNotices(db: Db, filter: NoticeFilter) {
  const { institutionId, kinds, notAbout, includeResolved, after, limit } = filter;
  const all = tables(db)
    .selectFrom('registry_notice')
    .where('institution_id', '=', institutionId)
    .where('state', '<>', sql.lit('IRRELEVANT' as const));
  return (includeResolved ? all : selectUnresolved(db, institutionId))
    .selectAll()
    .where(sql<boolean>`work <@ ${kinds}::text[]`)
    .where((eb) => eb.not(eb('client_id', '=', anyOf(notAbout))))
    .$if(after !== undefined, (query) => query.where('id', '<', after ?? ''))
    .orderBy('id', 'desc')
    .limit(limit);
}

/** An institution's notices, the newest first, behind the given id. */
export async function listNotices(db: Db, filter: NoticeFilter): Promise<readonly RegistryNotice[]> {
  if (filter.kinds.length === 0) return [];
  const rows = await selectNotices(db, filter).execute();
  return rows.map(noticeOf);
}

/** The clients of whose death an institution was told and has not finished with it. */
export async function findUnresolvedDeaths(db: Db, institutionId: string): Promise<readonly string[]> {
  const rows = await selectUnresolved(db, institutionId).select('client_id').where('kind', '=', sql.lit('DEATH')).execute();
  return rows.map(({ client_id }) => client_id);
}

/** Writes checklists as they are now. */
export async function saveItems(
  tx: Tx,
  checklists: readonly { readonly notice: Pick<RegistryNotice, 'id'>; readonly items: readonly ChecklistItem[] }[],
): Promise<void> {
  const rows = checklists.flatMap(({ notice, items }) =>
    items.map(({ code, mandatory, done, objects, state, answer }) => ({
      notice_id: notice.id,
      code,
      mandatory,
      done,
      objects,
      state,
      outcome: answer?.outcome ?? null,
      reason: answer?.reason ?? null,
      covers: answer === undefined ? null : [...answer.covers],
      settled_by: answer?.by ?? null,
      settled_at: answer === undefined ? null : dateOf(answer.at),
    })),
  );
  if (rows.length === 0) return;
  await tables(tx)
    .insertInto('notice_item')
    .expression(rowsOf('notice_item', rows))
    .onConflict((conflict) =>
      conflict.columns(['notice_id', 'code']).doUpdateSet((eb) => ({
        objects: eb.ref('excluded.objects'),
        state: eb.ref('excluded.state'),
        outcome: eb.ref('excluded.outcome'),
        reason: eb.ref('excluded.reason'),
        covers: eb.ref('excluded.covers'),
        settled_by: eb.ref('excluded.settled_by'),
        settled_at: eb.ref('excluded.settled_at'),
      })),
    )
    .execute();
}

/** The checklist of a notice as it was written last. */
export async function findItems(db: Db, noticeId: string): Promise<readonly ChecklistItem[]> {
  const rows = await tables(db).selectFrom('notice_item').selectAll().where('notice_id', '=', noticeId).execute();
  return rows.map(({ code, mandatory, done, objects, state, outcome, reason, covers, settled_by: by, settled_at: at }) => ({
    code,
    mandatory,
    done,
    objects: objects as readonly ItemObject[],
    state,
    answer:
      outcome === null || by === null || at === null || covers === null
        ? undefined
        : { outcome, reason: reason ?? undefined, by, at: instantOf(at), covers },
  }));
}

function noticeOf(row: NoticeTable): RegistryNotice {
  const { resolved_by: by, resolved_at: at } = row;
  return {
    id: row.id,
    institutionId: row.institution_id,
    clientId: row.client_id,
    kind: row.kind,
    desk: row.desk,
    work: row.work,
    fingerprint: row.fingerprint,
    feed: row.feed,
    eventDate: row.event_date === null ? undefined : plainDateOf(row.event_date),
    queryId: row.query_id ?? undefined,
    toldAt: instantOf(row.told_at),
    receivedAt: instantOf(row.received_at),
    state: row.state,
    resolved: by === null || at === null ? undefined : { by, at: instantOf(at) },
    version: row.version,
  };
}
