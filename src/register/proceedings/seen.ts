import type { Clock } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAuditLines } from '../audit/index.ts';
import type { Proceeding } from './proceeding.ts';

/** A look at a proceeding is a line in the log for each person in it: each may ask who has looked (GDPR art. 15). */
export async function proceedingsSeen(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  actor: Actor,
  action: string,
  proceedings: readonly Pick<Proceeding, 'id' | 'subjects'>[],
): Promise<void> {
  const at = clock.now();
  await appendAuditLines(
    database.db,
    proceedings.flatMap(({ id, subjects }) =>
      subjects.map(({ clientId }) => ({
        action,
        at,
        actor,
        object: { type: 'proceeding', id },
        clientId,
        proceedingId: id,
        outcome: 'DONE' as const,
      })),
    ),
  );
}
