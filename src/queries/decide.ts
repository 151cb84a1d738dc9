import { fail, failure, newId, ok, type Result, startOfDay } from '../platform/index.ts';
import type { Proceeding } from '../register/proceedings/index.ts';
import type { QueryType } from '../registries/index.ts';
import { type Admitted, admit, type Refusal } from './admission.ts';
import { fixWrite } from './fix-write.ts';
import type { Call, Grounds, KeptAnswer } from './gather.ts';
import type { Permit } from './permit-store.ts';
import type { Query, Question } from './query.ts';
import { questionHash, questionKey } from './question-hash.ts';

/** A question that may be asked: its permit, its query as it is to be recorded, and the answer that serves it where one is fresh. */
export interface Decided {
  readonly admitted: Admitted;
  readonly hash: string;
  readonly permit: Permit;
  readonly query: Query;
  readonly served: KeptAnswer | undefined;
}

export type NotThere = ReturnType<typeof failure<'NOT_FOUND'>>;

/** The call's proceeding, where it is there for who calls. */
export function proceedingFor(call: Call, grounds: Grounds): Result<Proceeding, NotThere> {
  const proceeding = grounds.proceedings.get(call.proceedingId);
  return proceeding === undefined || !grounds.welcome.has(call) ? fail(failure('NOT_FOUND')) : ok(proceeding);
}

/** Decides on all questions of a call: all of them are admitted or none is. Reads and writes nothing. */
export function decide(call: Call, grounds: Grounds): Result<readonly Decided[], Refusal | NotThere> {
  const proceeding = proceedingFor(call, grounds);
  if (!proceeding.ok) return proceeding;
  const decided: Decided[] = [];
  for (const question of call.questions) {
    const one = decideOne(call, proceeding.value, question, grounds);
    if (!one.ok) return one;
    decided.push(one.value);
  }
  return ok(decided);
}

/** Whether one question of a call may be asked, under which permit, and whether an answer from before serves it. */
export function decideOne(call: Call, proceeding: Proceeding, question: Question, grounds: Grounds): Result<Decided, Refusal> {
  const { actor } = call;
  const admitted = admit(actor, proceeding, grounds.clients, question);
  if (!admitted.ok) return admitted;
  const { type } = admitted.value;
  if (grounds.blocked.has(type.code)) return fail(failure('QUERY_TYPE_BLOCKED'));
  const fixed = fixWrite(admitted.value, grounds.writers.get(actor.institutionId), grounds.now);
  if (!fixed.ok) return fixed;
  const hash = questionHash(question);
  const answer = grounds.answers.get(questionKey({ proceedingId: proceeding.id, hash }));
  const served = answer !== undefined && isFresh(answer, type, call, grounds) ? answer : undefined;
  const permit: Permit = {
    id: newId(),
    at: grounds.now,
    userId: actor.userId,
    institutionId: actor.institutionId,
    proceedingId: proceeding.id,
    clientId: question.subjectId,
    typeCode: type.code,
    parameters: question.parameters,
    fixed: fixed.value,
    legalBasis: type.legalBasis,
    fields: type.fields,
    justification: question.justification?.trim() ?? null,
  };
  return ok({ admitted: admitted.value, hash, permit, query: queryOf(call, permit, type, served), served });
}

function queryOf(call: Call, permit: Permit, type: QueryType, served: KeptAnswer | undefined): Query {
  const { userId, institutionId, proceedingId, clientId, typeCode } = permit;
  return {
    id: newId(),
    permitId: permit.id,
    userId,
    institutionId,
    proceedingId,
    clientId,
    typeCode,
    registry: type.registry,
    write: type.write !== undefined,
    state: served === undefined ? 'QUEUED' : 'ANSWERED',
    answerState: served?.answerState ?? null,
    servedFrom: served?.queryId ?? null,
    attempt: 0,
    class: call.class,
    askedAt: permit.at,
    answeredAt: served === undefined ? null : permit.at,
    notBefore: null,
    code: null,
    traceParent: call.traceParent ?? null,
  };
}

const HOUR_MS = 3_600_000;

/**
 * Whether an answer serves the same question again. That something is not yet due is true for the day it was said on. What a write did is no
 * answer that could be fresh: the same one joins it, however long ago that was.
 */
function isFresh({ answerState, answeredAt }: KeptAnswer, type: QueryType, { automatic }: Call, { now }: Grounds): boolean {
  if (type.write !== undefined) return false;
  const notOlderThan = automatic?.notOlderThan.epochMilliseconds ?? now.epochMilliseconds - type.freshHours * HOUR_MS;
  const since = answerState === 'NOT_YET_DUE' ? Math.max(notOlderThan, startOfDay(now).epochMilliseconds) : notOlderThan;
  return answeredAt.epochMilliseconds >= since;
}
