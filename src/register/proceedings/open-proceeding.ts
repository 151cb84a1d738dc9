import { type Clock, type Failure, fail, failure, newId, ok, type Result } from '../../platform/index.ts';
import type { DataKeys, Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import type { Intake } from './intake.ts';
import { kindsOf, type ProceedingKind } from './proceeding.ts';
import { takeSteps } from './step-store.ts';
import { insertProceeding } from './store.ts';
import { insertSubjects } from './subject-store.ts';

/** The questions by which an application is filled in beforehand: who asks registers is another room's business. */
export interface Prefill {
  readonly purposes: readonly string[];
  /** Asks them about the household, in the proceeding that is being opened. Gives the queries' ids. */
  readonly ask: (
    tx: Tx,
    actor: Actor,
    asked: { readonly proceedingId: string; readonly householdIds: readonly string[] } & PrefillWish,
  ) => Promise<Result<readonly string[], Failure>>;
}

export interface PrefillWish {
  readonly purpose: string;
  /** The month that is applied for, YYYY-MM. */
  readonly month: string;
}

export interface NewProceeding {
  readonly kind: ProceedingKind;
  readonly prefill?: PrefillWish | undefined;
}

export interface OpenPorts {
  readonly keys: DataKeys;
  readonly clock: Clock;
  readonly prefill: Prefill;
}

/** Whether somebody may open a proceeding of a kind, before anything is written. */
export function mayOpen(actor: Pick<Actor, 'roles'>, kind: ProceedingKind): Result<void, Failure<'PROCEEDING_KIND_NOT_ALLOWED'>> {
  if (kindsOf(actor.roles).includes(kind)) return ok(undefined);
  return fail(failure('PROCEEDING_KIND_NOT_ALLOWED', { fields: [{ pointer: '/openProceeding/kind', code: 'NOT_ALLOWED' }] }));
}

/** A proceeding that was opened, and the queries that were asked in it at once. */
export interface Opened {
  readonly proceedingId: string;
  readonly queryIds: readonly string[];
}

/**
 * Opens a proceeding (menetluse algatamine) on an intake's subjects, the main one living where the intake says. It is born with its own data key:
 * what registers answer in it can be read as long as that key lives (INV-09). The intake is the caller's to save.
 */
export async function openProceeding(
  { keys, clock, prefill }: OpenPorts,
  tx: Tx,
  actor: Actor,
  intake: Pick<Intake, 'id' | 'subjects' | 'actualAddress' | 'receivedAt' | 'registeredBy'>,
  { kind, prefill: wish }: NewProceeding,
): Promise<Result<Opened, Failure>> {
  const at = clock.now();
  const id = newId();
  const { institutionId, userId } = actor;
  await insertProceeding(tx, { id, kind, state: 'OPENED', institutionId, ownerId: userId, openedAt: at });
  await insertSubjects(
    tx,
    id,
    intake.subjects.map((subject) => ({
      ...subject,
      actualAddress: subject.role === 'MAIN' ? intake.actualAddress : undefined,
      socialStatus: undefined,
      asOf: at,
    })),
  );
  await keys.create(tx, id);
  await takeSteps(tx, [
    { proceedingId: id, kind: 'INTAKE_REGISTERED', at: intake.receivedAt, by: intake.registeredBy, objectId: intake.id },
    { proceedingId: id, kind: 'OPENED', at, by: userId },
  ]);
  await appendAudit(tx, {
    action: 'PROCEEDING_OPENED',
    at,
    actor,
    object: { type: 'proceeding', id },
    proceedingId: id,
    outcome: 'DONE',
    details: { kind },
  });
  if (wish === undefined) return ok({ proceedingId: id, queryIds: [] });
  const householdIds = intake.subjects.map(({ clientId }) => clientId);
  const queryIds = await prefill.ask(tx, actor, { proceedingId: id, householdIds, ...wish });
  return queryIds.ok ? ok({ proceedingId: id, queryIds: queryIds.value }) : queryIds;
}
