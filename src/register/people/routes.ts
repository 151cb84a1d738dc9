import { Type } from 'typebox';
import { parsePersonalCode } from '../../estonia/index.ts';
import { type Clock, fail, failure, ok } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { type Actor, type Route, read, write } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { type Client, readEntry } from './client.ts';
import { findByName, findByPersonalCode, findClients, insertClient } from './store.ts';

const CASE_WORKERS = ['SOCIAL_WORKER', 'SKA_CHILD_PROTECTION', 'SKA_ADOPTION', 'SKA_VICTIM_SUPPORT'] as const;
/** A search is for a person, not for a list of them. */
const FOUND_AT_MOST = 20;
const strict = { additionalProperties: false };
const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });

const ClientReply = Type.Object({
  id: Type.String({ format: 'uuid' }),
  personalCode: Type.Optional(Type.String()),
  internalCode: Type.Optional(Type.String()),
  firstName: Type.String(),
  lastName: Type.String(),
  birthDate: Type.Optional(Type.String({ format: 'date' })),
  sex: Type.Optional(Type.Enum(['MALE', 'FEMALE'])),
});

export interface PeoplePorts {
  readonly database: Database;
  readonly clock: Clock;
  /** Whether a client file that another institution has entered is somebody's business too (INV-13). */
  readonly isConcerned: (actor: Actor, clientId: string) => Promise<boolean>;
}

export function peopleRoutes({ database, clock, isConcerned }: PeoplePorts): readonly Route[] {
  const seen = (actor: Actor, client: Client, action: string) =>
    appendAudit(database.db, {
      action,
      at: clock.now(),
      actor,
      object: { type: 'client', id: client.id },
      clientId: client.id,
      outcome: 'DONE',
    });
  return [
    write({
      method: 'POST',
      path: '/clients',
      summary: 'Enters a person: by personal code, or as not in the population register',
      callers: CASE_WORKERS,
      body: Type.Object(
        {
          personalCode: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
          notInPopulationRegister: Type.Optional(Type.Boolean()),
          firstName: Name,
          lastName: Name,
          birthDate: Type.Optional(Type.String({ format: 'date' })),
        },
        strict,
      ),
      reply: ClientReply,
      async perform({ actor, body }, tx) {
        const person = readEntry(body);
        if (!person.ok) return person;
        const at = clock.now();
        const id = await insertClient(tx, person.value, actor.institutionId, at);
        if (id === undefined) return fail(failure('CLIENT_EXISTS'));
        await appendAudit(tx, { action: 'CLIENT_ENTERED', at, actor, object: { type: 'client', id }, clientId: id, outcome: 'DONE' });
        return ok({ status: 201, id, location: `/api/v1/clients/${id}` });
      },
      async show(_call, id) {
        const client = (await findClients(database.db, [id])).get(id);
        return client === undefined ? fail(failure('CLIENT_NOT_FOUND')) : ok({ body: viewOf(client) });
      },
    }),
    read({
      method: 'POST',
      path: '/clients/search',
      summary: 'Finds a person by personal code in the whole register, or by name among the institution’s own',
      callers: CASE_WORKERS,
      body: Type.Union([
        Type.Object({ personalCode: Type.String({ minLength: 1, maxLength: 20 }) }, strict),
        Type.Object({ lastName: Name, firstName: Type.Optional(Name) }, strict),
      ]),
      reply: Type.Object({ items: Type.Array(ClientReply) }),
      async show({ actor, body }) {
        if ('lastName' in body) {
          const clients = await findByName(database.db, actor.institutionId, body.lastName, body.firstName, FOUND_AT_MOST);
          for (const client of clients) await seen(actor, client, 'CLIENT_FOUND');
          return ok({ body: { items: clients.map(viewOf) } });
        }
        const personalCode = parsePersonalCode(body.personalCode);
        if (personalCode === undefined)
          return fail(failure('PERSONAL_CODE_INVALID', { fields: [{ pointer: '/personalCode', code: 'INVALID' }] }));
        const client = await findByPersonalCode(database.db, personalCode);
        if (client === undefined) return ok({ body: { items: [] } });
        await seen(actor, client, 'CLIENT_FOUND');
        return ok({ body: { items: [viewOf(client)] } });
      },
    }),
    read({
      method: 'GET',
      path: '/clients/:id',
      summary: 'A person’s client file',
      callers: CASE_WORKERS,
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      reply: ClientReply,
      async show({ actor, params }) {
        const client = (await findClients(database.db, [params.id])).get(params.id);
        const theirs = client !== undefined && (client.registeredBy === actor.institutionId || (await isConcerned(actor, client.id)));
        if (!theirs) return fail(failure('CLIENT_NOT_FOUND'));
        await seen(actor, client, 'CLIENT_READ');
        return ok({ body: viewOf(client) });
      },
    }),
  ];
}

function viewOf(client: Client) {
  return {
    id: client.id,
    ...(client.personalCode === undefined ? {} : { personalCode: client.personalCode }),
    ...(client.internalCode === undefined ? {} : { internalCode: client.internalCode }),
    firstName: client.firstName,
    lastName: client.lastName,
    ...(client.birthDate === undefined ? {} : { birthDate: client.birthDate.toString() }),
    ...(client.sex === undefined ? {} : { sex: client.sex }),
  };
}
