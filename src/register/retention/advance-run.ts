import type { Clock, Log } from '../../platform/index.ts';
import { allowErasing, type Database, type Tx } from '../../storage/index.ts';
import { appendAudit, appendAuditLines } from '../audit/index.ts';
import { heldAmong } from './hold.ts';
import { keepHolds } from './hold-store.ts';
import type { Deed, Holding, Thing } from './holding.ts';
import { closeList, countItems, insertItems, markItems, nextItems } from './item-store.ts';
import type { Policies } from './policy.ts';
import { isSame, type RetentionRun } from './run.ts';
import { lockUnderWay, saveRun } from './run-store.ts';
import type { AsOf } from './threshold.ts';

/** Things that are looked at in one transaction while a run lists. */
const LISTED_AT_ONCE = 1000;
/** Things that are let go of in one transaction: a second or two, for which nobody places a hold. */
const LET_GO_AT_ONCE = 50;

const ACTIONS = { ARCHIVE: 'RECORD_ARCHIVED', ANONYMISE: 'RECORD_ANONYMISED', DELETE: 'RECORD_DELETED' } as const satisfies Record<
  Deed,
  string
>;

export interface AdvancePorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly policies: Policies;
  /** In the order in which a run lets go of them. */
  readonly holdings: readonly Holding[];
}

/**
 * Takes the run under way a step on: one transaction with the place it has come to, so that a process that dies leaves nothing half, and the next
 * does nothing twice. False: there is none, or another process is at it.
 */
export async function advanceRun(ports: AdvancePorts): Promise<boolean> {
  const step = (atOnce: number) => ports.database.transaction((tx) => advance(ports, tx, atOnce));
  return step(LET_GO_AT_ONCE).catch(async (error: unknown) => {
    ports.log.error({ err: error }, 'a batch of a retention run failed; its things go one by one');
    // One that cannot be let go of must not keep the others.
    return step(1).catch((again: unknown) => ports.database.transaction((tx) => passOver(ports, tx, again)));
  });
}

async function advance(ports: AdvancePorts, tx: Tx, atOnce: number): Promise<boolean> {
  const run = await lockUnderWay(tx);
  if (run === undefined) return false;
  const holding = holdingOf(ports, run);
  if (run.state === 'LISTING') await (holding === undefined ? endListing(ports, tx, run) : list(ports, tx, run, holding));
  else await (holding === undefined ? end(ports, tx, run, 'DONE') : work(ports, tx, run, holding, atOnce));
  return true;
}

/** The holding that a run has come to; undefined: it is through with them. */
function holdingOf({ holdings }: AdvancePorts, { holding }: RetentionRun): Holding | undefined {
  return holding === undefined ? holdings[0] : holdings.find(({ name }) => name === holding);
}

const asOf = ({ policies }: AdvancePorts, { asOf: day }: RetentionRun): AsOf => ({ day, policies });

const THROUGH = 'THROUGH';

function behind({ holdings }: AdvancePorts, holding: Holding): string {
  return holdings[holdings.indexOf(holding) + 1]?.name ?? THROUGH;
}

async function list(ports: AdvancePorts, tx: Tx, run: RetentionRun, holding: Holding): Promise<void> {
  const { due, last } = await holding.look(tx, asOf(ports, run), { after: run.cursor, atMost: LISTED_AT_ONCE });
  const held = await heldAmong(tx, holding, due);
  const items = due.map(({ id }) => ({ id, state: held.has(id) ? ('HELD' as const) : ('DUE' as const) }));
  await insertItems(tx, run.id, holding.name, items);
  await saveRun(tx, { ...run, holding: last === undefined ? behind(ports, holding) : holding.name, cursor: last });
}

async function endListing(ports: AdvancePorts, tx: Tx, run: RetentionRun): Promise<void> {
  if (run.follows === undefined) return end(ports, tx, run, 'DONE');
  const [shown, found] = [await countItems(tx, run.follows), await countItems(tx, run.id)];
  if (!isSame(shown, found)) return end(ports, tx, run, 'REFUSED', 'RETENTION_COUNTS_DIFFER');
  await saveRun(tx, { ...run, state: 'WORKING', holding: undefined });
}

async function work(ports: AdvancePorts, tx: Tx, run: RetentionRun, holding: Holding, atOnce: number): Promise<void> {
  const ids = await nextItems(tx, run.id, holding.name, atOnce);
  if (ids.length === 0) return saveRun(tx, { ...run, holding: behind(ports, holding) });
  await keepHolds(tx);
  const { due } = await holding.look(tx, asOf(ports, run), { ids });
  const held = await heldAmong(tx, holding, due);
  const free = due.filter(({ id }) => !held.has(id));
  const isDue = new Set(due.map(({ id }) => id));
  await allowErasing(tx);
  if (free.length > 0) {
    await holding.letGo(
      tx,
      free.map(({ id }) => id),
      asOf(ports, run),
    );
  }
  await tell(ports, tx, run, holding, free);
  const mark = (marked: readonly string[], state: 'DONE' | 'HELD' | 'NOT_DUE') => markItems(tx, run.id, holding.name, marked, state);
  await mark(
    free.map(({ id }) => id),
    'DONE',
  );
  await mark([...held], 'HELD');
  await mark(
    ids.filter((id) => !isDue.has(id)),
    'NOT_DUE',
  );
  await saveRun(tx, { ...run, holding: holding.name });
}

/** The log tells of each thing that it is gone, by its id alone. */
async function tell({ clock }: AdvancePorts, tx: Tx, run: RetentionRun, { name, deed }: Holding, things: readonly Thing[]): Promise<void> {
  const at = clock.now();
  await appendAuditLines(
    tx,
    things.map(({ id, clientIds = [], proceedingId }) => ({
      action: ACTIONS[deed],
      at,
      system: 'retention',
      object: { type: name.toLowerCase().replaceAll('_', '-'), id },
      ...(proceedingId === undefined ? {} : { proceedingId }),
      ...(clientIds.includes(id) ? { clientId: id } : {}),
      outcome: 'DONE' as const,
      details: { run: run.id },
    })),
  );
}

/** Leaves the next thing as it is, and goes on behind it. */
async function passOver(ports: AdvancePorts, tx: Tx, error: unknown): Promise<boolean> {
  const run = await lockUnderWay(tx);
  const holding = run === undefined ? undefined : holdingOf(ports, run);
  // Listing does nothing to anything: it is tried again.
  if (run?.state !== 'WORKING' || holding === undefined) throw error;
  const ids = await nextItems(tx, run.id, holding.name, 1);
  ports.log.error({ err: error, run: run.id, holding: holding.name, objectId: ids[0] }, 'a retention run passed a thing over');
  await markItems(tx, run.id, holding.name, ids, 'FAILED');
  return true;
}

async function end({ clock }: AdvancePorts, tx: Tx, run: RetentionRun, state: 'DONE' | 'REFUSED', code?: string): Promise<void> {
  const at = clock.now();
  const counts = await closeList(tx, run.id);
  await saveRun(tx, { ...run, state, code, endedAt: at });
  const total = (wanted: string) => counts.filter((one) => one.state === wanted).reduce((sum, { count }) => sum + count, 0);
  await appendAudit(tx, {
    action: 'RETENTION_RUN_ENDED',
    at,
    system: 'retention',
    object: { type: 'retention-run', id: run.id },
    outcome: state === 'DONE' ? 'DONE' : 'REFUSED',
    ...(code === undefined ? {} : { code }),
    details: { due: total('DUE'), done: total('DONE'), held: total('HELD'), notDue: total('NOT_DUE'), failed: total('FAILED') },
  });
}
