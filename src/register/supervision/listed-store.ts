import { parsePersonalCode } from '../../estonia/index.ts';
import { dateOf, instantOf, plainDateOf, type Temporal } from '../../platform/index.ts';
import { anyWord, type Db, type Tx } from '../../storage/index.ts';
import type { ListedPerson } from './listed-person.ts';

type ListedTable = {
  id: string;
  personal_code: string;
  reason: string;
  listed_by: string;
  listed_at: Date;
  /** A date has no zone: it stays the text it is. */
  until: string;
};

type Tables = { listed_person: ListedTable };

const tables = (db: Db) => db.withTables<Tables>();

export async function insertListed(tx: Tx, { id, personalCode, reason, listedBy, listedAt, until }: ListedPerson): Promise<void> {
  await tables(tx)
    .insertInto('listed_person')
    .values({ id, personal_code: personalCode, reason, listed_by: listedBy, listed_at: dateOf(listedAt), until: until.toString() })
    .execute();
}

/** All who are listed, in the order in which they were. They are few. */
export async function listListed(db: Db): Promise<readonly ListedPerson[]> {
  return (await tables(db).selectFrom('listed_person').selectAll().orderBy('id').execute()).map(listedOf);
}

export async function findListed(db: Db, id: string): Promise<ListedPerson | undefined> {
  const row = await tables(db).selectFrom('listed_person').selectAll().where('id', '=', id).executeTakeFirst();
  return row && listedOf(row);
}

/** Those of these people who are listed, whether still or not. */
export async function findListedAmong(db: Db, personalCodes: readonly string[]): Promise<readonly ListedPerson[]> {
  if (personalCodes.length === 0) return [];
  return (await tables(db).selectFrom('listed_person').selectAll().where('personal_code', '=', anyWord(personalCodes)).execute()).map(
    listedOf,
  );
}

/** Ends a listing with a day. */
export async function saveUntil(tx: Tx, id: string, until: Temporal.PlainDate): Promise<void> {
  await tables(tx).updateTable('listed_person').set({ until: until.toString() }).where('id', '=', id).execute();
}

/** Forgets who is not listed any more, some days behind the last: the chain may be judged late. */
export async function forgetListed(db: Db, before: Temporal.PlainDate): Promise<void> {
  await tables(db).deleteFrom('listed_person').where('until', '<', before.toString()).execute();
}

function listedOf(row: ListedTable): ListedPerson {
  const personalCode = parsePersonalCode(row.personal_code);
  if (personalCode === undefined) throw new Error('the table holds a personal code that is none');
  return {
    id: row.id,
    personalCode,
    reason: row.reason,
    listedBy: row.listed_by,
    listedAt: instantOf(row.listed_at),
    until: plainDateOf(row.until),
  };
}
