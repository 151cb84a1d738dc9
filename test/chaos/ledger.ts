import { setTimeout as sleep } from 'node:timers/promises';
import { createLog } from '../../src/platform/index.ts';
import { verifyAudit } from '../../src/register/audit/index.ts';
import { openDatabase } from '../../src/storage/index.ts';
import type { Accepted } from './load.ts';
import type { Site } from './site.ts';

/** What became of what was accepted, as the audit log and the other side of the wire tell it. */
export interface Ledger {
  readonly accepted: number;
  /** Those that have come to exactly one end. */
  readonly survived: number;
  /** Of those, writes of which nobody here can tell what came of them: an operator has to find out. */
  readonly held: number;
  /** Accepted, and the log does not know how it ended. */
  readonly lost: number;
  /** Ended twice, or carried out twice by a register. */
  readonly doubled: number;
  /** What else does not hold. */
  readonly broken: readonly string[];
}

/** Lines after which nothing more is done about a write by itself. */
const HELD = ['WRITE_HELD', 'DECLARATION_HELD'];
/** Lines that say how something ended; of what its proceeding's end cut short, that one is the end. */
const FINAL = [
  ...HELD,
  'QUERY_ANSWERED',
  'QUERY_ENDED',
  'QUERY_NOT_SENT',
  'DECLARATION_ACCEPTED',
  'DECLARATION_REJECTED',
  'DECLARATION_FAILED',
  'DECLARATION_NOT_SENT',
];

/** How long what was accepted may take to come to its end when the faults are over, ms. */
const SETTLES_WITHIN_MS = 120_000;
/** Everything on its way in order has arrived by then, ms: only what somebody died over is left. */
const IN_ORDER_WITHIN_MS = 4_000;
/**
 * Then the gateways' clocks are put forward, so far at first and twice as far each time up to a third of an hour: leases end after 90 s, a lost
 * entry is looked up after 120 s, and what became due by a clock that was two hours fast comes as much later.
 */
const FORWARD_SECONDS = { first: 200, atMost: 1_200 };
/** As often as the sweeper goes round, and a little more, ms. */
const FORWARD_EVERY_MS = 6_000;
const LOOK_EVERY_MS = 250;

/** Waits until everything accepted has ended, and lets the gateways' time pass faster where that is all that is waited for. */
export async function settle(site: Site, accepted: Accepted): Promise<void> {
  const began = performance.now();
  let forward = began + IN_ORDER_WITHIN_MS;
  let by = FORWARD_SECONDS.first;
  while (performance.now() - began < SETTLES_WITHIN_MS) {
    const ended = await endsOf(site, accepted);
    const { rows } = await site.postgres.ask((client) => client.query(UNDER_WAY));
    if (rows[0]?.count === '0' && [...accepted.keys()].every((id) => (ended.get(id) ?? 0) > 0)) return;
    if (performance.now() > forward) {
      for (const gateway of site.gateways) gateway.setClock(gateway.wrongBy + by);
      by = Math.min(2 * by, FORWARD_SECONDS.atMost);
      forward = performance.now() + FORWARD_EVERY_MS;
    }
    await sleep(LOOK_EVERY_MS);
  }
}

const UNDER_WAY = `select count(*) from query where state in ('QUEUED', 'SENT', 'RETRY_WAIT')`;

/** Holds what was accepted against the audit log, and against what the registers were asked to do. */
export async function checkLedger(site: Site, accepted: Accepted): Promise<Ledger> {
  const ended = await endsOf(site, accepted);
  const times = [...accepted.keys()].map((id) => ended.get(id) ?? 0);
  const twice = [...effectsOf(site).values()].filter((count) => count > 1).length;
  const { rows } = await site.postgres.ask((client) => client.query(UNDER_WAY));
  const { rows: holding } = await site.postgres.ask((client) =>
    client.query<{ count: string }>('select count(*) from audit_event where action = any($1)', [HELD]),
  );
  const underWay = Number(rows[0]?.count);
  const repeated = [...site.simulator.received().values()].filter((count) => count > 1).length;
  return {
    accepted: accepted.size,
    survived: times.filter((count) => count === 1).length,
    held: Number(holding[0]?.count),
    lost: times.filter((count) => count === 0).length,
    doubled: times.filter((count) => count > 1).length + twice,
    broken: [
      ...(underWay === 0 ? [] : [`${underWay} queries are still under way`]),
      ...(repeated === 0 ? [] : [`${repeated} messages left twice under one X-Road id`]),
      ...(await chainOf(site)),
    ],
  };
}

/** How often each has ended, by the log. */
async function endsOf(site: Site, accepted: Accepted): Promise<ReadonlyMap<string, number>> {
  const { rows } = await site.postgres.ask((client) =>
    client.query<{ id: string; ends: string; closed: boolean }>(
      `select asked.object_id as id,
              count(*) filter (where line.action = any($2) or line.details->>'served' = 'FROM_CACHE') as ends,
              bool_or(exists (select from audit_event closing
                              where closing.action = 'ANSWERS_PURGED' and closing.proceeding_id = line.proceeding_id)) as closed
       from unnest($1::text[]) as asked (object_id) join audit_event line using (object_id) group by asked.object_id`,
      [[...accepted.keys()], FINAL],
    ),
  );
  return new Map(rows.map(({ id, ends, closed }) => [id, closed ? Math.max(1, Number(ends)) : Number(ends)]));
}

/**
 * How often each register has carried out each write, by what it does: an insurance basis is the same one under another time of entry, which is
 * the last part of its key.
 */
function effectsOf({ simulator }: Site): ReadonlyMap<string, number> {
  const effects = new Map<string, number>();
  const count = (effect: string, times: number) => effects.set(effect, (effects.get(effect) ?? 0) + times);
  for (const [key, times] of simulator.executions('tervisekassa')) count(key.split('|').slice(0, -1).join('|'), times);
  for (const [reference, times] of simulator.executions('mkrliides')) count(reference, times);
  return effects;
}

/** The log itself is whole, line by line. */
async function chainOf({ postgres }: Site): Promise<readonly string[]> {
  const database = await openDatabase({ url: postgres.url, log: createLog('error') });
  try {
    const verified = await verifyAudit(database.db);
    return 'broken' in verified ? ['the audit log is not as it was written'] : [];
  } finally {
    await database.close();
  }
}
