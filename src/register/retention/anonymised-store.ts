import { type Db, rowsOf, type Tx } from '../../storage/index.ts';
import type { ErasedProceedings } from '../proceedings/index.ts';

type Tables = {
  anonymised_proceedings: {
    kind: string;
    institution_id: string;
    opened_year: number;
    closed_year: number;
    close_reason: string;
    proceedings: number;
    subjects: number;
  };
};

/** Adds to what is counted of proceedings that are no more: statistics (SHS § 141 lg 1 p 4) go on without anybody's data. */
export async function addAnonymised(tx: Tx, erased: readonly ErasedProceedings[]): Promise<void> {
  if (erased.length === 0) return;
  await tx
    .withTables<Tables>()
    .insertInto('anonymised_proceedings')
    .expression(
      rowsOf(
        'anonymised_proceedings',
        erased.map(({ kind, institutionId, openedYear, closedYear, closeReason, proceedings, subjects }) => ({
          kind,
          institution_id: institutionId,
          opened_year: openedYear,
          closed_year: closedYear,
          close_reason: closeReason,
          proceedings,
          subjects,
        })),
      ),
    )
    .onConflict((conflict) =>
      conflict.columns(['kind', 'institution_id', 'opened_year', 'closed_year', 'close_reason']).doUpdateSet((eb) => ({
        proceedings: eb('anonymised_proceedings.proceedings', '+', eb.ref('excluded.proceedings')),
        subjects: eb('anonymised_proceedings.subjects', '+', eb.ref('excluded.subjects')),
      })),
    )
    .execute();
}

/** What is counted of proceedings that are no more. */
export async function listAnonymised(db: Db): Promise<readonly ErasedProceedings[]> {
  const rows = await db.withTables<Tables>().selectFrom('anonymised_proceedings').selectAll().orderBy('closed_year').execute();
  return rows.map((row) => ({
    kind: row.kind as ErasedProceedings['kind'],
    institutionId: row.institution_id,
    openedYear: row.opened_year,
    closedYear: row.closed_year,
    closeReason: row.close_reason as ErasedProceedings['closeReason'],
    proceedings: row.proceedings,
    subjects: row.subjects,
  }));
}
