import { type PersonalCode, parsePersonalCode } from '../../estonia/index.ts';
import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import type { AuthLevel, AuthMethod, Identity } from './identity.ts';

type Tables = {
  citizen: { id: string; personal_code: string; first_name: string; last_name: string };
  citizen_session: {
    id: string;
    token_hash: Uint8Array;
    citizen_id: string;
    started_at: Date;
    seen_at: Date;
    auth_method: AuthMethod;
    auth_level: AuthLevel;
  };
};

const tables = (db: Db) => db.withTables<Tables>();

/** Somebody who comes by themselves: no account, no role, no institution. */
export interface Citizen {
  readonly id: string;
  readonly personalCode: PersonalCode;
  readonly firstName: string;
  readonly lastName: string;
  readonly sessionId: string;
}

export interface CitizenSession {
  readonly citizen: Citizen;
  readonly startedAt: Temporal.Instant;
  readonly seenAt: Temporal.Instant;
}

/** Knows the person again, by their personal code, under the name that the state has for them now. Gives the id that they have. */
export async function keepCitizen(
  tx: Tx,
  id: string,
  { personalCode, firstName, lastName }: Omit<Identity, 'method' | 'level'>,
): Promise<string> {
  const kept = await tables(tx)
    .insertInto('citizen')
    .values({ id, personal_code: personalCode, first_name: firstName, last_name: lastName })
    .onConflict((conflict) => conflict.column('personal_code').doUpdateSet({ first_name: firstName, last_name: lastName }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return kept.id;
}

export async function insertCitizenSession(
  tx: Tx,
  session: { id: string; tokenHash: Uint8Array; citizenId: string; at: Temporal.Instant; method: AuthMethod; level: AuthLevel },
): Promise<void> {
  await tables(tx)
    .insertInto('citizen_session')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      citizen_id: session.citizenId,
      started_at: dateOf(session.at),
      seen_at: dateOf(session.at),
      auth_method: session.method,
      auth_level: session.level,
    })
    .execute();
}

export async function findCitizenSession(db: Db, tokenHash: Uint8Array): Promise<CitizenSession | undefined> {
  const row = await tables(db)
    .selectFrom('citizen_session')
    .innerJoin('citizen', 'citizen.id', 'citizen_session.citizen_id')
    .select(['citizen_session.id', 'citizen_id', 'personal_code', 'first_name', 'last_name', 'started_at', 'seen_at'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  const personalCode = parsePersonalCode(row?.personal_code ?? '');
  if (row === undefined || personalCode === undefined) return undefined;
  const citizen = { id: row.citizen_id, personalCode, firstName: row.first_name, lastName: row.last_name, sessionId: row.id };
  return { citizen, startedAt: instantOf(row.started_at), seenAt: instantOf(row.seen_at) };
}

export async function touchCitizenSession(db: Db, id: string, at: Temporal.Instant): Promise<void> {
  await tables(db)
    .updateTable('citizen_session')
    .set({ seen_at: dateOf(at) })
    .where('id', '=', id)
    .execute();
}

export async function deleteCitizenSession(db: Db, id: string): Promise<void> {
  await tables(db).deleteFrom('citizen_session').where('id', '=', id).execute();
}

export async function deleteCitizenSessionsBefore(
  db: Db,
  { seenAt, startedAt }: { readonly seenAt: Temporal.Instant; readonly startedAt: Temporal.Instant },
): Promise<void> {
  await tables(db)
    .deleteFrom('citizen_session')
    .where((eb) => eb.or([eb('seen_at', '<=', dateOf(seenAt)), eb('started_at', '<=', dateOf(startedAt))]))
    .execute();
}

/** Reads a citizen's row, so that what they do at once comes one after the other. */
export async function holdCitizen(tx: Tx, id: string): Promise<void> {
  await tables(tx).selectFrom('citizen').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}
