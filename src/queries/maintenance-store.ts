import { dateOf, instantOf, type Temporal } from '../platform/index.ts';
import type { Db, Tx } from '../storage/index.ts';
import type { MaintenanceWindow } from './maintenance.ts';

type Tables = {
  maintenance_window: {
    id: string;
    registry: string;
    starts_at: Date;
    ends_at: Date;
    reason: string;
    emergency: boolean;
    set_by: string;
    set_at: Date;
  };
};

/** A window that an operator has set, beside those of the configuration. */
export interface PlannedMaintenance extends MaintenanceWindow {
  readonly id: string;
  readonly registry: string;
  readonly reason: string;
  /** Whether it was let fall into STAR's own hours. */
  readonly emergency: boolean;
}

const tables = (db: Db) => db.withTables<Tables>();

export async function insertMaintenance(
  tx: Tx,
  window: PlannedMaintenance & { readonly by: string; readonly at: Temporal.Instant },
): Promise<void> {
  await tables(tx)
    .insertInto('maintenance_window')
    .values({
      id: window.id,
      registry: window.registry,
      starts_at: dateOf(window.from),
      ends_at: dateOf(window.until),
      reason: window.reason,
      emergency: window.emergency,
      set_by: window.by,
      set_at: dateOf(window.at),
    })
    .execute();
}

/** Takes a window back; undefined when there is none. */
export async function deleteMaintenance(tx: Tx, registry: string, id: string): Promise<MaintenanceWindow | undefined> {
  const row = await tables(tx)
    .deleteFrom('maintenance_window')
    .where('id', '=', id)
    .where('registry', '=', registry)
    .returning(['starts_at', 'ends_at'])
    .executeTakeFirst();
  return row && { from: instantOf(row.starts_at), until: instantOf(row.ends_at) };
}

/** The windows that have not ended, the earlier first. */
export async function plannedMaintenance(db: Db, now: Temporal.Instant): Promise<readonly PlannedMaintenance[]> {
  const rows = await tables(db)
    .selectFrom('maintenance_window')
    .select(['id', 'registry', 'starts_at', 'ends_at', 'reason', 'emergency'])
    .where('ends_at', '>', dateOf(now))
    .orderBy('starts_at')
    .execute();
  return rows.map(({ starts_at, ends_at, ...row }) => ({ ...row, from: instantOf(starts_at), until: instantOf(ends_at) }));
}
