import type { Db, Tx } from '../../storage/index.ts';

type Tables = {
  employee_post: { user_id: string; institution_id: string };
  employee_profile: { user_id: string };
};

const tables = (db: Db) => db.withTables<Tables>();

/** Erases what an institution has of somebody who has left it. The transaction must be allowed to. */
export async function erasePosts(tx: Tx, userId: string, institutionId: string): Promise<void> {
  await tables(tx).deleteFrom('employee_post').where('user_id', '=', userId).where('institution_id', '=', institutionId).execute();
}

/** Erases what somebody said of themselves, once they work nowhere. The transaction must be allowed to. */
export async function eraseProfile(tx: Tx, userId: string): Promise<void> {
  await tables(tx).deleteFrom('employee_profile').where('user_id', '=', userId).execute();
}
