import { Type } from 'typebox';
import { type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { type Actor, type Route, read, write } from '../access/index.ts';
import { ACTION_KINDS, type Action } from './action.ts';
import { findAction, listActions } from './action-store.ts';
import { addLink } from './add-link.ts';
import { cancelAction, changeAction } from './change-action.ts';
import { listLinks } from './link-store.ts';
import type { OpenPorts } from './open-proceeding.ts';
import { CASE_WORKERS, type Proceeding } from './proceeding.ts';
import { recordAction } from './record-action.ts';
import { ActionReply, actionView, EntryReply, entryView } from './replies.ts';
import { proceedingsSeen } from './seen.ts';
import { Id, nextOf, PAGE, Paging, Params, strict, Time } from './shapes.ts';
import { timelineOf } from './timeline.ts';

/** The longest deadline in working days: a year. */
const WORKING_DAYS_AT_MOST = 250;
const ActionParams = Type.Object({ id: Id, actionId: Id });
const Kind = Type.Enum(ACTION_KINDS.filter((kind) => kind !== 'QUERY'));
const Text = Type.String({ minLength: 1, maxLength: 4000 });
const plan = {
  plannedFor: Type.Optional(Time),
  dueInWorkingDays: Type.Optional(Type.Integer({ minimum: 1, maximum: WORKING_DAYS_AT_MOST })),
  assigneeId: Type.Optional(Id),
};
const LinkReply = Type.Object({ id: Id, url: Type.String(), title: Type.String(), addedBy: Id, addedAt: Time });

export interface CoursePorts extends Pick<OpenPorts, 'clock'> {
  readonly database: Database;
  /** The proceeding, where it is there for somebody to look at. */
  readonly there: (actor: Actor, id: string) => Promise<Result<Proceeding, Failure>>;
}

/** What is done in a proceeding: its actions, its links, and its timeline. */
export function courseRoutes(ports: CoursePorts): readonly Route[] {
  const { database, there } = ports;
  const shown = async (proceedingId: string, id: string) => {
    const action = await findAction(database.db, proceedingId, id);
    return action === undefined ? fail(failure('ACTION_NOT_FOUND')) : ok({ body: actionView(action), version: String(action.version) });
  };
  const done = (result: Result<Action, Failure>) => (result.ok ? ok({ status: 200, id: result.value.id }) : result);
  return [
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
        await proceedingsSeen(ports, actor, 'TIMELINE_READ', [proceeding.value]);
        const limit = query.limit ?? PAGE;
        const entries = await timelineOf(database.db, params.id, { after: query.after, limit });
        return ok({ body: { items: entries.map(entryView), ...nextOf(entries, limit) } });
      },
    }),
    read({
      method: 'GET',
      path: '/proceedings/:id/actions',
      summary: 'The actions (toimingud) in a proceeding, planned and done, automatic ones included',
      callers: CASE_WORKERS,
      params: Params,
      query: Paging,
      reply: Type.Object({ items: Type.Array(ActionReply), next: Type.Optional(Id) }),
      async show({ actor, params, query }) {
        const proceeding = await there(actor, params.id);
        if (!proceeding.ok) return proceeding;
        await proceedingsSeen(ports, actor, 'ACTIONS_READ', [proceeding.value]);
        const limit = query.limit ?? PAGE;
        const items = await listActions(database.db, params.id, query.after, limit);
        return ok({ body: { items: items.map(actionView), ...nextOf(items, limit) } });
      },
    }),
    write({
      method: 'POST',
      path: '/proceedings/:id/actions',
      summary: 'Enters what a worker did or notes; plans what is to be done; or corrects what was entered as done',
      callers: CASE_WORKERS,
      params: Params,
      body: Type.Object({ kind: Kind, text: Text, ...plan, correctionOf: Type.Optional(Id) }, strict),
      reply: ActionReply,
      async perform({ actor, params, body }, tx) {
        const recorded = await recordAction(ports, tx, actor, { proceedingId: params.id, ...body });
        return recorded.ok ? ok({ status: 201, id: recorded.value }) : recorded;
      },
      show: ({ params }, id) => shown(params.id, id),
    }),
    write({
      method: 'PATCH',
      path: '/proceedings/:id/actions/:actionId',
      summary: 'Changes what is planned, or enters that it was done',
      callers: CASE_WORKERS,
      versioned: true,
      params: ActionParams,
      body: Type.Object(
        { kind: Type.Optional(Kind), text: Type.Optional(Text), ...plan, doneAt: Type.Optional(Time) },
        { ...strict, minProperties: 1 },
      ),
      reply: ActionReply,
      async perform({ actor, params: { id: proceedingId, actionId }, body, ifMatch }, tx) {
        return done(await changeAction(ports, tx, actor, { proceedingId, actionId, changes: body, ifMatch }));
      },
      show: ({ params }, id) => shown(params.id, id),
    }),
    write({
      method: 'DELETE',
      path: '/proceedings/:id/actions/:actionId',
      summary: 'Takes back what is planned; it stays in the course as cancelled',
      callers: CASE_WORKERS,
      versioned: true,
      params: ActionParams,
      reply: ActionReply,
      async perform({ actor, params: { id: proceedingId, actionId }, ifMatch }, tx) {
        return done(await cancelAction(ports, tx, actor, { proceedingId, actionId, ifMatch }));
      },
      show: ({ params }, id) => shown(params.id, id),
    }),
    read({
      method: 'GET',
      path: '/proceedings/:id/links',
      summary: 'What a proceeding refers to elsewhere (viited)',
      callers: CASE_WORKERS,
      params: Params,
      query: Paging,
      reply: Type.Object({ items: Type.Array(LinkReply), next: Type.Optional(Id) }),
      async show({ actor, params, query }) {
        const proceeding = await there(actor, params.id);
        if (!proceeding.ok) return proceeding;
        await proceedingsSeen(ports, actor, 'LINKS_READ', [proceeding.value]);
        const limit = query.limit ?? PAGE;
        const links = await listLinks(database.db, params.id, query.after, limit);
        const items = links.map(({ id, url, title, addedBy, addedAt }) => ({ id, url, title, addedBy, addedAt: addedAt.toString() }));
        return ok({ body: { items, ...nextOf(items, limit) } });
      },
    }),
    write({
      method: 'POST',
      path: '/proceedings/:id/links',
      summary: 'Has a proceeding refer to something elsewhere',
      callers: CASE_WORKERS,
      params: Params,
      body: Type.Object(
        { url: Type.String({ minLength: 1, maxLength: 2000 }), title: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }) },
        strict,
      ),
      reply: Type.Object({ id: Id }),
      async perform({ actor, params, body }, tx) {
        const added = await addLink(ports, tx, actor, { proceedingId: params.id, ...body });
        return added.ok ? ok({ status: 201, id: added.value }) : added;
      },
      show: async (_call, id) => ok({ body: { id } }),
    }),
  ];
}
