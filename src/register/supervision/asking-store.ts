import { sql } from 'kysely';
import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import { anyOf, type Db, rowsOf, type Tx } from '../../storage/index.ts';
import type { Pace, Pursuit } from './facts.ts';
import type { Count } from './quota.ts';

type Tables = {
  asking_hour: {
    worker_id: string;
    institution_id: string;
    hour: Date;
    role: string;
    questions: number;
    refusals: number;
    persons: number;
  };
  asking_person: {
    worker_id: string;
    institution_id: string;
    hour: Date;
    proceeding_id: string;
    client_id: string;
    followed: boolean;
  };
  usual_pace: { role: string; day: Date; persons: number };
};

const tables = (db: Db) => db.withTables<Tables>();

/** Questions and refusals of one worker in one hour, to be added. */
export interface HourOfAsking {
  readonly workerId: string;
  readonly institutionId: string;
  readonly hour: Temporal.Instant;
  readonly role: string;
  readonly questions: number;
  readonly refusals: number;
}

/** That a worker asked about a person in a proceeding, in an hour: once, however often they did. */
export interface PersonAsked {
  readonly workerId: string;
  readonly institutionId: string;
  readonly hour: Temporal.Instant;
  readonly proceedingId: string;
  readonly clientId: string;
}

/** Adds to the counts of hours. */
export async function addHours(tx: Tx, hours: readonly HourOfAsking[]): Promise<void> {
  if (hours.length === 0) return;
  await tables(tx)
    .insertInto('asking_hour')
    .expression(
      rowsOf(
        'asking_hour',
        hours.map(({ workerId, institutionId, hour, role, questions, refusals }) => ({
          worker_id: workerId,
          institution_id: institutionId,
          hour: dateOf(hour),
          role,
          questions,
          refusals,
          persons: 0,
        })),
      ),
    )
    .onConflict((conflict) =>
      conflict.columns(['worker_id', 'hour', 'institution_id']).doUpdateSet((eb) => ({
        questions: eb('asking_hour.questions', '+', eb.ref('excluded.questions')),
        refusals: eb('asking_hour.refusals', '+', eb.ref('excluded.refusals')),
      })),
    )
    .execute();
}

/** Keeps who was asked about. */
export async function addPersons(tx: Tx, persons: readonly PersonAsked[]): Promise<void> {
  if (persons.length === 0) return;
  await tables(tx)
    .insertInto('asking_person')
    .expression(
      rowsOf(
        'asking_person',
        persons.map(({ workerId, institutionId, hour, proceedingId, clientId }) => ({
          worker_id: workerId,
          institution_id: institutionId,
          hour: dateOf(hour),
          proceeding_id: proceedingId,
          client_id: clientId,
          followed: false,
        })),
      ),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Counts the different people of these workers' hour, and gives the hour as it stands then. */
export async function settleHour(
  tx: Tx,
  hour: Temporal.Instant,
  workerIds: readonly string[],
): Promise<readonly (Pace & { role: string })[]> {
  const rows = await tables(tx)
    .updateTable('asking_hour')
    .set((eb) => ({
      persons: eb
        .selectFrom('asking_person')
        .select(sql<number>`count(distinct client_id)::integer`.as('persons'))
        .whereRef('asking_person.worker_id', '=', 'asking_hour.worker_id')
        .whereRef('asking_person.institution_id', '=', 'asking_hour.institution_id')
        .where('asking_person.hour', '=', dateOf(hour)),
    }))
    .where('worker_id', '=', anyOf(workerIds))
    .where('hour', '=', dateOf(hour))
    .returningAll()
    .execute();
  return rows.map((row) => ({ ...paceOf(row, hour), role: row.role }));
}

/** These workers' hours since `from` and before `until`, as one. */
export async function paceBetween(
  db: Db,
  workerIds: readonly string[],
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<readonly Pace[]> {
  const rows = await tables(db)
    .selectFrom('asking_hour')
    .select(['worker_id', 'institution_id'])
    .select((eb) => [
      sql<number>`sum(questions)::integer`.as('questions'),
      sql<number>`sum(refusals)::integer`.as('refusals'),
      eb
        .selectFrom('asking_person')
        .select(sql<number>`count(distinct client_id)::integer`.as('persons'))
        .whereRef('asking_person.worker_id', '=', 'asking_hour.worker_id')
        .whereRef('asking_person.institution_id', '=', 'asking_hour.institution_id')
        .where('asking_person.hour', '>=', dateOf(from))
        .where('asking_person.hour', '<', dateOf(until))
        .as('persons'),
    ])
    .where('worker_id', '=', anyOf(workerIds))
    .where('hour', '>=', dateOf(from))
    .where('hour', '<', dateOf(until))
    .groupBy(['worker_id', 'institution_id'])
    .execute();
  return rows.map((row) => paceOf({ ...row, persons: row.persons ?? 0 }, from));
}

function paceOf(
  row: { worker_id: string; institution_id: string; questions: number; refusals: number; persons: number },
  begins: Temporal.Instant,
): Pace {
  const { worker_id: workerId, institution_id: institutionId, questions, refusals, persons } = row;
  return { workerId, institutionId, begins, questions, refusals, persons };
}

/** What these institutions' workers together asked since `from` and before `until`. */
export async function institutionsBetween(
  db: Db,
  institutionIds: readonly string[],
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<readonly (Count & { readonly institutionId: string })[]> {
  const rows = await tables(db)
    .selectFrom('asking_hour')
    .select('institution_id')
    .select((eb) => [
      sql<number>`sum(questions)::integer`.as('questions'),
      eb
        .selectFrom('asking_person')
        .select(sql<number>`count(distinct client_id)::integer`.as('persons'))
        .whereRef('asking_person.institution_id', '=', 'asking_hour.institution_id')
        .where('asking_person.hour', '>=', dateOf(from))
        .where('asking_person.hour', '<', dateOf(until))
        .as('persons'),
    ])
    .where('institution_id', '=', anyOf(institutionIds))
    .where('hour', '>=', dateOf(from))
    .where('hour', '<', dateOf(until))
    .groupBy('institution_id')
    .execute();
  return rows.map((row) => ({ institutionId: row.institution_id, questions: row.questions, persons: row.persons ?? 0 }));
}

/**
 * The median of persons in an hour in which somebody of the role asked, over the days before this one. Written down when it is first wanted on a
 * day: it is the same for everybody of that day. Undefined when nobody of the role asked in those days.
 */
export async function usualPace(tx: Tx, role: string, day: Temporal.Instant, since: Temporal.Instant): Promise<number | undefined> {
  const known = await tables(tx)
    .selectFrom('usual_pace')
    .select('persons')
    .where('role', '=', role)
    .where('day', '=', dateOf(day))
    .executeTakeFirst();
  if (known !== undefined) return known.persons;
  const row = await tables(tx)
    .selectFrom('asking_hour')
    .select(sql<number | null>`percentile_cont(0.5) within group (order by persons)`.as('median'))
    .where('role', '=', role)
    .where('hour', '>=', dateOf(since))
    .where('hour', '<', dateOf(day))
    .where('persons', '>', 0)
    .executeTakeFirst();
  if (row === undefined || row.median === null) return undefined;
  await tables(tx)
    .insertInto('usual_pace')
    .values({ role, day: dateOf(day), persons: row.median })
    .execute();
  return row.median;
}

/** Who asked in these proceedings since the given time. */
export async function askersIn(
  db: Db,
  proceedingIds: readonly string[],
  since: Temporal.Instant,
): Promise<
  readonly { readonly proceedingId: string; readonly workerId: string; readonly institutionId: string; readonly hour: Temporal.Instant }[]
> {
  if (proceedingIds.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('asking_person')
    .select(['proceeding_id', 'worker_id', 'institution_id'])
    .select(({ fn }) => fn.max('hour').as('hour'))
    .where('proceeding_id', '=', anyOf(proceedingIds))
    .where('hour', '>=', dateOf(since))
    .groupBy(['proceeding_id', 'worker_id', 'institution_id'])
    .execute();
  return rows.map((row) => ({
    proceedingId: row.proceeding_id,
    workerId: row.worker_id,
    institutionId: row.institution_id,
    hour: instantOf(row.hour),
  }));
}

/** Takes up to so many hours of asking that began before the given time and of which nobody has looked what followed. */
export async function takeUnfollowed(tx: Tx, before: Temporal.Instant, atMost: number): Promise<readonly Omit<Pursuit, 'isFollowedUp'>[]> {
  const rows = await tables(tx)
    .updateTable('asking_person')
    .set({ followed: true })
    .where(sql<string>`asking_person.ctid`, 'in', (eb) =>
      eb
        .selectFrom('asking_person')
        .select(sql<string>`ctid`.as('ctid'))
        .where('followed', '=', false)
        .where('hour', '<', dateOf(before))
        .orderBy('hour')
        .limit(atMost)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['worker_id', 'institution_id', 'proceeding_id', 'hour'])
    .execute();
  return rows.map((row) => ({
    workerId: row.worker_id,
    institutionId: row.institution_id,
    proceedingId: row.proceeding_id,
    askedAt: instantOf(row.hour),
  }));
}

/** Forgets the counts from before the given time, but not what still has to be followed up. */
export async function forgetCounts(db: Db, before: Temporal.Instant): Promise<void> {
  await tables(db).deleteFrom('asking_hour').where('hour', '<', dateOf(before)).execute();
  await tables(db).deleteFrom('asking_person').where('hour', '<', dateOf(before)).where('followed', '=', true).execute();
  await tables(db).deleteFrom('usual_pace').where('day', '<', dateOf(before)).execute();
}
