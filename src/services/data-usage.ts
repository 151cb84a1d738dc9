import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { type PersonalCode, parsePersonalCode } from '../estonia/index.ts';
import { type Clock, Temporal } from '../platform/index.ts';
import { findUsages, loggedSince, type Usage, wordsOf } from '../register/audit/index.ts';
import { findInstitutions, type Institution } from '../register/organisations/index.ts';
import { findByPersonalCodes, findIds } from '../register/people/index.ts';
import type { Database } from '../storage/index.ts';
import { type ClientId, parseClientId, xroadRestProducer } from '../xroad/index.ts';
import type { DisclosureLog, UsageTold } from './disclosure-log.ts';

/** The service's code as Andmejälgija calls it (Kasutusteabe esitamise protokoll 1.6). */
export const FIND_USAGE = 'findUsage';
/** Below our own address, as it is registered with the security server. */
const PATH = '/xroad/rest/findUsage';
/** Usages in an answer, at most: as many as the protocol has by default, whoever asks for more. */
const USAGES_AT_MOST = 1000;
const SYSTEM = 'STAR';

const Moment = Type.String({ format: 'date-time' });
const UsageReply = Type.Object({
  logtime: Moment,
  action: Type.String(),
  receiverCode: Type.String(),
  receiverName: Type.Optional(Type.String()),
  receiverSystem: Type.String(),
});

/** What is asked of Andmejälgija's own service; the schema has made numbers of the numbers. */
const UsageQuery = Type.Object({
  userCode: Type.String({ maxLength: 20 }),
  periodStart: Type.Optional(Moment),
  periodEnd: Type.Optional(Moment),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 })),
});

export interface DataUsageOptions {
  readonly subsystem: ClientId;
  readonly mayUse: (client: ClientId, serviceCode: string) => boolean;
  readonly disclosures: DisclosureLog;
  readonly database: Database;
  readonly clock: Clock;
  readonly failed: (error: unknown, request: { readonly id: string }) => void;
  /** Told of every request that could be read: `OK`, or `HTTP 403`. */
  readonly observe: (code: string) => void;
}

/**
 * Tells a person, through Andmejälgija at eesti.ee, who has used their data and why: `GET /v2/findUsage`, `/v2/usagePeriod`, `/v2/heartbeat`
 * (dumonitor-openapi 2.1.0). Every answer about somebody is a line of the log before it leaves. Errors are plain HTTP statuses, as the protocol has it.
 */
export function dataUsage(options: DataUsageOptions): FastifyPluginAsync {
  const { database, clock, disclosures, mayUse, failed, subsystem } = options;
  const told = new WeakMap<FastifyRequest, UsageTold>();
  return xroadRestProducer(
    {
      serviceCode: FIND_USAGE,
      path: PATH,
      url: PATH,
      title: 'STARi kasutusteave',
      version: '2.1.0',
      needsUserId: true,
      mayUse,
      failed,
      async record(request, header, status) {
        const note = told.get(request);
        const code = status < 400 ? 'OK' : `HTTP ${status}`;
        options.observe(code);
        if (note === undefined && code === 'OK') return;
        const asked = { header: { ...header, id: header.id ?? request.id, service: { ...subsystem, serviceCode: FIND_USAGE } } };
        await disclosures.record(asked, note === undefined ? { code } : { code: 'OK', note });
      },
    },
    async (app) => {
      app.get<{ Querystring: Static<typeof UsageQuery> }>(
        '/v2/findUsage',
        {
          config: { rateLimit: false },
          schema: {
            querystring: UsageQuery,
            response: { 200: Type.Object({ totalUsages: Type.Integer(), usages: Type.Array(UsageReply) }) },
          },
        },
        async (request, reply) => {
          const { userCode, periodStart, periodEnd, offset = 0, limit = USAGES_AT_MOST } = request.query;
          const subject = personIn(userCode);
          if (subject === undefined || personIn(request.xroad?.userId ?? '') === undefined) return reply.code(400).send();
          const [client] = await findByPersonalCodes(database.db, [subject]);
          const { total, usages } = await findUsages(database.db, {
            clientIds: client === undefined ? [] : await findIds(database.db, client),
            subject: disclosures.pseudonymOf(subject),
            from: periodStart === undefined ? undefined : Temporal.Instant.from(periodStart),
            until: periodEnd === undefined ? undefined : Temporal.Instant.from(periodEnd),
            offset,
            limit: Math.min(limit, USAGES_AT_MOST),
          });
          const institutions = await findInstitutions(database.db, [
            ...new Set(usages.flatMap(({ institutionId }) => institutionId ?? [])),
          ]);
          told.set(request, { subject, usages: usages.length });
          return { totalUsages: total, usages: usages.map((usage) => viewOf(usage, institutions)) };
        },
      );
      app.get(
        '/v2/usagePeriod',
        { config: { rateLimit: false }, schema: { response: { 200: Type.Object({ periodStart: Moment }) } } },
        async () => ({ periodStart: ((await loggedSince(database.db)) ?? clock.now()).toString() }),
      );
      app.get(
        '/v2/heartbeat',
        {
          config: { rateLimit: false },
          schema: { response: { 200: Type.Object({ status: Type.Enum(['OK', 'FAIL']), message: Type.String() }) } },
        },
        async () =>
          (await database.ping()) ? { status: 'OK', message: 'API is ready' } : { status: 'FAIL', message: 'the log cannot be read now' },
      );
    },
  );
}

/** `EE` and a personal code. */
function personIn(userCode: string): PersonalCode | undefined {
  return userCode.startsWith('EE') ? parsePersonalCode(userCode.slice(2)) : undefined;
}

/** Who used the data: an institution's worker in STAR, or another register's system, which was told. */
function viewOf(usage: Usage, institutions: ReadonlyMap<string, Institution>): Static<typeof UsageReply> {
  const told = { logtime: usage.at.toString(), action: wordsOf(usage) };
  const asker = usage.asker === undefined ? undefined : parseClientId(usage.asker);
  if (asker !== undefined) return { ...told, receiverCode: asker.memberCode, receiverSystem: asker.subsystemCode ?? asker.memberCode };
  const institution = usage.institutionId === undefined ? undefined : institutions.get(usage.institutionId);
  return {
    ...told,
    receiverCode: institution?.registryCode ?? '',
    ...(institution === undefined ? {} : { receiverName: institution.name }),
    receiverSystem: SYSTEM,
  };
}
