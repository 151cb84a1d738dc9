import { Type } from 'typebox';
import { parsePersonalCode } from '../../estonia/index.ts';
import { type Clock, type Failure, fail, failure, ok } from '../../platform/index.ts';
import type { Database, Db } from '../../storage/index.ts';
import { appendAudit } from '../audit/index.ts';
import type { Deed } from './access-request.ts';
import type { Actor } from './actor.ts';
import { authorityFor, BY_REQUEST, detailsOf } from './authority.ts';
import { changeAccount, deactivate, REACTIVATION_REASONS, reactivate, resetPassword } from './change-account.ts';
import type { EmployeeRecord, Rights } from './employee-record.ts';
import type { FindInstitution } from './institution.ts';
import { openAccount } from './open-account.ts';
import { PASSWORD_LENGTH_AT_LEAST, PASSWORD_LENGTH_AT_MOST } from './password.ts';
import { findRecord, listRecords } from './record-store.ts';
import { findRequest } from './request-store.ts';
import { ROLES } from './role.ts';
import { type Route, read, write } from './route.ts';

/** A page of a list of workers, where the caller does not say. */
const PAGE = 50;
/** A page of a list of workers at most. */
const PAGE_AT_MOST = 200;
const strict = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Params = Type.Object({ id: Id });
/** The approved request by which support acts in the administrator's place. */
const ByRequest = Type.Object({ requestId: Type.Optional(Id) }, strict);
const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
const Password = Type.String({ minLength: PASSWORD_LENGTH_AT_LEAST, maxLength: PASSWORD_LENGTH_AT_MOST });
const Roles = Type.Array(Type.Enum([...ROLES]), { minItems: 1, maxItems: ROLES.length, uniqueItems: true });
const ClientWork = {
  dutiesIncludeClientWork: Type.Optional(Type.Boolean({ description: 'Without it nobody is a social worker' })),
  justification: Type.Optional(Type.String({ minLength: 1, maxLength: 500, pattern: '\\S', description: 'Which duties' })),
};

export const UserReply = Type.Object({
  id: Id,
  institutionId: Id,
  username: Type.String(),
  name: Type.String(),
  roles: Type.Array(Type.Enum([...ROLES])),
  dutiesIncludeClientWork: Type.Boolean(),
  justification: Type.Optional(Type.String()),
  active: Type.Boolean(),
  mustChangePassword: Type.Boolean({ description: 'The password is an administrator’s, for the next sign-in alone' }),
  lastLoginAt: Type.Optional(Type.String({ format: 'date-time' })),
  lockedReason: Type.Optional(Type.Enum(['TOO_MANY_ATTEMPTS'])),
});

/** A call about somebody's access. */
interface OfSomebody {
  readonly actor: Actor;
  readonly query: { readonly requestId?: string };
}

export interface AccountRoutePorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly findInstitution: FindInstitution;
}

/** Who opens, changes and ends access: an institution's administrator, and in their place, by an approved request, support. */
const STEWARDS = ['ADMIN', ...BY_REQUEST] as const;

/** The access of an institution's workers. */
export function accountRoutes(ports: AccountRoutePorts): readonly Route[] {
  const { database, clock } = ports;
  const shown = async ({ actor, query }: OfSomebody, userId: string) => {
    const request = query.requestId === undefined ? undefined : await findRequest(database.db, query.requestId);
    const record = await findRecord(database.db, userId, request?.institutionId ?? actor.institutionId);
    return record === undefined ? fail(failure('USER_NOT_FOUND')) : ok({ body: userView(record, clock), version: String(record.version) });
  };
  const authority = (db: Db, { actor, query, params }: OfSomebody & { params: { id: string } }, deed: Deed) =>
    authorityFor(ports, db, actor, { deed, person: { userId: params.id }, requestId: query.requestId });
  const refused = ({ actor, params }: { actor: Actor; params: { id: string } | undefined }, refusal: Failure) =>
    appendAudit(database.db, {
      action: 'USER_CHANGE_REFUSED',
      at: clock.now(),
      actor,
      ...(params === undefined ? {} : { object: { type: 'user', id: params.id } }),
      outcome: 'REFUSED',
      code: refusal.code,
    });
  return [
    write({
      method: 'POST',
      path: '/admin/users',
      summary: 'Gives a worker access; who has an account elsewhere keeps their user name and password. Support names an approved request',
      callers: STEWARDS,
      query: ByRequest,
      body: Type.Object(
        {
          institutionId: Type.Optional(Id),
          username: Type.String({ minLength: 3, maxLength: 100, pattern: '^[a-z0-9][a-z0-9._-]*$' }),
          password: Password,
          personalCode: Type.String({ minLength: 1, maxLength: 20 }),
          name: Name,
          roles: Roles,
          ...ClientWork,
        },
        strict,
      ),
      reply: UserReply,
      async perform({ actor, query, body }, tx) {
        const { institutionId, username, password, name, roles } = body;
        const personalCode = parsePersonalCode(body.personalCode);
        if (personalCode === undefined)
          return fail(failure('PERSONAL_CODE_INVALID', { fields: [{ pointer: '/personalCode', code: 'INVALID' }] }));
        const by = await authorityFor(ports, tx, actor, { deed: 'OPEN', person: { personalCode }, requestId: query.requestId });
        if (!by.ok) return by;
        if (institutionId !== undefined && institutionId !== by.value.institutionId)
          return fail(failure('FORBIDDEN', { fields: [{ pointer: '/institutionId', code: 'NOT_YOURS' }] }));
        const account = { username, password, personalCode, name: name.trim(), roles, clientWork: clientWorkIn(body) };
        const opened = await openAccount(ports, tx, by.value, account);
        return opened.ok ? ok({ status: 201, id: opened.value, location: `/api/v1/admin/users/${opened.value}` }) : opened;
      },
      refused: ({ actor }, refusal) => refused({ actor, params: undefined }, refusal),
      show: shown,
    }),
    read({
      method: 'GET',
      path: '/admin/users',
      summary: 'The institution’s workers, those who have left included',
      callers: ['ADMIN'],
      query: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_AT_MOST })), after: Type.Optional(Id) }, strict),
      reply: Type.Object({ items: Type.Array(UserReply), next: Type.Optional(Id) }),
      async show({ actor, query }) {
        const limit = query.limit ?? PAGE;
        const records = await listRecords(database.db, actor.institutionId, { after: query.after, limit });
        await appendAudit(database.db, { action: 'USERS_READ', at: clock.now(), actor, outcome: 'DONE' });
        const last = records.at(-1);
        const next = records.length === limit && last !== undefined ? { next: last.userId } : {};
        return ok({ body: { items: records.map((record) => userView(record, clock)), ...next } });
      },
    }),
    read({
      method: 'GET',
      path: '/admin/users/:id',
      summary: 'A worker of the institution: whether they can sign in, and what they may do',
      callers: STEWARDS,
      params: Params,
      query: ByRequest,
      reply: UserReply,
      async show(call) {
        const by = await authority(database.db, call, 'LOOK');
        if (!by.ok) return by;
        const found = await shown(call, call.params.id);
        const object = { type: 'user', id: call.params.id };
        const line = { action: 'USER_READ', at: clock.now(), actor: call.actor, object, details: detailsOf(by.value) };
        if (found.ok) await appendAudit(database.db, { ...line, outcome: 'DONE' });
        return found;
      },
    }),
    write({
      method: 'PATCH',
      path: '/admin/users/:id',
      summary: 'Changes a worker’s name or roles',
      callers: STEWARDS,
      versioned: true,
      params: Params,
      query: ByRequest,
      body: Type.Object({ name: Type.Optional(Name), roles: Type.Optional(Roles), ...ClientWork }, { ...strict, minProperties: 1 }),
      reply: UserReply,
      async perform(call, tx) {
        const { params, body, ifMatch } = call;
        const by = await authority(tx, call, 'CHANGE');
        if (!by.ok) return by;
        const rightsOf = (rights: Rights): Rights => ({
          roles: body.roles ?? rights.roles,
          clientWork: body.dutiesIncludeClientWork === undefined ? rights.clientWork : clientWorkIn(body),
        });
        const change = { ...(body.name === undefined ? {} : { name: body.name.trim() }), rightsOf };
        const changed = await changeAccount(ports, tx, by.value, { userId: params.id, ifMatch }, change);
        return changed.ok ? ok({ status: 200, id: changed.value }) : changed;
      },
      refused,
      show: shown,
    }),
    write({
      method: 'POST',
      path: '/admin/users/:id/password-reset',
      summary: 'Gives a worker a password for the next sign-in, at which they choose their own',
      callers: STEWARDS,
      versioned: true,
      params: Params,
      query: ByRequest,
      body: Type.Object({ password: Password }, strict),
      reply: UserReply,
      async perform(call, tx) {
        const { params, body, ifMatch } = call;
        const by = await authority(tx, call, 'RESET_PASSWORD');
        if (!by.ok) return by;
        const reset = await resetPassword(ports, tx, by.value, { userId: params.id, ifMatch }, body.password);
        return reset.ok ? ok({ status: 200, id: reset.value }) : reset;
      },
      refused,
      show: shown,
    }),
    write({
      method: 'POST',
      path: '/admin/users/:id/deactivate',
      summary: 'Ends the access of a worker who leaves, with every session of theirs, at once',
      callers: STEWARDS,
      versioned: true,
      params: Params,
      query: ByRequest,
      reply: UserReply,
      async perform(call, tx) {
        const { params, ifMatch } = call;
        const by = await authority(tx, call, 'DEACTIVATE');
        if (!by.ok) return by;
        const ended = await deactivate(ports, tx, by.value, { userId: params.id, ifMatch });
        return ended.ok ? ok({ status: 200, id: ended.value }) : ended;
      },
      refused,
      show: shown,
    }),
    write({
      method: 'POST',
      path: '/admin/users/:id/reactivate',
      summary: 'Gives access back to somebody who had left',
      callers: STEWARDS,
      versioned: true,
      params: Params,
      query: ByRequest,
      body: Type.Object({ reason: Type.Enum([...REACTIVATION_REASONS]) }, strict),
      reply: UserReply,
      async perform(call, tx) {
        const { params, body, ifMatch } = call;
        const by = await authority(tx, call, 'REACTIVATE');
        if (!by.ok) return by;
        const back = await reactivate(ports, tx, by.value, { userId: params.id, ifMatch }, body.reason);
        return back.ok ? ok({ status: 200, id: back.value }) : back;
      },
      refused,
      show: shown,
    }),
    write({
      method: 'DELETE',
      path: '/admin/users/:id',
      summary: 'Refused, always: an employee’s record is kept, since what they did stays theirs (REQ-106)',
      callers: STEWARDS,
      params: Params,
      query: ByRequest,
      reply: UserReply,
      perform: async () => fail(failure('USER_IS_KEPT')),
      refused,
      show: shown,
    }),
  ];
}

function clientWorkIn(body: { readonly dutiesIncludeClientWork?: boolean; readonly justification?: string }): string | undefined {
  return body.dutiesIncludeClientWork === true ? body.justification?.trim() : undefined;
}

export function userView(record: EmployeeRecord, clock: Clock) {
  const { userId, institutionId, username, name, rights, active, lastSignInAt, lockedUntil, passwordOwnSince } = record;
  const isLocked = lockedUntil !== undefined && lockedUntil.epochMilliseconds > clock.now().epochMilliseconds;
  return {
    id: userId,
    institutionId,
    username,
    name,
    roles: rights.roles,
    dutiesIncludeClientWork: rights.clientWork !== undefined,
    ...(rights.clientWork === undefined ? {} : { justification: rights.clientWork }),
    active,
    mustChangePassword: passwordOwnSince === undefined,
    ...(lastSignInAt === undefined ? {} : { lastLoginAt: lastSignInAt.toString() }),
    ...(isLocked ? { lockedReason: 'TOO_MANY_ATTEMPTS' } : {}),
  };
}
