import { Type } from 'typebox';
import { type PersonalCode, parsePersonalCode } from '../../estonia/index.ts';
import { fail, failure, ok, orNull, Temporal } from '../../platform/index.ts';
import { type Route, read } from '../access/index.ts';
import { appendAudit, findUsages, pseudonyms, type Usage, wordsOf } from '../audit/index.ts';
import { findInstitutions } from '../organisations/index.ts';
import { type Client, findByPersonalCodes, findClients, findIds } from '../people/index.ts';
import { findProceedings } from '../proceedings/index.ts';
import type { SupervisionPorts } from './routes.ts';

/** Usages in one report; the whole of a longer one is told with the next offset. */
const USAGES_AT_MOST = 1000;
const strict = { additionalProperties: false };
const Time = Type.String({ format: 'date-time' });

const ToldReply = {
  at: Time,
  what: Type.String({ description: 'In words for the person' }),
  institution: orNull(Type.Object({ registryCode: Type.String(), name: Type.String() })),
  asker: orNull(Type.String({ description: 'The other register’s subsystem, where one asked' })),
};
const Within = { from: Type.Optional(Time), until: Type.Optional(Time), offset: Type.Optional(Type.Integer({ minimum: 0 })) };

interface Within {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly offset?: number | undefined;
}

/** Somebody whose data may have been used: by their file, by their personal code, or by both. */
interface Person {
  readonly client: Client | undefined;
  readonly personalCode: PersonalCode | undefined;
}

export interface UsagePorts extends SupervisionPorts {
  /** Keys the names that the log gives people without a file. */
  readonly key: Uint8Array;
}

/**
 * Who has used somebody’s data (GDPR art. 15): for whoever answers a person’s request, and for the person themselves. Each report stands in the log,
 * and in no report.
 */
export function usageRoutes({ database, clock, key }: UsagePorts): readonly Route[] {
  const pseudonymOf = pseudonyms(key);
  const usagesOf = async ({ client, personalCode }: Person, { from, until, offset = 0 }: Within) =>
    findUsages(database.db, {
      clientIds: client === undefined ? [] : await findIds(database.db, client),
      subject: personalCode && pseudonymOf(personalCode),
      from: from === undefined ? undefined : Temporal.Instant.from(from),
      until: until === undefined ? undefined : Temporal.Instant.from(until),
      offset,
      limit: USAGES_AT_MOST,
    });
  const told = async (usages: readonly Usage[]) => {
    const institutions = await findInstitutions(database.db, [...new Set(usages.flatMap(({ institutionId }) => institutionId ?? []))]);
    return usages.map((usage) => {
      const institution = usage.institutionId === undefined ? undefined : institutions.get(usage.institutionId);
      return {
        at: usage.at.toString(),
        what: wordsOf(usage),
        institution: institution === undefined ? null : { registryCode: institution.registryCode, name: institution.name },
        asker: usage.asker ?? null,
      };
    });
  };
  return [
    read({
      method: 'POST',
      path: '/supervision/usage-reports',
      summary: 'Who has used a person’s data, when and for what, as the person may ask to be told (GDPR art. 15)',
      callers: ['SKA_SUPERVISION', 'REGISTRY_MANAGER'],
      body: Type.Object(
        {
          personalCode: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
          clientId: Type.Optional(Type.String({ format: 'uuid', description: 'The file of somebody without a personal code' })),
          reason: Type.String({ minLength: 10, maxLength: 400, pattern: '\\S' }),
          ...Within,
        },
        { ...strict, oneOf: [{ required: ['personalCode'] }, { required: ['clientId'] }] },
      ),
      reply: Type.Object({
        total: Type.Integer(),
        items: Type.Array(
          Type.Object({
            ...ToldReply,
            action: Type.String(),
            proceedingNo: orNull(Type.String({ description: 'In which proceeding: the purpose' })),
          }),
        ),
      }),
      async show({ actor, body: { personalCode, clientId, reason, ...within } }) {
        const code = personalCode === undefined ? undefined : parsePersonalCode(personalCode);
        if (personalCode !== undefined && code === undefined)
          return fail(failure('PERSONAL_CODE_INVALID', { fields: [{ pointer: '/personalCode', code: 'INVALID' }] }));
        const [client] =
          code === undefined ? (await findClients(database.db, [clientId ?? ''])).values() : await findByPersonalCodes(database.db, [code]);
        const { total, usages } = await usagesOf({ client, personalCode: code ?? client?.personalCode }, within);
        const proceedings = await findProceedings(database.db, [...new Set(usages.flatMap(({ proceedingId }) => proceedingId ?? []))]);
        const items = (await told(usages)).map((item, index) => {
          const { action = '', proceedingId = '' } = usages[index] ?? {};
          return { ...item, action, proceedingNo: proceedings.get(proceedingId)?.no ?? null };
        });
        await appendAudit(database.db, {
          action: 'USAGE_REPORTED',
          at: clock.now(),
          actor,
          ...(client === undefined ? {} : { clientId: client.id }),
          outcome: 'DONE',
          details: { read: items.length, reason: reason.trim() },
        });
        return ok({ body: { total, items } });
      },
    }),
    read({
      method: 'GET',
      path: '/self-service/usages',
      summary: 'Who has used the citizen’s own data, when and for what, the latest first',
      callers: 'CITIZEN',
      query: Type.Object(Within, strict),
      reply: Type.Object({ total: Type.Integer(), items: Type.Array(Type.Object(ToldReply)) }),
      async show({ citizen: { id, personalCode }, query }) {
        const [client] = await findByPersonalCodes(database.db, [personalCode]);
        const { total, usages } = await usagesOf({ client, personalCode }, query);
        await appendAudit(database.db, {
          action: 'USAGE_TOLD',
          at: clock.now(),
          system: 'self-service',
          object: { type: 'citizen', id },
          ...(client === undefined ? {} : { clientId: client.id }),
          outcome: 'DONE',
          details: { usages: usages.length },
        });
        return ok({ body: { total, items: await told(usages) } });
      },
    }),
  ];
}
