import { type Clock, type Failure, fail, failure, newId, ok, type Result, today } from '../../platform/index.ts';
import type { Database, Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { closeList } from './item-store.ts';
import { mayBeFollowed, type RetentionRun } from './run.ts';
import { findRun, insertRun, lockRun, saveRun } from './run-store.ts';

export interface RunPorts {
  readonly clock: Clock;
}

type Refusal = Failure<'RETENTION_RUN_NOT_FOUND' | 'RETENTION_DRY_RUN_NEEDED' | 'RETENTION_DRY_RUN_TOO_OLD' | 'RETENTION_RUN_UNDER_WAY'>;

/** Asks for a run: a dry one, or one that follows a dry run, as of that one's day. Workers carry it out. Gives its id. */
export async function askRun(
  { clock }: RunPorts,
  tx: Tx,
  actor: Actor,
  { follows, reason }: { readonly follows: string | undefined; readonly reason: string },
): Promise<Result<string, Refusal>> {
  const now = clock.now();
  const dry = follows === undefined ? undefined : await findRun(tx, follows);
  if (follows !== undefined) {
    if (dry === undefined) return fail(failure('RETENTION_RUN_NOT_FOUND'));
    const may = mayBeFollowed(dry, now);
    if (may !== 'YES') return fail(failure(may === 'TOO_OLD' ? 'RETENTION_DRY_RUN_TOO_OLD' : 'RETENTION_DRY_RUN_NEEDED'));
  }
  const { userId, institutionId, roles } = actor;
  const run = listing({ follows, asOf: dry?.asOf ?? today(clock), actor: { userId, institutionId, roles }, reason, askedAt: now });
  if (!(await insertRun(tx, run))) return fail(failure('RETENTION_RUN_UNDER_WAY'));
  await appendAudit(tx, {
    action: 'RETENTION_RUN_ASKED',
    at: now,
    actor,
    object: { type: 'retention-run', id: run.id },
    outcome: 'DONE',
    details: { follows: follows ?? null, asOf: run.asOf.toString(), reason },
  });
  return ok(run.id);
}

/** Makes the dry run of a day that the installation has for it, once: nobody else's is in its way, and it lets go of nothing. */
export async function askScheduledRun({
  clock,
  database,
  dayOfMonth,
}: RunPorts & { readonly database: Database; readonly dayOfMonth: number }): Promise<void> {
  const asOf = today(clock);
  if (asOf.day !== dayOfMonth) return;
  const run = listing({ follows: undefined, asOf, actor: undefined, reason: 'by the schedule', askedAt: clock.now() });
  await database.transaction((tx) => insertRun(tx, run));
}

/** Stops a run: what it has let go of stays gone, the rest stays. */
export async function stopRun(
  { clock }: RunPorts,
  tx: Tx,
  actor: Actor,
  runId: string,
): Promise<Result<string, Failure<'RETENTION_RUN_NOT_FOUND' | 'RETENTION_RUN_ENDED'>>> {
  const run = await lockRun(tx, runId);
  if (run === undefined) return fail(failure('RETENTION_RUN_NOT_FOUND'));
  if (run.endedAt !== undefined) return fail(failure('RETENTION_RUN_ENDED'));
  const at = clock.now();
  await closeList(tx, runId);
  await saveRun(tx, { ...run, state: 'STOPPED', endedAt: at });
  await appendAudit(tx, { action: 'RETENTION_RUN_STOPPED', at, actor, object: { type: 'retention-run', id: runId }, outcome: 'DONE' });
  return ok(runId);
}

function listing(run: Pick<RetentionRun, 'follows' | 'asOf' | 'actor' | 'reason' | 'askedAt'>): RetentionRun {
  return { ...run, id: newId(), state: 'LISTING', code: undefined, holding: undefined, cursor: undefined, endedAt: undefined };
}
