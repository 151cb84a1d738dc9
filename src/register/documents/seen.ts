import type { Clock } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAuditLines } from '../audit/index.ts';
import type { Proceeding } from '../proceedings/index.ts';

/** A look at a document is a line in the log for each person in its proceeding: each may ask who has looked (GDPR art. 15). */
export async function documentsSeen(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  actor: Actor,
  action: string,
  { id: proceedingId, subjects }: Pick<Proceeding, 'id' | 'subjects'>,
  documentIds: readonly string[],
): Promise<void> {
  const at = clock.now();
  await appendAuditLines(
    database.db,
    documentIds.flatMap((id) =>
      subjects.map(({ clientId }) => ({
        action,
        at,
        actor,
        object: { type: 'document', id },
        clientId,
        proceedingId,
        outcome: 'DONE' as const,
      })),
    ),
  );
}
