import { Type } from 'typebox';
import { type Failure, fail, failure, ok, type Result } from '../../platform/index.ts';
import type { AccountRoutePorts } from './account-routes.ts';
import type { Actor } from './actor.ts';
import { allowNetworks } from './allow-networks.ts';
import { findNetworks } from './network-store.ts';
import { type Route, read, write } from './route.ts';

/** Networks of an institution: every house of the largest city has one. */
const NETWORKS_AT_MOST = 200;
const KEEPERS = ['ADMIN', 'REGISTRY_MANAGER'] as const;
const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Networks = Type.Array(Type.String({ minLength: 1, maxLength: 50 }), { maxItems: NETWORKS_AT_MOST, uniqueItems: true });
const NetworksReply = Type.Object({ networks: Networks });

/** From where an institution's workers may sign in: its administrator says so, or, where that has shut everybody out, the registry manager. */
export function networkRoutes(ports: AccountRoutePorts): readonly Route[] {
  const { database, findInstitution } = ports;
  const theirs = async (actor: Actor, id: string): Promise<Result<string, Failure<'INSTITUTION_NOT_FOUND'>>> => {
    const isTheirs = id === actor.institutionId || actor.roles.includes('REGISTRY_MANAGER');
    const institution = isTheirs ? await findInstitution(database.db, id) : undefined;
    return institution === undefined ? fail(failure('INSTITUTION_NOT_FOUND')) : ok(id);
  };
  const shown = async (actor: Actor, id: string) => {
    const there = await theirs(actor, id);
    if (!there.ok) return there;
    const { networks, version } = await findNetworks(database.db, id);
    return ok({ body: { networks }, version: String(version) });
  };
  return [
    read({
      method: 'GET',
      path: '/admin/institutions/:id/networks',
      summary: 'The networks from which the institution’s workers may sign in; none: from anywhere',
      callers: KEEPERS,
      params: Params,
      reply: NetworksReply,
      show: ({ actor, params }) => shown(actor, params.id),
    }),
    write({
      method: 'PUT',
      path: '/admin/institutions/:id/networks',
      summary: 'Says from which networks they may, from the next sign-in on',
      callers: KEEPERS,
      versioned: true,
      params: Params,
      body: Type.Object({ networks: Networks }, { additionalProperties: false }),
      reply: NetworksReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        const there = await theirs(actor, params.id);
        if (!there.ok) return there;
        const allowed = await allowNetworks(ports, tx, actor, { institutionId: there.value, networks: body.networks, ifMatch });
        return allowed.ok ? ok({ status: 200, id: allowed.value }) : allowed;
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
  ];
}
