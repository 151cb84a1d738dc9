import { type Address, parsePersonalCode } from '../../estonia/index.ts';
import { type Failure, fail, failure, newId, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { findInstitutionById } from '../organisations/index.ts';
import { holdClients } from '../people/index.ts';
import type { ContactPerson, IntakeChannel, IntakeKind } from './intake.ts';
import { auditIntake } from './intake-audit.ts';
import { insertIntake } from './intake-store.ts';
import { mayOpen, type NewProceeding, type Opened, type OpenPorts, openProceeding } from './open-proceeding.ts';
import { checkNotAmong, type OwnMatter } from './own-matter.ts';
import { checkSubjects, type Subject } from './proceeding.ts';
import { livesElsewhere, type ResidencesOf } from './residence.ts';

/** A contact person as entered. */
export interface ContactEntry {
  readonly name?: string;
  readonly personalCode?: string;
  readonly anonymous?: true;
  readonly relation?: string;
  readonly phone?: string;
  readonly email?: string;
}

export interface RegisterIntake {
  readonly kind: IntakeKind;
  readonly channel: IntakeChannel;
  readonly problem: string;
  readonly contactPerson?: ContactEntry;
  readonly actualAddress?: Address;
  readonly subjects?: readonly Subject[];
  /** Opens a proceeding with the intake, on all of its subjects. */
  readonly openProceeding?: NewProceeding;
}

export interface IntakePorts extends OpenPorts {
  readonly residencesOf: ResidencesOf;
}

export interface Registered extends Partial<Opened> {
  readonly intakeId: string;
}

/**
 * Registers an intake (pöördumine) of somebody, wherever they are registered to live (REQ-145, REQ-148), and, where asked, opens the proceeding that
 * follows from it. With that the possibility to check data opens (REQ-173). INV-05.
 */
export async function registerIntake(
  ports: IntakePorts,
  tx: Tx,
  actor: Actor,
  command: RegisterIntake,
): Promise<Result<Registered, Failure>> {
  if (command.openProceeding !== undefined) {
    const allowed = mayOpen(actor, command.openProceeding.kind);
    if (!allowed.ok) return allowed;
  }
  const { kind, channel, problem, actualAddress } = command;
  const subjects = await knownSubjects(tx, actor, command.subjects ?? []);
  if (!subjects.ok) return subjects;
  const contactPerson = command.contactPerson === undefined ? ok(undefined) : readContact(command.contactPerson);
  if (!contactPerson.ok) return contactPerson;
  if (actualAddress === undefined) {
    const unneeded = await checkUnneeded(ports, tx, actor.institutionId, subjects.value);
    if (!unneeded.ok) return unneeded;
  }

  const at = ports.clock.now();
  const id = newId();
  const intake = { id, subjects: subjects.value, actualAddress, receivedAt: at, registeredBy: actor.userId };
  const opened = command.openProceeding && (await openProceeding(ports, tx, actor, intake, command.openProceeding));
  if (opened?.ok === false) return opened;
  await insertIntake(tx, {
    ...intake,
    kind,
    channel,
    problem,
    contactPerson: contactPerson.value,
    institutionId: actor.institutionId,
    state: opened === undefined ? 'REGISTERED' : 'IN_PROCEEDING',
    proceedingId: opened?.value.proceedingId,
    redirectedFrom: undefined,
  });
  await auditIntake(tx, { action: 'INTAKE_REGISTERED', at, actor }, { ...intake, proceedingId: opened?.value.proceedingId });
  return ok({ intakeId: id, ...opened?.value });
}

/** The intake's subjects, if they are persons of the register: at least the main one must be known, whoever came (REQ-150). */
async function knownSubjects(
  tx: Tx,
  actor: Actor,
  subjects: readonly Subject[],
): Promise<Result<readonly Subject[], Failure<'SUBJECT_REQUIRED' | 'SUBJECTS_INVALID' | 'SUBJECT_UNKNOWN'> | OwnMatter>> {
  if (subjects.length === 0) return fail(failure('SUBJECT_REQUIRED', { fields: [{ pointer: '/subjects', code: 'REQUIRED' }] }));
  const known = await holdClients(
    tx,
    subjects.map(({ clientId }) => clientId),
  );
  const unknown = subjects.findIndex(({ clientId }) => !known.has(clientId));
  if (unknown >= 0) return fail(failure('SUBJECT_UNKNOWN', { fields: [{ pointer: `/subjects/${unknown}/clientId`, code: 'UNKNOWN' }] }));
  const other = checkNotAmong(actor, known.values());
  if (!other.ok) return other;
  // By the file's own id, whichever id of it was named: one person twice is found out.
  return checkSubjects(subjects.map(({ clientId, role }) => ({ clientId: known.get(clientId)?.id ?? clientId, role })));
}

/** Whether an intake may do without the main subject's actual address. */
export async function checkUnneeded(
  { residencesOf }: Pick<IntakePorts, 'residencesOf'>,
  tx: Tx,
  institutionId: string,
  subjects: readonly Subject[],
): Promise<Result<void, Failure<'ACTUAL_ADDRESS_REQUIRED'>>> {
  const main = subjects.find(({ role }) => role === 'MAIN');
  if (main === undefined) throw new Error('an intake has no main subject');
  const [residences, institution] = [await residencesOf(tx, [main.clientId]), await findInstitutionById(tx, institutionId)];
  if (!livesElsewhere(residences.get(main.clientId), institution?.ehakCode)) return ok(undefined);
  return fail(failure('ACTUAL_ADDRESS_REQUIRED', { fields: [{ pointer: '/actualAddress', code: 'REQUIRED' }] }));
}

/** Reads who turned to the institution: somebody by name, whose code need not be known but is one if it is given, or nobody who would say (REQ-149). */
export function readContact(entry: ContactEntry): Result<ContactPerson, Failure<'CONTACT_PERSON_INVALID' | 'PERSONAL_CODE_INVALID'>> {
  const { name, personalCode, anonymous, ...reached } = entry;
  if (anonymous === true) {
    if (name === undefined && personalCode === undefined) return ok({ ...reached, anonymous });
    return fail(failure('CONTACT_PERSON_INVALID', { fields: [{ pointer: '/contactPerson/anonymous', code: 'NAMED' }] }));
  }
  if (name === undefined)
    return fail(failure('CONTACT_PERSON_INVALID', { fields: [{ pointer: '/contactPerson/name', code: 'REQUIRED' }] }));
  if (personalCode === undefined) return ok({ ...reached, name });
  const code = parsePersonalCode(personalCode);
  if (code !== undefined) return ok({ ...reached, name, personalCode: code });
  return fail(failure('PERSONAL_CODE_INVALID', { fields: [{ pointer: '/contactPerson/personalCode', code: 'INVALID' }] }));
}
