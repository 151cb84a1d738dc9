import { type Clock, type Failure, fail, failure, newId, ok, type Result } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { findInstitutionById } from '../organisations/index.ts';
import { takeIntake } from './amend-intake.ts';
import { advanceIntake, type Intake, mayHandleIntake } from './intake.ts';
import { auditIntake } from './intake-audit.ts';
import { insertIntake, lockIntake, saveIntake } from './intake-store.ts';
import { mayOpen, type NewProceeding, type Opened, type OpenPorts, openProceeding } from './open-proceeding.ts';
import { checkNotOwn } from './own-matter.ts';
import { mayHandle } from './proceeding.ts';
import { takeSteps } from './step-store.ts';
import { holdProceeding } from './store.ts';

interface Named {
  readonly intakeId: string;
  /** The version the caller saw, where they said so. */
  readonly ifMatch: string | undefined;
}

/** Opens the proceeding that follows from an intake which was registered before. */
export async function openOnIntake(
  ports: OpenPorts,
  tx: Tx,
  actor: Actor,
  { proceeding, ...named }: Named & { readonly proceeding: NewProceeding },
): Promise<Result<Opened, Failure>> {
  const allowed = mayOpen(actor, proceeding.kind);
  if (!allowed.ok) return allowed;
  const intake = await takeIntake(tx, actor, named);
  if (!intake.ok) return intake;
  const placed = advanceIntake(intake.value, 'place');
  if (!placed.ok) return placed;
  const opened = await openProceeding(ports, tx, actor, intake.value, proceeding);
  if (!opened.ok) return opened;
  await saveIntake(tx, { ...placed.value, proceedingId: opened.value.proceedingId });
  return opened;
}

/** Puts an intake into an open proceeding on the same persons, instead of opening another. */
export async function linkIntake(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { proceedingId, ...named }: Named & { readonly proceedingId: string },
): Promise<Result<Intake, Failure>> {
  const proceeding = await holdProceeding(tx, proceedingId);
  const intake = await lockIntake(tx, named.intakeId);
  if (intake === undefined || !mayHandleIntake(actor, intake, undefined)) return fail(failure('INTAKE_NOT_FOUND'));
  if (named.ifMatch !== undefined && named.ifMatch !== String(intake.version)) return fail(failure('PRECONDITION_FAILED'));
  if (proceeding === undefined || !mayHandle(actor, proceeding))
    return fail(failure('NOT_FOUND', { fields: [{ pointer: '/proceedingId', code: 'UNKNOWN' }] }));
  const other = await checkNotOwn(tx, actor, proceeding.subjects);
  if (!other.ok) return other;
  const linked = advanceIntake(intake, 'place', { proceedingId });
  if (!linked.ok) return linked;
  if (proceeding.state !== 'OPENED') return fail(failure('PROCEEDING_NOT_OPEN'));
  const inIt = new Set(proceeding.subjects.map(({ clientId }) => clientId));
  if (!intake.subjects.every(({ clientId }) => inIt.has(clientId))) return fail(failure('INTAKE_OF_OTHERS'));
  const at = clock.now();
  await saveIntake(tx, linked.value);
  await takeSteps(tx, [{ proceedingId, kind: 'INTAKE_LINKED', at, by: actor.userId, objectId: intake.id }]);
  await auditIntake(tx, { action: 'INTAKE_LINKED', at, actor }, linked.value);
  return ok(linked.value);
}

/** Says of an intake that it was entered by mistake. It stays, and says why (INV-08). */
export async function annulIntake(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { reason, ...named }: Named & { readonly reason: string },
): Promise<Result<Intake, Failure>> {
  const intake = await takeIntake(tx, actor, named);
  if (!intake.ok) return intake;
  const annulled = advanceIntake(intake.value, 'annul', { endedReason: reason });
  if (!annulled.ok) return annulled;
  await saveIntake(tx, annulled.value);
  await auditIntake(tx, { action: 'INTAKE_ANNULLED', at: clock.now(), actor }, annulled.value);
  return annulled;
}

/** Passes an intake on to the institution whose matter it is (HMS § 15): it is registered there as it came, and when it came. */
export async function redirectIntake(
  { clock }: { readonly clock: Clock },
  tx: Tx,
  actor: Actor,
  { institutionId, reason, ...named }: Named & { readonly institutionId: string; readonly reason: string },
): Promise<Result<Intake, Failure>> {
  const institution = await findInstitutionById(tx, institutionId);
  const takesIntakes = institution?.kind === 'KOV' || institution?.kind === 'SKA';
  if (!takesIntakes || institutionId === actor.institutionId)
    return fail(failure('RECEIVING_INSTITUTION_INVALID', { fields: [{ pointer: '/institutionId', code: 'INVALID' }] }));
  const intake = await takeIntake(tx, actor, named);
  if (!intake.ok) return intake;
  const redirected = advanceIntake(intake.value, 'redirect', { endedReason: reason });
  if (!redirected.ok) return redirected;
  await saveIntake(tx, redirected.value);
  const { no: _no, version: _version, lockedAt: _lockedAt, endedReason: _endedReason, ...same } = intake.value;
  await insertIntake(tx, { ...same, id: newId(), institutionId, redirectedFrom: intake.value.id });
  await auditIntake(tx, { action: 'INTAKE_REDIRECTED', at: clock.now(), actor, details: { to: institutionId } }, redirected.value);
  return redirected;
}
