import { type Clock, type Failure, fail, failure, ok, type Result } from '../platform/index.ts';
import type { Actor } from '../register/access/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import { type Client, findClients } from '../register/people/index.ts';
import { findProceeding } from '../register/proceedings/index.ts';
import type { Reading } from '../registries/index.ts';
import type { Database } from '../storage/index.ts';
import { type AnswerPorts, readKept } from './answers.ts';
import type { QueryErrorCode } from './errors.ts';
import { findPermit, type Permit } from './permit-store.ts';
import { findQuery } from './store.ts';

export interface RevealPorts extends AnswerPorts {
  readonly database: Database;
  readonly clock: Clock;
}

/** What supervision is shown of a query: whom it is about, what was asked and why, and what the register answered, as far as it is kept. */
export interface Revealed {
  readonly subject: Client | undefined;
  readonly permit: Permit;
  readonly answer: Reading<unknown> | undefined;
}

/**
 * Shows supervision what a query is about, while its proceeding is open. The line in the log is durable before anything is read: nobody sees what
 * the log does not know they saw.
 */
export async function revealQuery(
  ports: RevealPorts,
  supervisor: Actor,
  queryId: string,
  reason: string,
): Promise<Result<Revealed, Failure<QueryErrorCode>>> {
  const { db } = ports.database;
  const query = await findQuery(db, queryId);
  if (query === undefined) return fail(failure('QUERY_NOT_FOUND'));
  const proceeding = await findProceeding(db, query.proceedingId);
  if (proceeding?.state !== 'OPENED') return fail(failure('PURGED'));
  await appendAudit(db, {
    action: 'QUERY_REVEALED',
    at: ports.clock.now(),
    actor: supervisor,
    object: { type: 'query', id: queryId },
    clientId: query.clientId,
    proceedingId: query.proceedingId,
    outcome: 'DONE',
    details: { reason, type: query.typeCode },
  });
  const [permit, clients, answer] = await Promise.all([
    findPermit(db, query.permitId),
    findClients(db, [query.clientId]),
    query.state === 'ANSWERED' ? readKept(ports, db, query) : undefined,
  ]);
  if (permit === undefined) return fail(failure('QUERY_NOT_FOUND'));
  return ok({ subject: clients.get(query.clientId), permit, answer });
}
