import { type Clock, type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { DataKeys, Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { findInstitutionById } from '../organisations/index.ts';
import { cancelPlanned } from './action-store.ts';
import { moveIntakesOf } from './intake-store.ts';
import { type CloseReason, close, comesToSomething, type Proceeding } from './proceeding.ts';
import { livesIn, type ResidencesOf } from './residence.ts';
import { takeSteps } from './step-store.ts';
import { saveProceeding } from './store.ts';
import { findSubjects } from './subject-store.ts';
import { type Named, takeProceeding } from './take-proceeding.ts';
import { withdrawOffer } from './transfer-store.ts';

export interface CloseProceeding extends Named {
  readonly reason: CloseReason;
}

export interface ClosePorts {
  readonly keys: DataKeys;
  readonly clock: Clock;
  /**
   * What else ends when a proceeding does, or when it passes to another institution, in the same transaction: its queries. Or why they cannot end
   * yet; then neither does it.
   */
  readonly onClosed: (tx: Tx, proceedingId: string) => Promise<Result<void, Failure>>;
  readonly residencesOf: ResidencesOf;
}

/**
 * Closes a proceeding (menetluse lõpetamine). Its data key is destroyed in the same transaction, so no cached answer outlives the purpose it was
 * asked for. SHS § 145¹; IKS § 6.
 */
export async function closeProceeding(
  ports: ClosePorts,
  tx: Tx,
  actor: Actor,
  command: CloseProceeding,
): Promise<Result<Proceeding, Failure>> {
  const proceeding = await takeProceeding(tx, actor, command);
  if (!proceeding.ok) return proceeding;
  const { id } = proceeding.value;
  const at = ports.clock.now();
  const closed = close(proceeding.value, command.reason, at);
  if (!closed.ok) return closed;
  const placed = comesToSomething(command.reason) ? await checkPlaced(ports, tx, proceeding.value) : ok(undefined);
  if (!placed.ok) return placed;
  const ended = await ports.onClosed(tx, id);
  if (!ended.ok) return ended;
  await saveProceeding(tx, closed.value);
  await moveIntakesOf(tx, id, 'CLOSED');
  await cancelPlanned(tx, id);
  await withdrawOffer(tx, id, actor.userId, at);
  await takeSteps(tx, [{ proceedingId: id, kind: 'CLOSED', at, by: actor.userId, text: command.reason }]);
  await ports.keys.destroy(tx, id);
  await appendAudit(tx, {
    action: 'PROCEEDING_CLOSED',
    at,
    actor,
    object: { type: 'proceeding', id },
    proceedingId: id,
    outcome: 'DONE',
    details: { reason: command.reason },
  });
  return ok(closed.value);
}

/**
 * Whether it is known by which place a municipality has helped or decided (INV-07): the main subject is registered there, or it is said where they
 * actually live. Who needs help at once may have no place that anybody knows, so that an intake cannot wait for it; the end of the matter can.
 */
async function checkPlaced(
  { residencesOf }: Pick<ClosePorts, 'residencesOf'>,
  tx: Tx,
  { id, institutionId }: Proceeding,
): Promise<Result<void, Failure<'ACTUAL_ADDRESS_REQUIRED'>>> {
  const municipality = (await findInstitutionById(tx, institutionId))?.ehakCode;
  if (municipality === undefined) return ok(undefined);
  const subjects = await findSubjects(tx, id);
  const index = subjects.findIndex(({ role }) => role === 'MAIN');
  const main = subjects[index];
  if (main === undefined) throw new Error('a proceeding has no main subject');
  if (main.actualAddress !== undefined) return ok(undefined);
  if (livesIn((await residencesOf(tx, [main.clientId])).get(main.clientId), municipality)) return ok(undefined);
  return fail(failure('ACTUAL_ADDRESS_REQUIRED', { fields: [{ pointer: `/subjects/${index}/actualAddress`, code: 'REQUIRED' }] }));
}
