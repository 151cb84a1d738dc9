import { Type } from 'typebox';
import { fail, failure, ok } from '../../platform/index.ts';
import { type Route, read, write } from '../../register/access/index.ts';
import { batchCatalogue } from '../../registries/index.ts';
import { type CloseBatchPorts, closeBatch } from './close.ts';
import { auditRefusedOrder, mayOrder, orderBatch } from './order.ts';
import { readPeople } from './people-view.ts';
import { BatchReply, BatchTypesReply, batchTypes, PeopleReply } from './replies.ts';
import { findBatch, listBatches } from './store.ts';
import { findOwnBatch, viewBatch } from './view.ts';

const Id = Type.String({ format: 'uuid' });
/** Roles that may come to a batch at all; which batch, its type says. */
const ORDERERS = ['SOCIAL_WORKER'] as const;
/** The largest order of any type: the body's own limit, before the type's. */
const PEOPLE_IN_A_BODY = 5_000;
/** Batches or people on a page, unless the caller asks for fewer. */
const PAGE = 100;

const limit = Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE }));

/** The mass orders' part of the internal API. */
export function batchRoutes(ports: CloseBatchPorts): readonly Route[] {
  const { database } = ports;
  return [
    read({
      method: 'GET',
      path: '/batch-types',
      summary: 'The mass queries: what may be asked about many people at once, by whom and on what legal basis',
      callers: ORDERERS,
      reply: BatchTypesReply,
      show: async () => ok({ body: batchTypes() }),
    }),
    write({
      method: 'POST',
      path: '/batches',
      summary: 'Orders a mass query, about subjects of open proceedings or residents of the municipality; answers come within hours',
      callers: ORDERERS,
      body: Type.Object(
        {
          type: Type.String({ maxLength: 60 }),
          parameters: Type.Optional(Type.Record(Type.String({ maxLength: 40 }), Type.Unknown())),
          justification: Type.Optional(Type.String({ maxLength: 2000 })),
          people: Type.Optional(
            Type.Array(Type.Object({ proceedingId: Id, subjectId: Id }, { additionalProperties: false }), { maxItems: PEOPLE_IN_A_BODY }),
          ),
        },
        { additionalProperties: false },
      ),
      reply: BatchReply,
      async perform({ actor, body }, tx) {
        const ordered = await orderBatch(ports, tx, actor, { parameters: {}, people: [], ...body });
        return ordered.ok ? ok({ status: 202, id: ordered.value, location: `/api/v1/batches/${ordered.value}` }) : ordered;
      },
      refused: ({ actor, body }, refusal) => auditRefusedOrder(ports, actor, { parameters: {}, people: [], ...body }, refusal),
      async show({ actor }, id) {
        const batch = await findOwnBatch(database.db, actor, id);
        return batch.ok ? ok({ body: await viewBatch(database.db, batch.value) }) : batch;
      },
    }),
    read({
      method: 'GET',
      path: '/batches',
      summary: 'The institution’s mass orders',
      callers: ORDERERS,
      query: Type.Object({ after: Type.Optional(Id), limit }, { additionalProperties: false }),
      reply: Type.Object({ items: Type.Array(BatchReply), next: Type.Optional(Id) }),
      async show({ actor, query }) {
        const types = batchCatalogue.filter((type) => mayOrder(actor, type)).map(({ code }) => code);
        const most = query.limit ?? PAGE;
        const batches = await listBatches(database.db, { institutionId: actor.institutionId, types, after: query.after, limit: most });
        const items = await Promise.all(batches.map((batch) => viewBatch(database.db, batch)));
        const last = batches.at(most - 1)?.id;
        return ok({ body: { items, ...(last === undefined ? {} : { next: last }) } });
      },
    }),
    read({
      method: 'GET',
      path: '/batches/:id',
      summary: 'A mass order: its state, and how many people came to what',
      callers: ORDERERS,
      background: true,
      params: Type.Object({ id: Id }),
      reply: BatchReply,
      async show({ actor, params }) {
        const batch = await findOwnBatch(database.db, actor, params.id);
        return batch.ok ? ok({ body: await viewBatch(database.db, batch.value) }) : batch;
      },
    }),
    read({
      method: 'GET',
      path: '/batches/:id/people',
      summary: 'What was answered about each person of a mass order, page by page; about subjects while their proceeding is open',
      callers: ORDERERS,
      params: Type.Object({ id: Id }),
      query: Type.Object({ after: Type.Optional(Type.Integer({ minimum: 0 })), limit }, { additionalProperties: false }),
      reply: PeopleReply,
      async show({ actor, params, query }) {
        const batch = await findOwnBatch(database.db, actor, params.id);
        if (!batch.ok) return batch;
        const most = query.limit ?? PAGE;
        const people = await readPeople(ports, actor, batch.value, query.after ?? -1, most);
        if (!people.ok) return people;
        const last = people.value.at(most - 1)?.position;
        return ok({ body: { items: people.value, ...(last === undefined ? {} : { next: last }) } });
      },
    }),
    write({
      method: 'POST',
      path: '/batches/:id/close',
      summary: 'Ends a mass order: what is under way is given up, what was answered can no longer be read by anybody',
      callers: ORDERERS,
      params: Type.Object({ id: Id }),
      reply: BatchReply,
      async perform({ actor, params }, tx) {
        const batch = await findOwnBatch(tx, actor, params.id);
        if (!batch.ok) return batch;
        const closed = await closeBatch(ports, tx, actor, params.id);
        return closed.ok ? ok({ status: 200, id: params.id }) : closed;
      },
      async show(_call, id) {
        const batch = await findBatch(database.db, id);
        return batch === undefined ? fail(failure('BATCH_NOT_FOUND')) : ok({ body: await viewBatch(database.db, batch) });
      },
    }),
  ];
}
