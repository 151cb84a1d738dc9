import { Type } from 'typebox';
import { type Clock, type Failure, fail, failure, ok, type Temporal } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { type Actor, type Route, read, write } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { CASE_WORKERS, findProceedings, type Proceeding } from '../proceedings/index.ts';
import { askAccess } from './ask-access.ts';
import { decideAccess, endAccess } from './decide-access.ts';
import { type EmergencyAccess, isShownTo, stateOf } from './emergency-access.ts';
import { findAccess, listAccesses } from './store.ts';

/** Shorter than this gives no reason: who is in danger, and why it cannot wait. */
const JUSTIFICATION_LENGTH_AT_LEAST = 20;
/** Requests on a page. */
const PAGE = 50;
const strict = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Time = Type.String({ format: 'date-time' });
const Params = Type.Object({ id: Id });
const VIEWERS = [...CASE_WORKERS, 'ADMIN', 'SKA_SUPERVISION'] as const;

const AccessReply = Type.Object({
  id: Id,
  state: Type.Enum(['REQUESTED', 'EXPIRED', 'REFUSED', 'OPEN', 'ENDED']),
  proceedingNo: Type.String(),
  proceedingId: Type.Optional(Type.String({ format: 'uuid', description: 'While it is open: the proceeding’s own calls take it' })),
  workerId: Id,
  institutionId: Id,
  justification: Type.String(),
  askedAt: Time,
  decideBy: Time,
  decidedBy: Type.Optional(Id),
  decidedAt: Type.Optional(Time),
  endsAt: Type.Optional(Time),
});

export interface EmergencyPorts {
  readonly database: Database;
  readonly clock: Clock;
}

/** Emergency access (hädajuurdepääs): asked for with a reason, given by a second person, for an hour, to exactly one proceeding. REQ-143. */
export function emergencyRoutes(ports: EmergencyPorts): readonly Route[] {
  const { database, clock } = ports;
  const views = async (actor: Actor, accesses: readonly EmergencyAccess[]) => {
    const others = accesses.filter(({ workerId }) => workerId !== actor.userId);
    if (others.length > 0) {
      await appendAudit(database.db, {
        action: 'EMERGENCY_ACCESS_READ',
        at: clock.now(),
        actor,
        ...(others.length === 1 && others[0] !== undefined ? { object: { type: 'emergency-access', id: others[0].id } } : {}),
        outcome: 'DONE',
        details: { read: others.length },
      });
    }
    const proceedings = await findProceedings(database.db, [...new Set(accesses.map(({ proceedingId }) => proceedingId))]);
    return accesses.map((access) => viewOf(access, proceedings.get(access.proceedingId), clock.now()));
  };
  const shown = async (actor: Actor, id: string) => {
    const access = await findAccess(database.db, id);
    if (access === undefined || !isShownTo(access, actor)) return fail(failure('EMERGENCY_ACCESS_NOT_FOUND'));
    const [view] = await views(actor, [access]);
    return ok({ body: view });
  };
  const refused = (action: string, actor: Actor, refusal: Failure, accessId?: string) =>
    appendAudit(database.db, {
      action,
      at: clock.now(),
      actor,
      ...(accessId === undefined ? {} : { object: { type: 'emergency-access', id: accessId } }),
      outcome: 'REFUSED',
      code: refusal.code,
    });
  return [
    write({
      method: 'POST',
      path: '/emergency-access',
      summary: 'Asks to be let into a proceeding that is not one’s own, because somebody is in danger; a second person decides',
      callers: CASE_WORKERS,
      body: Type.Object(
        {
          proceedingNo: Type.String({ minLength: 1, maxLength: 30 }),
          justification: Type.String({ minLength: JUSTIFICATION_LENGTH_AT_LEAST, maxLength: 2000, pattern: '\\S' }),
        },
        strict,
      ),
      reply: AccessReply,
      async perform({ actor, body }, tx) {
        const asked = await askAccess(ports, tx, actor, { ...body, justification: body.justification.trim() });
        return asked.ok ? ok({ status: 201, id: asked.value, location: `/api/v1/emergency-access/${asked.value}` }) : asked;
      },
      refused: ({ actor }, refusal) => refused('EMERGENCY_ACCESS_DENIED', actor, refusal),
      show: ({ actor }, id) => shown(actor, id),
    }),
    read({
      method: 'GET',
      path: '/emergency-access',
      summary: 'Requests for emergency access, the latest first: one’s own; an administrator’s institution’s; all, to supervision',
      callers: VIEWERS,
      query: Type.Object({ before: Type.Optional(Id) }, strict),
      reply: Type.Object({ items: Type.Array(AccessReply), next: Type.Optional(Id) }),
      async show({ actor, query }) {
        const accesses = await listAccesses(database.db, whoseFor(actor), { before: query.before, limit: PAGE });
        const last = accesses.at(-1);
        const next = accesses.length === PAGE && last !== undefined ? { next: last.id } : {};
        return ok({ body: { items: await views(actor, accesses), ...next } });
      },
    }),
    read({
      method: 'GET',
      path: '/emergency-access/:id',
      summary: 'A request for emergency access, and what came of it',
      callers: VIEWERS,
      params: Params,
      reply: AccessReply,
      show: ({ actor, params }) => shown(actor, params.id),
    }),
    ...(
      [
        ['approve', 'APPROVED', 'Lets a worker of the institution into a proceeding for an hour'],
        ['refuse', 'REFUSED', 'Does not let them in'],
      ] as const
    ).map(([verb, outcome, summary]) =>
      write({
        method: 'POST',
        path: `/emergency-access/:id/${verb}`,
        summary,
        callers: ['ADMIN'],
        params: Params,
        reply: AccessReply,
        async perform({ actor, params }, tx) {
          const decided = await decideAccess(ports, tx, actor, { accessId: params.id, outcome });
          return decided.ok ? ok({ status: 200, id: decided.value }) : decided;
        },
        refused: ({ actor, params }, refusal) => refused('EMERGENCY_DECISION_REFUSED', actor, refusal, params.id),
        show: ({ actor }, id) => shown(actor, id),
      }),
    ),
    write({
      method: 'POST',
      path: '/emergency-access/:id/end',
      summary: 'Ends an emergency access before its time',
      callers: VIEWERS,
      params: Params,
      reply: AccessReply,
      async perform({ actor, params }, tx) {
        const ended = await endAccess(ports, tx, actor, params.id);
        return ended.ok ? ok({ status: 200, id: ended.value }) : ended;
      },
      refused: ({ actor, params }, refusal) => refused('EMERGENCY_END_REFUSED', actor, refusal, params.id),
      show: ({ actor }, id) => shown(actor, id),
    }),
  ];
}

/** Whose requests somebody is shown, of all their roles by the widest. */
function whoseFor({ userId, institutionId, roles }: Actor): { workerId?: string; institutionId?: string } {
  if (roles.includes('SKA_SUPERVISION')) return {};
  return roles.includes('ADMIN') ? { institutionId } : { workerId: userId };
}

function viewOf(access: EmergencyAccess, proceeding: Proceeding | undefined, now: Temporal.Instant) {
  const { id, workerId, institutionId, justification, decision } = access;
  const state = stateOf(access, now);
  return {
    id,
    state,
    proceedingNo: proceeding?.no ?? '',
    ...(state === 'OPEN' ? { proceedingId: access.proceedingId } : {}),
    workerId,
    institutionId,
    justification,
    askedAt: access.askedAt.toString(),
    decideBy: access.decideBy.toString(),
    ...(decision === undefined ? {} : { decidedBy: decision.by, decidedAt: decision.at.toString() }),
    ...(decision?.outcome === 'APPROVED' ? { endsAt: decision.endsAt.toString() } : {}),
  };
}
