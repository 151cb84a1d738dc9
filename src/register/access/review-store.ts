import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';

type Tables = {
  access_review: { id: string; institution_id: string; confirmed_by: string; confirmed_at: Date; records: number };
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
