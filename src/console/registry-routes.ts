import { ok } from '../platform/index.ts';
import { pauseRegistry, registryStatus } from '../queries/index.ts';
import { type Route, read, stream, write } from '../register/access/index.ts';
import { OPERATORS } from './callers.ts';
import { liveOverview } from './live.ts';
import { Registry } from './parameters.ts';
import type { ConsolePorts } from './ports.ts';
import { auditRefusal } from './refusal.ts';
import { Overview, overview } from './registry-view.ts';
import { sharedStatus } from './status.ts';

/** How every register stands, now and as it moves; and the switch that stops sending to one. */
export function registryRoutes(ports: ConsolePorts): readonly Route[] {
  const { database, clock, registries } = ports;
  const status = sharedStatus(() => registryStatus(database.db, registries));

  /** The same for pausing and resuming: written down first, then done by the queue; a repeated answer does again what is written down by then. */
  const switchRoute = (verb: 'pause' | 'resume', summary: string): Route =>
    write({
      method: 'POST',
      path: `/registries/:registry/${verb}`,
      summary,
      callers: OPERATORS,
      params: Registry,
      reply: Overview,
      async perform({ actor, params }, tx) {
        const done = await pauseRegistry(ports, tx, actor, params.registry, verb === 'pause');
        return done.ok ? ok({ status: 200, id: params.registry }) : done;
      },
      refused: ({ actor, params }, refusal) => auditRefusal(ports, actor, { type: 'registry', id: params.registry }, verb, refusal),
      async show(_call, registry) {
        const statuses = await registryStatus(database.db, registries);
        const written = statuses.find((one) => one.registry === registry);
        if (written !== undefined) await ports.setPaused(registry, written.paused);
        return ok({ body: overview(clock, statuses) });
      },
    });

  return [
    read({
      method: 'GET',
      path: '/registries',
      summary: 'How every register’s queries stand',
      callers: OPERATORS,
      reply: Overview,
      show: async () => ok({ body: overview(clock, await status()) }),
    }),
    switchRoute('pause', 'Stops sending to a register; what is asked meanwhile waits'),
    switchRoute('resume', 'Lets sending to a register go on'),
    stream({
      path: '/events',
      summary: 'Server-sent events: how every register’s queries stand, every two seconds',
      callers: OPERATORS,
      open: async ({ signal }) => ok(liveOverview(async () => overview(clock, await status()), signal)),
    }),
  ];
}
