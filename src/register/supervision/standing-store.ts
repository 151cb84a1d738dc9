import { dateOf, instantOf, type Temporal } from '../../platform/index.ts';
import { type Db, rowsOf, type Tx } from '../../storage/index.ts';
import type { Holder, Quotas, Span } from './quota.ts';
import type { Asked } from './rules/index.ts';

type Tables = {
  /** The institution's own row has its id in both columns. */
  asking_standing: { holder_id: string; institution_id: string; span: Span; begins: Date; questions: number; persons: number };
};

const tables = (db: Db) => db.withTables<Tables>();

/** Writes down how much has been asked; an hour or day that is over does not come back in the place of a later one. */
export async function saveStanding(tx: Tx, asked: readonly Asked[]): Promise<void> {
  if (asked.length === 0) return;
  await tables(tx)
    .insertInto('asking_standing')
    .expression(
      rowsOf(
        'asking_standing',
        asked.map(({ holderId, institutionId, span, begins, questions, persons }) => ({
          holder_id: holderId,
          institution_id: institutionId,
          span,
          begins: dateOf(begins),
          questions,
          persons,
        })),
      ),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['holder_id', 'institution_id', 'span'])
        .doUpdateSet((eb) => ({
          begins: eb.ref('excluded.begins'),
          questions: eb.ref('excluded.questions'),
          persons: eb.ref('excluded.persons'),
        }))
        .whereRef('asking_standing.begins', '<=', 'excluded.begins'),
    )
    .execute();
}

/** Who stands above the lower of their quotas in the span that began at the given time. */
export async function findOverQuota(db: Db, quotas: Quotas, span: Span, begins: Temporal.Instant): Promise<readonly Asked[]> {
  const key = span === 'HOUR' ? 'hour' : 'day';
  const least = (measure: 'questions' | 'persons') => Math.min(quotas.worker[key][measure], quotas.institution[key][measure]);
  const rows = await tables(db)
    .selectFrom('asking_standing')
    .selectAll()
    .where('span', '=', span)
    .where('begins', '=', dateOf(begins))
    .where((eb) => eb.or([eb('questions', '>', least('questions')), eb('persons', '>', least('persons'))]))
    .execute();
  return rows.map((row) => ({
    holder: holderOf(row),
    holderId: row.holder_id,
    institutionId: row.institution_id,
    span: row.span,
    begins: instantOf(row.begins),
    questions: row.questions,
    persons: row.persons,
  }));
}

function holderOf(row: { holder_id: string; institution_id: string }): Holder {
  return row.holder_id === row.institution_id ? 'INSTITUTION' : 'WORKER';
}
