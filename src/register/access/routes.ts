import { Type } from 'typebox';
import { ok } from '../../platform/index.ts';
import { ROLES } from './role.ts';
import { type Route, read } from './route.ts';

/** Who I am: what a front-end shows in its corner. Signing in and out sets cookies and so belongs to the door itself. */
export function sessionRoutes(): readonly Route[] {
  return [
    read({
      method: 'GET',
      path: '/sessions/current',
      summary: 'The person signed in, their institution and roles',
      callers: 'SIGNED_IN',
      reply: Type.Object({
        userId: Type.String(),
        name: Type.String(),
        institutionId: Type.String(),
        roles: Type.Array(Type.Enum([...ROLES])),
      }),
      show: async ({ actor }) =>
        ok({ body: { userId: actor.userId, name: actor.name, institutionId: actor.institutionId, roles: [...actor.roles] } }),
    }),
  ];
}
