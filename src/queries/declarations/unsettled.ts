import { Temporal } from '../../platform/index.ts';
import { declarations } from '../../registries/index.ts';
import type { Db } from '../../storage/index.ts';
import type { RegistryStatus } from '../registry-control.ts';
import type { Unsettled, UnsettledQuery } from '../unsettled.ts';
import type { DeclarationState } from './declaration.ts';
import { lastUploads } from './exchange-store.ts';
import { countUnsettled, lastAnsweredAt, listInStates } from './store.ts';

/** What operators look at. One that has failed surely has not run: whoever ordered it sees why, and orders it anew. */
const UNSETTLED = {
  FAILED: [],
  HELD: ['HELD'],
  WAITING: ['ORDERED', 'SENT', 'UNCLEAR'],
} as const satisfies Record<Unsettled, readonly DeclarationState[]>;

/** A declaration as operators see it, as they see queries: ids, codes and times, nothing of who declares or what. */
export interface UnsettledDeclaration extends Omit<UnsettledQuery, 'state'> {
  readonly state: DeclarationState;
}

/** Declarations that are not settled, oldest first, behind the given one. */
export async function unsettledDeclarations(
  db: Db,
  which: Unsettled,
  after: string | undefined,
  atMost: number,
): Promise<readonly UnsettledDeclaration[]> {
  const found = await listInStates(db, UNSETTLED[which], after, atMost);
  const uploads = await lastUploads(
    db,
    found.map(({ id }) => id),
  );
  return found.map(({ id, state, code, detail, attempt, orderedAt, dueAt }) => ({
    id,
    xRoadId: uploads.get(id) ?? null,
    type: declarations.code,
    state,
    code,
    detail,
    attempts: attempt,
    askedAt: orderedAt,
    dueAt: state === 'ORDERED' || state === 'UNCLEAR' ? dueAt : null,
  }));
}

/** How declarations stand, in the words of a registry's status. */
export async function declarationStatus(
  db: Db,
): Promise<Pick<RegistryStatus, 'waiting' | 'running' | 'retrying' | 'held' | 'oldestWaitingSince' | 'lastSuccessAt'>> {
  const [counted, lastSuccessAt] = await Promise.all([countUnsettled(db), lastAnsweredAt(db)]);
  const count = (state: DeclarationState) => counted.find((one) => one.state === state)?.count ?? 0;
  const waiting = counted.filter(({ state }) => state === 'ORDERED' || state === 'UNCLEAR').map(({ oldest }) => oldest);
  return {
    waiting: count('ORDERED'),
    running: count('SENT'),
    retrying: count('UNCLEAR'),
    held: count('HELD'),
    oldestWaitingSince: waiting.sort(Temporal.Instant.compare)[0] ?? null,
    lastSuccessAt,
  };
}
