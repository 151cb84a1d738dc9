import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import type { Db } from '../../storage/index.ts';
import { PASSWORD_DAYS, PASSWORD_WARNING_DAYS, passwordDaysLeft } from './password-age.ts';

type Tables = {
  app_user: { id: string; password_own_since: Date };
  membership: { user_id: string; active: boolean };
};

/** A password whose owner is to be told to renew it. */
export interface AgeingPassword {
  readonly userId: string;
  readonly ownSince: Temporal.Instant;
  readonly daysLeft: number;
}

/** The passwords of people who work somewhere that have to be renewed within {@link PASSWORD_WARNING_DAYS}. */
export async function findAgeingPasswords(db: Db, now: Temporal.Instant): Promise<readonly AgeingPassword[]> {
  const ago = (days: number) => dateOf(now.subtract({ hours: 24 * days }));
  const rows = await db
    .withTables<Tables>()
    .selectFrom('app_user')
    .select(['id', 'password_own_since'])
    .where('password_own_since', '>', ago(PASSWORD_DAYS))
    .where('password_own_since', '<=', ago(PASSWORD_DAYS - PASSWORD_WARNING_DAYS))
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('membership').select('user_id').whereRef('user_id', '=', 'app_user.id').where('active', '=', true)),
    )
    .orderBy('id')
    .execute();
  return rows.map((row) => {
    const ownSince = instantOf(row.password_own_since);
    return { userId: row.id, ownSince, daysLeft: passwordDaysLeft(ownSince, now) };
  });
}
