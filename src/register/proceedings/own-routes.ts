import { Type } from 'typebox';
import { type Clock, fail, failure, ok, Temporal, today, ZONE } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { type Actor, type Route, read } from '../access/index.ts';
import { listPlanned, type PlannedAction } from './action-store.ts';
import { CASE_WORKERS, kindsOf } from './proceeding.ts';
import { PlannedReply, plannedView } from './replies.ts';
import { proceedingsSeen } from './seen.ts';
import { Id, nextOf, PAGE, paging, strict } from './shapes.ts';
import { findProceedings } from './store.ts';

/** What a calendar shows where nobody says until when. 31 days: a month, whichever it is. */
const CALENDAR_DAYS = 31;
/** The longest that a calendar shows at once. 366 days: a year. */
const CALENDAR_DAYS_AT_MOST = 366;
const PlannedPage = Type.Object({ items: Type.Array(PlannedReply), next: Type.Optional(Id) });
const Day = Type.String({ format: 'date' });

/** What a worker has to do: their own, in the institution in which they act now (REQ-031, REQ-084). */
export function ownRoutes(ports: { readonly database: Database; readonly clock: Clock }): readonly Route[] {
  const { database, clock } = ports;
  const planner = ({ userId, institutionId, roles }: Actor) => ({ workerId: userId, institutionId, kinds: kindsOf(roles) });
  const page = async (actor: Actor, items: readonly PlannedAction[], limit: number) => {
    const proceedings = await findProceedings(database.db, [...new Set(items.map(({ proceedingId }) => proceedingId))]);
    await proceedingsSeen(ports, actor, 'OWN_ACTIONS_READ', [...proceedings.values()]);
    return ok({ body: { items: items.map((action) => plannedView(action, clock.now())), ...nextOf(items, limit) } });
  };
  return [
    read({
      method: 'GET',
      path: '/me/calendar',
      summary: 'What I have planned and done from one day to another, both included, by its time',
      callers: CASE_WORKERS,
      query: Type.Object({ ...paging, from: Type.Optional(Day), to: Type.Optional(Day) }, strict),
      reply: PlannedPage,
      async show({ actor, query }) {
        const from = query.from === undefined ? today(clock) : Temporal.PlainDate.from(query.from);
        const to = query.to === undefined ? from.add({ days: CALENDAR_DAYS }) : Temporal.PlainDate.from(query.to);
        const days = from.until(to).days;
        if (days < 0 || days > CALENDAR_DAYS_AT_MOST)
          return fail(failure('CALENDAR_SPAN_INVALID', { fields: [{ pointer: '/to', code: days < 0 ? 'BEFORE_FROM' : 'TOO_LONG' }] }));
        const limit = query.limit ?? PAGE;
        const items = await listPlanned(database.db, planner(actor), {
          states: ['PLANNED', 'DONE'],
          from: from.toZonedDateTime(ZONE).toInstant(),
          before: to.add({ days: 1 }).toZonedDateTime(ZONE).toInstant(),
          after: query.after,
          limit,
        });
        return page(actor, items, limit);
      },
    }),
    read({
      method: 'GET',
      path: '/me/actions',
      summary: 'What I have still to do, by when; or what of it I should have done by now',
      callers: CASE_WORKERS,
      query: Type.Object({ ...paging, overdue: Type.Optional(Type.Boolean()) }, strict),
      reply: PlannedPage,
      async show({ actor, query }) {
        const limit = query.limit ?? PAGE;
        const items = await listPlanned(database.db, planner(actor), {
          states: ['PLANNED'],
          ...(query.overdue === true ? { before: clock.now() } : {}),
          after: query.after,
          limit,
        });
        return page(actor, items, limit);
      },
    }),
  ];
}
