import { Type } from 'typebox';
import { fail, failure, isId, ok } from '../platform/index.ts';
import {
  discardOne,
  findByAnyId,
  queryHistory,
  RESOLUTIONS,
  resolveDeclaration,
  resolveWrite,
  retryQuery,
  revealQuery,
  unsettledAt,
} from '../queries/index.ts';
import { type Route, read, write } from '../register/access/index.ts';
import { OPERATORS, READERS, SUPERVISORS } from './callers.ts';
import { Done } from './done.ts';
import { namesAPerson } from './names-a-person.ts';
import { Id, Registry } from './parameters.ts';
import type { ConsolePorts } from './ports.ts';
import { FoundList, QueryView, viewFound, viewHistoryOf } from './query-view.ts';
import { Reason, readReason } from './reason.ts';
import { auditRefusal } from './refusal.ts';
import { QueryList, viewQueries } from './registry-view.ts';
import { RevealView, viewRevealed } from './reveal-view.ts';

/** Queries listed at a time, where the page does not say. */
const PAGE = 50;

/** Queries that have no answer, and what an operator may do about one. */
export function queryRoutes(ports: ConsolePorts): readonly Route[] {
  const { database, clock, registries } = ports;

  const queryRoute = (verb: 'retry' | 'discard', summary: string, operate: typeof retryQuery): Route =>
    write({
      method: 'POST',
      path: `/queries/:id/${verb}`,
      summary,
      callers: OPERATORS,
      params: Id,
      body: Reason,
      reply: Done,
      async perform({ actor, params, body }, tx) {
        const reason = readReason(body.reason);
        if (!reason.ok) return reason;
        const done = await operate(ports, tx, actor, params.id, reason.value);
        return done.ok ? ok({ status: 200, id: params.id }) : done;
      },
      refused: ({ actor, params }, refusal) => auditRefusal(ports, actor, { type: 'query', id: params.id }, verb, refusal),
      show: async (_call, id) => ok({ body: { id } }),
    });

  return [
    read({
      method: 'GET',
      path: '/registries/:registry/queries',
      summary: 'A register’s queries without an answer, or declarations that are not settled, oldest first',
      callers: READERS,
      params: Registry,
      query: Type.Object(
        {
          state: Type.Enum(['FAILED', 'HELD', 'WAITING']),
          code: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'As the list shows it' })),
          after: Type.Optional(Type.String({ format: 'uuid' })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
        },
        { additionalProperties: false },
      ),
      reply: QueryList,
      async show({ params, query }) {
        if (!registries.includes(params.registry)) return fail(failure('REGISTRY_UNKNOWN'));
        const limit = query.limit ?? PAGE;
        const found = await unsettledAt(database.db, params.registry, query.state, {
          after: query.after,
          code: query.code,
          atMost: limit + 1,
        });
        return ok({ body: viewQueries(clock, found, limit) });
      },
    }),
    read({
      method: 'POST',
      path: '/queries/search',
      summary: 'Finds a query or a declaration by its id or the X-Road id of one of its messages; never by a person',
      callers: READERS,
      body: Type.Object({ id: Type.String({ minLength: 1, maxLength: 200 }) }, { additionalProperties: false }),
      reply: FoundList,
      async show({ body }) {
        const id = body.id.trim();
        if (!isId(id) && namesAPerson(id)) return fail(failure('SEARCH_NAMES_A_PERSON'));
        return ok({ body: viewFound(await findByAnyId(database.db, id)) });
      },
    }),
    read({
      method: 'GET',
      path: '/queries/:id',
      summary: 'One query: how it stands, every attempt, and what the log has of it; no person, no proceeding',
      callers: READERS,
      params: Id,
      reply: QueryView,
      async show({ params }) {
        const history = await queryHistory(database, params.id);
        return history === undefined ? fail(failure('QUERY_NOT_FOUND')) : ok({ body: viewHistoryOf(clock, history) });
      },
    }),
    read({
      method: 'POST',
      path: '/queries/:id/reveal',
      summary: 'Shows supervision whom a query is about, what was asked and what came, while its proceeding is open',
      callers: SUPERVISORS,
      params: Id,
      body: Reason,
      reply: RevealView,
      async show({ actor, params, body }) {
        const reason = readReason(body.reason);
        const revealed = reason.ok ? await revealQuery(ports, actor, params.id, reason.value) : reason;
        if (revealed.ok) return ok({ body: viewRevealed(revealed.value) });
        await auditRefusal(ports, actor, { type: 'query', id: params.id }, 'reveal', revealed.error);
        return revealed;
      },
    }),
    queryRoute('retry', 'Sends a failed query round again', retryQuery),
    queryRoute('discard', 'Gives up a query that has no answer', discardOne),
    write({
      method: 'POST',
      path: '/queries/:id/resolve',
      summary: 'Says of a held write whether the register has carried it out: DONE, SEND_AGAIN, or NOT_DONE to give it up',
      callers: OPERATORS,
      params: Id,
      body: Type.Object({ ...Reason.properties, resolution: Type.Enum([...RESOLUTIONS]) }, { additionalProperties: false }),
      reply: Done,
      async perform({ actor, params, body }, tx) {
        const reason = readReason(body.reason);
        if (!reason.ok) return reason;
        const done = await resolveWrite(ports, tx, actor, params.id, body.resolution, reason.value);
        return done.ok ? ok({ status: 200, id: params.id }) : done;
      },
      refused: ({ actor, params }, refusal) => auditRefusal(ports, actor, { type: 'query', id: params.id }, 'resolve', refusal),
      show: async (_call, id) => ok({ body: { id } }),
    }),
    write({
      method: 'POST',
      path: '/declarations/:id/resolve',
      summary: 'Says of a held declaration whether the tax board has it: DONE, SEND_AGAIN, or NOT_DONE to give it up',
      callers: OPERATORS,
      params: Id,
      body: Type.Object({ ...Reason.properties, resolution: Type.Enum([...RESOLUTIONS]) }, { additionalProperties: false }),
      reply: Done,
      async perform({ actor, params, body }, tx) {
        const reason = readReason(body.reason);
        if (!reason.ok) return reason;
        const done = await resolveDeclaration(ports, tx, actor, params.id, body.resolution, reason.value);
        return done.ok ? ok({ status: 200, id: params.id }) : done;
      },
      refused: ({ actor, params }, refusal) => auditRefusal(ports, actor, { type: 'declaration', id: params.id }, 'resolve', refusal),
      show: async (_call, id) => ok({ body: { id } }),
    }),
  ];
}
