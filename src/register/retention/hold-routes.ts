import { Type } from 'typebox';
import { fail, failure, ok, orNull } from '../../platform/index.ts';
import { type Actor, type Route, read, write } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { type LegalHold, liftHold, placeHold } from './hold.ts';
import { findHold, findStandingHolds } from './hold-store.ts';
import type { RetentionRoutePorts } from './routes.ts';

const strict = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Time = Type.String({ format: 'date-time' });
const Reason = Type.String({ minLength: 10, maxLength: 2000, pattern: '\\S' });
const KEEPERS = ['SKA_SUPERVISION', 'REGISTRY_MANAGER'] as const;

const HoldReply = Type.Object({
  id: Id,
  clientId: Type.Optional(Id),
  proceedingId: Type.Optional(Id),
  reason: Type.String(),
  placedBy: Id,
  placedAt: Time,
  lifted: orNull(Type.Object({ by: Id, at: Time, reason: Type.String() })),
});

/** Legal holds: what is not let go of, whatever its period. */
export function holdRoutes(ports: Omit<RetentionRoutePorts, 'policies'>): readonly Route[] {
  const { database, clock } = ports;
  const shown = async (actor: Actor, id: string) => {
    const hold = await findHold(database.db, id);
    if (hold === undefined) return fail(failure('HOLD_NOT_FOUND'));
    await seen(actor, [hold]);
    return ok({ body: viewOf(hold) });
  };
  const seen = (actor: Actor, holds: readonly LegalHold[]) =>
    appendAudit(database.db, { action: 'LEGAL_HOLDS_READ', at: clock.now(), actor, outcome: 'DONE', details: { read: holds.length } });
  return [
    write({
      method: 'POST',
      path: '/retention/holds',
      summary: 'Holds all that is kept of a person, or one proceeding, against every run of retention',
      callers: KEEPERS,
      body: Type.Union([Type.Object({ clientId: Id, reason: Reason }, strict), Type.Object({ proceedingId: Id, reason: Reason }, strict)]),
      reply: HoldReply,
      async perform({ actor, body }, tx) {
        const placed = await placeHold(ports, tx, actor, { ...body, reason: body.reason.trim() });
        return placed.ok ? ok({ status: 201, id: placed.value, location: `/api/v1/retention/holds/${placed.value}` }) : placed;
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
    read({
      method: 'GET',
      path: '/retention/holds',
      summary: 'The holds that stand',
      callers: KEEPERS,
      reply: Type.Object({ items: Type.Array(HoldReply) }),
      async show({ actor }) {
        const holds = await findStandingHolds(database.db);
        await seen(actor, holds);
        return ok({ body: { items: holds.map(viewOf) } });
      },
    }),
    read({
      method: 'GET',
      path: '/retention/holds/:id',
      summary: 'A hold, and whether it was lifted',
      callers: KEEPERS,
      params: Type.Object({ id: Id }),
      reply: HoldReply,
      show: ({ actor, params }) => shown(actor, params.id),
    }),
    write({
      method: 'POST',
      path: '/retention/holds/:id/lift',
      summary: 'Lifts a hold: the next run lets go of what it held, where its period is over',
      callers: KEEPERS,
      params: Type.Object({ id: Id }),
      body: Type.Object({ reason: Reason }, strict),
      reply: HoldReply,
      async perform({ actor, params, body }, tx) {
        const lifted = await liftHold(ports, tx, actor, { holdId: params.id, reason: body.reason.trim() });
        return lifted.ok ? ok({ status: 200, id: lifted.value }) : lifted;
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
  ];
}

function viewOf({ id, clientId, proceedingId, reason, placedBy, placedAt, lifted }: LegalHold) {
  return {
    id,
    ...(clientId === undefined ? { proceedingId } : { clientId }),
    reason,
    placedBy,
    placedAt: placedAt.toString(),
    lifted: lifted === undefined ? null : { by: lifted.by, at: lifted.at.toString(), reason: lifted.reason },
  };
}
