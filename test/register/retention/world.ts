import { sql } from 'kysely';
import { newId, type Temporal, ZONE } from '../../../src/platform/index.ts';
import type { Database } from '../../../src/storage/index.ts';
import { personalCode } from '../../town.ts';

/** What is entered of a proceeding: how many days before the day of the run it ended, on whom. */
export interface Ended {
  readonly kind: string;
  /** Undefined: it is open. */
  readonly endedDaysAgo: number | undefined;
  /** Of the latest action, where that was a correction made after the end. */
  readonly correctedDaysAgo?: number;
  readonly clientIds: readonly string[];
}

export interface Somebody {
  readonly userId: string;
  readonly institutionId: string;
}

const agoOf = (now: Temporal.Instant, days: number) => now.toZonedDateTimeISO(ZONE).subtract({ days }).toInstant().toString();

let serial = 400;

/** A client file as old as is said, with a name and an address in it. */
export async function enterOldFile(
  database: Database,
  by: Somebody,
  now: Temporal.Instant,
  birthDate: string,
  enteredDaysAgo: number,
): Promise<string> {
  serial += 1;
  const id = newId();
  const at = agoOf(now, enteredDaysAgo);
  const code = personalCode(serial, birthDate);
  await sql`
    insert into client (id, personal_code, first_name, last_name, birth_date, sex, registered_by, registered_at, entered_by)
    values (${id}, ${code}, 'Näidis', 'Isik', ${birthDate}, 'FEMALE', ${by.institutionId}, ${at}, ${by.userId})`.execute(database.db);
  await sql`
    insert into client_entry (id, client_id, kind, content, valid_from, source, entered_by, institution_id, entered_at)
    select ${newId()}, id, 'NAME', '{"kind":"NAME","firstName":"Näidis","lastName":"Isik"}', '2000-01-01', 'WORKER', ${by.userId},
      ${by.institutionId}, ${at} from client where id = ${id}`.execute(database.db);
  return id;
}

/** A proceeding with one of each thing that hangs on proceedings. */
export async function enterProceeding(database: Database, by: Somebody, now: Temporal.Instant, ended: Ended): Promise<string> {
  const id = newId();
  const intakeId = newId();
  const queryId = newId();
  const permitId = newId();
  const [client] = ended.clientIds;
  const days = ended.endedDaysAgo;
  const at = agoOf(now, (days ?? 0) + 1);
  const { userId, institutionId } = by;
  await database.transaction(async (tx) => {
    await sql`
      insert into proceeding (id, no, kind, state, institution_id, owner_id, opened_at, closed_at, close_reason)
      values (${id}, ${id}, ${ended.kind}, ${days === undefined ? 'OPENED' : 'CLOSED'}, ${institutionId}, ${userId}, ${at},
        ${days === undefined ? null : agoOf(now, days)}, ${days === undefined ? null : 'SOLVED'})`.execute(tx);
    for (const [index, clientId] of ended.clientIds.entries()) {
      await sql`insert into proceeding_subject (proceeding_id, client_id, role) values (${id}, ${clientId}, ${index === 0 ? 'MAIN' : 'CHILD'})`.execute(
        tx,
      );
    }
    await sql`
      insert into intake (id, no, kind, channel, problem, state, institution_id, registered_by, received_at, proceeding_id)
      values (${intakeId}, ${intakeId}, 'APPLICATION_BENEFIT', 'PHONE', 'Toimetulek', ${days === undefined ? 'IN_PROCEEDING' : 'CLOSED'},
        ${institutionId}, ${userId}, ${at}, ${id})`.execute(tx);
    await sql`insert into intake_subject (intake_id, client_id, role) values (${intakeId}, ${client}, 'MAIN')`.execute(tx);
    const done = days === undefined ? at : agoOf(now, ended.correctedDaysAgo ?? days);
    await sql`
      insert into action (id, proceeding_id, kind, origin, performed_by, text, query_id, at, done_at)
      values (${newId()}, ${id}, 'MEETING', 'MANUAL', ${userId}, 'Kodukülastus', ${queryId}, ${done}, ${done})`.execute(tx);
    await sql`insert into proceeding_step (id, proceeding_id, kind, at, by) values (${newId()}, ${id}, 'OPENED', ${at}, ${userId})`.execute(
      tx,
    );
    await sql`
      insert into proceeding_link (id, proceeding_id, url, title, added_by, added_at)
      values (${newId()}, ${id}, 'https://naidis.ee/', 'Näidis', ${userId}, ${at})`.execute(tx);
    await sql`
      insert into proceeding_transfer (id, proceeding_id, from_institution, to_institution, offered_by, offered_at, reason, state, decided_by, decided_at)
      values (${newId()}, ${id}, ${institutionId}, ${institutionId}, ${userId}, ${at}, 'kolis', 'REFUSED', ${userId}, ${at})`.execute(tx);
    await sql`
      insert into document (id, proceeding_id, kind, title, file_name, media_type, bytes, sha256, sealed_key, uploaded_by, uploaded_at, scanned)
      values (${newId()}, ${id}, 'OTHER', 'Näidis', 'naidis.pdf', 'application/pdf', 1, decode(repeat('00', 32), 'hex'), '\\x00', ${userId}, ${at}, false)`.execute(
      tx,
    );
    await sql`
      insert into letter (id, proceeding_id, recipient, subject, posted_by, posted_at, state, attempt, due_at, sent_at)
      values (${newId()}, ${id}, 'a@naidis.ee', 'Näidis', ${userId}, ${at}, 'SENT', 1, ${at}, ${at})`.execute(tx);
    await sql`
      insert into emergency_access (id, proceeding_id, worker_id, institution_id, justification, asked_at, decide_by)
      values (${newId()}, ${id}, ${userId}, ${institutionId}, 'keegi on ohus', ${at}, ${at})`.execute(tx);
    await sql`
      insert into query_permit (id, at, user_id, institution_id, proceeding_id, client_id, type_code, parameters, legal_basis, fields)
      values (${permitId}, ${at}, ${userId}, ${institutionId}, ${id}, ${client}, 'X', '{}', 'SHS', '[]')`.execute(tx);
    await sql`
      insert into query (id, permit_id, proceeding_id, institution_id, client_id, type_code, registry, question_hash, state, asked_at, enqueued_at,
        correlation_id, class, user_id, wanted_by)
      values (${queryId}, ${permitId}, ${id}, ${institutionId}, ${client}, 'X', 'rr', ${id}, 'PURGED', ${at}, ${at}, ${newId()}, 3, ${userId}, ${at})`.execute(
      tx,
    );
    await sql`
      insert into query_attempt (query_id, attempt, x_road_id, service, request_bytes, sent_at, purpose)
      values (${queryId}, 1, ${newId()}, 'X', 1, ${at}, 'ASK')`.execute(tx);
    await sql`insert into query_answer (query_id, sealed) values (${queryId}, '\\x00')`.execute(tx);
    await sql`
      insert into change_notice (id, feed, client_id, proceeding_id, institution_id, new_personal_code, told_at, query_id)
      values (${newId()}, 'RR.DEATHS', ${client}, ${id}, ${institutionId}, false, ${at}, ${queryId})`.execute(tx);
  });
  return id;
}

/** Where rows of a proceeding lie, and by which of its ids. */
const OF_PROCEEDING = [
  ['proceeding', sql`t.id = p`],
  ['proceeding_subject', sql`t.proceeding_id = p`],
  ['proceeding_step', sql`t.proceeding_id = p`],
  ['proceeding_link', sql`t.proceeding_id = p`],
  ['proceeding_transfer', sql`t.proceeding_id = p`],
  ['action', sql`t.proceeding_id = p`],
  ['intake', sql`t.proceeding_id = p`],
  ['emergency_access', sql`t.proceeding_id = p`],
  ['document', sql`t.proceeding_id = p`],
  ['letter', sql`t.proceeding_id = p`],
  ['query_permit', sql`t.proceeding_id = p`],
  ['query', sql`t.proceeding_id = p`],
  ['change_notice', sql`t.proceeding_id = p`],
] as const;

/** Tables whose rows hang on proceedings: those that are looked at here. */
export const HANGING: readonly string[] = OF_PROCEEDING.map(([table]) => table);

/** All rows of each proceeding, as one text; an empty one where there is none. Its state and version apart: the archive changes those alone. */
export async function contentsOf(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const parts = OF_PROCEEDING.map(
    ([table, of]) =>
      sql`coalesce((select string_agg((to_jsonb(t) - 'state' - 'version')::text, ',' order by to_jsonb(t)::text) from ${sql.table(table)} t where ${of}), '')`,
  );
  const { rows } = await sql<{ id: string; text: string }>`
    select p as id, concat(${sql.join(parts)}) as text from unnest(${[...ids]}::uuid[]) p`.execute(database.db);
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** The states of proceedings that are there. */
export async function statesOf(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; state: string }>`
    select id, state from proceeding where id = any(${[...ids]}::uuid[])`.execute(database.db);
  return new Map(rows.map(({ id, state }) => [id, state]));
}
