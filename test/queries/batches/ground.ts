import { createLog, createMetrics, ok } from '../../../src/platform/index.ts';
import { type BatchPorts, batchErrors, batchMetrics, batchRoutes, dropPeopleOf, workBatches } from '../../../src/queries/batches/index.ts';
import { createBreakers, createGate, queryErrors } from '../../../src/queries/index.ts';
import { peopleErrors } from '../../../src/register/people/index.ts';
import { intakeErrors, proceedingErrors } from '../../../src/register/proceedings/index.ts';
import { REGISTRIES } from '../../../src/registries/index.ts';
import { createCountry, startSimulator } from '../../../src/simulator/index.ts';
import { type ClientId, parseClientId, type XRoadClient, xroadClient } from '../../../src/xroad/index.ts';
import { type Caller, openDoor, signedIn } from '../../api/door.ts';
import { STAR, SUBSYSTEMS } from '../../installation.ts';
import { hire } from '../../town.ts';

const country = createCountry({ seed: 11, asOf: '2026-11-23' });

/** The batch room over a database and a simulated X-Road, with as many processes as a test wants: none works by itself. */
export async function openGround() {
  const door = await openDoor({
    rooms: batchRoutes,
    async onClosed(tx, proceedingId) {
      await dropPeopleOf(tx, proceedingId);
      return ok(undefined);
    },
    errors: [peopleErrors, proceedingErrors, intakeErrors, queryErrors, batchErrors],
  });
  const { database, clock, keys } = door;
  const simulator = await startSimulator({ port: 0, country, clock, log: createLog('silent'), clients: [STAR, OTHER] });
  const clients: XRoadClient[] = [];
  let serial = 0;
  return {
    ...door,
    country,
    simulator,
    /** A process of the gateway; `changed` is what is unlike the others in it. */
    process({ asks = STAR, ...changed }: Partial<BatchPorts> & { readonly asks?: string } = {}): BatchPorts & { round(): Promise<void> } {
      const xroad = xroadClient({ securityServers: [simulator.url] });
      clients.push(xroad);
      const ports: BatchPorts = {
        database,
        clock,
        keys,
        xroad,
        addresses: {
          client: subsystem(asks),
          provider: Object.fromEntries(Object.entries(SUBSYSTEMS).map(([name, id]) => [name, subsystem(id)])),
        },
        gate: createGate(
          createBreakers([...REGISTRIES], clock, () => undefined),
          () => [],
          clock,
        ),
        random: () => 0.5,
        log: createLog('silent'),
        metrics: batchMetrics(createMetrics()),
        ...changed,
      };
      return { ...ports, round: () => workBatches(ports) };
    },
    async worker(
      who: Partial<Parameters<typeof hire>[1]> = {},
    ): Promise<Caller & { readonly userId: string; readonly institutionId: string }> {
      serial += 1;
      const worker = await hire(database, { username: `worker-${serial}`, roles: ['SOCIAL_WORKER'], serial, ...who });
      return Object.assign(await signedIn(door.app, worker), { userId: worker.userId, institutionId: worker.institutionId });
    },
    async close() {
      await Promise.all(clients.map((client) => client.close()));
      await simulator.close();
      await door.close();
    },
  };
}

export type Ground = Awaited<ReturnType<typeof openGround>>;

/** Another subsystem, whose tickets are not ours. */
export const OTHER = STAR.replace(/\/[^/]+$/, '/muu');

function subsystem(text: string): ClientId {
  const id = parseClientId(text);
  if (id === undefined) throw new Error(`no subsystem: ${text}`);
  return id;
}

export interface Named {
  readonly proceedingId: string;
  readonly subjectId: string;
}

/** A proceeding of its own for each of the persons, as an order names them. */
export async function openProceedings(call: Caller, personalCodes: readonly string[], kind = 'SIMPLE'): Promise<readonly Named[]> {
  const named: Named[] = [];
  for (const personalCode of personalCodes) {
    const found = await call('POST', '/api/v1/clients/search', { personalCode });
    const known = found.body.items?.[0]?.id;
    const subjectId = String(
      known ?? (await call('POST', '/api/v1/clients', { personalCode, firstName: 'Näidis', lastName: 'Isik' })).body.id,
    );
    const { body } = await call('POST', '/api/v1/intakes', {
      kind: 'APPLICATION_BENEFIT',
      channel: 'PHONE',
      problem: 'Toimetulek',
      subjects: [{ clientId: subjectId, role: 'MAIN' }],
      openProceeding: { kind },
    });
    named.push({ proceedingId: (body.proceeding as { id: string }).id, subjectId });
  }
  return named;
}
