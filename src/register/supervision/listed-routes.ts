import { Type } from 'typebox';
import { parsePersonalCode } from '../../estonia/index.ts';
import { fail, failure, newId, ok, Temporal, today } from '../../platform/index.ts';
import { type Actor, type Route, read, write } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { isListedAt, LISTED_YEARS_AT_MOST, type ListedPerson } from './listed-person.ts';
import { findListed, insertListed, listListed, saveUntil } from './listed-store.ts';
import type { SupervisionPorts } from './routes.ts';

const strict = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Day = Type.String({ format: 'date' });

const ListedReply = Type.Object({
  id: Id,
  personalCode: Type.String(),
  reason: Type.String(),
  listedBy: Id,
  listedAt: Type.String({ format: 'date-time' }),
  until: Day,
});

/** The people a look at whom is always a signal: supervision's to know alone. Whoever looks at the list is in the log too (INV-64). REQ-246. */
export function listedPersonRoutes(ports: SupervisionPorts): readonly Route[] {
  const { database, clock } = ports;
  const noted = (actor: Actor, action: string, listedId: string | undefined, details: Readonly<Record<string, string | number>> = {}) => ({
    action,
    at: clock.now(),
    actor,
    ...(listedId === undefined ? {} : { object: { type: 'listed-person', id: listedId } }),
    outcome: 'DONE' as const,
    details,
  });
  const shown = async (id: string) => {
    const listed = await findListed(database.db, id);
    return listed === undefined ? fail(failure('LISTED_PERSON_NOT_FOUND')) : ok({ body: viewOf(listed) });
  };
  return [
    write({
      method: 'POST',
      path: '/supervision/listed-persons',
      summary: 'Lists somebody until a day: every look at them is a signal',
      callers: ['SKA_SUPERVISION'],
      body: Type.Object(
        { personalCode: Type.String(), reason: Type.String({ minLength: 10, maxLength: 400, pattern: '\\S' }), until: Day },
        strict,
      ),
      reply: ListedReply,
      async perform({ actor, body }, tx) {
        const personalCode = parsePersonalCode(body.personalCode);
        if (personalCode === undefined)
          return fail(failure('VALIDATION_FAILED', { fields: [{ pointer: '/personalCode', code: 'INVALID' }] }));
        const [until, day] = [Temporal.PlainDate.from(body.until), today(clock)];
        if (Temporal.PlainDate.compare(until, day) < 0 || Temporal.PlainDate.compare(until, day.add({ years: LISTED_YEARS_AT_MOST })) > 0)
          return fail(failure('VALIDATION_FAILED', { fields: [{ pointer: '/until', code: 'OUT_OF_RANGE' }] }));
        const id = newId();
        await insertListed(tx, { id, personalCode, reason: body.reason.trim(), listedBy: actor.userId, listedAt: clock.now(), until });
        await appendAudit(tx, noted(actor, 'PERSON_LISTED', id, { until: body.until }));
        return ok({ status: 201, id, location: `/api/v1/supervision/listed-persons/${id}` });
      },
      show: (_, id) => shown(id),
    }),
    read({
      method: 'GET',
      path: '/supervision/listed-persons',
      summary: 'Who is listed',
      callers: ['SKA_SUPERVISION'],
      reply: Type.Object({ items: Type.Array(ListedReply) }),
      async show({ actor }) {
        const listed = (await listListed(database.db)).filter((one) => isListedAt(one, clock.now()));
        await appendAudit(database.db, noted(actor, 'LISTED_PERSONS_READ', undefined, { read: listed.length }));
        return ok({ body: { items: listed.map(viewOf) } });
      },
    }),
    write({
      method: 'POST',
      path: '/supervision/listed-persons/:id/end',
      summary: 'Takes somebody off the list',
      callers: ['SKA_SUPERVISION'],
      params: Type.Object({ id: Id }),
      reply: ListedReply,
      async perform({ actor, params }, tx) {
        const listed = await findListed(tx, params.id);
        if (listed === undefined || !isListedAt(listed, clock.now())) return fail(failure('LISTED_PERSON_NOT_FOUND'));
        await saveUntil(tx, params.id, today(clock).subtract({ days: 1 }));
        await appendAudit(tx, noted(actor, 'PERSON_UNLISTED', params.id));
        return ok({ status: 200, id: params.id });
      },
      show: (_, id) => shown(id),
    }),
  ];
}

function viewOf({ id, personalCode, reason, listedBy, listedAt, until }: ListedPerson) {
  return { id, personalCode, reason, listedBy, listedAt: listedAt.toString(), until: until.toString() };
}
