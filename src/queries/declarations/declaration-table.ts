import { sql } from 'kysely';
import { parseMonth } from '../../estonia/index.ts';
import { instantOf } from '../../platform/index.ts';
import type { ConfirmedBy } from '../../registries/index.ts';
import type { Db } from '../../storage/index.ts';
import type { Declaration, DeclarationState } from './declaration.ts';

export type DeclarationTable = {
  id: string;
  institution_id: string;
  month: string;
  digest: string;
  state: DeclarationState;
  attempt: number;
  tries: number;
  ordered_at: Date;
  round_at: Date;
  due_at: Date;
  lease_until: Date | null;
  settled_at: Date | null;
  confirmed_by: ConfirmedBy | null;
  keep_until: Date | null;
  code: string | null;
  detail: string | null;
};

type Tables = { declaration: DeclarationTable };

export const tables = (db: Db) => db.withTables<Tables>();

/** States as literals, so that the indexes over some of them are used. */
export const named = (states: readonly DeclarationState[]) => states.map((state) => sql.lit(state));

export function declarationOf(row: DeclarationTable): Declaration {
  const month = parseMonth(row.month);
  if (month === undefined) throw new Error('a declaration is for no month');
  return {
    id: row.id,
    institutionId: row.institution_id,
    month,
    state: row.state,
    attempt: row.attempt,
    tries: row.tries,
    orderedAt: instantOf(row.ordered_at),
    roundAt: instantOf(row.round_at),
    dueAt: instantOf(row.due_at),
    settledAt: row.settled_at === null ? null : instantOf(row.settled_at),
    confirmedBy: row.confirmed_by,
    keepUntil: row.keep_until === null ? null : instantOf(row.keep_until),
    code: row.code,
    detail: row.detail,
  };
}
