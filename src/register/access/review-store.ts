import { sql } from 'kysely';
import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import type { Role } from './role.ts';

type Tables = {
  access_review: { id: string; institution_id: string; confirmed_by: string; confirmed_at: Date; records: number };
  membership: { user_id: string; institution_id: string; roles: Role[]; active: boolean };
};

const tables = (db: Db) => db.withTables<Tables>();

/** That somebody has looked through an institution's accounts and rights. */
export interface AccessReview {
  readonly id: string;
  readonly institutionId: string;
  readonly confirmedBy: string;
  readonly confirmedAt: Temporal.Instant;
  readonly records: number;
}

export async function insertReview(tx: Tx, review: AccessReview): Promise<void> {
  await tables(tx)
    .insertInto('access_review')
    .values({
      id: review.id,
      institution_id: review.institutionId,
      confirmed_by: review.confirmedBy,
      confirmed_at: dateOf(review.confirmedAt),
      records: review.records,
    })
    .execute();
}

export async function findLastReview(db: Db, institutionId: string): Promise<Omit<AccessReview, 'institutionId' | 'id'> | undefined> {
  const row = await tables(db)
    .selectFrom('access_review')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .orderBy('confirmed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { confirmedBy: row.confirmed_by, confirmedAt: instantOf(row.confirmed_at), records: row.records };
}

/** An institution's administrators, and when one of them last looked through its rights: never, where that is missing. */
export interface Administered {
  readonly institutionId: string;
  readonly adminIds: readonly string[];
  readonly lastAt: Temporal.Instant | undefined;
}

/** Every institution that somebody administers now. */
export async function listAdministered(db: Db): Promise<readonly Administered[]> {
  const rows = await tables(db)
    .selectFrom('membership')
    .select(['institution_id', sql<string[]>`array_agg(user_id order by user_id)`.as('admin_ids')])
    .select(sql<Date | null>`(select max(confirmed_at) from access_review where institution_id = membership.institution_id)`.as('last_at'))
    .where('active', '=', true)
    .where(sql<boolean>`'ADMIN' = any(roles)`)
    .groupBy('institution_id')
    .orderBy('institution_id')
    .execute();
  return rows.map(({ institution_id, admin_ids, last_at }) => ({
    institutionId: institution_id,
    adminIds: admin_ids,
    lastAt: last_at === null ? undefined : instantOf(last_at),
  }));
}
