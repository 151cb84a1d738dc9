import { sql } from 'kysely';
import { parsePersonalCode, type Sex } from '../../estonia/index.ts';
import { dateOf, newId, plainDateOf, type Temporal } from '../../platform/index.ts';
import { anyOf, anyWord, type Db, type Places, statement, type Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import type { Client, Person } from './client.ts';

type ClientTable = {
  id: string;
  personal_code: string | null;
  internal_code: string | null;
  first_name: string;
  last_name: string;
  /** A date has no zone: it stays the text it is. */
  birth_date: string | null;
  sex: Sex | null;
  citizenship: string | null;
  registered_by: string;
  entered_by: string;
  registered_at: Date;
  merged_into: string | null;
  version: number;
};

type Tables = {
  client: ClientTable;
};

const tables = (db: Db) => db.withTables<Tables>();

function clientOf(row: ClientTable): Client {
  return {
    id: row.id,
    personalCode: row.personal_code === null ? undefined : parsePersonalCode(row.personal_code),
    internalCode: row.internal_code ?? undefined,
    firstName: row.first_name,
    lastName: row.last_name,
    birthDate: row.birth_date === null ? undefined : plainDateOf(row.birth_date),
    sex: row.sex ?? undefined,
    citizenship: row.citizenship ?? undefined,
    registeredBy: row.registered_by,
    enteredBy: row.entered_by,
    version: row.version,
  };
}

/** Files by what leads to them: rows that are `known` by an id, a code, a name, each with the file that it stands for, another where it was merged. */
function selectFiles(db: Db) {
  return tables(db)
    .selectFrom('client as known')
    .innerJoin('client', (join) => join.on('client.id', '=', (eb) => eb.fn.coalesce('known.merged_into', 'known.id')))
    .selectAll('client');
}

const selectKnown = statement((db, { ids }: Places<{ ids: readonly string[] }>) =>
  selectFiles(db).select('known.id as known_id').where('known.id', '=', anyOf(ids)),
);

/** The files that the given ids lead to, under those ids: a file that took up another is found under both. */
export async function findClients(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Client>> {
  if (ids.length === 0) return new Map();
  const rows = await selectKnown(db, { ids });
  return new Map(rows.map((row) => [row.known_id, clientOf(row)]));
}

/**
 * As {@link findClients}, and holds each file against merging until the transaction ends: what is written of a person then is written of that file.
 * The rows that lead there are held first: only then is it certain where they lead.
 */
export async function holdClients(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Client>> {
  if (ids.length === 0) return new Map();
  await tables(tx).selectFrom('client').select('id').where('id', '=', anyOf(ids)).orderBy('id').forShare().execute();
  const rows = await selectFiles(tx)
    .select('known.id as known_id')
    .where('known.id', '=', anyOf(ids))
    .orderBy('client.id')
    .forShare('client')
    .execute();
  return new Map(rows.map((row) => [row.known_id, clientOf(row)]));
}

/** The files that ids lead to, to change them: waits for everybody who holds them. Rows that only refer to a file may still be written meanwhile. */
export async function lockClients(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Client>> {
  await tables(tx).selectFrom('client').select('id').where('id', '=', anyOf(ids)).orderBy('id').forNoKeyUpdate().execute();
  const rows = await selectFiles(tx)
    .select('known.id as known_id')
    .where('known.id', '=', anyOf(ids))
    .orderBy('client.id')
    .forNoKeyUpdate('client')
    .execute();
  return new Map(rows.map((row) => [row.known_id, clientOf(row)]));
}

/** Every id that leads to the file: its own, and those of files that it took up. */
export async function findIds(db: Db, client: Pick<Client, 'id'>): Promise<readonly string[]> {
  const rows = await tables(db)
    .selectFrom('client')
    .select('id')
    .where((eb) => eb.or([eb('id', '=', client.id), eb('merged_into', '=', client.id)]))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function findByPersonalCode(db: Db, personalCode: string): Promise<Client | undefined> {
  const row = await selectFiles(db).where('known.personal_code', '=', personalCode).executeTakeFirst();
  return row && clientOf(row);
}

/** By the code that STAR has given to somebody without a personal code. */
export async function findByInternalCode(db: Db, internalCode: string): Promise<Client | undefined> {
  const row = await selectFiles(db).where('known.internal_code', '=', internalCode).executeTakeFirst();
  return row && clientOf(row);
}

/** As {@link findByPersonalCode}, and has whoever else would give a file that code wait until the transaction ends: nobody can hold a row that is not there. */
export async function holdPersonalCode(tx: Tx, personalCode: string): Promise<Client | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${personalCode}, 0))`.execute(tx);
  return findByPersonalCode(tx, personalCode);
}

/** 10,000 codes in one statement: PostgreSQL takes 65,535 parameters. */
const CODES_AT_ONCE = 10_000;

/** The clients there are among people with the given codes. */
export async function findByPersonalCodes(db: Db, personalCodes: readonly string[]): Promise<readonly Client[]> {
  const found: Client[] = [];
  for (let from = 0; from < personalCodes.length; from += CODES_AT_ONCE) {
    const codes = personalCodes.slice(from, from + CODES_AT_ONCE);
    const rows = await selectFiles(db).where('known.personal_code', '=', anyWord(codes)).execute();
    found.push(...rows.map(clientOf));
  }
  return found;
}

/** Behind every character that a name may have: U+10FFFF. */
const BEHIND_ALL = '\u{10FFFF}';

/** The institution's own clients of that name, by the beginning of it. */
export async function findByName(
  db: Db,
  institutionId: string,
  lastName: string,
  firstName: string | undefined,
  atMost: number,
): Promise<readonly Client[]> {
  const beginning = lastName.toLowerCase();
  const rows = await tables(db)
    .selectFrom('client')
    .select('id')
    .where('registered_by', '=', institutionId)
    // By its index, whatever the beginning: a pattern is planned for only where it is known.
    .where(sql<boolean>`lower(last_name) ~>=~ ${beginning}`)
    .where(sql<boolean>`lower(last_name) ~<~ ${beginning + BEHIND_ALL}`)
    .$if(firstName !== undefined, (query) => query.where(sql<boolean>`starts_with(lower(first_name), ${firstName?.toLowerCase()})`))
    .orderBy('last_name')
    .orderBy('first_name')
    .limit(atMost)
    .execute();
  const files = await findClients(
    db,
    rows.map(({ id }) => id),
  );
  return [...new Map(rows.flatMap(({ id }) => files.get(id) ?? []).map((client) => [client.id, client])).values()];
}

/** Other files, entered by an institution, with the same name and date of birth. */
export async function findNamesakes(
  db: Db,
  { id, firstName, lastName, birthDate }: Pick<Client, 'id' | 'firstName' | 'lastName' | 'birthDate'>,
  institutionId: string,
): Promise<readonly string[]> {
  if (birthDate === undefined) return [];
  const rows = await tables(db)
    .selectFrom('client')
    .select('id')
    .where('registered_by', '=', institutionId)
    .where((eb) => eb(eb.fn<string>('lower', ['last_name']), '=', lastName.toLowerCase()))
    .where((eb) => eb(eb.fn<string>('lower', ['first_name']), '=', firstName.toLowerCase()))
    .where('birth_date', '=', birthDate.toString())
    .where('merged_into', 'is', null)
    .where('id', '<>', id)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Enters a client; gives its id. Undefined when the personal code has a file already. */
export async function insertClient(
  tx: Tx,
  person: Person,
  { userId, institutionId }: Pick<Actor, 'userId' | 'institutionId'>,
  at: Temporal.Instant,
): Promise<string | undefined> {
  const id = newId();
  if (person.personalCode !== undefined && (await holdPersonalCode(tx, person.personalCode)) !== undefined) return undefined;
  await tables(tx)
    .insertInto('client')
    .values({
      id,
      ...columnsOf(person),
      // The part of a UUIDv7 behind its time, in a form people can read out: enough to be unique, nothing of the person in it.
      internal_code: person.personalCode === undefined ? `S-${id.slice(-12).toUpperCase()}` : null,
      registered_by: institutionId,
      entered_by: userId,
      registered_at: dateOf(at),
      merged_into: null,
      version: 1,
    })
    .execute();
  return id;
}

/** Writes down what a person's data are now, as the file's next version. The file must be locked, and another's personal code never given to it. */
export async function saveClient(tx: Tx, client: Client): Promise<void> {
  await tables(tx)
    .updateTable('client')
    .set({ ...columnsOf(client), version: client.version + 1 })
    .where('id', '=', client.id)
    .execute();
}

/** Has the ids of a file lead to another from now on, those too that led to it already. The files must be locked. */
export async function saveMerged(tx: Tx, fromIds: readonly string[], into: string): Promise<void> {
  await tables(tx)
    .updateTable('client')
    .set((eb) => ({ merged_into: into, version: eb('version', '+', 1) }))
    .where('id', '=', anyOf(fromIds))
    .execute();
}

function columnsOf({ personalCode, firstName, lastName, birthDate, sex, citizenship }: Person) {
  return {
    personal_code: personalCode ?? null,
    first_name: firstName,
    last_name: lastName,
    birth_date: birthDate?.toString() ?? null,
    sex: sex ?? null,
    citizenship: citizenship ?? null,
  };
}
