import { Type } from 'typebox';
import { ok, orNull, Temporal } from '../platform/index.ts';
import { changeConcurrency, endMaintenance, planMaintenance } from '../queries/index.ts';
import { type Route, write } from '../register/access/index.ts';
import { OPERATORS } from './callers.ts';
import { Done } from './done.ts';
import { Registry } from './parameters.ts';
import type { ConsolePorts } from './ports.ts';
import { Reason, readReason } from './reason.ts';
import { auditRefusal } from './refusal.ts';

/** As the configuration's own limit. */
const CONCURRENCY_AT_MOST = 200;

const Instant = Type.String({ format: 'date-time' });

/** How much and when a register is asked: what operators set. In force at every worker within seconds. */
export function steeringRoutes(ports: ConsolePorts): readonly Route[] {
  return [
    write({
      method: 'PUT',
      path: '/registries/:registry/concurrency',
      summary: 'Sets how many exchanges with a register run at a time, over all workers; null: as configured',
      callers: OPERATORS,
      params: Registry,
      body: Type.Object(
        { ...Reason.properties, concurrency: orNull(Type.Integer({ minimum: 1, maximum: CONCURRENCY_AT_MOST })) },
        { additionalProperties: false },
      ),
      reply: Done,
      async perform({ actor, params, body }, tx) {
        const reason = readReason(body.reason);
        if (!reason.ok) return reason;
        const done = await changeConcurrency(ports, tx, actor, params.registry, body.concurrency, reason.value);
        return done.ok ? ok({ status: 200, id: params.registry }) : done;
      },
      refused: ({ actor, params }, refusal) =>
        auditRefusal(ports, actor, { type: 'registry', id: params.registry }, 'concurrency', refusal),
      show: async (_call, id) => ok({ body: { id } }),
    }),
    write({
      method: 'POST',
      path: '/registries/:registry/maintenance',
      summary: 'Sets a time in which a register is not asked; within STAR’s own hours (Monday to Friday, 8 to 19) only in an emergency',
      callers: OPERATORS,
      params: Registry,
      body: Type.Object(
        { ...Reason.properties, from: Instant, until: Instant, emergency: Type.Optional(Type.Boolean()) },
        { additionalProperties: false },
      ),
      reply: Done,
      async perform({ actor, params, body }, tx) {
        const reason = readReason(body.reason);
        if (!reason.ok) return reason;
        const set = await planMaintenance(ports, tx, actor, params.registry, {
          from: Temporal.Instant.from(body.from),
          until: Temporal.Instant.from(body.until),
          reason: reason.value,
          emergency: body.emergency ?? false,
        });
        return set.ok ? ok({ status: 201, id: set.value }) : set;
      },
      refused: ({ actor, params }, refusal) =>
        auditRefusal(ports, actor, { type: 'registry', id: params.registry }, 'maintenance', refusal),
      show: async (_call, id) => ok({ body: { id } }),
    }),
    write({
      method: 'DELETE',
      path: '/registries/:registry/maintenance/:id',
      summary: 'Takes a maintenance window back; what waits for its end is due at once',
      callers: OPERATORS,
      params: Type.Object({ ...Registry.properties, id: Type.String({ format: 'uuid' }) }),
      reply: Done,
      async perform({ actor, params }, tx) {
        const done = await endMaintenance(ports, tx, actor, params.registry, params.id);
        return done.ok ? ok({ status: 200, id: params.id }) : done;
      },
      refused: ({ actor, params }, refusal) =>
        auditRefusal(ports, actor, { type: 'registry', id: params.registry }, 'maintenance', refusal),
      show: async (_call, id) => ok({ body: { id } }),
    }),
  ];
}
