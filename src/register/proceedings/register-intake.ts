import { type Clock, type Failure, fail, failure, newId, ok, type Result } from '../../platform/index.ts';
import type { DataKeys, Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { findClients } from '../people/index.ts';
import type { IntakeChannel, IntakeKind } from './intake.ts';
import { checkSubjects, kindsOf, type ProceedingKind, type Subject } from './proceeding.ts';
import { insertIntake, insertProceeding } from './store.ts';

export interface RegisterIntake {
  readonly kind: IntakeKind;
  readonly channel: IntakeChannel;
  readonly problem: string;
  readonly subjects: readonly Subject[];
  /** Opens a proceeding with the intake, on all of its subjects. */
  readonly openProceeding?: { readonly kind: ProceedingKind };
}

/**
 * Registers an intake (pöördumine) and, where asked, opens the proceeding that follows from it. A proceeding is born with its own data key: what
 * registers answer in it can be read as long as that key lives. INV-05, INV-09.
 */
export async function registerIntake(
  ports: { keys: DataKeys; clock: Clock },
  tx: Tx,
  actor: Actor,
  command: RegisterIntake,
): Promise<Result<string, Failure<'SUBJECTS_INVALID' | 'SUBJECT_UNKNOWN' | 'PROCEEDING_KIND_NOT_ALLOWED'>>> {
  if (command.openProceeding !== undefined && !kindsOf(actor.roles).includes(command.openProceeding.kind)) {
    return fail(failure('PROCEEDING_KIND_NOT_ALLOWED', { fields: [{ pointer: '/openProceeding/kind', code: 'NOT_ALLOWED' }] }));
  }
  const subjects = checkSubjects(command.subjects);
  if (!subjects.ok) return subjects;
  const ids = command.subjects.map(({ clientId }) => clientId);
  const known = await findClients(tx, ids);
  const unknown = ids.findIndex((id) => !known.has(id));
  if (unknown >= 0) return fail(failure('SUBJECT_UNKNOWN', { fields: [{ pointer: `/subjects/${unknown}/clientId`, code: 'UNKNOWN' }] }));

  const at = ports.clock.now();
  const { institutionId, userId } = actor;
  const proceedingId = command.openProceeding && newId();
  if (command.openProceeding !== undefined && proceedingId !== undefined) {
    await insertProceeding(tx, {
      id: proceedingId,
      kind: command.openProceeding.kind,
      state: 'OPENED',
      institutionId,
      ownerId: userId,
      openedAt: at,
      subjects: subjects.value,
    });
    await ports.keys.create(tx, proceedingId);
    await appendAudit(tx, {
      action: 'PROCEEDING_OPENED',
      at,
      actor,
      object: { type: 'proceeding', id: proceedingId },
      proceedingId,
      outcome: 'DONE',
      details: { kind: command.openProceeding.kind },
    });
  }
  const id = newId();
  const { kind, channel, problem } = command;
  await insertIntake(tx, { id, kind, channel, problem, institutionId, receivedAt: at, subjectIds: ids, proceedingId }, userId);
  await appendAudit(tx, {
    action: 'INTAKE_REGISTERED',
    at,
    actor,
    object: { type: 'intake', id },
    ...(proceedingId === undefined ? {} : { proceedingId }),
    outcome: 'DONE',
  });
  return ok(id);
}
