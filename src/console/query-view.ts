import { type Static, Type } from 'typebox';
import { type Clock, orNull } from '../platform/index.ts';
import type { FoundById, QueryHistory } from '../queries/index.ts';
import { masked, TroubleView, viewTrouble } from './trouble-view.ts';

const Instant = Type.String({ format: 'date-time' });

/** What an id was found to belong to. */
export const FoundList = Type.Object({
  items: Type.Array(
    Type.Object({
      kind: Type.Enum(['QUERY', 'DECLARATION']),
      id: Type.String({ format: 'uuid' }),
      registry: Type.String(),
    }),
  ),
});

export function viewFound(found: readonly FoundById[]): Static<typeof FoundList> {
  return { items: found.map((one) => ({ ...one })) };
}

const AttemptView = Type.Object({
  attempt: Type.Integer(),
  purpose: Type.Enum(['ASK', 'READ_BACK'], { description: 'READ_BACK: a look whether an earlier attempt at a write was carried out' }),
  xRoadId: Type.String(),
  service: Type.String(),
  requestHash: orNull(Type.String()),
  requestBytes: Type.Integer(),
  sentAt: Instant,
  deadline: orNull(Instant),
  receivedAt: orNull(Instant),
  responseBytes: orNull(Type.Integer()),
  securityServer: orNull(Type.String()),
  outcome: orNull(Type.String({ description: 'Null while it is under way, and where its worker never told' })),
  code: orNull(Type.String()),
  detail: orNull(Type.String()),
  mayHaveRun: orNull(Type.Boolean()),
  hashConfirmed: orNull(
    Type.Boolean({ description: 'Whether the answer named the hash of the very bytes that were sent; null where no answer came' }),
  ),
});

/** One query as operators see it: how it stands, every attempt, and what the log has of it. No person, no proceeding. */
export const QueryView = Type.Object({
  at: Instant,
  id: Type.String({ format: 'uuid' }),
  registry: Type.String(),
  type: Type.String(),
  state: Type.String(),
  answerState: orNull(Type.String()),
  write: Type.Boolean(),
  servedFrom: orNull(Type.String({ format: 'uuid' })),
  class: Type.Enum(['INTERACTIVE', 'PREFILL', 'PLANNED', 'BATCH']),
  askedAt: Instant,
  answeredAt: orNull(Instant),
  dueAt: orNull(Instant),
  deadlineSeconds: orNull(Type.Integer()),
  code: orNull(Type.String()),
  trouble: orNull(TroubleView),
  attempts: Type.Array(AttemptView),
  trail: Type.Array(
    Type.Object({
      at: Instant,
      action: Type.String(),
      outcome: Type.String(),
      code: orNull(Type.String()),
      by: Type.String({ description: 'Roles, or the part of the system' }),
      reason: orNull(Type.String()),
    }),
  ),
});

export function viewHistoryOf(clock: Clock, history: QueryHistory): Static<typeof QueryView> {
  const { query, attempts, trail, deadlineSeconds } = history;
  const restHash = trail.findLast(({ action }) => action === 'QUERY_ANSWERED')?.details.get('requestHashVerified');
  return {
    at: clock.now().toString(),
    id: query.id,
    registry: query.registry,
    type: query.typeCode,
    state: query.state,
    answerState: query.answerState,
    write: query.write,
    servedFrom: query.servedFrom,
    class: query.class,
    askedAt: query.askedAt.toString(),
    answeredAt: query.answeredAt?.toString() ?? null,
    dueAt: query.notBefore?.toString() ?? null,
    deadlineSeconds: deadlineSeconds ?? null,
    code: maskedOrNull(query.code),
    trouble: query.code === null ? null : viewTrouble(query.code),
    attempts: attempts.map((attempt) => ({
      ...viewAttempt(attempt, deadlineSeconds),
      hashConfirmed: hashConfirmed(attempt, attempt.attempt === query.attempt ? restHash : undefined),
    })),
    trail: trail.map(({ at, action, outcome, code, roles, system, details }) => {
      const reason = details.get('reason');
      return {
        at: at.toString(),
        action,
        outcome,
        code: maskedOrNull(code),
        by: roles?.join(', ') ?? system ?? '',
        reason: typeof reason === 'string' ? masked(reason) : null,
      };
    }),
  };
}

type Attempt = QueryHistory['attempts'][number];

function viewAttempt({ end, ...attempt }: Attempt, deadlineSeconds: number | undefined) {
  return {
    attempt: attempt.attempt,
    purpose: attempt.purpose,
    xRoadId: attempt.xRoadId,
    service: attempt.service,
    requestHash: attempt.requestHash ?? null,
    requestBytes: attempt.requestBytes,
    sentAt: attempt.sentAt.toString(),
    deadline: deadlineSeconds === undefined ? null : attempt.sentAt.add({ seconds: deadlineSeconds }).toString(),
    receivedAt: end?.receivedAt.toString() ?? null,
    responseBytes: end?.responseBytes ?? null,
    securityServer: end === undefined ? null : hostOf(end.securityServer),
    outcome: end?.outcome ?? null,
    code: maskedOrNull(end?.code ?? null),
    detail: maskedOrNull(end?.detail ?? null),
    mayHaveRun: end?.mayHaveRun ?? null,
  };
}

/** A SOAP answer that did not repeat the hash of what was sent is no answer: it is refused with one of these codes. A REST one says so itself. */
function hashConfirmed({ end }: Attempt, rest: unknown): boolean | null {
  if (end === undefined) return null;
  if (end.code === 'REQUEST_HASH_MISMATCH' || end.code === 'REQUEST_HASH_MISSING') return false;
  if (end.outcome !== 'ANSWERED') return null;
  return typeof rest === 'boolean' ? rest : true;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

function maskedOrNull(text: string | null): string | null {
  return text === null ? null : masked(text);
}
