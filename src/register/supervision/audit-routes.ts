import { Type } from 'typebox';
import { type Failure, fail, failure, ok, orNull, type Result, Temporal } from '../../platform/index.ts';
import { type Actor, type Route, read } from '../access/index.ts';
import { appendAudit, type FoundLine, searchAudit } from '../audit/index.ts';
import { findClients, findIds } from '../people/index.ts';
import type { SupervisionPorts } from './routes.ts';

const PAGE = 100;
const PAGE_AT_MOST = 500;
/** A search looks at a year and a day at most: what it reads is bounded, and a longer one is two. */
const SPAN_AT_MOST_DAYS = 366;
const strict = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Time = Type.String({ format: 'date-time' });

const LineReply = Type.Object({
  id: Id,
  at: Time,
  action: Type.String(),
  outcome: Type.String(),
  code: orNull(Type.String()),
  userId: orNull(Id),
  institutionId: orNull(Id),
  roles: orNull(Type.Array(Type.String())),
  system: orNull(Type.String()),
  objectType: orNull(Type.String()),
  objectId: orNull(Type.String()),
  clientId: orNull(Id),
  proceedingId: orNull(Id),
  details: orNull(Type.Object({})),
});

const LinesReply = Type.Object({ items: Type.Array(LineReply), next: Type.Optional(Id) });
const Period = { from: Time, until: Time };
const Paging = { before: Type.Optional(Id), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_AT_MOST })) };

/**
 * The log for those who may read it: supervision and the registry manager search it, anybody sees what they have done themselves. Reading the log
 * stands in the log (INV-64).
 */
export function auditRoutes({ database, clock }: SupervisionPorts): readonly Route[] {
  const noted = (actor: Actor, action: string, clientId: string | undefined, details: Readonly<Record<string, string | number | null>>) =>
    appendAudit(database.db, {
      action,
      at: clock.now(),
      actor,
      ...(clientId === undefined ? {} : { clientId }),
      outcome: 'DONE',
      details,
    });
  /** Every id of the file: what was done under any of them was done about the person (INV-03). */
  const idsOf = async (clientId: string) => {
    const file = (await findClients(database.db, [clientId])).get(clientId);
    return file === undefined ? [clientId] : findIds(database.db, file);
  };
  return [
    read({
      method: 'POST',
      path: '/supervision/audit/search',
      summary: 'Searches the audit log: what somebody did, or what was done about a person or in a proceeding. The newest first',
      callers: ['SKA_SUPERVISION', 'REGISTRY_MANAGER'],
      body: Type.Object(
        {
          ...Period,
          ...Paging,
          userId: Type.Optional(Id),
          clientId: Type.Optional(Id),
          proceedingId: Type.Optional(Id),
          institutionId: Type.Optional(Id),
          action: Type.Optional(Type.String({ pattern: '^[A-Z_]{3,60}$' })),
          reason: Type.String({ minLength: 10, maxLength: 400, pattern: '\\S' }),
        },
        strict,
      ),
      reply: LinesReply,
      async show({ actor, body: { from, until, before, limit = PAGE, reason, ...about } }) {
        const span = spanOf(from, until);
        if (!span.ok) return span;
        const { userId, clientId, proceedingId, institutionId, action } = about;
        if (userId === undefined && clientId === undefined && proceedingId === undefined)
          return fail(failure('AUDIT_SEARCH_TOO_WIDE', { fields: [{ pointer: '/userId', code: 'REQUIRED' }] }));
        const clientIds = clientId === undefined ? undefined : await idsOf(clientId);
        const search = { userId, clientIds, proceedingId, institutionId, action, before, atMost: limit };
        const lines = await searchAudit(database.db, { ...search, ...span.value });
        const searched = { userId: userId ?? null, proceeding: proceedingId ?? null, institution: institutionId ?? null };
        await noted(actor, 'AUDIT_SEARCHED', clientId, {
          ...searched,
          action: action ?? null,
          from,
          until,
          read: lines.length,
          reason: reason.trim(),
        });
        return ok({ body: pageOf(lines, limit) });
      },
    }),
    read({
      method: 'GET',
      path: '/me/trail',
      summary: 'What one has done oneself, as it stands in the audit log. The newest first',
      callers: 'SIGNED_IN',
      query: Type.Object({ ...Period, ...Paging }, strict),
      reply: LinesReply,
      async show({ actor, query: { from, until, before, limit = PAGE } }) {
        const span = spanOf(from, until);
        if (!span.ok) return span;
        const whole = { clientIds: undefined, proceedingId: undefined, action: undefined };
        const own = { ...whole, userId: actor.userId, institutionId: actor.institutionId, before, atMost: limit };
        return ok({ body: pageOf(await searchAudit(database.db, { ...own, ...span.value }), limit) });
      },
    }),
  ];
}

interface Span {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

function spanOf(from: string, until: string): Result<Span, Failure<'AUDIT_SEARCH_TOO_WIDE'>> {
  const span = { from: Temporal.Instant.from(from), until: Temporal.Instant.from(until) };
  const hours = span.from.until(span.until).total('hours');
  if (hours > 0 && hours <= SPAN_AT_MOST_DAYS * 24) return ok(span);
  return fail(failure('AUDIT_SEARCH_TOO_WIDE', { fields: [{ pointer: '/until', code: 'OUT_OF_RANGE' }] }));
}

function pageOf(lines: readonly FoundLine[], limit: number) {
  const last = lines.at(-1);
  return {
    items: lines.map((line) => ({ ...line, at: line.at.toString() })),
    ...(lines.length === limit && last !== undefined ? { next: last.id } : {}),
  };
}
