import { createApi, requestMetrics } from '../../../src/api/index.ts';
import { consoleErrors, consoleRoutes } from '../../../src/console/index.ts';
import { createLog, createMetrics, NO_TRACING } from '../../../src/platform/index.ts';
import {
  type DeclarationPorts,
  declarationErrors,
  declarationMetrics,
  declarationRoutes,
  workDeclarations,
} from '../../../src/queries/declarations/index.ts';
import { createBreakers, createGate, queryErrors } from '../../../src/queries/index.ts';
import { sessionRoutes } from '../../../src/register/access/index.ts';
import { REGISTRIES } from '../../../src/registries/index.ts';
import { createCountry, startSimulator } from '../../../src/simulator/index.ts';
import { openPostgresCache, openPostgresQueue } from '../../../src/storage/index.ts';
import { type ClientId, parseClientId, type XRoadClient, xroadClient } from '../../../src/xroad/index.ts';
import { type Caller, openDoor, signedIn } from '../../api/door.ts';
import { STAR, SUBSYSTEMS, settingsOf } from '../../installation.ts';
import { hire } from '../../town.ts';

const country = createCountry({ seed: 11, asOf: '2026-11-23' });
const log = createLog('silent');

/** The declarations' room and the operators' door over a database and a simulated X-Road, with as many processes as a test wants: none works by itself. */
export async function openGround() {
  const door = await openDoor({
    rooms: (ports) => declarationRoutes({ ...ports, secret: new Uint8Array(32).fill(9) }),
    errors: [queryErrors, declarationErrors],
  });
  const { database, clock, keys } = door;
  const simulator = await startSimulator({ port: 0, country, clock, log, clients: [STAR] });
  const queue = await openPostgresQueue({ database, queues: [], log });
  const operators = await createApi({
    tracing: NO_TRACING,
    requests: requestMetrics(createMetrics()),
    database,
    clock,
    log,
    routes: sessionRoutes({ database, clock }),
    further: {
      '/console/api': consoleRoutes({
        database,
        queue,
        events: { publish: () => undefined },
        keys,
        cache: openPostgresCache(database),
        clock,
        registries: REGISTRIES,
        settings: settingsOf(REGISTRIES),
        setPaused: async () => undefined,
        parts: {
          redis: undefined,
          securityServers: [],
          dataDir: '.',
          backupMark: undefined,
          documents: { store: async () => true, scanner: async () => true, validator: async () => true },
          certificates: undefined,
          version: '0.1.0',
        },
      }),
    },
    errors: [queryErrors, declarationErrors, consoleErrors],
    readiness: [],
    secret: new Uint8Array(32),
    secureCookies: false,
  });
  const clients: XRoadClient[] = [];
  let serial = 0;
  const worker = async (
    who: Partial<Parameters<typeof hire>[1]> = {},
  ): Promise<Caller & { readonly userId: string; readonly institutionId: string }> => {
    serial += 1;
    const hired = await hire(database, { username: `worker-${serial}`, roles: ['SETTLEMENT'], serial, ...who });
    const app = who.kind === 'TEHIK' ? operators : door.app;
    return Object.assign(await signedIn(app, hired), { userId: hired.userId, institutionId: hired.institutionId });
  };
  return {
    ...door,
    simulator,
    worker,
    operator: () => worker({ roles: ['TEHIK_OPS'], kind: 'TEHIK', institution: '70009770' }),
    /** A process of the gateway; `changed` is what is unlike the others in it. */
    process(changed: Partial<DeclarationPorts> = {}): DeclarationPorts & { round(): Promise<void> } {
      const xroad = xroadClient({ securityServers: [simulator.url] });
      clients.push(xroad);
      const ports: DeclarationPorts = {
        database,
        clock,
        keys,
        xroad,
        addresses: {
          client: subsystem(STAR),
          provider: Object.fromEntries(Object.entries(SUBSYSTEMS).map(([name, id]) => [name, subsystem(id)])),
        },
        gate: createGate(
          createBreakers([...REGISTRIES], clock, () => undefined),
          () => [],
          clock,
        ),
        random: () => 0.5,
        log,
        metrics: declarationMetrics(createMetrics()),
        ...changed,
      };
      return { ...ports, round: () => workDeclarations(ports) };
    },
    /** How often the tax board has taken up each file. */
    executions: () => [...simulator.executions('mkrliides').values()],
    async close() {
      await Promise.all(clients.map((client) => client.close()));
      await operators.close();
      await queue.close();
      await simulator.close();
      await door.close();
    },
  };
}

export type Ground = Awaited<ReturnType<typeof openGround>>;

function subsystem(text: string): ClientId {
  const id = parseClientId(text);
  if (id === undefined) throw new Error(`no subsystem: ${text}`);
  return id;
}

/** A file as the tax board might take it, about somebody who does not exist. */
export const FILE = '<tsd><isik kood="47101010033" summa="320.00"/></tsd>';

export const inBase64 = (text: string) => Buffer.from(text).toString('base64');
