import type { Db } from '../../storage/index.ts';
import { type AuditLine, appendAuditLines } from '../audit/index.ts';
import type { Intake } from './intake.ts';

/** What is done with an intake, or seen of it, is a line for each person in it. */
export async function auditIntake(
  db: Db,
  line: Pick<AuditLine, 'action' | 'at' | 'actor' | 'details'>,
  { id, subjects, proceedingId }: Pick<Intake, 'id' | 'subjects' | 'proceedingId'>,
): Promise<void> {
  await appendAuditLines(
    db,
    subjects.map(({ clientId }) => ({
      ...line,
      object: { type: 'intake', id },
      clientId,
      ...(proceedingId === undefined ? {} : { proceedingId }),
      outcome: 'DONE',
    })),
  );
}
