import { Type } from 'typebox';
import { parsePersonalCode } from '../../estonia/index.ts';
import { fail, failure, ok, today } from '../../platform/index.ts';
import { type Actor, type Route, read, write } from '../access/index.ts';
import { appendAuditLines } from '../audit/index.ts';
import { FILE_WORKERS } from './callers.ts';
import { type Client, readNewcomer } from './client.ts';
import { enterClient } from './enter-client.ts';
import { ClientReply, changingRoutes, type ReadingPorts, readingRoutes } from './file/index.ts';
import { type MergePorts, mergeRoutes } from './merge/index.ts';
import { openFile } from './open-file.ts';
import { findByInternalCode, findByName, findByPersonalCode, findClients } from './store.ts';
import { viewOf } from './view.ts';

/** A search is for a person, not for a list of them. */
const FOUND_AT_MOST = 20;
/** Shorter than this gives no reason. */
const REASON_LENGTH_AT_LEAST = 20;
const strict = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });

/** People and their files. */
export function peopleRoutes(ports: ReadingPorts & MergePorts): readonly Route[] {
  const { database, clock } = ports;
  const found = async (actor: Actor, clients: readonly Client[]) => {
    await appendAuditLines(
      database.db,
      clients.map(({ id }) => ({
        action: 'CLIENT_FOUND',
        at: clock.now(),
        actor,
        object: { type: 'client', id },
        clientId: id,
        outcome: 'DONE',
        details: { fields: 'PERSON' },
      })),
    );
    return ok({ body: { items: clients.map(viewOf) } });
  };
  return [
    write({
      method: 'POST',
      path: '/clients',
      summary: 'Enters a person: by personal code, or as not in the population register',
      callers: FILE_WORKERS,
      body: Type.Object(
        {
          personalCode: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
          notInPopulationRegister: Type.Optional(Type.Boolean()),
          firstName: Name,
          lastName: Name,
          birthDate: Type.Optional(Type.String({ format: 'date' })),
          sex: Type.Optional(Type.Enum(['MALE', 'FEMALE'])),
          citizenship: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
        },
        strict,
      ),
      reply: ClientReply,
      async perform({ actor, body }, tx) {
        const person = readNewcomer(body, today(clock));
        if (!person.ok) return person;
        const id = await enterClient(tx, person.value, actor, clock.now());
        return id === undefined ? fail(failure('CLIENT_EXISTS')) : ok({ status: 201, id, location: `/api/v1/clients/${id}` });
      },
      async show(_call, id) {
        const client = (await findClients(database.db, [id])).get(id);
        return client === undefined ? fail(failure('CLIENT_NOT_FOUND')) : ok({ body: viewOf(client) });
      },
    }),
    read({
      method: 'POST',
      path: '/clients/search',
      summary: 'Finds a person by a code in the whole register, or by name among the institution’s own',
      callers: FILE_WORKERS,
      body: Type.Union([
        Type.Object({ personalCode: Type.String({ minLength: 1, maxLength: 20 }) }, strict),
        Type.Object({ internalCode: Type.String({ pattern: '^S-[0-9A-F]{12}$' }) }, strict),
        Type.Object({ lastName: Name, firstName: Type.Optional(Name) }, strict),
      ]),
      reply: Type.Object({ items: Type.Array(ClientReply) }),
      async show({ actor, body }) {
        if ('lastName' in body)
          return found(actor, await findByName(database.db, actor.institutionId, body.lastName, body.firstName, FOUND_AT_MOST));
        if ('internalCode' in body) {
          const client = await findByInternalCode(database.db, body.internalCode);
          return found(actor, client === undefined ? [] : [client]);
        }
        const personalCode = parsePersonalCode(body.personalCode);
        if (personalCode === undefined)
          return fail(failure('PERSONAL_CODE_INVALID', { fields: [{ pointer: '/personalCode', code: 'INVALID' }] }));
        const client = await findByPersonalCode(database.db, personalCode);
        return found(actor, client === undefined ? [] : [client]);
      },
    }),
    write({
      method: 'POST',
      path: '/clients/:id/openings',
      summary: 'Opens, for a reason and for an hour, a file that the institution has entered and has nothing under way about',
      callers: FILE_WORKERS,
      params: Type.Object({ id: Id }),
      body: Type.Object({ reason: Type.String({ minLength: REASON_LENGTH_AT_LEAST, maxLength: 2000, pattern: '\\S' }) }, strict),
      reply: Type.Object({ id: Id }),
      async perform({ actor, params, body }, tx) {
        const opened = await openFile(ports, tx, actor, { clientId: params.id, reason: body.reason.trim() });
        return opened.ok ? ok({ status: 201, id: opened.value }) : opened;
      },
      show: async (_call, id) => ok({ body: { id } }),
    }),
    ...readingRoutes(ports),
    ...changingRoutes(ports),
    ...mergeRoutes(ports),
  ];
}
