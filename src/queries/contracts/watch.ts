import { type Clock, type Log, startOfDay, startRounds, type Temporal, ZONE } from '../../platform/index.ts';
import { appendAudit } from '../../register/audit/index.ts';
import { goldenBodies, pinnedContract } from '../../registries/index.ts';
import type { Database } from '../../storage/index.ts';
import { createMetadataClient, type XRoadClient } from '../../xroad/index.ts';
import type { Addresses } from '../addresses.ts';
import type { Protocols } from '../protocol.ts';
import { type Judgement, judgeContract, together } from './finding.ts';
import { claimWatch, putFinding } from './store.ts';
import { type Watched, type WatchedService, watched } from './watched.ts';

/** 10 s: how soon a look that an operator asks for begins. */
const EVERY_MS = 10_000;
/** 3:00 in Tallinn: registers publish new contracts by day, and people ask from eight o'clock on. */
const NIGHTLY_HOUR = 3;
/** 30 s for a description to come. */
const DEADLINE_MS = 30_000;

export interface WatchPorts {
  readonly database: Database;
  readonly xroad: XRoadClient;
  readonly addresses: Addresses;
  readonly protocols: Protocols;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Looks at the contract of every query type, mass service, feed and declaration as its registers publish it now (getWsdl), and writes down what it means. A register
 * that cannot be asked leaves what was found before. Gives the types that have come to be broken.
 */
export async function watchContracts(ports: WatchPorts): Promise<readonly string[]> {
  const { client, provider } = ports.addresses;
  const metadata = createMetadataClient({ xroad: ports.xroad, client, deadlineMs: DEADLINE_MS });
  const descriptions = new Map<string, Promise<string | undefined>>();
  const describe = ({ registry, service: { code, version } }: WatchedService): Promise<string | undefined> => {
    const key = `${registry}/${code}/${version ?? ''}`;
    const asked = descriptions.get(key) ?? fetched();
    descriptions.set(key, asked);
    return asked;
    async function fetched(): Promise<string | undefined> {
      const subsystem = provider[registry];
      if (subsystem === undefined) return undefined;
      const came = await metadata.getWsdl({
        ...subsystem,
        serviceCode: code,
        ...(version === undefined ? {} : { serviceVersion: version }),
      });
      if (!came.ok) ports.log.warn({ registry, service: code, code: came.error.code }, 'a contract could not be looked at');
      return came.ok ? Buffer.from(came.value.bytes).toString('utf8') : undefined;
    }
  };
  const broken: string[] = [];
  /** Undefined when one of them could not be looked at: what is known of the others says nothing of the whole. */
  const judge = async ({ services }: Watched): Promise<Judgement | undefined> => {
    const judgements: Judgement[] = [];
    for (const one of services) {
      const offered = await describe(one);
      if (offered === undefined) return undefined;
      judgements.push(judgeContract(one.service.code, pinnedContract(one.registry), offered, goldenBodies(one.golden)));
    }
    return together(judgements);
  };
  for (const type of watched(ports.protocols)) {
    const found = await judge(type);
    if (found === undefined) continue;
    const at = ports.clock.now();
    const isNew = await ports.database.transaction(async (tx) => {
      const cameToBe = await putFinding(tx, type.code, type.registry, found, at);
      if (cameToBe) {
        const details = { differences: found.differences.length };
        await appendAudit(tx, {
          action: 'CONTRACT_BROKEN',
          at,
          system: 'contract-watch',
          object: { type: type.kind, id: type.code },
          outcome: 'DONE',
          details,
        });
      }
      return cameToBe;
    });
    if (isNew) {
      broken.push(type.code);
      ports.log.error(
        { type: type.code, differences: found.differences.slice(0, 20) },
        'a register has broken its contract: what is asked by it is blocked',
      );
    }
  }
  return broken;
}

/** Looks every night and when asked to, until the returned function is called. */
export function startContractWatch(ports: WatchPorts): () => Promise<void> {
  return startRounds(
    EVERY_MS,
    async () => {
      const now = ports.clock.now();
      if (await claimWatch(ports.database.db, now, lastNight(now))) await watchContracts(ports);
    },
    (error) => ports.log.error({ err: error }, 'the contract watch failed'),
  );
}

/** When the last nightly look was due. */
function lastNight(now: Temporal.Instant): Temporal.Instant {
  const tonight = startOfDay(now).toZonedDateTimeISO(ZONE).with({ hour: NIGHTLY_HOUR }).toInstant();
  return tonight.epochMilliseconds <= now.epochMilliseconds ? tonight : tonight.subtract({ hours: 24 });
}
