import type { Db } from '../../storage/index.ts';
import { type EmployeeRecord, findRecord, listActiveRecords, listEmployed } from '../access/index.ts';
import type { Employee } from './employee.ts';
import { findPosts } from './employee-post-store.ts';
import type { Employment } from './personnel.ts';
import { findProfiles } from './profile-store.ts';

/** Who works in an institution now. */
export async function findStaff(db: Db, institutionId: string): Promise<readonly Employee[]> {
  return withWhatIsKnown(db, institutionId, await listActiveRecords(db, institutionId));
}

/** Somebody who works in an institution, or has worked there. */
export async function findEmployee(db: Db, institutionId: string, userId: string): Promise<Employee | undefined> {
  const record = await findRecord(db, userId, institutionId);
  return record && (await withWhatIsKnown(db, institutionId, [record]))[0];
}

async function withWhatIsKnown(db: Db, institutionId: string, records: readonly EmployeeRecord[]): Promise<readonly Employee[]> {
  const userIds = records.map(({ userId }) => userId);
  const [posts, profiles] = await Promise.all([findPosts(db, institutionId, userIds), findProfiles(db, userIds)]);
  return records.map((record) => ({ record, post: posts.get(record.userId), profile: profiles.get(record.userId) }));
}

/** Everybody who works somewhere, with their education. */
export async function findEmployments(db: Db): Promise<readonly Employment[]> {
  const employed = await listEmployed(db);
  const profiles = await findProfiles(
    db,
    employed.map(({ userId }) => userId),
  );
  return employed.map((one) => ({ ...one, educationLevel: profiles.get(one.userId)?.educationLevel }));
}
