import { parsePersonalCode } from '../../../estonia/index.ts';
import { dateOf, type Temporal } from '../../../platform/index.ts';
import type { Db, Tx } from '../../../storage/index.ts';
import type { AuthLevel, AuthMethod, Identity } from '../identity.ts';

type Tables = {
  tara_sign_in: {
    secret_hash: Uint8Array;
    begun_at: Date;
    answered_at: Date | null;
    personal_code: string | null;
    first_name: string | null;
    last_name: string | null;
    auth_method: AuthMethod | null;
    auth_level: AuthLevel | null;
  };
};

const tables = (db: Db) => db.withTables<Tables>();

export async function insertBegun(db: Db, secretHash: Uint8Array, at: Temporal.Instant): Promise<void> {
  await tables(db)
    .insertInto('tara_sign_in')
    .values({
      secret_hash: secretHash,
      begun_at: dateOf(at),
      answered_at: null,
      personal_code: null,
      first_name: null,
      last_name: null,
      auth_method: null,
      auth_level: null,
    })
    .execute();
}

/** Takes TARA's one answer to a sign-in that was begun after the given time. False: there is none, or it has been answered. */
export async function takeAnswer(db: Db, secretHash: Uint8Array, at: Temporal.Instant, begunAfter: Temporal.Instant): Promise<boolean> {
  const result = await tables(db)
    .updateTable('tara_sign_in')
    .set({ answered_at: dateOf(at) })
    .where('secret_hash', '=', secretHash)
    .where('answered_at', 'is', null)
    .where('begun_at', '>', dateOf(begunAfter))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Keeps whom TARA vouches for, until they say where they go in. */
export async function saveIdentity(
  db: Db,
  secretHash: Uint8Array,
  { personalCode, firstName, lastName, method, level }: Identity,
): Promise<void> {
  await tables(db)
    .updateTable('tara_sign_in')
    .set({ personal_code: personalCode, first_name: firstName, last_name: lastName, auth_method: method, auth_level: level })
    .where('secret_hash', '=', secretHash)
    .execute();
}

/** Whom TARA has vouched for since the given time. */
export async function findIdentity(db: Db, secretHash: Uint8Array, answeredAfter: Temporal.Instant): Promise<Identity | undefined> {
  const row = await tables(db)
    .selectFrom('tara_sign_in')
    .select(['personal_code', 'first_name', 'last_name', 'auth_method', 'auth_level'])
    .where('secret_hash', '=', secretHash)
    .where('answered_at', '>', dateOf(answeredAfter))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { first_name: firstName, last_name: lastName, auth_method: method, auth_level: level } = row;
  const personalCode = parsePersonalCode(row.personal_code ?? '');
  if (personalCode === undefined || firstName === null || lastName === null || method === null || level === null) return undefined;
  return { personalCode, firstName, lastName, method, level };
}

/** Spends an identity: it lets somebody in once. False: somebody was quicker. */
export async function spendIdentity(tx: Tx, secretHash: Uint8Array): Promise<boolean> {
  const result = await tables(tx).deleteFrom('tara_sign_in').where('secret_hash', '=', secretHash).executeTakeFirst();
  return result.numDeletedRows === 1n;
}

export async function deleteBegunBefore(db: Db, before: Temporal.Instant): Promise<void> {
  await tables(db).deleteFrom('tara_sign_in').where('begun_at', '<=', dateOf(before)).execute();
}
