import { type Clock, defineMetrics, type Log, type Metrics } from '../../platform/index.ts';
import { appendAudit } from '../../register/audit/index.ts';
import type { AnswerDefect, QueryType, Reading } from '../../registries/index.ts';
import type { Database } from '../../storage/index.ts';
import type { XRoadClient } from '../../xroad/index.ts';
import type { Addresses } from '../addresses.ts';
import { clear } from '../clearance.ts';
import { type Carried, type Message, restMessage } from '../message.ts';
import { type Protocols, shadowOf } from '../protocol.ts';
import type { Query } from '../query.ts';
import { pausedRegistries } from '../registry-control.ts';
import { troubleOf } from '../trouble.ts';
import { differences } from './differences.ts';
import { endShadow, insertShadow, type ShadowEnded } from './store.ts';

/** A twin is asked beside the register's own `concurrency`: no more than so many at a time in one process, or its register would feel it. */
const AT_ONCE_AT_MOST = 4;

export interface ShadowPorts {
  readonly database: Database;
  readonly xroad: XRoadClient;
  readonly addresses: Addresses;
  readonly protocols: Protocols;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly log: Log;
}

export const shadowMetricCatalogue = defineMetrics({
  asked: {
    type: 'counter',
    name: 'star_shadow_queries_total',
    help: 'Queries whose REST twin was to be asked beside them, by what came of it',
    labels: { registry: 'registers', outcome: '`SAME`, `DIFFERENT`, `FAILED`; `SKIPPED` was not asked' },
  },
  differing: {
    type: 'counter',
    name: 'star_shadow_differences_total',
    help: 'Queries whose REST twin told something else, by which member, and how',
    labels: {
      type: 'query types of the catalogue',
      difference: 'members of its record with `MISSING`, `EXTRA` or `DIFFERENT`, or the rule it broke',
    },
  },
});

/** Asks REST twins what a worker has just been told by SOAP, to learn whether they would say the same. */
export interface Shadows {
  /** Begins, if the type is shadowed, and returns at once: whatever comes of it, the query is not touched. */
  follow(query: Query, type: QueryType, told: Reading<unknown>): void;
  /** Lets what is under way end. */
  close(): Promise<void>;
}

/**
 * Opens the shadow of the engine. A twin is asked once at the most for a query, after its answer has been settled, on the query's own permit
 * checked once more, with a line in the log before and one after. Best effort: what finds {@link AT_ONCE_AT_MOST} under way is let be, and what
 * a process took with it when it died is not asked again. Of what the twin tells nothing is kept but where it differs.
 */
export function openShadows(ports: ShadowPorts): Shadows {
  const asked = ports.metrics.counter(shadowMetricCatalogue.asked);
  const differing = ports.metrics.counter(shadowMetricCatalogue.differing);
  const running = new Set<Promise<void>>();

  async function compare(query: Query, twin: NonNullable<QueryType['twin']>, told: Reading<unknown>): Promise<void> {
    const message = await begin(ports, query, twin);
    if (message === undefined) return;
    const carried = await message.carry(ports.xroad);
    const ended = outcomeOf(carried, told, twin.lacks);
    await end(ports, query, carried, ended);
    asked.inc({ registry: query.registry, outcome: ended.outcome });
    if (ended.outcome === 'DIFFERENT') for (const difference of ended.differences) differing.inc({ type: query.typeCode, difference });
  }

  return {
    follow(query, type, told) {
      const twin = shadowOf(type, ports.protocols);
      if (twin === undefined) return;
      if (running.size >= AT_ONCE_AT_MOST) {
        asked.inc({ registry: query.registry, outcome: 'SKIPPED' });
        return;
      }
      const one = compare(query, twin, told)
        .catch((error: unknown) => ports.log.error({ err: error, queryId: query.id }, 'a REST twin could not be compared'))
        .finally(() => running.delete(one));
      running.add(one);
    },
    async close() {
      await Promise.all(running);
    },
  };
}

/** Checks that the query's purpose still holds and that the register may be asked at all, and notes down that its twin is. Undefined: it is not. */
async function begin(
  ports: ShadowPorts,
  query: Query,
  twin: NonNullable<QueryType['twin']>,
): Promise<Message<Reading<unknown>> | undefined> {
  return ports.database.transaction(async (tx) => {
    const [clearances, paused] = await Promise.all([clear(ports, tx, [query]), pausedRegistries(tx)]);
    const cleared = clearances.get(query.id);
    if (!cleared?.ok || paused.includes(query.registry)) return undefined;
    const { type, question, envelope } = cleared.value;
    const message = restMessage(twin, question, envelope);
    if (!message.ok) throw new Error(`the REST request of ${type.code} is none: ${message.error.code}`);
    const { xRoadId, service } = message.value;
    const at = ports.clock.now();
    const first = await insertShadow(tx, { queryId: query.id, registry: query.registry, typeCode: type.code, service, xRoadId, at });
    if (!first) return undefined;
    await appendAudit(tx, { action: 'SHADOW_ASKED', at, ...ofQuery(query), details: { type: type.code, service, xRoadId } });
    return message.value;
  });
}

function outcomeOf(
  carried: Carried<Reading<unknown>>,
  told: Reading<unknown>,
  lacks: readonly string[],
): Pick<ShadowEnded, 'outcome' | 'code' | 'differences'> {
  // The code as the runbook has it: a provider may put anything into its own.
  if (carried.kind === 'failed') return { outcome: 'FAILED', code: troubleOf(carried.code).code, differences: [] };
  const { reading } = carried;
  if (!reading.ok) {
    const { code, problems } = reading.error;
    return { outcome: 'FAILED', code: troubleOf(code).code, differences: [...new Set(problems.map(ruleBroken))] };
  }
  const found = differences(told, reading.value, lacks);
  return { outcome: found.length === 0 ? 'SAME' : 'DIFFERENT', differences: found };
}

/** Members and rules, wherever in a list: `answer[].hooldusoigused[].liik: TYPE`. */
function ruleBroken({ path, rule }: AnswerDefect['problems'][number]): string {
  const members = path.split('/').filter((part) => part !== '');
  return `answer${members.map((part) => (/^\d+$/.test(part) ? '[]' : `.${part}`)).join('')}: ${rule}`;
}

async function end(
  { database, clock }: ShadowPorts,
  query: Query,
  { evidence }: Carried<unknown>,
  ended: Pick<ShadowEnded, 'outcome' | 'code' | 'differences'>,
): Promise<void> {
  const at = clock.now();
  await database.transaction(async (tx) => {
    await endShadow(tx, query.id, { ...ended, at, requestHash: evidence.requestHash });
    await appendAudit(tx, {
      action: 'SHADOW_COMPARED',
      at,
      ...ofQuery(query),
      ...(ended.code === undefined ? {} : { code: ended.code }),
      details: {
        type: query.typeCode,
        outcome: ended.outcome,
        differences: ended.differences.length,
        xRoadId: evidence.xRoadId,
        requestHash: evidence.requestHash ?? null,
        requestHashVerified: evidence.requestHashVerified ?? false,
      },
    });
  });
}

function ofQuery({ id, clientId, proceedingId }: Query) {
  return { system: 'worker', object: { type: 'query', id }, clientId, proceedingId, outcome: 'DONE' } as const;
}
