import { type Static, Type } from 'typebox';
import { type Clock, orNull } from '../platform/index.ts';
import type { MaintenanceWindow, RegistryStatus, UnsettledDeclaration, UnsettledQuery } from '../queries/index.ts';
import { proposedAt, registryName } from '../registries/index.ts';
import { masked, TroubleView, viewTrouble } from './trouble-view.ts';

const Instant = Type.String({ format: 'date-time' });
const Count = Type.Integer({ minimum: 0 });

const RegistryView = Type.Object({
  registry: Type.String(),
  name: Type.Object({ et: Type.String(), en: Type.String(), ru: Type.String() }),
  waiting: Count,
  running: Count,
  retrying: Count,
  failed: Count,
  failuresAreMore: Type.Boolean({ description: 'There are more than those counted' }),
  held: Count,
  oldestWaitingSince: orNull(Instant),
  lastSuccessAt: orNull(Instant),
  breaker: Type.Enum(['CLOSED', 'HALF_OPEN', 'OPEN']),
  breakerUntil: orNull(Instant),
  paused: Type.Boolean(),
  concurrency: Type.Integer({ minimum: 1, description: 'Exchanges at a time over all workers: as set by an operator, or as configured' }),
  effectiveConcurrency: Type.Integer({ minimum: 0, description: 'What the workers that live make of it' }),
  workers: Count,
  maintenance: Type.Array(
    Type.Object({ id: Type.String({ format: 'uuid' }), from: Instant, until: Instant, reason: Type.String(), emergency: Type.Boolean() }),
  ),
  nextMaintenance: orNull(Type.Object({ from: Instant, until: Instant })),
  proposed: Type.Array(Type.String({ description: 'Asked by a contract that is only proposed to the register' })),
});

/** How every register's queries stand. `at` is the server's time, by which ages are to be reckoned: an operator's clock may be wrong. */
export const Overview = Type.Object({ at: Instant, items: Type.Array(RegistryView) });

/** Queries without an answer. No person, no proceeding: an operator needs neither. */
export const QueryList = Type.Object({
  at: Instant,
  items: Type.Array(
    Type.Object({
      id: Type.String({ format: 'uuid' }),
      xRoadId: orNull(Type.String()),
      type: Type.String(),
      state: Type.String(),
      code: orNull(Type.String()),
      detail: orNull(Type.String()),
      trouble: orNull(TroubleView),
      attempts: Count,
      askedAt: Instant,
      dueAt: orNull(Instant),
    }),
  ),
  next: orNull(Type.String({ format: 'uuid' })),
});

export function viewRegistry(status: RegistryStatus): Static<typeof RegistryView> {
  return {
    ...status,
    name: registryName(status.registry),
    proposed: [...proposedAt(status.registry)],
    oldestWaitingSince: status.oldestWaitingSince?.toString() ?? null,
    lastSuccessAt: status.lastSuccessAt?.toString() ?? null,
    breakerUntil: status.breakerUntil?.toString() ?? null,
    maintenance: status.maintenance.map(({ id, reason, emergency, ...window }) => ({ id, ...viewWindow(window), reason, emergency })),
    nextMaintenance: status.nextMaintenance && viewWindow(status.nextMaintenance),
  };
}

function viewWindow({ from, until }: MaintenanceWindow) {
  return { from: from.toString(), until: until.toString() };
}

export function overview(clock: Clock, statuses: readonly RegistryStatus[]): Static<typeof Overview> {
  return { at: clock.now().toString(), items: statuses.map(viewRegistry) };
}

/** A page of queries; one more than asked for says that there is a next one. */
export function viewQueries(
  clock: Clock,
  queries: readonly (UnsettledQuery | UnsettledDeclaration)[],
  limit: number,
): Static<typeof QueryList> {
  const items = queries.slice(0, limit);
  return {
    at: clock.now().toString(),
    items: items.map((query) => ({
      ...query,
      code: query.code === null ? null : masked(query.code),
      detail: query.detail === null ? null : masked(query.detail),
      trouble: query.code === null ? null : viewTrouble(query.code),
      askedAt: query.askedAt.toString(),
      dueAt: query.dueAt?.toString() ?? null,
    })),
    next: queries.length > limit ? (items.at(-1)?.id ?? null) : null,
  };
}
