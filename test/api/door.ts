import type { FastifyInstance } from 'fastify';
import { Check, Errors } from 'typebox/value';
import { type ApiOptions, createApi, requestMetrics } from '../../src/api/index.ts';
import { errorCatalogues } from '../../src/gateway.ts';
import { type Clock, createLog, createMetrics, NO_TRACING, ok, type Result, settableClock, today } from '../../src/platform/index.ts';
import { accessRoutes, type Route, type Shown } from '../../src/register/access/index.ts';
import { findSignedDocument } from '../../src/register/documents/index.ts';
import { findInstitutionById } from '../../src/register/organisations/index.ts';
import { findResidences, peopleRoutes } from '../../src/register/people/index.ts';
import {
  type ClosePorts,
  findLastProceeding,
  findTie,
  goOnAs,
  holdUnderWay,
  type IntakePorts,
  mayHandle,
  proceedingRoutes,
  tellFile,
  tellHistory,
} from '../../src/register/proceedings/index.ts';
import { ownRoutes } from '../../src/roles/index.ts';
import { createDataKeys } from '../../src/storage/index.ts';
import { createTestDatabase } from '../database.ts';
import { MASTER_KEYS } from '../installation.ts';
import type { Worker } from '../town.ts';

/** What the routes of further rooms are made with. */
type RoomPorts = Pick<Parameters<typeof proceedingRoutes>[0], 'database' | 'clock' | 'keys'>;

/** What intakes are registered with where there is no register to be asked. */
export const registering = (clock: Clock): Pick<IntakePorts, 'residencesOf' | 'prefill'> => ({
  residencesOf: (db, clientIds) => findResidences(db, clientIds, today(clock)),
  prefill: { purposes: ['SUBSISTENCE_BENEFIT'], ask: async () => ok([]) },
});

export type Door = Awaited<ReturnType<typeof openDoor>>;

/** The internal API over a database of its own, with the register's areas behind it, and a clock that the test sets. */
export async function openDoor({
  more = [],
  rooms = () => [],
  onClosed = async () => ok(undefined),
  ...options
}: {
  more?: readonly Route[];
  rooms?: (ports: RoomPorts) => readonly Route[];
  onClosed?: ClosePorts['onClosed'];
} & Partial<ApiOptions> = {}) {
  const { database, drop } = await createTestDatabase();
  const clock = settableClock('2026-11-23T08:00:00Z');
  const keys = createDataKeys(MASTER_KEYS);
  const routes = [
    ...ownRoutes({ database, clock }),
    ...accessRoutes({
      database,
      clock,
      findInstitution: findInstitutionById,
      findSignedDocument,
      tellOfRequest: async () => undefined,
    }),
    ...peopleRoutes({
      database,
      clock,
      tieTo: findTie,
      lastProceeding: findLastProceeding,
      holdUnderWay,
      goOnAs,
      tellFile,
      tellHistory,
      guestIn: async () => undefined,
    }),
    ...proceedingRoutes({
      database,
      clock,
      keys,
      onClosed,
      visit: async (actor, proceeding) => mayHandle(actor, proceeding),
      ...registering(clock),
    }),
    ...more,
    ...rooms({ database, clock, keys }),
  ].map(withCheckedReplies);
  const app = await createApi({
    tracing: NO_TRACING,
    requests: requestMetrics(createMetrics()),
    database,
    clock,
    log: createLog('silent'),
    routes,
    errors: errorCatalogues,
    readiness: [{ name: 'database', check: () => database.ping() }],
    secret: new Uint8Array(32),
    secureCookies: false,
    ...options,
  });
  return {
    app,
    ...registering(clock),
    clock,
    database,
    keys,
    routes,
    async close() {
      await app.close();
      await drop();
    },
  };
}

/** What a route shows must be what its schema, and so the OpenAPI document, says. */
export function withCheckedReplies(route: Route): Route {
  if (route.kind === 'STREAM' || route.kind === 'FILE') return route;
  const checked = (shown: Result<Shown, never>) => {
    if (shown.ok && !Check(route.reply, shown.value.body)) {
      const faults = [...Errors(route.reply, shown.value.body)].map(({ instancePath, message }) => `${instancePath} ${message}`);
      throw new Error(`${route.method} ${route.path} shows what its schema does not: ${faults.join(', ')}`);
    }
    return shown;
  };
  if (route.kind === 'READ') return { ...route, show: async (call: never) => checked((await route.show(call)) as Result<Shown, never>) };
  return { ...route, show: async (call: never, id: string) => checked((await route.show(call, id)) as Result<Shown, never>) };
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>> & { readonly items?: readonly Readonly<Record<string, unknown>>[] };
}

/** Calls as a signed-in worker. */
export type Caller = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>;

export async function signedIn(app: FastifyInstance, worker: Pick<Worker, 'username' | 'password'>): Promise<Caller> {
  const session = await callerWith(app)('POST', '/api/v1/sessions', { username: worker.username, password: worker.password });
  if (session.status !== 201) throw new Error(`sign-in gave ${session.status}`);
  return callerWith(app, { authorization: `Bearer ${session.body.token}` });
}

export function callerWith(app: FastifyInstance, own: Readonly<Record<string, string>> = {}): Caller {
  return async (method, path, body, headers = {}) => {
    const response = await app.inject({
      method,
      url: path,
      headers: { ...own, ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    return { status: response.statusCode, headers: response.headers, body: response.body === '' ? {} : response.json() };
  };
}
