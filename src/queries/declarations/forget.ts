import type { Clock, Temporal } from '../../platform/index.ts';
import { appendAudit } from '../../register/audit/index.ts';
import type { Database, DataKeys } from '../../storage/index.ts';
import { forgetContent } from './content-store.ts';
import { endKeeping, findOutlived } from './store.ts';

/** 30 days: until the next month is declared, whoever is asked back by the tax board needs what was declared. */
const KEPT_DAYS = 30;
/** Files that are outlived are deleted so many a round. */
const OUTLIVED_AT_MOST = 100;

/** Until when the file of a declaration that was accepted is kept. Of any other that has settled, it is forgotten at once. */
export function keepUntil(settledAt: Temporal.Instant): Temporal.Instant {
  return settledAt.add({ hours: KEPT_DAYS * 24 });
}

/** Forgets the files that have been kept as long as they may. */
export async function forgetOutlived(ports: {
  readonly database: Database;
  readonly keys: DataKeys;
  readonly clock: Clock;
}): Promise<void> {
  const now = ports.clock.now();
  const outlived = await findOutlived(ports.database.db, now, OUTLIVED_AT_MOST);
  for (const id of outlived) {
    await ports.database.transaction(async (tx) => {
      if (!(await endKeeping(tx, id))) return;
      await forgetContent(ports.keys, tx, id);
      await appendAudit(tx, {
        action: 'DECLARATION_FILE_FORGOTTEN',
        at: now,
        system: 'declarations',
        object: { type: 'declaration', id },
        outcome: 'DONE',
        code: 'KEPT_LONG_ENOUGH',
      });
    });
  }
}
