import { startRounds } from '../../platform/index.ts';
import { type AdvancePorts, advanceRun } from './advance-run.ts';
import { askScheduledRun } from './ask-run.ts';

/** How often it is looked whether there is a run to be taken on: 2 s. */
const EVERY_MS = 2_000;
/** How often it is looked whether the day of the schedule has come: 10 min. */
const SCHEDULED_EVERY_MS = 600_000;

export interface RetentionPorts extends AdvancePorts {
  /** The day of the month on which a dry run is made by itself; undefined: none is. */
  readonly dryRunOnDay: number | undefined;
}

/** Carries runs out until the returned function is called, which waits for a batch under way. Several processes may. */
export function startRetention(ports: RetentionPorts): () => Promise<void> {
  let stopping = false;
  const { dryRunOnDay: dayOfMonth } = ports;
  const stops = [
    startRounds(
      EVERY_MS,
      async () => {
        while (!stopping && (await advanceRun(ports)));
      },
      (error) => ports.log.error({ err: error }, 'a retention run could not be taken on'),
    ),
    ...(dayOfMonth === undefined
      ? []
      : [
          startRounds(
            SCHEDULED_EVERY_MS,
            () => askScheduledRun({ ...ports, dayOfMonth }),
            (error) => ports.log.error({ err: error }, 'the dry run of the schedule could not be made'),
          ),
        ]),
  ];
  return async () => {
    stopping = true;
    await Promise.all(stops.map((stop) => stop()));
  };
}
