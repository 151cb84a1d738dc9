import { Type } from 'typebox';
import { type Failure, fail, failure, ok, type Result } from '../platform/index.ts';
import {
  acceptContract,
  checkContracts,
  contractFindings,
  discardOne,
  feedStatus,
  findShadowReports,
  type OperationPorts,
  pauseRegistry,
  RESOLUTIONS,
  type ResolvePorts,
  readFeed,
  registryStatus,
  resolveDeclaration,
  resolveWrite,
  retryQuery,
  unsettledAt,
} from '../queries/index.ts';
import { type Actor, type Callers, type Route, read, stream, write } from '../register/access/index.ts';
import { appendAudit } from '../register/audit/index.ts';
import { ContractList, viewContracts } from './contract-view.ts';
import { FeedList, viewFeeds } from './feed-view.ts';
import { liveOverview } from './live.ts';
import { Overview, overview, QueryList, viewQueries } from './registry-view.ts';
import { ShadowList, viewShadows } from './shadow-view.ts';
import { sharedStatus } from './status.ts';

/** What the console works with: the operations of the queries, and the switch of the running queue. */
export interface ConsolePorts extends OperationPorts, ResolvePorts {
  /** Makes the queue do as an operator has written down. */
  setPaused(registry: string, paused: boolean): Promise<void>;
}

const OPERATORS: Callers = ['TEHIK_OPS'];
/** Days that the report of the shadows looks back: a change of either service shows within them, and what was mended before does not. */
const SHADOW_DAYS = 30;
/** Queries listed at a time, where the page does not say. */
const PAGE = 50;

const Registry = Type.Object({ registry: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }) });
const QueryId = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Reason = Type.Object({ reason: Type.String({ minLength: 3, maxLength: 500, pattern: '\\S' }) }, { additionalProperties: false });
const Done = Type.Object({ id: Type.String() });

/** The operators' calls, to be mounted under `/console/api`. They see counts, ids, codes and times: no person, no proceeding. */
export function consoleRoutes(ports: ConsolePorts): readonly Route[] {
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

  const queryRoute = (verb: 'retry' | 'discard', summary: string, operate: typeof retryQuery): Route =>
    write({
      method: 'POST',
      path: `/queries/:id/${verb}`,
      summary,
      callers: OPERATORS,
      params: QueryId,
      body: Reason,
      reply: Done,
      async perform({ actor, params, body }, tx) {
        const reason = readReason(body.reason);
        if (!reason.ok) return reason;
        const done = await operate(ports, tx, actor, params.id, reason.value);
        return done.ok ? ok({ status: 200, id: params.id }) : done;
      },
      refused: ({ actor, params }, refusal) => auditRefusal(ports, actor, { type: 'query', id: params.id }, verb, refusal),
      show: async (_call, id) => ok({ body: { id } }),
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
    read({
      method: 'GET',
      path: '/registries/:registry/queries',
      summary: 'A register’s queries without an answer, or declarations that are not settled, oldest first',
      callers: OPERATORS,
      params: Registry,
      query: Type.Object(
        {
          state: Type.Enum(['FAILED', 'HELD', 'WAITING']),
          after: Type.Optional(Type.String({ format: 'uuid' })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
        },
        { additionalProperties: false },
      ),
      reply: QueryList,
      async show({ params, query }) {
        if (!registries.includes(params.registry)) return fail(failure('REGISTRY_UNKNOWN'));
        const limit = query.limit ?? PAGE;
        const found = await unsettledAt(database.db, params.registry, query.state, query.after, limit + 1);
        return ok({ body: viewQueries(clock, found, limit) });
      },
    }),
    read({
      method: 'GET',
      path: '/contracts',
      summary: 'What the nightly watch has found: which registers publish something else than is pinned',
      callers: OPERATORS,
      reply: ContractList,
      show: async () => ok({ body: viewContracts(await contractFindings(database.db)) }),
    }),
    read({
      method: 'GET',
      path: '/shadows',
      summary: 'Where REST services that are asked beside the SOAP ones have told something else, in the last 30 days',
      callers: OPERATORS,
      reply: ShadowList,
      show: async () => ok({ body: viewShadows(await findShadowReports(database.db, clock.now().subtract({ hours: SHADOW_DAYS * 24 }))) }),
    }),
    read({
      method: 'GET',
      path: '/feeds',
      summary: 'How far the registers’ feeds of changes have been read',
      callers: OPERATORS,
      reply: FeedList,
      show: async () => ok({ body: viewFeeds(await feedStatus(database.db)) }),
    }),
    write({
      method: 'POST',
      path: '/feeds/:feed/read',
      summary: 'Has a feed of changes read now; it begins within seconds',
      callers: OPERATORS,
      params: Type.Object({ feed: Type.String({ pattern: '^[A-Z][A-Z0-9._]{1,59}$' }) }),
      reply: Done,
      async perform({ actor, params }, tx) {
        const done = await readFeed(ports, tx, actor, params.feed);
        return done.ok ? ok({ status: 202, id: params.feed }) : done;
      },
      refused: ({ actor, params }, refusal) => auditRefusal(ports, actor, { type: 'change-feed', id: params.feed }, 'read', refusal),
      show: async (_call, id) => ok({ body: { id } }),
    }),
    write({
      method: 'POST',
      path: '/contracts/check',
      summary: 'Looks at every contract now; what is found is in the list within a minute',
      callers: OPERATORS,
      reply: Done,
      async perform({ actor }, tx) {
        await checkContracts(ports, tx, actor);
        return ok({ status: 202, id: 'contracts' });
      },
      show: async (_call, id) => ok({ body: { id } }),
    }),
    write({
      method: 'POST',
      path: '/contracts/:type/accept',
      summary: 'Lets a query type or mass service be asked again whose register has broken its contract, for these differences alone',
      callers: OPERATORS,
      params: Type.Object({ type: Type.String({ pattern: '^[A-Z][A-Z0-9._]{1,59}$' }) }),
      body: Reason,
      reply: Done,
      async perform({ actor, params, body }, tx) {
        const reason = readReason(body.reason);
        if (!reason.ok) return reason;
        const done = await acceptContract(ports, tx, actor, params.type, reason.value);
        return done.ok ? ok({ status: 200, id: params.type }) : done;
      },
      refused: ({ actor, params }, refusal) => auditRefusal(ports, actor, { type: 'query-type', id: params.type }, 'accept', refusal),
      show: async (_call, id) => ok({ body: { id } }),
    }),
    queryRoute('retry', 'Sends a failed query round again', retryQuery),
    queryRoute('discard', 'Gives up a query that has no answer', discardOne),
    write({
      method: 'POST',
      path: '/queries/:id/resolve',
      summary: 'Says of a held write whether the register has carried it out: DONE, SEND_AGAIN, or NOT_DONE to give it up',
      callers: OPERATORS,
      params: QueryId,
      body: Type.Object({ ...Reason.properties, resolution: Type.Enum([...RESOLUTIONS]) }, { additionalProperties: false }),
      reply: Done,
      async perform({ actor, params, body }, tx) {
        const reason = readReason(body.reason);
        if (!reason.ok) return reason;
        const done = await resolveWrite(ports, tx, actor, params.id, body.resolution, reason.value);
        return done.ok ? ok({ status: 200, id: params.id }) : done;
      },
      refused: ({ actor, params }, refusal) => auditRefusal(ports, actor, { type: 'query', id: params.id }, 'resolve', refusal),
      show: async (_call, id) => ok({ body: { id } }),
    }),
    write({
      method: 'POST',
      path: '/declarations/:id/resolve',
      summary: 'Says of a held declaration whether the tax board has it: DONE, SEND_AGAIN, or NOT_DONE to give it up',
      callers: OPERATORS,
      params: QueryId,
      body: Type.Object({ ...Reason.properties, resolution: Type.Enum([...RESOLUTIONS]) }, { additionalProperties: false }),
      reply: Done,
      async perform({ actor, params, body }, tx) {
        const reason = readReason(body.reason);
        if (!reason.ok) return reason;
        const done = await resolveDeclaration(ports, tx, actor, params.id, body.resolution, reason.value);
        return done.ok ? ok({ status: 200, id: params.id }) : done;
      },
      refused: ({ actor, params }, refusal) => auditRefusal(ports, actor, { type: 'declaration', id: params.id }, 'resolve', refusal),
      show: async (_call, id) => ok({ body: { id } }),
    }),
    stream({
      path: '/events',
      summary: 'Server-sent events: how every register’s queries stand, every two seconds',
      callers: OPERATORS,
      open: async ({ signal }) => ok(liveOverview(async () => overview(clock, await status()), signal)),
    }),
  ];
}

/** The reason as it goes into the log. */
function readReason(text: string): Result<string, Failure<'REASON_NAMES_A_PERSON'>> {
  if (/\d{11}/.test(text.replace(/[\s-]/g, ''))) {
    return fail(failure('REASON_NAMES_A_PERSON', { fields: [{ pointer: '/reason', code: 'PERSONAL_CODE' }] }));
  }
  return ok(text.trim());
}

/** What an operator tried in vain stands in the log as well. */
async function auditRefusal(
  { database, clock }: ConsolePorts,
  actor: Actor,
  object: { readonly type: string; readonly id: string },
  verb: string,
  refusal: Failure,
): Promise<void> {
  await appendAudit(database.db, {
    action: 'OPERATION_REFUSED',
    at: clock.now(),
    actor,
    object,
    outcome: 'REFUSED',
    code: refusal.code,
    details: { operation: verb },
  });
}
