import type { Address } from '../../estonia/index.ts';
import { type Clock, type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { amend, type Intake, type IntakeChannel, mayHandleIntake } from './intake.ts';
import { auditIntake } from './intake-audit.ts';
import { findIntake, lockIntake, saveIntake } from './intake-store.ts';
import { checkNotOwn, type OwnMatter } from './own-matter.ts';
import { type ContactEntry, checkUnneeded, type IntakePorts, readContact } from './register-intake.ts';
import { takeSteps } from './step-store.ts';
import { holdProceeding } from './store.ts';

/** What is not named stays; null takes away. */
export interface IntakeChanges {
  readonly channel?: IntakeChannel;
  readonly problem?: string;
  readonly contactPerson?: ContactEntry | null;
  readonly actualAddress?: Address | null;
}

export interface AmendIntake {
  readonly intakeId: string;
  readonly changes: IntakeChanges;
  /** The version the caller saw, where they said so. */
  readonly ifMatch: string | undefined;
}

/** Takes an intake to change it, with its proceeding held against closing: in the order in which closing takes them. Gone, or another's, is not there. */
export async function takeIntake(
  tx: Tx,
  actor: Actor,
  { intakeId, ifMatch }: Pick<AmendIntake, 'intakeId' | 'ifMatch'>,
): Promise<Result<Intake, Failure<'INTAKE_NOT_FOUND' | 'PRECONDITION_FAILED'> | OwnMatter>> {
  const proceedingId = (await findIntake(tx, intakeId))?.proceedingId;
  const proceeding = proceedingId === undefined ? undefined : await holdProceeding(tx, proceedingId);
  const intake = await lockIntake(tx, intakeId);
  if (intake === undefined || !mayHandleIntake(actor, intake, proceeding)) return fail(failure('INTAKE_NOT_FOUND'));
  const other = await checkNotOwn(tx, actor, intake.subjects);
  if (!other.ok) return other;
  // Somebody has just opened a proceeding with it, which nobody holds.
  const moved = intake.proceedingId !== proceedingId;
  if (moved || (ifMatch !== undefined && ifMatch !== String(intake.version))) return fail(failure('PRECONDITION_FAILED'));
  return ok(intake);
}

/** Amends an intake while that may still be done (REQ-152, REQ-153). The proceeding's own subjects are changed there. */
export async function amendIntake(
  ports: Pick<IntakePorts, 'residencesOf'> & { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  command: AmendIntake,
): Promise<Result<Intake, Failure>> {
  const intake = await takeIntake(tx, actor, command);
  if (!intake.ok) return intake;
  const { contactPerson: entry, actualAddress, ...plain } = command.changes;
  const contactPerson = entry === undefined || entry === null ? ok(undefined) : readContact(entry);
  if (!contactPerson.ok) return contactPerson;
  const amended = amend(intake.value, {
    ...plain,
    ...(entry === undefined ? {} : { contactPerson: contactPerson.value }),
    ...(actualAddress === undefined ? {} : { actualAddress: actualAddress ?? undefined }),
  });
  if (!amended.ok) return amended;
  if (actualAddress === null) {
    const unneeded = await checkUnneeded(ports, tx, intake.value.institutionId, intake.value.subjects);
    if (!unneeded.ok) return unneeded;
  }
  await saveIntake(tx, amended.value);
  const at = ports.clock.now();
  const { id, proceedingId } = amended.value;
  if (proceedingId !== undefined) await takeSteps(tx, [{ proceedingId, kind: 'INTAKE_AMENDED', at, by: actor.userId, objectId: id }]);
  const details = { fields: Object.keys(command.changes).join(' ') };
  await auditIntake(tx, { action: 'INTAKE_AMENDED', at, actor, details }, amended.value);
  return amended;
}
