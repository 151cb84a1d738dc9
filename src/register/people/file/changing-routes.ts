import { Type } from 'typebox';
import { type Failure, ok, type Result, today } from '../../../platform/index.ts';
import type { Tx } from '../../../storage/index.ts';
import { type Actor, type Route, write } from '../../access/index.ts';
import { FILE_WORKERS } from '../callers.ts';
import { holdClients, holdPersonalCode } from '../store.ts';
import { type Change, changeFile, type Standing } from './change-file.ts';
import { addBankAccount, addNetworkMember, changeAddress, changeContacts, changeHousehold, endEntry } from './changes.ts';
import { SOURCES } from './entry.ts';
import { RELATIONS } from './network-member.ts';
import { changePerson } from './person-change.ts';
import type { ReadPorts } from './read-file.ts';
import { showGeneral } from './reading-routes.ts';
import { GeneralReply } from './replies.ts';

/** Of one household: the largest, and then some. */
const HOUSEHOLD_AT_MOST = 50;
const strict = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Day = Type.String({ format: 'date' });
const Params = Type.Object({ id: Id });
const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
const Words = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
const Country = Type.String({ pattern: '^[A-Z]{2}$' });
const since = { validFrom: Type.Optional(Day), source: Type.Optional(Type.Enum([...SOURCES])) };

/** Each change of a client file (klienditoimik). */
export function changingRoutes(ports: ReadPorts): readonly Route[] {
  const { clock } = ports;
  const day = () => today(clock);
  const change = async (
    { actor, params, ifMatch }: { readonly actor: Actor; readonly params: { readonly id: string }; readonly ifMatch: string | undefined },
    tx: Tx,
    decide: (standing: Standing) => Result<Change, Failure> | Promise<Result<Change, Failure>>,
  ) => {
    const changed = await changeFile(ports, tx, actor, { clientId: params.id, ifMatch }, decide);
    return changed.ok ? ok({ status: 200, id: changed.value }) : changed;
  };
  const show = ({ actor }: { readonly actor: Actor }, id: string) => showGeneral(ports, actor, id);
  return [
    write({
      method: 'PUT',
      path: '/clients/:id',
      summary: 'Says who the person is now: name, and of one without a personal code birth date, sex, or the code they have got',
      callers: FILE_WORKERS,
      versioned: true,
      params: Params,
      body: Type.Object(
        {
          personalCode: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
          firstName: Name,
          lastName: Name,
          birthDate: Type.Optional(Day),
          sex: Type.Optional(Type.Enum(['MALE', 'FEMALE'])),
          citizenship: Type.Optional(Country),
          ...since,
        },
        strict,
      ),
      reply: GeneralReply,
      perform: (call, tx) =>
        change(call, tx, async (standing) => {
          const { personalCode } = call.body;
          const holder = personalCode === undefined ? undefined : await holdPersonalCode(tx, personalCode);
          return changePerson(standing, call.body, holder, day());
        }),
      show,
    }),
    write({
      method: 'PUT',
      path: '/clients/:id/contacts',
      summary: 'Says how the person is reached now',
      callers: FILE_WORKERS,
      versioned: true,
      params: Params,
      body: Type.Object(
        {
          phone: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
          email: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
        },
        strict,
      ),
      reply: GeneralReply,
      perform: (call, tx) => change(call, tx, () => changeContacts(call.body, day())),
      show,
    }),
    ...(
      [
        ['residence', 'RESIDENCE', 'Says where the person lives by the population register'],
        ['actual-address', 'ACTUAL_ADDRESS', 'Says where the person really lives'],
      ] as const
    ).map(([path, kind, summary]) =>
      write({
        method: 'PUT',
        path: `/clients/:id/${path}`,
        summary,
        callers: FILE_WORKERS,
        versioned: true,
        params: Params,
        body: Type.Object(
          {
            text: Words,
            adsOid: Type.Optional(Type.String({ pattern: '^[A-Z]{2}\\d{8}$' })),
            country: Type.Optional(Country),
            municipalityCode: Type.Optional(Type.String({ pattern: '^\\d{4}$' })),
            ...since,
          },
          strict,
        ),
        reply: GeneralReply,
        perform: (call, tx) => change(call, tx, () => changeAddress(kind, call.body, day())),
        show,
      }),
    ),
    write({
      method: 'POST',
      path: '/clients/:id/bank-accounts',
      summary: 'Enters an account of the person',
      callers: FILE_WORKERS,
      versioned: true,
      params: Params,
      body: Type.Object({ iban: Type.String({ minLength: 1, maxLength: 50 }), owner: Words, ...since }, strict),
      reply: GeneralReply,
      perform: (call, tx) => change(call, tx, (standing) => addBankAccount(standing, call.body, day())),
      show,
    }),
    write({
      method: 'POST',
      path: '/clients/:id/network',
      summary: 'Enters somebody around the person: another person, with a file or without, or an organisation',
      callers: FILE_WORKERS,
      versioned: true,
      params: Params,
      body: Type.Object(
        {
          relation: Type.Enum([...RELATIONS]),
          role: Type.Optional(Words),
          person: Type.Optional(
            Type.Union([Type.Object({ clientId: Id }, strict), Type.Object({ firstName: Name, lastName: Name }, strict)]),
          ),
          organisation: Type.Optional(
            Type.Object({ name: Words, registryCode: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })) }, strict),
          ),
          ...since,
        },
        strict,
      ),
      reply: GeneralReply,
      perform: (call, tx) =>
        change(call, tx, async (standing) => {
          const { person } = call.body;
          const files = await holdClients(tx, person !== undefined && 'clientId' in person ? [person.clientId] : []);
          return addNetworkMember(standing, call.body, files, day());
        }),
      show,
    }),
    ...(
      [
        ['bank-accounts', 'BANK_ACCOUNT', 'Ends an account: it stays in the file’s history'],
        ['network', 'NETWORK_MEMBER', 'Says that somebody is not around the person any more'],
      ] as const
    ).map(([path, kind, summary]) =>
      write({
        method: 'POST',
        path: `/clients/:id/${path}/:entryId/end`,
        summary,
        callers: FILE_WORKERS,
        versioned: true,
        params: Type.Object({ id: Id, entryId: Id }),
        body: Type.Object({ validTo: Type.Optional(Day) }, strict),
        reply: GeneralReply,
        perform: (call, tx) =>
          change(call, tx, (standing) => endEntry(standing, kind, { entryId: call.params.entryId, ...call.body }, day())),
        show,
      }),
    ),
    write({
      method: 'PUT',
      path: '/clients/:id/household',
      summary: 'Says who belongs to the person’s household from a day on',
      callers: FILE_WORKERS,
      versioned: true,
      params: Params,
      body: Type.Object({ memberIds: Type.Array(Id, { maxItems: HOUSEHOLD_AT_MOST }), ...since }, strict),
      reply: GeneralReply,
      perform: (call, tx) =>
        change(call, tx, async (standing) => changeHousehold(standing, call.body, await holdClients(tx, call.body.memberIds), day())),
      show,
    }),
  ];
}
