import { sql } from 'kysely';
import { instantOf } from '../../platform/index.ts';
import { anyOf, anyWord, type Db } from '../../storage/index.ts';
import { latestOf, type Reading, type Stretch, type Told } from '../people/index.ts';
import type { ActionKind } from './action.ts';
import type { IntakeChannel, IntakeKind, IntakeState } from './intake.ts';
import { type CloseReason, kindsOf, type ProceedingKind, type ProceedingState, type SubjectRole } from './proceeding.ts';
import type { StepKind } from './step.ts';

type Tables = {
  proceeding: {
    id: string;
    no: string;
    kind: ProceedingKind;
    state: ProceedingState;
    institution_id: string;
    owner_id: string;
    opened_at: Date;
    closed_at: Date | null;
    close_reason: CloseReason | null;
  };
  proceeding_subject: { proceeding_id: string; client_id: string; role: SubjectRole };
  intake: {
    id: string;
    no: string;
    kind: IntakeKind;
    channel: IntakeChannel;
    problem: string;
    state: IntakeState;
    institution_id: string;
    registered_by: string;
    received_at: Date;
    proceeding_id: string | null;
  };
  intake_subject: { intake_id: string; client_id: string };
  action: { id: string; proceeding_id: string; kind: ActionKind; origin: string; performed_by: string; text: string; at: Date };
  proceeding_step: { id: string; proceeding_id: string; kind: StepKind; at: Date; by: string; text: string | null };
};

const tables = (db: Db) => db.withTables<Tables>();

/** Steps that say of an intake what the intake says itself. */
const TOLD_BY_INTAKES = ['INTAKE_REGISTERED', 'INTAKE_AMENDED'] as const satisfies readonly StepKind[];

/** What intakes and proceedings tell of a person: each intake, each step that a proceeding has gone, each thing that was done in one (REQ-088). */
export async function tellFile(db: Db, reading: Reading, stretch: Stretch): Promise<readonly Told[]> {
  const [intakes, steps, actions] = [
    await tellIntakes(db, reading, stretch),
    await tellSteps(db, reading, stretch),
    await tellActions(db, reading, stretch),
  ];
  return latestOf([intakes, steps, actions], stretch.limit);
}

/** A person's intakes and cases, each in a line. */
export async function tellHistory(db: Db, reading: Reading, stretch: Stretch): Promise<readonly Told[]> {
  return latestOf([await tellIntakes(db, reading, stretch), await tellProceedings(db, reading, stretch)], stretch.limit);
}

/**
 * The proceedings on a person that a reader may see: their institution's, and where other institutions' are seen, theirs; always of kinds that the
 * reader's roles work on, and not in the archive (INV-13, INV-66).
 */
function selectVisible(db: Db, { reader, clientIds, ofOthers }: Reading) {
  return tables(db)
    .selectFrom('proceeding')
    .where('proceeding.kind', '=', anyWord(kindsOf(reader.roles)))
    .where('proceeding.state', '<>', 'ARCHIVED')
    .$if(!ofOthers, (query) => query.where('proceeding.institution_id', '=', reader.institutionId))
    .where('proceeding.id', 'in', (eb) =>
      eb
        .selectFrom('proceeding_subject')
        .select('proceeding_subject.proceeding_id')
        .where('proceeding_subject.client_id', '=', anyOf(clientIds)),
    );
}

/** Intakes on a person, as their proceedings; those without one as {@link selectVisible} has it, of victims to none but their own. */
async function tellIntakes(db: Db, reading: Reading, { before, limit }: Stretch): Promise<readonly Told[]> {
  const { reader, clientIds, ofOthers } = reading;
  const kinds = kindsOf(reader.roles);
  const rows = await tables(db)
    .selectFrom('intake')
    .leftJoin('proceeding', 'proceeding.id', 'intake.proceeding_id')
    .selectAll('intake')
    .where('intake.id', 'in', (eb) =>
      eb.selectFrom('intake_subject').select('intake_subject.intake_id').where('intake_subject.client_id', '=', anyOf(clientIds)),
    )
    .where((eb) =>
      eb.or([
        eb('proceeding.id', 'is', null),
        eb.and([eb('proceeding.kind', '=', anyWord(kinds)), eb('proceeding.state', '<>', 'ARCHIVED')]),
      ]),
    )
    .$if(!kinds.includes('VICTIM'), (query) =>
      query.where((eb) => eb.or([eb('intake.kind', '<>', 'VICTIM'), eb('intake.registered_by', '=', reader.userId)])),
    )
    // What was registered by mistake concerns whose mistake it was.
    .where((eb) =>
      eb.or([eb('intake.institution_id', '=', reader.institutionId), eb.and([eb.lit(ofOthers), eb('intake.state', '<>', 'ANNULLED')])]),
    )
    .$if(before !== undefined, (query) => query.where('intake.id', '<', before ?? ''))
    .orderBy('intake.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id, no, kind, channel, problem, state, institution_id, registered_by, received_at, proceeding_id }) => ({
    id,
    kind: 'INTAKE',
    enteredBy: registered_by,
    institutionId: institution_id,
    enteredAt: instantOf(received_at),
    content: { no, kind, channel, problem, state, ...(proceeding_id === null ? {} : { proceedingId: proceeding_id }) },
  }));
}

async function tellProceedings(db: Db, reading: Reading, { before, limit }: Stretch): Promise<readonly Told[]> {
  const rows = await selectVisible(db, reading)
    .selectAll('proceeding')
    .$if(before !== undefined, (query) => query.where('proceeding.id', '<', before ?? ''))
    .orderBy('proceeding.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id, no, kind, state, institution_id, owner_id, opened_at, closed_at, close_reason }) => ({
    id,
    kind: 'PROCEEDING',
    enteredBy: owner_id,
    institutionId: institution_id,
    enteredAt: instantOf(opened_at),
    content: {
      no,
      kind,
      state,
      ...(closed_at === null ? {} : { closedAt: instantOf(closed_at).toString() }),
      ...(close_reason === null ? {} : { closeReason: close_reason }),
    },
  }));
}

/** Whose a proceeding was when something was entered in it: of what came before it was passed on, not whose it is now. */
function institutionThen(entered: 'proceeding_step' | 'action') {
  return sql<string>`coalesce((
    select transfer.from_institution from proceeding_step taken join proceeding_transfer transfer on transfer.id = taken.object_id
    where taken.proceeding_id = proceeding.id and taken.kind = 'TRANSFERRED' and taken.id > ${sql.ref(`${entered}.id`)}
    order by taken.id limit 1), proceeding.institution_id)`.as('institution_id');
}

async function tellSteps(db: Db, reading: Reading, { before, limit }: Stretch): Promise<readonly Told[]> {
  const rows = await selectVisible(db, reading)
    .innerJoin('proceeding_step', 'proceeding_step.proceeding_id', 'proceeding.id')
    .selectAll('proceeding_step')
    .select(['proceeding.no', 'proceeding.kind as proceeding_kind', institutionThen('proceeding_step')])
    .where('proceeding_step.kind', 'not in', [...TOLD_BY_INTAKES])
    .$if(before !== undefined, (query) => query.where('proceeding_step.id', '<', before ?? ''))
    .orderBy('proceeding_step.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id, proceeding_id, kind, at, by, text, no, proceeding_kind, institution_id }) => ({
    id,
    kind: 'STEP',
    enteredBy: by,
    institutionId: institution_id,
    enteredAt: instantOf(at),
    content: {
      step: kind,
      proceedingId: proceeding_id,
      proceedingNo: no,
      proceedingKind: proceeding_kind,
      ...(text === null ? {} : { text }),
    },
  }));
}

async function tellActions(db: Db, reading: Reading, { before, limit }: Stretch): Promise<readonly Told[]> {
  const rows = await selectVisible(db, reading)
    .innerJoin('action', 'action.proceeding_id', 'proceeding.id')
    .selectAll('action')
    .select(['proceeding.no', 'proceeding.kind as proceeding_kind', institutionThen('action')])
    .$if(before !== undefined, (query) => query.where('action.id', '<', before ?? ''))
    .orderBy('action.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id, proceeding_id, kind, origin, performed_by, text, at, no, proceeding_kind, institution_id }) => ({
    id,
    kind: 'ACTION',
    enteredBy: performed_by,
    institutionId: institution_id,
    enteredAt: instantOf(at),
    content: { action: kind, origin, text, proceedingId: proceeding_id, proceedingNo: no, proceedingKind: proceeding_kind },
  }));
}
