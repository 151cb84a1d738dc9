import { Type } from 'typebox';
import { ok, Temporal, today } from '../../../platform/index.ts';
import { type Actor, findNames, type Route, read } from '../../access/index.ts';
import { findInstitutions } from '../../organisations/index.ts';
import { FILE_WORKERS } from '../callers.ts';
import { viewOf } from '../view.ts';
import { type FilePart, generalView, householdOn, tellEntries } from './general-view.ts';
import { type ReadPorts, readFile } from './read-file.ts';
import { GeneralReply, HouseholdReply, ToldReply } from './replies.ts';
import { type LastProceeding, latestOf, type Stretch, type Tell, type Told } from './told.ts';

/** Lines on a page, where the caller does not say. */
const PAGE = 50;
/** Lines on a page at most. */
const PAGE_AT_MOST = 200;
const strict = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Day = Type.String({ format: 'date' });
const Params = Type.Object({ id: Id });
const Paging = Type.Object(
  { limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_AT_MOST })), before: Type.Optional(Id) },
  strict,
);

export interface ReadingPorts extends ReadPorts {
  /** What other rooms tell the file: everything that was done for the person. */
  readonly tellFile: Tell;
  /** The person's intakes and cases, each in a line. */
  readonly tellHistory: Tell;
}

/** What is read of a client file: as it stands, all that has ever been entered and done, and the person's earlier intakes and cases. */
export function readingRoutes(ports: ReadingPorts): readonly Route[] {
  const { database, clock } = ports;
  /** A page of what rooms tell of a file, each line with who entered it (REQ-047). */
  const page = async (
    reader: Actor,
    clientId: string,
    part: FilePart & ('FILE' | 'HISTORY'),
    { before, limit = PAGE }: { readonly before?: string | undefined; readonly limit?: number | undefined },
  ) => {
    const file = await readFile(ports, reader, clientId, { part, day: today(clock) });
    if (!file.ok) return file;
    const { ids: clientIds, entries, sight } = file.value;
    const [reading, stretch]: [Parameters<Tell>[1], Stretch] = [
      { reader, clientIds, ofOthers: sight === 'WHOLE' },
      { before, limit },
    ];
    const told =
      part === 'FILE'
        ? latestOf([tellEntries(entries, stretch), await ports.tellFile(database.db, reading, stretch)], limit)
        : await ports.tellHistory(database.db, reading, stretch);
    return ok({ body: { items: await views(told), ...nextOf(told, limit) } });
  };
  const views = async (told: readonly Told[]) => {
    const [names, institutions] = [
      await findNames(
        database.db,
        told.map(({ enteredBy }) => enteredBy),
      ),
      await findInstitutions(
        database.db,
        told.map(({ institutionId }) => institutionId),
      ),
    ];
    return told.map(({ id, kind, enteredBy, institutionId, enteredAt, content }) => ({
      id,
      kind,
      enteredBy: {
        userId: enteredBy,
        name: names.get(enteredBy) ?? '',
        institution: { id: institutionId, name: institutions.get(institutionId)?.name ?? '' },
      },
      enteredAt: enteredAt.toString(),
      content,
    }));
  };
  return [
    read({
      method: 'GET',
      path: '/clients/:id',
      summary: 'A person’s client file as it stands: names, contacts, accounts, where they live, network, household',
      callers: FILE_WORKERS,
      params: Params,
      reply: GeneralReply,
      show: ({ actor, params }) => showGeneral(ports, actor, params.id),
    }),
    read({
      method: 'GET',
      path: '/clients/:id/household',
      summary: 'Who belonged to the person’s household on a day: today, where none is given',
      callers: FILE_WORKERS,
      params: Params,
      query: Type.Object({ on: Type.Optional(Day) }, strict),
      reply: HouseholdReply,
      async show({ actor, params, query }) {
        const day = query.on === undefined ? today(clock) : Temporal.PlainDate.from(query.on);
        const file = await readFile(ports, actor, params.id, { part: 'HOUSEHOLD', day });
        if (!file.ok) return file;
        return ok({ body: { on: day.toString(), members: householdOn(file.value.entries, file.value.files, day) } });
      },
    }),
    read({
      method: 'GET',
      path: '/clients/:id/file',
      summary: 'Everything in a person’s file, the latest first: what was entered, and what was done for them',
      callers: FILE_WORKERS,
      params: Params,
      query: Paging,
      reply: ToldReply,
      show: ({ actor, params, query }) => page(actor, params.id, 'FILE', query),
    }),
    read({
      method: 'GET',
      path: '/clients/:id/history',
      summary: 'A person’s intakes and cases, the latest first; of other municipalities too, once the person lives here and is helped here',
      callers: FILE_WORKERS,
      params: Params,
      query: Paging,
      reply: ToldReply,
      show: ({ actor, params, query }) => page(actor, params.id, 'HISTORY', query),
    }),
  ];
}

/** The file as it stands today, with its version. */
export async function showGeneral(ports: ReadPorts, reader: Actor, clientId: string) {
  const day = today(ports.clock);
  const file = await readFile(ports, reader, clientId, { part: 'GENERAL', day });
  if (!file.ok) return file;
  const { client, ids, sight, entries, files } = file.value;
  const otherIds = ids.filter((id) => id !== client.id);
  const last = await ports.lastProceeding(ports.database.db, { reader, clientIds: ids, ofOthers: sight === 'WHOLE' });
  const body = {
    ...viewOf(client),
    otherIds,
    ...generalView(entries, files, day),
    ...(last === undefined ? {} : { lastProceedingData: lastView(last) }),
  };
  return ok({ body, version: String(client.version) });
}

/** The cursor of the next page, where this one is full. */
function nextOf(told: readonly Told[], limit: number): { next?: string } {
  const last = told.at(-1);
  return told.length === limit && last !== undefined ? { next: last.id } : {};
}

/** The situation by the last proceeding; the link leads to that proceeding, which is there for whoever may see it in full. */
function lastView({ proceedingId, actualAddress, socialStatus }: LastProceeding) {
  return {
    proceedingId,
    ...(actualAddress === undefined ? {} : { actualAddress }),
    ...(socialStatus === undefined ? {} : { socialStatus }),
    link: `/api/v1/proceedings/${proceedingId}`,
  };
}
