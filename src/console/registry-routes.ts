import { fail, failure, ok } from '../platform/index.ts';
import { HISTORY_SPANS, type HistorySpan, pauseRegistry, recentFaults, registryHistory, registryStatus } from '../queries/index.ts';
import { type Route, read, stream, write } from '../register/access/index.ts';
import { OPERATORS, READERS } from './callers.ts';
import { FaultList, viewFaults } from './fault-view.ts';
import { HistoryList, Span, viewHistory } from './history-view.ts';
import { liveOverview } from './live.ts';
import { Registry } from './parameters.ts';
import type { ConsolePorts } from './ports.ts';
import { auditRefusal } from './refusal.ts';
import { Overview, overview } from './registry-view.ts';
import { sharedLook } from './shared-look.ts';

/** Hours that the faults of a register are told of. */
const FAULT_HOURS = 24;
/** A history is shared by everybody who looks within 5 s, or a thirtieth of its step: a longer one costs more and moves less. */
const HISTORY_SHARED_MS_AT_LEAST = 5000;

/** How every register stands, now and as it moves; and the switch that stops sending to one. */
export function registryRoutes(ports: ConsolePorts): readonly Route[] {
  const { database, clock, registries, settings } = ports;
  const status = sharedLook(() => registryStatus(database.db, settings, clock.now()));
  const historyOver = (span: HistorySpan) =>
    sharedLook(
      async () => viewHistory(await registryHistory(database.db, registries, span, clock.now())),
      Math.max(HISTORY_SHARED_MS_AT_LEAST, (HISTORY_SPANS[span].stepSeconds * 1000) / 30),
    );
  const histories = { '15m': historyOver('15m'), '1h': historyOver('1h'), '24h': historyOver('24h') };
  const look = async () => overview(clock, await status());

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
        const statuses = await registryStatus(database.db, settings, clock.now());
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
      callers: READERS,
      reply: Overview,
      show: async () => ok({ body: await look() }),
    }),
    read({
      method: 'GET',
      path: '/history/:span',
      summary: 'What the registers’ exchanges came to and how long answers took, over the last 15 minutes, hour or day',
      callers: READERS,
      params: Span,
      reply: HistoryList,
      show: async ({ params }) => ok({ body: await histories[params.span]() }),
    }),
    read({
      method: 'GET',
      path: '/registries/:registry/faults',
      summary: 'Why a register’s exchanges have failed in the last 24 hours, by code, and what to do about it',
      callers: READERS,
      params: Registry,
      reply: FaultList,
      async show({ params }) {
        if (!registries.includes(params.registry)) return fail(failure('REGISTRY_UNKNOWN'));
        const since = clock.now().subtract({ hours: FAULT_HOURS });
        return ok({ body: viewFaults(await recentFaults(database.db, params.registry, since)) });
      },
    }),
    switchRoute('pause', 'Stops sending to a register; what is asked meanwhile waits'),
    switchRoute('resume', 'Lets sending to a register go on'),
    stream({
      path: '/events/:span',
      summary: 'Server-sent events: how every register stands, every two seconds, and how it has done over the span, every six',
      callers: READERS,
      params: Span,
      open: async ({ signal, params }) => ok(liveOverview({ overview: look, history: histories[params.span] }, signal)),
    }),
  ];
}
