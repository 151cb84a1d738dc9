import { Type } from 'typebox';
import type { Client } from '../people/index.ts';
import { type ChecklistItem, ITEM_CODES, OUTCOMES } from './checklist.ts';
import { NOTICE_KINDS, NOTICE_STATES, type RegistryNotice } from './notice.ts';
import { OBJECT_TYPES } from './open-object.ts';
import type { SystemNotice } from './system-notice.ts';

const Id = Type.String({ format: 'uuid' });
const Time = Type.String({ format: 'date-time' });

const told = {
  id: Id,
  source: Type.Literal('RR'),
  kind: Type.Enum([...NOTICE_KINDS]),
  state: Type.Enum([...NOTICE_STATES]),
  client: Type.Object({ id: Id, firstName: Type.String(), lastName: Type.String() }),
  eventDate: Type.Optional(Type.String({ format: 'date', description: 'The day of the death, of the move: where the register says one' })),
  receivedAt: Time,
  feed: Type.String({ description: 'The feed that told of it' }),
  queryId: Type.Optional(
    Type.String({ format: 'uuid', description: 'The query whose answer shows what has changed, while its proceeding is open' }),
  ),
};

/** A notice of the population register as a list shows it. */
export const Told = Type.Object(told);

const Item = Type.Object({
  code: Type.Enum([...ITEM_CODES]),
  mandatory: Type.Boolean(),
  state: Type.Enum(['OPEN', 'DONE', 'EXPLAINED']),
  objects: Type.Array(Type.Object({ type: Type.Enum([...OBJECT_TYPES]), id: Id, no: Type.String(), open: Type.Boolean() }), {
    description: 'What it is about, and whether that is still open',
  }),
  answer: Type.Optional(Type.Object({ outcome: Type.Enum([...OUTCOMES]), reason: Type.Optional(Type.String()), by: Id, at: Time })),
});

/** The same by itself, with what is to be done. */
export const Notice = Type.Object({
  ...told,
  resolvedBy: Type.Optional(Id),
  resolvedAt: Type.Optional(Time),
  checklist: Type.Array(Item),
});

/** A notice of TEHIK to all users. */
export const Announced = Type.Object({
  id: Id,
  source: Type.Literal('TEHIK'),
  text: Type.Object({ et: Type.String(), en: Type.String(), ru: Type.String() }),
  publishedAt: Time,
  readAt: Type.Optional(Time),
});

export function registryView(
  { id, kind, state, clientId, eventDate, receivedAt, feed, queryId }: RegistryNotice,
  client: Client | undefined,
) {
  return {
    id,
    source: 'RR' as const,
    kind,
    state,
    client: { id: clientId, firstName: client?.firstName ?? '', lastName: client?.lastName ?? '' },
    ...(eventDate === undefined ? {} : { eventDate: eventDate.toString() }),
    receivedAt: receivedAt.toString(),
    feed,
    ...(queryId === undefined ? {} : { queryId }),
  };
}

export function noticeView(notice: RegistryNotice, client: Client | undefined, items: readonly ChecklistItem[]) {
  const { resolved } = notice;
  return {
    ...registryView(notice, client),
    ...(resolved === undefined ? {} : { resolvedBy: resolved.by, resolvedAt: resolved.at.toString() }),
    checklist: items.map(({ code, mandatory, state, objects, answer }) => ({
      code,
      mandatory,
      state,
      objects,
      ...(answer === undefined
        ? {}
        : {
            answer: {
              outcome: answer.outcome,
              ...(answer.reason === undefined ? {} : { reason: answer.reason }),
              by: answer.by,
              at: answer.at.toString(),
            },
          }),
    })),
  };
}

export function systemView({ id, text, publishedAt, readAt }: SystemNotice) {
  return {
    id,
    source: 'TEHIK' as const,
    text,
    publishedAt: publishedAt.toString(),
    ...(readAt === undefined ? {} : { readAt: readAt.toString() }),
  };
}
