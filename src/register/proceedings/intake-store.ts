import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Address } from '../../estonia/index.ts';
import { dateOf, instantOf, type Temporal, ZONE } from '../../platform/index.ts';
import { type Db, rowsOf, type Tx } from '../../storage/index.ts';
import type { ContactPerson, Intake, IntakeChannel, IntakeKind, IntakeState } from './intake.ts';
import type { Subject, SubjectRole } from './proceeding.ts';

type IntakeTable = {
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
  contact_person: ContactPerson | null;
  actual_address: Address | null;
  locked_at: Date | null;
  ended_reason: string | null;
  redirected_from: string | null;
  version: number;
};

type Tables = {
  intake: IntakeTable;
  intake_subject: { intake_id: string; client_id: string; role: SubjectRole };
};

const tables = (db: Db) => db.withTables<Tables>();

function selectIntakes(db: Db) {
  return tables(db)
    .selectFrom('intake')
    .selectAll('intake')
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('intake_subject')
          .select(['client_id as clientId', 'role'])
          .whereRef('intake_id', '=', 'intake.id')
          .orderBy('client_id'),
      ).as('subjects'),
    );
}

function intakeOf(row: IntakeTable & { readonly subjects: readonly Subject[] }): Intake {
  return {
    id: row.id,
    no: row.no,
    kind: row.kind,
    channel: row.channel,
    problem: row.problem,
    state: row.state,
    institutionId: row.institution_id,
    registeredBy: row.registered_by,
    receivedAt: instantOf(row.received_at),
    contactPerson: row.contact_person ?? undefined,
    actualAddress: row.actual_address ?? undefined,
    subjects: row.subjects,
    proceedingId: row.proceeding_id ?? undefined,
    lockedAt: row.locked_at === null ? undefined : instantOf(row.locked_at),
    endedReason: row.ended_reason ?? undefined,
    redirectedFrom: row.redirected_from ?? undefined,
    version: row.version,
  };
}

/** The columns that change while an intake lives. */
function changing(intake: Pick<Intake, 'channel' | 'problem' | 'state' | 'contactPerson' | 'actualAddress' | 'proceedingId'>) {
  const { contactPerson, actualAddress } = intake;
  return {
    channel: intake.channel,
    problem: intake.problem,
    state: intake.state,
    proceeding_id: intake.proceedingId ?? null,
    contact_person: contactPerson ?? null,
    actual_address: actualAddress ?? null,
  };
}

export async function insertIntake(tx: Tx, intake: Omit<Intake, 'no' | 'version' | 'lockedAt' | 'endedReason'>): Promise<void> {
  await tables(tx)
    .insertInto('intake')
    .values({
      id: intake.id,
      no: sql<string>`${String(intake.receivedAt.toZonedDateTimeISO(ZONE).year)} || '-' || nextval('intake_no')`,
      kind: intake.kind,
      institution_id: intake.institutionId,
      registered_by: intake.registeredBy,
      received_at: dateOf(intake.receivedAt),
      redirected_from: intake.redirectedFrom ?? null,
      locked_at: null,
      ended_reason: null,
      version: 1,
      ...changing(intake),
    })
    .execute();
  await tables(tx)
    .insertInto('intake_subject')
    .expression(
      rowsOf(
        'intake_subject',
        intake.subjects.map(({ clientId, role }) => ({ intake_id: intake.id, client_id: clientId, role })),
      ),
    )
    .execute();
}

export async function saveIntake(tx: Tx, intake: Intake): Promise<void> {
  await tables(tx)
    .updateTable('intake')
    .set({ ...changing(intake), ended_reason: intake.endedReason ?? null, version: intake.version })
    .where('id', '=', intake.id)
    .execute();
}

export async function findIntake(db: Db, id: string): Promise<Intake | undefined> {
  const row = await selectIntakes(db).where('id', '=', id).executeTakeFirst();
  return row && intakeOf(row);
}

/** Reads an intake to change it. Who needs its proceeding too takes that first, as closing does. */
export async function lockIntake(tx: Tx, id: string): Promise<Intake | undefined> {
  const row = await selectIntakes(tx).where('id', '=', id).forNoKeyUpdate('intake').executeTakeFirst();
  return row && intakeOf(row);
}

/** The institution's intakes that are in no proceeding, in their order, behind the given id: all, or without those of victims whom others have registered. */
export async function listIntakes(
  db: Db,
  { institutionId, state, victimsOf }: { readonly institutionId: string; readonly state: IntakeState; readonly victimsOf: 'ALL' | string },
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<readonly Intake[]> {
  const rows = await selectIntakes(db)
    .where('institution_id', '=', institutionId)
    .where('state', '=', state)
    .where('proceeding_id', 'is', null)
    .$if(victimsOf !== 'ALL', (query) => query.where((eb) => eb.or([eb('kind', '<>', 'VICTIM'), eb('registered_by', '=', victimsOf)])))
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(intakeOf);
}

/** What a citizen has filed themselves, wherever it is now; the latest first, behind the given id. */
export async function listFiled(
  db: Db,
  citizenId: string,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<readonly Intake[]> {
  const rows = await selectIntakes(db)
    .where('registered_by', '=', citizenId)
    .where('channel', '=', 'SELF_SERVICE')
    .$if(after !== undefined, (query) => query.where('id', '<', after ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(intakeOf);
}

/** How much a citizen has filed since the given time. */
export async function countFiled(db: Db, citizenId: string, since: Temporal.Instant): Promise<number> {
  const { filed } = await tables(db)
    .selectFrom('intake')
    .select((eb) => eb.fn.countAll<string>().as('filed'))
    .where('registered_by', '=', citizenId)
    .where('channel', '=', 'SELF_SERVICE')
    .where('received_at', '>', dateOf(since))
    .executeTakeFirstOrThrow();
  return Number(filed);
}

/** Has the intakes of a proceeding end with it, or go on with it. */
export async function moveIntakesOf(tx: Tx, proceedingId: string, to: 'CLOSED' | 'IN_PROCEEDING'): Promise<void> {
  await tables(tx)
    .updateTable('intake')
    .set((eb) => ({ state: to, version: eb('version', '+', 1) }))
    .where('proceeding_id', '=', proceedingId)
    .execute();
}

/** The ids of a proceeding's intakes, in their order. */
export async function findIntakesOf(db: Db, proceedingId: string): Promise<readonly string[]> {
  const rows = await tables(db).selectFrom('intake').select('id').where('proceeding_id', '=', proceedingId).orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** Holds what a proceeding's applications say as it is, from when a measure is determined on them (REQ-152). Done twice it is done once. */
export async function lockApplications(tx: Tx, proceedingId: string, at: Temporal.Instant): Promise<void> {
  await tables(tx)
    .updateTable('intake')
    .set((eb) => ({ locked_at: dateOf(at), version: eb('version', '+', 1) }))
    .where('proceeding_id', '=', proceedingId)
    .where('kind', 'in', ['APPLICATION_BENEFIT', 'APPLICATION_SERVICE'])
    .where('locked_at', 'is', null)
    .execute();
}
