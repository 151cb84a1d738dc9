import { parsePersonalCode, type Sex } from '../../estonia/index.ts';
import { dateOf, newId, Temporal } from '../../platform/index.ts';
import { anyOf, anyWord, type Db, type Tx } from '../../storage/index.ts';
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
  registered_by: string;
  registered_at: Date;
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
    birthDate: row.birth_date === null ? undefined : Temporal.PlainDate.from(row.birth_date),
    sex: row.sex ?? undefined,
    registeredBy: row.registered_by,
  };
}

/** The clients there are among the given ids. */
export async function findClients(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Client>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(db).selectFrom('client').selectAll().where('id', '=', anyOf(ids)).execute();
  return new Map(rows.map((row) => [row.id, clientOf(row)]));
}

export async function findByPersonalCode(db: Db, personalCode: string): Promise<Client | undefined> {
  const row = await tables(db).selectFrom('client').selectAll().where('personal_code', '=', personalCode).executeTakeFirst();
  return row && clientOf(row);
}

/** 10,000 codes in one statement: PostgreSQL takes 65,535 parameters. */
const CODES_AT_ONCE = 10_000;

/** The clients there are among people with the given codes. */
export async function findByPersonalCodes(db: Db, personalCodes: readonly string[]): Promise<readonly Client[]> {
  const found: Client[] = [];
  for (let from = 0; from < personalCodes.length; from += CODES_AT_ONCE) {
    const codes = personalCodes.slice(from, from + CODES_AT_ONCE);
    const rows = await tables(db).selectFrom('client').selectAll().where('personal_code', '=', anyWord(codes)).execute();
    found.push(...rows.map(clientOf));
  }
  return found;
}

/** The institution's own clients of that name, by the beginning of it. */
export async function findByName(
  db: Db,
  institutionId: string,
  lastName: string,
  firstName: string | undefined,
  atMost: number,
): Promise<readonly Client[]> {
  const startsWith = (text: string) => `${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await tables(db)
    .selectFrom('client')
    .selectAll()
    .where('registered_by', '=', institutionId)
    .where((eb) => eb(eb.fn<string>('lower', ['last_name']), 'like', startsWith(lastName)))
    .$if(firstName !== undefined, (query) =>
      query.where((eb) => eb(eb.fn<string>('lower', ['first_name']), 'like', startsWith(firstName ?? ''))),
    )
    .orderBy('last_name')
    .orderBy('first_name')
    .limit(atMost)
    .execute();
  return rows.map(clientOf);
}

/** Enters a client. Undefined when the personal code has a file already. */
export async function insertClient(tx: Tx, person: Person, registeredBy: string, at: Temporal.Instant): Promise<string | undefined> {
  const id = newId();
  const row = await tables(tx)
    .insertInto('client')
    .values({
      id,
      personal_code: person.personalCode ?? null,
      // The part of a UUIDv7 behind its time, in a form people can read out: enough to be unique, nothing of the person in it.
      internal_code: person.personalCode === undefined ? `S-${id.slice(-12).toUpperCase()}` : null,
      first_name: person.firstName,
      last_name: person.lastName,
      birth_date: person.birthDate?.toString() ?? null,
      sex: person.sex ?? null,
      registered_by: registeredBy,
      registered_at: dateOf(at),
    })
    .onConflict((conflict) => conflict.column('personal_code').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}
