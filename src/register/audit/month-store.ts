import { sql } from 'kysely';
import { dateOf, instantOf, Temporal } from '../../platform/index.ts';
import { anyOf, type Db, type Tx } from '../../storage/index.ts';

type Tables = {
  audit_seal: { line: string; hash: Uint8Array; at: Date };
  audit_anchor: { single: boolean; line: string; hash: Uint8Array; gone_before: Date; last_line: string; stragglers: number };
};

const tables = (db: Db) => db.withTables<Tables>();

/** Where the walk along the chain begins, once its first months are gone. */
export interface ChainStart {
  /** The last line of those that are gone without a gap, and its hash. */
  readonly line: number;
  readonly hash: Uint8Array;
  readonly goneBefore: Temporal.Instant;
  /** The last line of all that are gone, and how many of them were sealed behind the first line that stayed. */
  readonly lastLine: number;
  readonly stragglers: number;
}

export async function findChainStart(db: Db): Promise<ChainStart | undefined> {
  const row = await tables(db).selectFrom('audit_anchor').selectAll().executeTakeFirst();
  return (
    row && {
      line: Number(row.line),
      hash: row.hash,
      goneBefore: instantOf(row.gone_before),
      lastLine: Number(row.last_line),
      stragglers: row.stragglers,
    }
  );
}

/** Makes the table of a month (UTC); false where there is one already. Several processes may. */
export async function makeMonth(db: Db, month: Temporal.PlainYearMonth): Promise<boolean> {
  const { rows } = await sql<{ made: boolean }>`select make_audit_month(${month.toPlainDate({ day: 1 }).toString()}::date) as made`.execute(
    db,
  );
  return rows[0]?.made === true;
}

/** Lines that lie in no month's table: their month was not made in time. */
export async function countRest(db: Db): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) as count from audit_event_rest`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

const NAME = /^audit_event_(\d{4})_(\d{2})$/;

/** The months of which there is a table, the earliest first. */
export async function listMonths(db: Db): Promise<readonly Temporal.PlainYearMonth[]> {
  const { rows } = await sql<{ name: string }>`
    select inhrelid::regclass::text as name from pg_inherits where inhparent = 'audit_event'::regclass order by 1`.execute(db);
  return rows.flatMap(({ name }) => {
    const [, year, month] = NAME.exec(name) ?? [];
    return year === undefined || month === undefined ? [] : [Temporal.PlainYearMonth.from(`${year}-${month}`)];
  });
}

const tableOf = (month: Temporal.PlainYearMonth) => sql.table(`audit_event_${month.toString().replace('-', '_')}`);

/** Whether lines of a month still wait to be sealed: until then the chain does not vouch for them. */
export async function hasUnsealed(db: Db, month: Temporal.PlainYearMonth): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select from ${tableOf(month)} line where not exists (select from audit_seal where event_id = line.id)) as waits`.execute(
    db,
  );
  return rows[0]?.waits === true;
}

/** Whether a month tells of one of these clients or proceedings. */
export async function tellsOf(
  db: Db,
  month: Temporal.PlainYearMonth,
  { clientIds, proceedingIds }: { readonly clientIds: readonly string[]; readonly proceedingIds: readonly string[] },
): Promise<boolean> {
  const { rows } = await sql<{ tells: boolean }>`
    select exists (select from ${tableOf(month)} where client_id = ${anyOf(clientIds)}) or
      exists (select from ${tableOf(month)} where proceeding_id = ${anyOf(proceedingIds)}) as tells`.execute(db);
  return rows[0]?.tells === true;
}

/** Takes the table of a month out of the log, with all that is in it. Writers wait until the transaction ends. */
export async function dropMonth(tx: Tx, month: Temporal.PlainYearMonth): Promise<void> {
  await sql`alter table audit_event detach partition ${tableOf(month)}`.execute(tx);
  await sql`drop table ${tableOf(month)}`.execute(tx);
}

/** Notes from where the chain is walked now that lines before the moment are gone, and lets go of the seals before that. */
export async function moveChainStart(tx: Tx, goneBefore: Temporal.Instant): Promise<ChainStart | undefined> {
  const at = dateOf(goneBefore);
  const { rows } = await sql<{ line: string; hash: Uint8Array; last_line: string; stragglers: number }>`
    with first_kept as (
      select coalesce((select line from audit_seal where at >= ${at} order by line limit 1), (select max(line) + 1 from audit_seal)) as line)
    insert into audit_anchor (line, hash, gone_before, last_line, stragglers)
    select line, hash, ${at}::timestamptz,
      (select max(line) from audit_seal where at < ${at}),
      (select count(*) from audit_seal where at < ${at} and line > (select line from first_kept))
    from audit_seal where line = (select line - 1 from first_kept)
    on conflict (single) do update set line = excluded.line, hash = excluded.hash, gone_before = excluded.gone_before,
      last_line = excluded.last_line, stragglers = excluded.stragglers
    returning line, hash, last_line, stragglers`.execute(tx);
  const [start] = rows;
  if (start === undefined) return undefined;
  await sql`delete from audit_seal where line < ${start.line}`.execute(tx);
  return { line: Number(start.line), hash: start.hash, goneBefore, lastLine: Number(start.last_line), stragglers: start.stragglers };
}
