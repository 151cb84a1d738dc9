import { Type } from 'typebox';
import { fail, failure, ok } from '../../platform/index.ts';
import { type Actor, type Route, read, write } from '../access/index.ts';
import { ACTION_KINDS } from './action.ts';
import { type ClosePorts, closeProceeding } from './close-proceeding.ts';
import { type IntakeRoutePorts, intakeRoutes } from './intake-routes.ts';
import { CASE_WORKERS, CLOSE_REASONS, kindsOf, type Proceeding } from './proceeding.ts';
import { recordAction } from './record-action.ts';
import { ActionReply, actionView, EntryReply, entryView, ProceedingReply, proceedingView } from './replies.ts';
import { proceedingSeen } from './seen.ts';
import { Id, nextOf, PAGE, Paging, Params, strict } from './shapes.ts';
import { findProceeding, listActions, listProceedings } from './store.ts';
import { suspendProceeding } from './suspend-proceeding.ts';
import { timelineOf } from './timeline.ts';

export interface ProceedingPorts extends ClosePorts, IntakeRoutePorts {}

export function proceedingRoutes(ports: ProceedingPorts): readonly Route[] {
  const { database } = ports;
  const there = async (actor: Actor, id: string) => {
    const proceeding = await findProceeding(database.db, id);
    return proceeding !== undefined && (await ports.visit(actor, proceeding)) ? ok(proceeding) : fail(failure('NOT_FOUND'));
  };
  const shownAs = (proceeding: Proceeding) => ({ body: proceedingView(proceeding), version: String(proceeding.version) });
  const shown = async (actor: Actor, id: string) => {
    const proceeding = await there(actor, id);
    return proceeding.ok ? ok(shownAs(proceeding.value)) : proceeding;
  };
  return [
    ...intakeRoutes(ports),
    read({
      method: 'GET',
      path: '/proceedings',
      summary: 'The institution’s proceedings',
      callers: CASE_WORKERS,
      query: Paging,
      reply: Type.Object({ items: Type.Array(ProceedingReply), next: Type.Optional(Id) }),
      async show({ actor, query }) {
        const limit = query.limit ?? PAGE;
        const items = await listProceedings(database.db, {
          institutionId: actor.institutionId,
          kinds: kindsOf(actor.roles),
          after: query.after,
          limit,
        });
        return ok({ body: { items: items.map(proceedingView), ...nextOf(items, limit) } });
      },
    }),
    read({
      method: 'GET',
      path: '/proceedings/:id',
      summary: 'A proceeding (menetlus)',
      callers: CASE_WORKERS,
      params: Params,
      reply: ProceedingReply,
      async show({ actor, params }) {
        const proceeding = await there(actor, params.id);
        if (!proceeding.ok) return proceeding;
        await proceedingSeen(ports, actor, 'PROCEEDING_READ', proceeding.value);
        return ok(shownAs(proceeding.value));
      },
    }),
    write({
      method: 'POST',
      path: '/proceedings/:id/close',
      summary: 'Closes a proceeding: from then on nobody can read what registers answered in it',
      callers: CASE_WORKERS,
      params: Params,
      body: Type.Object({ reason: Type.Enum([...CLOSE_REASONS]) }, strict),
      reply: ProceedingReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        const closed = await closeProceeding(ports, tx, actor, { proceedingId: params.id, reason: body.reason, ifMatch });
        return closed.ok ? ok({ status: 200, id: closed.value.id }) : closed;
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
    ...(
      [
        ['suspend', 'SUSPENDED', 'Suspends a proceeding: nothing may be asked in it until it goes on'],
        ['resume', 'OPENED', 'Lets a suspended proceeding go on'],
      ] as const
    ).map(([verb, to, summary]) =>
      write({
        method: 'POST',
        path: `/proceedings/:id/${verb}`,
        summary,
        callers: CASE_WORKERS,
        params: Params,
        reply: ProceedingReply,
        async perform({ actor, params, ifMatch }, tx) {
          const moved = await suspendProceeding(ports, tx, actor, { proceedingId: params.id, to, ifMatch });
          return moved.ok ? ok({ status: 200, id: moved.value.id }) : moved;
        },
        show: ({ actor }, id) => shown(actor, id),
      }),
    ),
    read({
      method: 'GET',
      path: '/proceedings/:id/actions',
      summary: 'The course of a proceeding: its actions (toimingud), automatic ones included',
      callers: CASE_WORKERS,
      params: Params,
      query: Paging,
      reply: Type.Object({ items: Type.Array(ActionReply), next: Type.Optional(Id) }),
      async show({ actor, params, query }) {
        const proceeding = await there(actor, params.id);
        if (!proceeding.ok) return proceeding;
        await proceedingSeen(ports, actor, 'ACTIONS_READ', proceeding.value);
        const limit = query.limit ?? PAGE;
        const items = await listActions(database.db, params.id, query.after, limit);
        return ok({ body: { items: items.map(actionView), ...nextOf(items, limit) } });
      },
    }),
    read({
      method: 'GET',
      path: '/proceedings/:id/timeline',
      summary: 'All that has happened in a proceeding (menetluskäik): the steps it has gone and the actions in it, in their order',
      callers: CASE_WORKERS,
      params: Params,
      query: Paging,
      reply: Type.Object({ items: Type.Array(EntryReply), next: Type.Optional(Id) }),
      async show({ actor, params, query }) {
        const proceeding = await there(actor, params.id);
        if (!proceeding.ok) return proceeding;
        await proceedingSeen(ports, actor, 'TIMELINE_READ', proceeding.value);
        const limit = query.limit ?? PAGE;
        const entries = await timelineOf(database.db, params.id, { after: query.after, limit });
        return ok({ body: { items: entries.map(entryView), ...nextOf(entries, limit) } });
      },
    }),
    write({
      method: 'POST',
      path: '/proceedings/:id/actions',
      summary: 'Enters what a worker did or notes',
      callers: CASE_WORKERS,
      params: Params,
      body: Type.Object(
        { kind: Type.Enum(ACTION_KINDS.filter((kind) => kind !== 'QUERY')), text: Type.String({ minLength: 1, maxLength: 4000 }) },
        strict,
      ),
      reply: Type.Object({ id: Id }),
      async perform({ actor, params, body }, tx) {
        const recorded = await recordAction(ports, tx, actor, { proceedingId: params.id, ...body });
        return recorded.ok ? ok({ status: 201, id: recorded.value }) : recorded;
      },
      show: async (_call, id) => ok({ body: { id } }),
    }),
  ];
}
