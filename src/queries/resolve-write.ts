import { type Clock, fail, failure, ok, type Result, today } from '../platform/index.ts';
import type { Actor } from '../register/access/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import { findClients } from '../register/people/index.ts';
import { findQueryType } from '../registries/index.ts';
import type { JobQueue, Tx } from '../storage/index.ts';
import { type AnswerPorts, keepStorable, sealAnswers } from './answers.ts';
import { noneHasRun } from './attempt-store.ts';
import { lockQuery, resolveHeld } from './operation-store.ts';
import { findPermit } from './permit-store.ts';
import type { Query } from './query.ts';

/** What an operator has found out of a held write: it was carried out; it was not, and is to be; it was not, and is given up. */
export const RESOLUTIONS = ['DONE', 'SEND_AGAIN', 'NOT_DONE'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

export interface ResolvePorts extends AnswerPorts {
  readonly queue: JobQueue;
  readonly clock: Clock;
}

/** Ends the waiting of a write of which nothing here could tell whether it was carried out: `HELD -> ANSWERED | QUEUED | CANCELLED`. */
export async function resolveWrite(
  ports: ResolvePorts,
  tx: Tx,
  operator: Actor,
  queryId: string,
  resolution: Resolution,
  reason: string,
): Promise<Result<void, ReturnType<typeof failure<'QUERY_NOT_FOUND' | 'WRITE_NOT_HELD'>>>> {
  const query = await lockQuery(tx, queryId);
  if (query === undefined) return fail(failure('QUERY_NOT_FOUND'));
  if (query.state !== 'HELD') return fail(failure('WRITE_NOT_HELD'));
  const at = ports.clock.now();
  if (resolution === 'DONE') {
    await keepConfirmed(ports, tx, query);
    await resolveHeld(tx, queryId, { state: 'ANSWERED', at });
  } else {
    await noneHasRun(tx, queryId);
    const given =
      resolution === 'SEND_AGAIN' ? ({ state: 'QUEUED', at } as const) : ({ state: 'CANCELLED', at, code: 'DISCARDED' } as const);
    await resolveHeld(tx, queryId, given);
    if (given.state === 'QUEUED') await ports.queue.add(tx, [{ queue: query.registry }]);
  }
  await appendAudit(tx, {
    action: 'WRITE_RESOLVED',
    at,
    actor: operator,
    object: { type: 'query', id: queryId },
    clientId: query.clientId,
    proceedingId: query.proceedingId,
    outcome: 'DONE',
    details: { resolution, reason },
  });
  return ok(undefined);
}

/** Keeps as the write's answer that an operator confirms it. */
async function keepConfirmed(ports: ResolvePorts, tx: Tx, query: Query): Promise<void> {
  const [permit, clients] = await Promise.all([findPermit(tx, query.permitId), findClients(tx, [query.clientId])]);
  const type = findQueryType(query.typeCode);
  const subject = clients.get(query.clientId)?.personalCode;
  if (permit === undefined || type?.write === undefined || subject === undefined)
    throw new Error('what a held write had asked is not there');
  const question = { subject, parameters: { ...permit.parameters, ...permit.fixed }, today: today(ports.clock) };
  const record = type.write.recordOf(question, 'OPERATOR');
  const keys = await ports.keys.openAll(tx, [query.proceedingId]);
  const answers = sealAnswers(keys, [{ query, type, reading: { state: 'FOUND', record } }]);
  if (answers.length === 0) throw new Error('a proceeding has closed over a held write');
  await keepStorable(tx, answers);
}
