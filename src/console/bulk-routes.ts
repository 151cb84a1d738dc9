import { Type } from 'typebox';
import { fail, failure, ok } from '../platform/index.ts';
import { acceptBulk, BULK_IDS_AT_MOST, BULK_VERBS, latestOperations } from '../queries/index.ts';
import { type Route, read, write } from '../register/access/index.ts';
import { BulkList, viewBulk } from './bulk-view.ts';
import { OPERATORS, READERS } from './callers.ts';
import { Registry } from './parameters.ts';
import type { ConsolePorts } from './ports.ts';
import { Reason, readReason } from './reason.ts';
import { auditRefusal } from './refusal.ts';

/** Operations told of at a time: those of a bad day. */
const LATEST = 10;

/** Retrying and discarding many queries at once: accepted here, worked behind the call. */
export function bulkRoutes(ports: ConsolePorts): readonly Route[] {
  const { database, registries } = ports;
  const latest = async (registry: string) => ok({ body: viewBulk(await latestOperations(database.db, registry, LATEST)) });
  return [
    read({
      method: 'GET',
      path: '/registries/:registry/operations',
      summary: 'The latest operations upon many queries of a register, and how far each has come',
      callers: READERS,
      params: Registry,
      reply: BulkList,
      show: async ({ params }) => (registries.includes(params.registry) ? latest(params.registry) : fail(failure('REGISTRY_UNKNOWN'))),
    }),
    write({
      method: 'POST',
      path: '/registries/:registry/operations',
      summary: 'Retries or discards many queries of a register: those named, or every failed one, of one code where that is given',
      callers: OPERATORS,
      params: Registry,
      body: Type.Object(
        {
          ...Reason.properties,
          verb: Type.Enum([...BULK_VERBS]),
          ids: Type.Optional(Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: BULK_IDS_AT_MOST, uniqueItems: true })),
          code: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'As the list shows it; not beside ids' })),
        },
        { additionalProperties: false },
      ),
      reply: BulkList,
      async perform({ actor, params, body }, tx) {
        const reason = readReason(body.reason);
        if (!reason.ok) return reason;
        const choice = body.ids === undefined ? { code: body.code } : { ids: body.ids };
        const accepted = await acceptBulk(ports, tx, actor, { registry: params.registry, verb: body.verb, choice, reason: reason.value });
        return accepted.ok ? ok({ status: 202, id: accepted.value }) : accepted;
      },
      refused: ({ actor, params, body }, refusal) =>
        auditRefusal(ports, actor, { type: 'registry', id: params.registry }, `bulk-${body.verb.toLowerCase()}`, refusal),
      show: ({ params }) => latest(params.registry),
    }),
  ];
}
