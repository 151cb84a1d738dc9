import { type Clock, fail, failure, newId, ok, type Result, startOfDay, type Temporal } from '../platform/index.ts';
import type { Actor } from '../register/access/index.ts';
import { appendAuditLines } from '../register/audit/index.ts';
import { findClients } from '../register/people/index.ts';
import { holdProceeding, mayHandle, type Proceeding, recordActions } from '../register/proceedings/index.ts';
import type { WriteSettings } from '../registries/index.ts';
import type { JobQueue, Tx } from '../storage/index.ts';
import { type Admitted, admit, type Refusal } from './admission.ts';
import { findBlocked } from './contracts/index.ts';
import { findWriteAsker, fixWrite } from './fix-write.ts';
import { insertPermits, type Permit } from './permit-store.ts';
import type { Question } from './query.ts';
import type { QueryClass } from './query-class.ts';
import { questionHash } from './question-hash.ts';
import { findFresh, findNewest, insertQueries, type NewQuery } from './store.ts';
import type { QueryWatch } from './watch.ts';

/**
 * What became of a question: sent on its way, served from the proceeding's own cache, or joined to the same question already under way, or to
 * the same write, which is carried out once.
 */
export interface Asked {
  readonly queryId: string;
  readonly type: string;
  readonly subjectId: string;
  readonly outcome: 'QUEUED' | 'FROM_CACHE' | 'JOINED';
}

/** How questions come to be asked: by a worker, or by the system where no worker has posed them. */
export interface Occasion {
  readonly class: QueryClass;
  readonly automatic?: Automatic;
}

interface Automatic {
  /** The part of the system that asks, on behalf of the worker in whose name it leaves. */
  readonly system: string;
  /** Answers from before are out of date. */
  readonly notOlderThan: Temporal.Instant;
}

export interface AskPorts {
  readonly queue: JobQueue;
  readonly clock: Clock;
  readonly writes: WriteSettings;
  readonly watch: Pick<QueryWatch, 'asked'>;
}

/**
 * Steps 1-5 of a query's life, for one question or for a household's worth of them, in the caller's transaction: admit, permit, look, record,
 * enqueue. All are admitted or none is. The proceeding is held against closing until the transaction ends, so a permit never outlives it.
 */
export async function ask(
  ports: AskPorts,
  tx: Tx,
  actor: Asker,
  proceedingId: string,
  questions: readonly Question[],
  how: Occasion,
): Promise<Result<readonly Asked[], Refusal | ReturnType<typeof failure<'NOT_FOUND'>>>> {
  // Asked for at once: the proceeding is held before the others are looked at.
  const [proceeding, clients, blocked, writer] = await Promise.all([
    holdProceeding(tx, proceedingId),
    findClients(tx, [...new Set(questions.map(({ subjectId }) => subjectId))]),
    findBlocked(tx),
    findWriteAsker(tx, actor.institutionId, questions, ports.writes),
  ]);
  if (proceeding === undefined || !mayHandle(actor, proceeding)) return fail(failure('NOT_FOUND'));
  const { automatic } = how;
  const now = ports.clock.now();
  const asking: Asking[] = [];
  for (const question of questions) {
    const admitted = admit(actor, proceeding, clients, question);
    if (!admitted.ok) return admitted;
    if (blocked.has(question.type)) return fail(failure('QUERY_TYPE_BLOCKED'));
    const fixed = fixWrite(admitted.value, writer, now);
    if (!fixed.ok) return fixed;
    asking.push({
      admitted: admitted.value,
      hash: questionHash(question),
      permit: permitOf(actor, proceeding, admitted.value, fixed.value, now),
    });
  }
  const [fresh] = await Promise.all([
    findFresh(
      tx,
      proceeding.id,
      // What a write did is no answer that could be fresh: the same one joins it, however long ago that was.
      asking
        .filter(({ admitted }) => admitted.type.write === undefined)
        .map(({ admitted, hash }) => ({
          hash,
          notOlderThan: automatic?.notOlderThan ?? now.subtract({ hours: admitted.type.freshHours }),
        })),
      startOfDay(now),
    ),
    insertPermits(
      tx,
      asking.map(({ permit }) => permit),
    ),
  ]);

  const queries: NewQuery[] = asking.map(({ admitted, hash, permit }) => ({
    id: newId(),
    permit,
    registry: admitted.type.registry,
    write: admitted.type.write !== undefined,
    questionHash: hash,
    class: how.class,
    servedFrom: fresh.get(hash),
  }));
  const inserted = await insertQueries(tx, queries);
  const joined = queries.filter(({ id }) => !inserted.has(id)).map(({ questionHash }) => questionHash);
  const standing = await findNewest(tx, proceeding.id, joined);

  const asked = queries.map((query): Asked => {
    const { permit } = query;
    const described = { type: permit.typeCode, subjectId: permit.clientId };
    if (!inserted.has(query.id)) return { queryId: standing.get(query.questionHash)?.id ?? query.id, ...described, outcome: 'JOINED' };
    return { queryId: query.id, ...described, outcome: query.servedFrom === undefined ? 'QUEUED' : 'FROM_CACHE' };
  });
  await Promise.all([
    recordActions(
      tx,
      asked.map((one) => actionOf(one, proceeding, actor, asking, now)),
    ),
    appendAuditLines(
      tx,
      asked.map((one, i) => auditLineOf(one, proceeding, automatic ?? { actor }, asking[i]?.permit.id, now)),
    ),
  ]);
  await ports.queue.add(
    tx,
    queries.filter((query) => inserted.has(query.id) && query.servedFrom === undefined).map(({ registry }) => ({ queue: registry })),
  );
  ports.watch.asked(asked);
  return ok(asked);
}

type Asker = Omit<Actor, 'sessionId'>;

interface Asking {
  readonly admitted: Admitted;
  readonly hash: string;
  readonly permit: Permit;
}

function permitOf(actor: Asker, proceeding: Proceeding, { type, question }: Admitted, fixed: object | null, at: Temporal.Instant): Permit {
  return {
    id: newId(),
    at,
    userId: actor.userId,
    institutionId: actor.institutionId,
    proceedingId: proceeding.id,
    clientId: question.subjectId,
    typeCode: type.code,
    parameters: question.parameters,
    fixed,
    legalBasis: type.legalBasis,
    fields: type.fields,
    justification: question.justification?.trim() ?? null,
  };
}

/** Every query, cached or not, is an automatic action (toiming) of the proceeding. INV-11, INV-58. */
function actionOf(asked: Asked, proceeding: Proceeding, actor: Asker, asking: readonly Asking[], at: Temporal.Instant) {
  const name = asking.find(({ admitted }) => admitted.type.code === asked.type)?.admitted.type.name.et ?? asked.type;
  return {
    proceedingId: proceeding.id,
    kind: 'QUERY',
    origin: 'AUTOMATIC',
    performedBy: actor.userId,
    text: asked.outcome === 'FROM_CACHE' ? `${name} (menetluse varasemast vastusest)` : name,
    refs: { queryId: asked.queryId },
    at,
  } as const;
}

function auditLineOf(
  asked: Asked,
  proceeding: Proceeding,
  by: Pick<Automatic, 'system'> | { readonly actor: Asker },
  permitId: string | undefined,
  at: Temporal.Instant,
) {
  return {
    action: 'QUERY_ASKED',
    at,
    ...('system' in by ? { system: by.system } : { actor: by.actor }),
    object: { type: 'query', id: asked.queryId },
    clientId: asked.subjectId,
    proceedingId: proceeding.id,
    outcome: 'DONE',
    details: { type: asked.type, served: asked.outcome, permit: permitId ?? null },
  } as const;
}
