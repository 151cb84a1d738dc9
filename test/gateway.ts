import { type Gateway, openGateway } from '../src/gateway.ts';
import { createLog, type Log, settableClock } from '../src/platform/index.ts';
import { createCountry, type Simulator, startSimulator } from '../src/simulator/index.ts';
import { createTestDatabase } from './database.ts';
import { MASTER_KEYS, STAR, type TestInstallation, testConfiguration } from './installation.ts';
import { hire, type Worker } from './town.ts';

/** A country shared by the suites of one file: making it is the slowest part. */
const country = createCountry({ seed: 11, asOf: '2026-11-23' });

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}
export type Call = (method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Reply>;

/** Who calls, to a door. */
export interface Bearer {
  readonly headers: Readonly<Record<string, string>>;
}

/** Takes a file away. */
export type Take = (path: string) => Promise<Response>;

/** Brings a file. */
export type Bring = (path: string, form: FormData) => Promise<Response>;

export interface TestGatewayOptions extends TestInstallation {
  readonly log?: Log;
  readonly callsPerMinute?: number;
}

/** The whole gateway on real sockets before a simulated X-Road, with a database of its own. */
export async function openTestGateway(options: TestGatewayOptions = {}) {
  const { database: template, url: databaseUrl, drop } = await createTestDatabase();
  await template.close();
  const log = options.log ?? createLog('silent');
  const clock = settableClock('2026-11-23T10:00:00Z');
  const simulator = await startSimulator({ port: 0, country, clock, log, clients: [STAR] });
  const configuration = testConfiguration(simulator.url, options);
  const { callsPerMinute } = options;
  const opening = {
    configuration,
    databaseUrl,
    masterKeys: MASTER_KEYS,
    clock,
    log,
    ...(callsPerMinute === undefined ? {} : { callsPerMinute }),
  };
  const gateway = await openGateway(opening);
  let serial = 0;
  return {
    gateway,
    /** What another process would be opened with, beside this one. */
    opening,
    simulator,
    country,
    clock,
    call: callAt(gateway.url),
    /** A new worker, signed in. */
    async worker(who: Partial<Parameters<typeof hire>[1]> = {}): Promise<Call & Bearer & { worker: Worker; take: Take; bring: Bring }> {
      serial += 1;
      const worker = await hire(gateway.database, { username: `worker-${serial}`, roles: ['SOCIAL_WORKER'], serial, ...who });
      const session = await callAt(gateway.url)('POST', '/api/v1/sessions', { username: worker.username, password: worker.password });
      const headers = { authorization: `Bearer ${session.body.token}` };
      return Object.assign(callAt(gateway.url, headers), {
        worker,
        headers,
        take: (path: string) => fetch(`${gateway.url}${path}`, { headers }),
        bring: (path: string, form: FormData) => fetch(`${gateway.url}${path}`, { method: 'POST', headers, body: form }),
      });
    },
    async close() {
      await gateway.close();
      await simulator.close();
      await drop();
    },
  };
}

export type TestGateway = Awaited<ReturnType<typeof openTestGateway>>;
export type { Gateway, Simulator };

/** Calls a gateway under the given headers. */
export function callAt(url: string, own: Readonly<Record<string, string>> = {}): Call {
  return async (method, path, body, headers = {}) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { ...own, ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) };
  };
}

/** Opens a proceeding on the persons named, the first of them its main subject, the others in the role given. */
export async function openProceeding(
  call: Call,
  personalCodes: readonly string[],
  kind = 'SIMPLE',
  others = 'FAMILY_MEMBER',
): Promise<{ id: string; subjects: readonly string[] }> {
  const subjects: string[] = [];
  for (const personalCode of personalCodes) {
    const found = await call('POST', '/api/v1/clients/search', { personalCode });
    const [known] = found.body.items as { id: string }[];
    const id = known?.id ?? (await call('POST', '/api/v1/clients', { personalCode, firstName: 'Näidis', lastName: 'Isik' })).body.id;
    subjects.push(String(id));
  }
  const { body } = await call('POST', '/api/v1/intakes', {
    kind: 'APPLICATION_BENEFIT',
    channel: 'PHONE',
    problem: 'Toimetulek',
    subjects: subjects.map((clientId, index) => ({ clientId, role: index === 0 ? 'MAIN' : others })),
    openProceeding: { kind },
  });
  return { id: (body.proceeding as { id: string }).id, subjects };
}
