import { Type } from 'typebox';
import { parsePersonalCode } from '../../estonia/index.ts';
import { type Failure, fail, failure, ok, type Result, Temporal } from '../../platform/index.ts';
import { type Actor, type Route, read } from '../access/index.ts';
import { appendAudit, type FoundLine, findUsages, searchAudit, type Usage, wordsOf } from '../audit/index.ts';
import { findInstitutions } from '../organisations/index.ts';
import { findByPersonalCodes } from '../people/index.ts';
import { findProceedings } from '../proceedings/index.ts';
import type { SupervisionPorts } from './routes.ts';

const PAGE = 100;
const PAGE_AT_MOST = 500;
/** A search looks at a year and a day at most: what it reads is bounded, and a longer one is two. */
const SPAN_AT_MOST_DAYS = 366;
/** Usages in one report; the whole of a longer one is told with the next offset. */
const USAGES_AT_MOST = 1000;
const strict = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Time = Type.String({ format: 'date-time' });
const orNull = <const T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

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
 * The log for those who may read it: supervision and the registry manager search it, anybody sees what they have done themselves, and a report tells
 * whoever asks who has used their data (GDPR art. 15). Reading the log stands in the log (INV-64).
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
        const search = { userId, clientId, proceedingId, institutionId, action, before, atMost: limit };
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
        const whole = { clientId: undefined, proceedingId: undefined, action: undefined };
        const own = { ...whole, userId: actor.userId, institutionId: actor.institutionId, before, atMost: limit };
        return ok({ body: pageOf(await searchAudit(database.db, { ...own, ...span.value }), limit) });
      },
    }),
    read({
      method: 'POST',
      path: '/supervision/usage-reports',
      summary: 'Who has used a person’s data, when and for what, as the person may ask to be told (GDPR art. 15)',
      callers: ['SKA_SUPERVISION', 'REGISTRY_MANAGER'],
      body: Type.Object(
        {
          personalCode: Type.String({ minLength: 1, maxLength: 20 }),
          reason: Type.String({ minLength: 10, maxLength: 400, pattern: '\\S' }),
          from: Type.Optional(Time),
          until: Type.Optional(Time),
          offset: Type.Optional(Type.Integer({ minimum: 0 })),
        },
        strict,
      ),
      reply: Type.Object({
        total: Type.Integer(),
        items: Type.Array(
          Type.Object({
            at: Time,
            what: Type.String({ description: 'In words for the person' }),
            action: Type.String(),
            institution: orNull(Type.Object({ registryCode: Type.String(), name: Type.String() })),
            asker: orNull(Type.String({ description: 'The other register’s subsystem, where one asked' })),
            proceedingNo: orNull(Type.String({ description: 'In which proceeding: the purpose' })),
          }),
        ),
      }),
      async show({ actor, body: { personalCode, reason, from, until, offset = 0 } }) {
        const person = parsePersonalCode(personalCode);
        if (person === undefined)
          return fail(failure('PERSONAL_CODE_INVALID', { fields: [{ pointer: '/personalCode', code: 'INVALID' }] }));
        const [client] = await findByPersonalCodes(database.db, [person]);
        const { total, usages } = await findUsages(database.db, {
          clientId: client?.id,
          subject: undefined,
          from: from === undefined ? undefined : Temporal.Instant.from(from),
          until: until === undefined ? undefined : Temporal.Instant.from(until),
          offset,
          limit: USAGES_AT_MOST,
        });
        const items = await itemsOf(usages);
        await noted(actor, 'USAGE_REPORTED', client?.id, { read: items.length, reason: reason.trim() });
        return ok({ body: { total, items } });
      },
    }),
  ];

  async function itemsOf(usages: readonly Usage[]) {
    const [institutions, proceedings] = await Promise.all([
      findInstitutions(database.db, [...new Set(usages.flatMap(({ institutionId }) => institutionId ?? []))]),
      findProceedings(database.db, [...new Set(usages.flatMap(({ proceedingId }) => proceedingId ?? []))]),
    ]);
    return usages.map((usage) => {
      const institution = usage.institutionId === undefined ? undefined : institutions.get(usage.institutionId);
      const proceeding = usage.proceedingId === undefined ? undefined : proceedings.get(usage.proceedingId);
      return {
        at: usage.at.toString(),
        what: wordsOf(usage),
        action: usage.action,
        institution: institution === undefined ? null : { registryCode: institution.registryCode, name: institution.name },
        asker: usage.asker ?? null,
        proceedingNo: proceeding?.no ?? null,
      };
    });
  }
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
