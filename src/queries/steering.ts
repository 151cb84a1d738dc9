import { type Failure, fail, failure, newId, ok, type Result, Temporal } from '../platform/index.ts';
import type { Actor } from '../register/access/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import type { Tx } from '../storage/index.ts';
import type { QueryErrorCode } from './errors.ts';
import { fallsIntoOpeningHours, type MaintenanceWindow } from './maintenance.ts';
import { deleteMaintenance, insertMaintenance } from './maintenance-store.ts';
import type { OperationPorts } from './operations.ts';
import { setConcurrency, setPaused } from './registry-control.ts';

/** A window that is longer is a slip of the hand: 7 days, in hours. */
const MAINTENANCE_HOURS_AT_MOST = 168;

type Refused = Failure<QueryErrorCode>;
type Ports = Pick<OperationPorts, 'clock' | 'registries'>;

/** Stops (or lets go on) the sending to a registry. What is asked meanwhile waits; what has been sent is still answered. */
export async function pauseRegistry(
  ports: Ports,
  tx: Tx,
  operator: Actor,
  registry: string,
  paused: boolean,
): Promise<Result<void, Refused>> {
  if (!ports.registries.includes(registry)) return fail(failure('REGISTRY_UNKNOWN'));
  await setPaused(tx, registry, paused, ports.clock.now());
  await note(ports, tx, operator, registry, paused ? 'REGISTRY_PAUSED' : 'REGISTRY_RESUMED');
  return ok(undefined);
}

/** Sets how many exchanges with a register run at a time, over all workers; null: as many as are configured. In force within seconds. */
export async function changeConcurrency(
  ports: Ports,
  tx: Tx,
  operator: Actor,
  registry: string,
  concurrency: number | null,
  reason: string,
): Promise<Result<void, Refused>> {
  if (!ports.registries.includes(registry)) return fail(failure('REGISTRY_UNKNOWN'));
  await setConcurrency(tx, registry, concurrency, ports.clock.now());
  await note(ports, tx, operator, registry, 'REGISTRY_CONCURRENCY_SET', { reason, concurrency });
  return ok(undefined);
}

/**
 * Sets a time in which a register is not asked: what is due then waits for its end. Within STAR's own hours only where it is called an emergency
 * (REQ-051). Gives the window's id.
 */
export async function planMaintenance(
  ports: Ports,
  tx: Tx,
  operator: Actor,
  registry: string,
  window: MaintenanceWindow & { readonly reason: string; readonly emergency: boolean },
): Promise<Result<string, Refused>> {
  if (!ports.registries.includes(registry)) return fail(failure('REGISTRY_UNKNOWN'));
  const at = ports.clock.now();
  const { from, until, reason, emergency } = window;
  const hours = until.since(from).total('hours');
  if (hours <= 0 || hours > MAINTENANCE_HOURS_AT_MOST || Temporal.Instant.compare(until, at) <= 0) {
    return fail(failure('MAINTENANCE_WINDOW_INVALID', { fields: [{ pointer: '/until', code: 'RANGE' }] }));
  }
  if (fallsIntoOpeningHours(window) && !emergency) return fail(failure('MAINTENANCE_IN_OPENING_HOURS'));
  const id = newId();
  await insertMaintenance(tx, { id, registry, from, until, reason, emergency, by: operator.userId, at });
  await note(ports, tx, operator, registry, 'MAINTENANCE_SET', {
    reason,
    window: id,
    from: from.toString(),
    until: until.toString(),
    emergency,
  });
  return ok(id);
}

/** Takes a window back. What waits for its end is due as soon as the workers see it, within seconds. */
export async function endMaintenance(ports: Ports, tx: Tx, operator: Actor, registry: string, id: string): Promise<Result<void, Refused>> {
  if (!ports.registries.includes(registry)) return fail(failure('REGISTRY_UNKNOWN'));
  const window = await deleteMaintenance(tx, registry, id);
  if (window === undefined) return fail(failure('MAINTENANCE_UNKNOWN'));
  await note(ports, tx, operator, registry, 'MAINTENANCE_ENDED', { window: id });
  return ok(undefined);
}

async function note(
  { clock }: Pick<Ports, 'clock'>,
  tx: Tx,
  operator: Actor,
  registry: string,
  action: string,
  details: Readonly<Record<string, string | number | boolean | null>> = {},
): Promise<void> {
  await appendAudit(tx, {
    action,
    at: clock.now(),
    actor: operator,
    object: { type: 'registry', id: registry },
    outcome: 'DONE',
    details,
  });
}
