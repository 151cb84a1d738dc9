import { sql } from 'kysely';
import { anyOf, anyWord, type Db } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import type { Bond } from '../people/index.ts';
import type { IntakeKind, IntakeState } from './intake.ts';
import { kindsOf, type ProceedingKind, type ProceedingState } from './proceeding.ts';

type Tables = {
  proceeding: { id: string; kind: ProceedingKind; state: ProceedingState; institution_id: string };
  proceeding_subject: { proceeding_id: string; client_id: string };
  intake: { id: string; kind: IntakeKind; state: IntakeState; institution_id: string; registered_by: string };
  intake_subject: { intake_id: string; client_id: string };
};

/**
 * What ties a worker's institution to a person: an intake or a proceeding in which the person is a subject, and whether it is under way. Of several
 * proceedings it names the latest. Adoption and victims' matters tie only those who work on them, and who registered a victim's intake (INV-66).
 */
export async function findTie(
  db: Db,
  { userId, institutionId, roles }: Pick<Actor, 'userId' | 'institutionId' | 'roles'>,
  clientIds: readonly string[],
): Promise<Bond> {
  const kinds = kindsOf(roles);
  if (kinds.length === 0) return { tie: 'NONE', proceedingId: undefined };
  const rows = await db
    .withTables<Tables>()
    .selectFrom('proceeding_subject')
    .innerJoin('proceeding', 'proceeding.id', 'proceeding_subject.proceeding_id')
    .select([sql<string | null>`proceeding.id`.as('id'), sql<boolean>`proceeding.state <> 'CLOSED'`.as('open')])
    .where('proceeding_subject.client_id', '=', anyOf(clientIds))
    .where('proceeding.institution_id', '=', institutionId)
    .where('proceeding.kind', '=', anyWord(kinds))
    .where('proceeding.state', '<>', 'ARCHIVED')
    .unionAll((eb) =>
      eb
        .selectFrom('intake_subject')
        .innerJoin('intake', 'intake.id', 'intake_subject.intake_id')
        .select([sql<string | null>`null::uuid`.as('id'), sql<boolean>`intake.state = 'REGISTERED'`.as('open')])
        .where('intake_subject.client_id', '=', anyOf(clientIds))
        .where('intake.institution_id', '=', institutionId)
        // One that has become a proceeding ties as that does, one that was registered by mistake not at all.
        .where('intake.state', 'in', ['REGISTERED', 'REDIRECTED'])
        .$if(!kinds.includes('VICTIM'), (query) =>
          query.where((intake) => intake.or([intake('intake.kind', '<>', 'VICTIM'), intake('intake.registered_by', '=', userId)])),
        ),
    )
    .execute();
  const open = rows.filter((row) => row.open);
  const ties = open.length > 0 ? open : rows;
  const tie = open.length > 0 ? 'OPEN' : rows.length > 0 ? 'PAST' : 'NONE';
  return {
    tie,
    proceedingId: ties
      .flatMap(({ id }) => id ?? [])
      .toSorted()
      .at(-1),
  };
}
