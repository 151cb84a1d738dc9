import { Type } from 'typebox';
import { type Clock, fail, failure, ok } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { type Actor, type Route, read, write } from '../access/index.ts';
import { appendAudit, appendAuditLines } from '../audit/index.ts';
import { findClients } from '../people/index.ts';
import { CASE_WORKERS, kindsOf } from '../proceedings/index.ts';
import { ITEM_CODES, OUTCOMES } from './checklist.ts';
import type { RegistryNotice } from './notice.ts';
import { findNotice, listNotices } from './notice-store.ts';
import type { ObjectsOf } from './open-object.ts';
import { ownFileOf, reach } from './reach.ts';
import { publishSystemNotice, readSystemNotice, type SystemNotice } from './system-notice.ts';
import { findSystemNotice, listSystemNotices } from './system-notice-store.ts';
import { Announced, Notice, noticeView, registryView, systemView, Told } from './view.ts';
import { resolveNotice, settleNoticeItem } from './work-on-notice.ts';

/** Notices on a page, unless the caller asks for fewer. */
const PAGE = 100;
/** Shorter than this explains nothing. */
const REASON_LENGTH_AT_LEAST = 10;
const strict = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Params = Type.Object({ id: Id });
const Sentence = Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' });

export interface NoticePorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly objectsOf: ObjectsOf;
}

/** The notices of a worker's front page: what the population register tells of the institution's clients, and what TEHIK tells everybody. */
export function noticeRoutes(ports: NoticePorts): readonly Route[] {
  const { database, clock } = ports;
  const { db } = database;
  const shown = async (actor: Actor, id: string) => {
    const standing = await reach(ports.objectsOf, db, actor, await findNotice(db, id));
    if (!standing.ok) return standing;
    const { notice, items } = standing.value;
    const clients = await findClients(db, [notice.clientId]);
    await appendAudit(db, {
      action: 'NOTICE_READ',
      at: clock.now(),
      actor,
      object: { type: 'registry-notice', id },
      clientId: notice.clientId,
      outcome: 'DONE',
      details: { kind: notice.kind },
    });
    return ok({ body: noticeView(notice, clients.get(notice.clientId), items), version: String(notice.version) });
  };
  const announced = async (actor: Actor, id: string) => {
    const notice = await findSystemNotice(db, actor.userId, id);
    return notice === undefined ? fail(failure('SYSTEM_NOTICE_NOT_FOUND')) : ok({ body: systemView(notice) });
  };
  /** Each person of whom something is shown is a line of the log. */
  const logShown = (actor: Actor, notices: readonly RegistryNotice[]) =>
    appendAuditLines(
      db,
      notices.map(({ id, clientId, kind }) => ({
        action: 'NOTICE_SHOWN',
        at: clock.now(),
        actor,
        object: { type: 'registry-notice', id },
        clientId,
        outcome: 'DONE',
        details: { kind },
      })),
    );
  return [
    read({
      method: 'GET',
      path: '/me/notices',
      summary:
        'What is new for the caller: notices of the population register about the institution’s clients, and what TEHIK tells all users',
      callers: 'SIGNED_IN',
      query: Type.Object(
        {
          source: Type.Optional(Type.Enum(['RR', 'TEHIK'])),
          includeResolved: Type.Optional(Type.Boolean({ description: 'Those that are resolved, or read, too' })),
          after: Type.Optional(Id),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE })),
        },
        strict,
      ),
      reply: Type.Object({ items: Type.Array(Type.Union([Told, Announced])), next: Type.Optional(Id) }),
      async show({ actor, query: { source, includeResolved = false, after, limit = PAGE } }) {
        const [registry, system] = await Promise.all([
          source === 'TEHIK'
            ? []
            : listNotices(db, {
                institutionId: actor.institutionId,
                kinds: kindsOf(actor.roles),
                notAbout: await ownFileOf(db, actor),
                includeResolved,
                after,
                limit,
              }),
          source === 'RR' ? [] : listSystemNotices(db, actor.userId, { includeRead: includeResolved, after, limit }),
        ]);
        const page = newestOf(registry, system, limit);
        const notices = page.flatMap((one) => ('kind' in one ? [one] : []));
        const clients = await findClients(
          db,
          notices.map(({ clientId }) => clientId),
        );
        await logShown(actor, notices);
        const items = page.map((one) => ('kind' in one ? registryView(one, clients.get(one.clientId)) : systemView(one)));
        const next = page.at(limit - 1)?.id;
        return ok({ body: { items, ...(next === undefined ? {} : { next }) } });
      },
    }),
    read({
      method: 'GET',
      path: '/notices/:id',
      summary: 'A notice of the population register, with the checklist of what is to be done',
      callers: CASE_WORKERS,
      params: Params,
      reply: Notice,
      show: ({ actor, params }) => shown(actor, params.id),
    }),
    write({
      method: 'PUT',
      path: '/notices/:id/items/:code',
      summary: 'Says that an item of the checklist is done, or why it is left as it is',
      callers: CASE_WORKERS,
      versioned: true,
      params: Type.Object({ id: Id, code: Type.Enum([...ITEM_CODES]) }),
      body: Type.Object(
        {
          outcome: Type.Enum([...OUTCOMES]),
          reason: Type.Optional(Type.String({ minLength: REASON_LENGTH_AT_LEAST, maxLength: 2000, pattern: '\\S' })),
        },
        strict,
      ),
      reply: Notice,
      async perform({ actor, params: { id, code }, body: { outcome, reason }, ifMatch }, tx) {
        const settled = await settleNoticeItem(ports, tx, actor, { noticeId: id, code, outcome, reason: reason?.trim(), ifMatch });
        return settled.ok ? ok({ status: 200, id: settled.value }) : settled;
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
    write({
      method: 'POST',
      path: '/notices/:id/resolve',
      summary: 'Marks a notice as resolved (lahendatuks): it leaves the front page and stays in the history',
      callers: CASE_WORKERS,
      versioned: true,
      params: Params,
      reply: Notice,
      async perform({ actor, params, ifMatch }, tx) {
        const resolved = await resolveNotice(ports, tx, actor, { noticeId: params.id, ifMatch });
        return resolved.ok ? ok({ status: 200, id: resolved.value }) : resolved;
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
    write({
      method: 'POST',
      path: '/system-notices',
      summary: 'Tells all users something, until each has read it',
      callers: ['TEHIK_OPS', 'REGISTRY_MANAGER'],
      body: Type.Object({ text: Type.Object({ et: Sentence, en: Sentence, ru: Sentence }, strict) }, strict),
      reply: Announced,
      perform: async ({ actor, body }, tx) => ok({ status: 201, id: await publishSystemNotice(ports, tx, actor, body.text) }),
      show: ({ actor }, id) => announced(actor, id),
    }),
    write({
      method: 'POST',
      path: '/system-notices/:id/read',
      summary: 'Says that the caller has read what TEHIK tells: it leaves their front page',
      callers: 'SIGNED_IN',
      params: Params,
      reply: Announced,
      async perform({ actor, params }, tx) {
        const noted = await readSystemNotice(ports, tx, actor, params.id);
        return noted.ok ? ok({ status: 200, id: noted.value }) : noted;
      },
      show: ({ actor }, id) => announced(actor, id),
    }),
  ];
}

/** A page of both, the newest first: ids sort by the time of their making. */
function newestOf(
  registry: readonly RegistryNotice[],
  system: readonly SystemNotice[],
  limit: number,
): readonly (RegistryNotice | SystemNotice)[] {
  return [...registry, ...system].sort((one, other) => (one.id < other.id ? 1 : -1)).slice(0, limit);
}
