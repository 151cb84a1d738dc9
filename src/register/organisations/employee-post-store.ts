import { dateOf, instantOf, plainDateOf } from '../../platform/index.ts';
import { anyOf, type Db, type Tx } from '../../storage/index.ts';
import type { EmployeePost } from './employee-post.ts';

type PostTable = {
  user_id: string;
  institution_id: string;
  version: number;
  position: string;
  department_id: string | null;
  valid_from: string;
  valid_to: string | null;
  entered_by: string;
  entered_at: Date;
};

type Tables = { employee_post: PostTable };

const tables = (db: Db) => db.withTables<Tables>();

/** What an institution has of each of the users now; of whom it has nothing is missing. */
export async function findPosts(db: Db, institutionId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, EmployeePost>> {
  if (userIds.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom('employee_post')
    .selectAll()
    .distinctOn('user_id')
    .where('institution_id', '=', institutionId)
    .where('user_id', '=', anyOf(userIds))
    .orderBy('user_id')
    .orderBy('version', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.user_id, postOf(row)]));
}

/** All that an institution ever had of a user, the latest first. */
export async function listPostVersions(db: Db, institutionId: string, userId: string): Promise<readonly EmployeePost[]> {
  const rows = await tables(db)
    .selectFrom('employee_post')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('user_id', '=', userId)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(postOf);
}

/** Adds a version. False: somebody else has added that one. */
export async function insertPost(tx: Tx, post: EmployeePost): Promise<boolean> {
  const result = await tables(tx)
    .insertInto('employee_post')
    .values({
      user_id: post.userId,
      institution_id: post.institutionId,
      version: post.version,
      position: post.position,
      department_id: post.departmentId ?? null,
      valid_from: post.validFrom.toString(),
      valid_to: post.validTo?.toString() ?? null,
      entered_by: post.enteredBy,
      entered_at: dateOf(post.enteredAt),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

function postOf(row: PostTable): EmployeePost {
  return {
    userId: row.user_id,
    institutionId: row.institution_id,
    version: row.version,
    position: row.position,
    departmentId: row.department_id ?? undefined,
    validFrom: plainDateOf(row.valid_from),
    validTo: row.valid_to === null ? undefined : plainDateOf(row.valid_to),
    enteredBy: row.entered_by,
    enteredAt: instantOf(row.entered_at),
  };
}
