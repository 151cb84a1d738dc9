import { defineMetrics, fail, type Metrics, newId, ok, type Result, type Temporal, ZONE } from '../../platform/index.ts';
import { appendAudit } from '../../register/audit/index.ts';
import type { ReceivePorts } from '../../register/notices/index.ts';
import { type ExchangeOutcome, formatServiceId, type PreparedRequest, prepareRequest } from '../../xroad/index.ts';
import type { Addresses } from '../addresses.ts';
import type { AskPorts } from '../ask.ts';
import { LEASE_SECONDS } from '../departure.ts';
import type { SendPorts } from '../send.ts';
import { defectTrouble, exchangeTrouble, isTechnicalFailure, type Trouble } from '../verdict.ts';
import type { FeedReader, Told } from './reader.ts';
import { beginFeed, claimFeed, type Look, settleFailed, settleRead } from './store.ts';

/** 60 s after the first failure, doubling to half an hour: a feed that waits loses nothing, it is read on from its cursor. */
const FIRST_WAIT_SECONDS = 60;
const LONGEST_WAIT_SECONDS = 1_800;

export interface FeedPorts
  extends AskPorts,
    Pick<SendPorts, 'database' | 'xroad' | 'addresses' | 'gate' | 'keys' | 'cache' | 'random' | 'log'> {
  readonly metrics: FeedMetrics;
  /** Who is concerned by what is told, and how it is told apart. */
  readonly notices: ReceivePorts;
}

export type FeedMetrics = ReturnType<typeof feedMetrics>;

export const feedMetricCatalogue = defineMetrics({
  looks: {
    type: 'counter',
    name: 'star_feed_looks_total',
    help: 'Looks at feeds of changes, by what came of them. `VOID`: another process had taken over. How far each has been read: `GET /console/api/feeds`',
    labels: { feed: 'feeds of the catalogue', outcome: '`READ`, `FAILED`, `VOID`' },
  },
});

export function feedMetrics(metrics: Metrics) {
  return { looks: metrics.counter(feedMetricCatalogue.looks) };
}

/**
 * Reads a feed once, if that is due: asks from its cursor on, and in one transaction keeps what was told and moves the cursor. Safe to call at any
 * time and from several processes. `MORE`: something is there to be read at once.
 */
export async function look(ports: FeedPorts, feed: FeedReader): Promise<'MORE' | 'DONE'> {
  const leave = ports.gate.enter(feed.registry);
  // Still due: the next round asks for leave again.
  if (!leave.ok) return 'DONE';
  using pass = leave.value;
  const now = ports.clock.now().toZonedDateTimeISO(ZONE);
  const taken = await take(ports, feed, now);
  if (taken === undefined) return 'DONE';
  const outcome = await ports.xroad.exchange(taken.request, { deadlineMs: feed.deadlineSeconds * 1000 });
  pass.report(isTechnicalFailure(outcome) ? 'TECHNICAL_FAILURE' : 'ANSWERED');
  const told = toldBy(feed, taken.claim, outcome, now);
  const settled = await settle(ports, feed, taken, told);
  ports.metrics.looks.inc({ feed: feed.code, outcome: settled ? (told.ok ? 'READ' : 'FAILED') : 'VOID' });
  if (!told.ok) ports.log.warn({ feed: feed.code, ...told.error }, 'a feed of changes could not be read');
  return settled && told.ok && told.value.more ? 'MORE' : 'DONE';
}

interface Taken {
  readonly claim: Look;
  readonly request: PreparedRequest;
}

/** Claims the look, and writes down what is about to leave. */
async function take(ports: FeedPorts, feed: FeedReader, now: Temporal.ZonedDateTime): Promise<Taken | undefined> {
  const at = now.toInstant();
  return await ports.database.transaction(async (tx) => {
    await beginFeed(tx, { code: feed.code, registry: feed.registry, cursor: feed.begin(now) }, at);
    const claim = await claimFeed(tx, feed.code, at, at.add({ seconds: LEASE_SECONDS }));
    if (claim === undefined) return undefined;
    const request = addressed(ports.addresses, feed, claim.cursor, now);
    const { header, requestHash } = request;
    await appendAudit(tx, {
      action: 'FEED_ASKED',
      at,
      system: 'change-feed',
      object: { type: 'change-feed', id: feed.code },
      outcome: 'DONE',
      details: {
        cursor: claim.cursor,
        service: formatServiceId(header.service),
        xRoadId: header.id,
        requestHash,
        legalBasis: feed.legalBasis,
      },
    });
    return { claim, request };
  });
}

/** Nobody in particular asks, so the message has no userId; a question that names nobody needs none (PR-MESS 2.2). */
function addressed({ client, provider }: Addresses, feed: FeedReader, cursor: string, now: Temporal.ZonedDateTime): PreparedRequest {
  const subsystem = provider[feed.registry];
  if (subsystem === undefined) throw new Error(`no subsystem is configured for registry ${feed.registry}`);
  const { code, version } = feed.service;
  const service = { ...subsystem, serviceCode: code, ...(version === undefined ? {} : { serviceVersion: version }) };
  const body = feed.buildRequest(cursor, now);
  const request = body.ok ? prepareRequest({ client, service, id: newId(), issue: feed.code, protocolVersion: '4.0' }, body.value) : body;
  if (!request.ok) throw new Error(`${feed.code} cannot be asked: ${request.error.code}`);
  return request.value;
}

type Read = Extract<Told, { state: 'READ' }>;

function toldBy(feed: FeedReader, { cursor }: Look, outcome: ExchangeOutcome, now: Temporal.ZonedDateTime): Result<Read, Trouble> {
  if (outcome.kind !== 'answered') return fail(exchangeTrouble(outcome));
  const told = feed.read(outcome.body, cursor, now);
  if (!told.ok) return fail(defectTrouble(told.error));
  return told.value.state === 'READ' ? ok(told.value) : fail({ code: told.value.reason });
}

async function settle(ports: FeedPorts, feed: FeedReader, { claim, request }: Taken, told: Result<Read, Trouble>): Promise<boolean> {
  const at = ports.clock.now();
  const line = {
    at,
    system: 'change-feed',
    object: { type: 'change-feed', id: feed.code },
    details: { xRoadId: request.header.id, cursor: claim.cursor },
  } as const;
  return await ports.database.transaction(async (tx) => {
    if (!told.ok) {
      const failed = await settleFailed(tx, claim, told.error.code, at.add({ seconds: waitSeconds(claim.failures, ports.random()) }));
      await appendAudit(tx, { ...line, action: failed ? 'FEED_NOT_READ' : 'FEED_ANSWER_VOID', outcome: 'REFUSED', code: told.error.code });
      return failed;
    }
    const { cursor, more, changes } = told.value;
    const settled = await settleRead(tx, claim, { cursor, dueAt: more ? at : at.add({ minutes: feed.everyMinutes }), at });
    const ours = settled ? await told.value.keep(ports, tx, at) : 0;
    await appendAudit(tx, {
      ...line,
      action: settled ? 'FEED_READ' : 'FEED_ANSWER_VOID',
      outcome: 'DONE',
      details: { ...line.details, next: cursor, told: changes, ours },
    });
    return settled;
  });
}

/** Half of it at least, so that a register that is down is not asked in a row. */
function waitSeconds(failures: number, random: number): number {
  return Math.ceil(Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** failures) * (0.5 + random / 2));
}
