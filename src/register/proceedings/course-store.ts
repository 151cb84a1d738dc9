import { anyOf, type Db } from '../../storage/index.ts';
import { type CloseReason, ENDED_STATES, type ProceedingKind, type ProceedingState } from './proceeding.ts';

type Tables = {
  proceeding: {
    id: string;
    no: string;
    kind: ProceedingKind;
    state: ProceedingState;
    institution_id: string;
    close_reason: CloseReason | null;
  };
  proceeding_subject: { proceeding_id: string; client_id: string };
  action: { proceeding_id: string; kind: string; origin: 'MANUAL' | 'AUTOMATIC' };
};

const tables = (db: Db) => db.withTables<Tables>();

/** Two clients who are subjects of one proceeding: a household, a family, somebody who cares for somebody. */
export interface Together {
  readonly proceedingId: string;
  readonly one: string;
  readonly other: string;
}

/** In which proceedings, of any institution, one of these clients is a subject beside one of those. */
export async function findTogether(db: Db, ones: readonly string[], others: readonly string[]): Promise<readonly Together[]> {
  if (ones.length === 0 || others.length === 0) return [];
  return await tables(db)
    .selectFrom('proceeding_subject as one')
    .innerJoin('proceeding_subject as other', 'other.proceeding_id', 'one.proceeding_id')
    .select(['one.proceeding_id as proceedingId', 'one.client_id as one', 'other.client_id as other'])
    .where('one.client_id', '=', anyOf(ones))
    .where('other.client_id', '=', anyOf(others))
    .orderBy('one.proceeding_id')
    .execute();
}

/** Proceedings among the given in which a person has done or decided something: a manual action, a decision, an end by one. */
export async function findFollowedUp(db: Db, proceedingIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (proceedingIds.length === 0) return new Set();
  const rows = await tables(db)
    .selectFrom('proceeding')
    .select('proceeding.id')
    .where('proceeding.id', '=', anyOf(proceedingIds))
    .where((eb) =>
      eb.or([
        eb('proceeding.close_reason', 'in', ['DECIDED', 'REJECTED']),
        eb.exists(
          eb
            .selectFrom('action')
            .select('action.proceeding_id')
            .whereRef('action.proceeding_id', '=', 'proceeding.id')
            .where((action) => action.or([action('action.origin', '=', 'MANUAL'), action('action.kind', '=', 'DECISION')])),
        ),
      ]),
    )
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** A proceeding that is not closed, on one of its subjects. */
export interface Unclosed {
  readonly clientId: string;
  readonly proceedingId: string;
  readonly no: string;
  readonly kind: ProceedingKind;
  readonly institutionId: string;
}

/** Every institution's proceedings on these clients that have not come to their end, suspended ones too. */
export async function findUnclosedOn(db: Db, clientIds: readonly string[]): Promise<readonly Unclosed[]> {
  if (clientIds.length === 0) return [];
  return await tables(db)
    .selectFrom('proceeding_subject')
    .innerJoin('proceeding', 'proceeding.id', 'proceeding_subject.proceeding_id')
    .select([
      'proceeding_subject.client_id as clientId',
      'proceeding.id as proceedingId',
      'proceeding.no',
      'proceeding.kind',
      'proceeding.institution_id as institutionId',
    ])
    .where('proceeding_subject.client_id', '=', anyOf(clientIds))
    .where('proceeding.state', 'not in', [...ENDED_STATES])
    .orderBy('proceeding.id')
    .execute();
}
