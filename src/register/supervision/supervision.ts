import { type Clock, defineMetrics, type Log, type Metrics, startRounds } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { type Allowance, createAllowance } from './allowance.ts';
import { followUp } from './follow-up.ts';
import { type JudgePorts, judgeChain } from './judge-chain.ts';
import { countUnjudged } from './signal-store.ts';

/** How often what has been sealed is judged: 2 s. */
const JUDGED_EVERY_MS = 2_000;
/** How often it is looked how the askers stand: 2 s. */
const WATCHED_EVERY_MS = 2_000;
/** How often it is looked what has followed from questions: 10 min. Nothing waits for it. */
const FOLLOWED_EVERY_MS = 600_000;

interface SupervisionPorts extends JudgePorts {
  readonly clock: Clock;
  readonly log: Log;
}

/** Judges the audit chain from time to time until the returned function is called, which waits for a round under way. Several processes may. */
export function startSupervision(ports: SupervisionPorts): () => Promise<void> {
  const { log } = ports;
  const stopJudging = startRounds(
    JUDGED_EVERY_MS,
    async () => {
      while ((await judgeChain(ports)) === 'MORE');
    },
    (error) => log.error({ err: error }, 'the audit chain could not be judged'),
  );
  const stopFollowing = startRounds(
    FOLLOWED_EVERY_MS,
    async () => {
      while ((await followUp(ports)) === 'MORE');
    },
    (error) => log.error({ err: error }, 'questions could not be followed up'),
  );
  return async () => {
    await Promise.all([stopJudging(), stopFollowing()]);
  };
}

/** Keeps a process's allowance up to date until it is stopped. */
export function watchAllowance(ports: SupervisionPorts): { allowance: Allowance; stop: () => Promise<void> } {
  const allowance = createAllowance(ports);
  const stop = startRounds(
    WATCHED_EVERY_MS,
    () => allowance.look(),
    (error) => ports.log.error({ err: error }, 'how the askers stand could not be looked at'),
  );
  return { allowance, stop };
}

export const supervisionMetricCatalogue = defineMetrics({
  unjudged: {
    type: 'gauge',
    name: 'star_supervision_unjudged_lines',
    help: 'Lines of the audit chain that no rule of supervision has looked at yet: above some thousand for minutes nobody judges them',
    labels: {},
  },
});

export function supervisionMetrics(metrics: Metrics, database: Database): void {
  metrics.gauge(supervisionMetricCatalogue.unjudged, async (gauge) => {
    gauge.set(await countUnjudged(database.db));
  });
}
