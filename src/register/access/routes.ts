import { Type } from 'typebox';
import { type Clock, fail, failure, ok } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { type AccountRoutePorts, accountRoutes } from './account-routes.ts';
import { AUTH_LEVELS, AUTH_METHODS } from './identity.ts';
import { LIMITS } from './limit.ts';
import { networkRoutes } from './network-routes.ts';
import { PASSWORD_WARNING_DAYS } from './password-age.ts';
import { type RequestRoutePorts, requestRoutes } from './request-routes.ts';
import { reviewRoutes } from './review-routes.ts';
import { ROLES } from './role.ts';
import { type Route, read } from './route.ts';
import { standingOf } from './session.ts';
import { termsRoutes } from './terms-routes.ts';

/** Who gives and takes access: administrators, and support and the registry manager by signed requests. */
export function accessRoutes(ports: AccountRoutePorts & RequestRoutePorts): readonly Route[] {
  return [...accountRoutes(ports), ...reviewRoutes(ports), ...requestRoutes(ports), ...networkRoutes(ports)];
}

/**
 * Who I am: what a front-end shows in its corner; and what somebody has to read before they begin. Whatever looks at a password, or sets a cookie,
 * belongs to the door itself.
 */
export function sessionRoutes(ports: { readonly database: Database; readonly clock: Clock }): readonly Route[] {
  const { database, clock } = ports;
  return [
    read({
      method: 'GET',
      path: '/sessions/current',
      summary: 'The person signed in, their institution and roles, and what they have to do first',
      callers: 'SIGNED_IN',
      opensTo: LIMITS,
      reply: Type.Object({
        userId: Type.String(),
        name: Type.String(),
        institutionId: Type.String(),
        roles: Type.Array(Type.Enum([...ROLES])),
        authMethod: Type.Enum([...AUTH_METHODS]),
        authLevel: Type.Enum([...AUTH_LEVELS]),
        limited: Type.Optional(Type.Enum([...LIMITS])),
        passwordDaysLeft: Type.Optional(
          Type.Integer({ minimum: 0, description: 'For how many days the password is still good, where they are few' }),
        ),
      }),
      async show({ actor: { userId, name, institutionId, roles, sessionId } }) {
        const standing = await standingOf(database.db, clock, sessionId);
        if (standing === undefined) return fail(failure('SESSION_MISSING'));
        const { method: authMethod, level: authLevel, limit: limited, passwordDaysLeft = Number.POSITIVE_INFINITY } = standing;
        return ok({
          body: {
            ...{ userId, name, institutionId, roles, authMethod, authLevel },
            ...(limited === undefined ? {} : { limited }),
            ...(passwordDaysLeft > PASSWORD_WARNING_DAYS ? {} : { passwordDaysLeft }),
          },
        });
      },
    }),
    ...termsRoutes(ports),
  ];
}
