import { dateOf, instantOf } from '../../platform/index.ts';
import { anyOf, type Db, type Tx } from '../../storage/index.ts';
import type { EmployeeProfile } from './profile.ts';

type ProfileTable = {
  user_id: string;
  version: number;
  education_level: string | null;
  email: string;
  phone: string;
  entered_by: string;
  entered_at: Date;
};

type Tables = { employee_profile: ProfileTable };

const tables = (db: Db) => db.withTables<Tables>();

/** What each of the users says of themselves now; who has said nothing is missing. */
export async function findProfiles(db: Db, userIds: readonly string[]): Promise<ReadonlyMap<string, EmployeeProfile>> {
  if (userIds.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom('employee_profile')
    .selectAll()
    .distinctOn('user_id')
    .where('user_id', '=', anyOf(userIds))
    .orderBy('user_id')
    .orderBy('version', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.user_id, profileOf(row)]));
}

/** Where each of the users is written to; who has told nothing of themselves is missing. */
export async function findEmails(db: Db, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await findProfiles(db, userIds))].map(([userId, { contacts }]) => [userId, contacts.email]));
}

/** All that a user has ever said of themselves, the latest first. */
export async function listProfileVersions(db: Db, userId: string): Promise<readonly EmployeeProfile[]> {
  const rows = await tables(db)
    .selectFrom('employee_profile')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(profileOf);
}

/** Adds a version. False: somebody else has added that one. */
export async function insertProfile(tx: Tx, profile: EmployeeProfile): Promise<boolean> {
  const result = await tables(tx)
    .insertInto('employee_profile')
    .values({
      user_id: profile.userId,
      version: profile.version,
      education_level: profile.educationLevel ?? null,
      email: profile.contacts.email,
      phone: profile.contacts.phone,
      entered_by: profile.enteredBy,
      entered_at: dateOf(profile.enteredAt),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

function profileOf(row: ProfileTable): EmployeeProfile {
  return {
    userId: row.user_id,
    version: row.version,
    educationLevel: row.education_level ?? undefined,
    contacts: { email: row.email, phone: row.phone },
    enteredBy: row.entered_by,
    enteredAt: instantOf(row.entered_at),
  };
}
