import { type RawBuilder, sql } from 'kysely';
import { dateOf, type Temporal } from '../platform/index.ts';
import { type Db, noneOf, type Tx } from '../storage/index.ts';
import type { Query } from './query.ts';
import { type QueryTable, queryOf } from './query-table.ts';

/** How many of a register's queries come due in one turn: each has a turn of its own, so that those beyond it are not forgotten. */
const WOKEN_AT_MOST = 100;

/** What a turn at a register is taken with. `salt` decides between those who are equal: a whole number, another one each time. */
export interface Taking {
  readonly registry: string;
  readonly salt: number;
}

/** What waited for its time and is due: `RETRY_WAIT -> QUEUED`. */
export async function wakeDue(tx: Tx, registry: string, now: Temporal.Instant): Promise<void> {
  await sql`
    update query set state = 'QUEUED', not_before = null
    where id in (
      select id from query where registry = ${registry} and state = 'RETRY_WAIT' and not_before <= ${dateOf(now)}
      order by not_before limit ${WOKEN_AT_MOST} for update skip locked)`.execute(tx);
}

/**
 * Claims the query whose turn it is: `QUEUED -> SENT`. The attempt number it returns is the caller's fencing token. Undefined when nothing waits.
 */
export function claimNext(tx: Tx, taking: Taking, leaseUntil: Temporal.Instant): Promise<Query | undefined> {
  return take(tx, taking, sql`state = 'SENT', attempt = q.attempt + 1, lease_until = ${dateOf(leaseUntil)}, not_before = null`);
}

/** Puts off the query whose turn it would be, since its register is not to be asked now: `QUEUED -> RETRY_WAIT`. */
export function postponeNext(tx: Tx, taking: Taking, notBefore: Temporal.Instant, code: string): Promise<Query | undefined> {
  const due = dateOf(notBefore);
  return take(
    tx,
    taking,
    // That nobody knows what came of a write matters more to whoever reads it than why it waits.
    sql`state = 'RETRY_WAIT', not_before = ${due}, enqueued_at = ${due}, code = case when q.code = 'WRITE_UNCLEAR' then q.code else ${code} end`,
  );
}

/** A class of which everything is just being taken by others gives way to the next. */
async function take(tx: Tx, taking: Taking, change: RawBuilder<unknown>): Promise<Query | undefined> {
  for (let above = 0; ; ) {
    const { rows } = await taken(taking, above, change).execute(tx);
    const [row] = rows;
    if (row === undefined) return undefined;
    if (row.id !== null) return queryOf(row);
    above = row.lane;
  }
}

type Nobody = { readonly [K in keyof QueryTable]: null };

/**
 * Whose turn it is: in the most urgent class in which something waits, the institution that has the fewest queries under way at the register, of it
 * the worker who has the fewest, of theirs the query that is wanted first. Who is equal draws lots. So an institution, and in it a worker, has the
 * same share of a register as any other that waits, however much it waits for.
 *
 * Only who waits is looked at, by one step in the index each, never all that they wait for.
 */
function taken({ registry, salt }: Taking, above: number, change: RawBuilder<unknown>) {
  return sql<{ lane: number } & (QueryTable | Nobody)>`
    with recursive
    lane as (
      select class from query where registry = ${registry} and state = 'QUEUED' and class > ${above} order by class limit 1
    ),
    asker as (
      (select q.institution_id, q.user_id from query q
       where q.registry = ${registry} and q.state = 'QUEUED' and q.class = (select class from lane)
       order by q.institution_id, q.user_id limit 1)
      union all
      select after.institution_id, after.user_id from asker cross join lateral (
        select q.institution_id, q.user_id from query q
        where q.registry = ${registry} and q.state = 'QUEUED' and q.class = (select class from lane)
          and (q.institution_id, q.user_id) > (asker.institution_id, asker.user_id)
        order by q.institution_id, q.user_id limit 1
      ) after
    ),
    running as (
      select institution_id, user_id, count(*) as own from query where registry = ${registry} and state = 'SENT' group by institution_id, user_id
    ),
    ranked as (
      select a.institution_id, a.user_id from asker a left join running r using (institution_id, user_id)
      order by
        coalesce((select sum(own) from running where running.institution_id = a.institution_id), 0),
        hashtextextended(a.institution_id::text, ${salt}),
        coalesce(r.own, 0),
        hashtextextended(a.user_id::text, ${salt})
    ),
    next as (
      select first.id from ranked cross join lateral (
        select id from query q
        where q.registry = ${registry} and q.state = 'QUEUED' and q.class = (select class from lane)
          and q.institution_id = ranked.institution_id and q.user_id = ranked.user_id
        order by q.wanted_by limit 1 for update skip locked
      ) first limit 1
    ),
    changed as (
      update query q set ${change} where q.id = (select id from next) returning q.*
    )
    select lane.class as lane, changed.* from lane left join changed on true`;
}

/** What was put off for a reason that is gone is due at once: `RETRY_WAIT -> QUEUED`. Gives how many turns that makes. */
export async function releaseFrom(tx: Tx, registry: string, code: string, now: Temporal.Instant): Promise<number> {
  const result = await sql`
    update query set state = 'QUEUED', not_before = null, enqueued_at = ${dateOf(now)}
    where registry = ${registry} and state = 'RETRY_WAIT' and code = ${code}`.execute(tx);
  return Number(result.numAffectedRows ?? 0);
}

/** Undoes a claim of which nothing has come: `SENT -> QUEUED`, as if it had not been its turn. */
export async function giveBack(tx: Tx, claim: Pick<Query, 'id' | 'attempt'>, now: Temporal.Instant): Promise<void> {
  await sql`
    update query set state = 'QUEUED', attempt = attempt - 1, lease_until = null, enqueued_at = ${dateOf(now)}
    where id = ${claim.id} and attempt = ${claim.attempt} and state = 'SENT'`.execute(tx);
}

/** `QUEUED -> FAULTED`; undefined when it has moved meanwhile. */
export async function faultWaiting(
  tx: Tx,
  id: string,
  code: string,
  at: Temporal.Instant,
): Promise<{ readonly clientId: string; readonly proceedingId: string } | undefined> {
  const { rows } = await sql<{ clientId: string; proceedingId: string }>`
    update query set state = 'FAULTED', code = ${code}, enqueued_at = ${dateOf(at)} where id = ${id} and state = 'QUEUED'
    returning client_id as "clientId", proceeding_id as "proceedingId"`.execute(tx);
  return rows[0];
}

/** Queries that have been due since before the given moment at registers that nobody works any more: their ids. */
export async function homeless(db: Db, registries: readonly string[], before: Temporal.Instant): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from query where state = 'QUEUED' and enqueued_at < ${dateOf(before)} and registry <> ${noneOf(registries)}
    limit ${WOKEN_AT_MOST}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Queries whose worker has died: its lease has run out. `SENT -> QUEUED`; the claim's number fences it off should it still be alive. */
export async function freeAbandoned(tx: Tx, now: Temporal.Instant, atMost: number): Promise<readonly Pick<Query, 'registry'>[]> {
  const { rows } = await sql<{ registry: string }>`
    update query set state = 'QUEUED', lease_until = null, enqueued_at = ${dateOf(now)}
    where id in (
      select id from query where state = 'SENT' and lease_until < ${dateOf(now)} order by lease_until limit ${atMost} for update skip locked)
    returning registry`.execute(tx);
  return rows;
}

/** How many queries of each register have been due since before the given moment, and have not had their turn. */
export async function overdue(db: Db, before: Temporal.Instant): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ registry: string; overdue: number }>`
    select registry, count(*) as overdue from query
    where state in ('QUEUED', 'RETRY_WAIT') and enqueued_at < ${dateOf(before)} group by registry`.execute(db);
  return new Map(rows.map((row) => [row.registry, row.overdue]));
}
