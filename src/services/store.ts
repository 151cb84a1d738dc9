import { type Month, type PersonalCode, parseMonth } from '../estonia/index.ts';
import { newId } from '../platform/index.ts';
import { type Db, rowsOf, type Tx } from '../storage/index.ts';
import type { SubsistenceFacts, SubsistenceGrant } from './subsistence-facts.ts';

type Tables = {
  subsistence_grant: { id: string; personal_code: string; month: string; first_name: string; last_name: string };
};

const tables = (db: Db) => db.withTables<Tables>();

/** The statement behind {@link subsistenceFacts}; apart, so that its plan can be read. */
export function selectLastGrant(db: Db, personalCode: PersonalCode, first: Month, last: Month) {
  return tables(db)
    .selectFrom('subsistence_grant')
    .select(['first_name', 'last_name', 'month'])
    .where('personal_code', '=', personalCode)
    .where('month', '>=', first)
    .where('month', '<=', last)
    .orderBy('month', 'desc')
    .limit(1);
}

/** The facts as they lie in our own table. */
export function subsistenceFacts(db: Db): SubsistenceFacts {
  return {
    async lastGrant(personalCode, first, last) {
      const row = await selectLastGrant(db, personalCode, first, last).executeTakeFirst();
      const month = row && parseMonth(row.month);
      return row && month && { personalCode, firstName: row.first_name, lastName: row.last_name, month };
    },
  };
}

/** Enters grants; one that is there already stays, with the names it has now. */
export async function enterSubsistenceGrants(tx: Tx, grants: readonly SubsistenceGrant[]): Promise<void> {
  if (grants.length === 0) return;
  await tables(tx)
    .insertInto('subsistence_grant')
    .expression(
      rowsOf(
        'subsistence_grant',
        grants.map((grant) => ({
          id: newId(),
          personal_code: grant.personalCode,
          month: grant.month,
          first_name: grant.firstName,
          last_name: grant.lastName,
        })),
      ),
    )
    .onConflict((conflict) =>
      conflict.columns(['personal_code', 'month']).doUpdateSet((eb) => ({
        first_name: eb.ref('excluded.first_name'),
        last_name: eb.ref('excluded.last_name'),
      })),
    )
    .execute();
}
