import type { PersonalCode } from '../estonia/index.ts';
import type { Clock } from '../platform/index.ts';
import type { Actor } from '../register/access/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import { findQueryType } from '../registries/index.ts';
import type { Database } from '../storage/index.ts';
import type { QueryView } from './view.ts';

/** What an answer shows its own reader to be: a relative of the subject, or somebody who lives at the address. */
const CIRCLES = { RELATIVES: 'RELATIVE', RESIDENTS: 'RESIDENT' } as const;

/**
 * Writes into the log that an answer names the worker who reads it. Looked at while the answer is open in hand, since otherwise it is sealed; of the
 * answer nothing is kept but this, and nothing is refused. INV-65, domain 3.11.
 */
export async function noteCircle(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  reader: Actor,
  { id, type, answer, subjectId, proceedingId }: QueryView,
): Promise<void> {
  const names = findQueryType(type)?.names;
  if (names === undefined || answer === null || !('record' in answer) || !mentions(answer.record, reader.personalCode)) return;
  await appendAudit(database.db, {
    action: 'ANSWER_NAMED_ITS_READER',
    at: clock.now(),
    actor: reader,
    object: { type: 'query', id },
    clientId: subjectId,
    proceedingId,
    outcome: 'DONE',
    details: { type, as: CIRCLES[names] },
  });
}

/** Registers write a personal code bare or under the country's code. */
function mentions(part: unknown, code: PersonalCode): boolean {
  if (typeof part === 'string') return part === code || part === `EE${code}`;
  return typeof part === 'object' && part !== null && Object.values(part).some((inner) => mentions(inner, code));
}
