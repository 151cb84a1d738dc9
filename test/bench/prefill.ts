import { createLog, systemClock } from '../../src/platform/index.ts';
import { createCountry, startSimulator } from '../../src/simulator/index.ts';
import { STAR } from '../installation.ts';
import { type Figure, inTurn, warmUp } from './figures.ts';
import { closing, openBenchGateway, openGround } from './ground.ts';
import { signInWorker } from './worker.ts';

const LATENCY_MS = 300;
/** Prefills after which the gateway is as quick as it stays. */
const WARM_AFTER = 12;
const REGISTERS = ['rr', 'skais', 'mta', 'tervisekassa', 'tootukassa'];

/** P6: a household of six, six questions each, every register answering after 300 ms; against the time of one such answer. */
export async function prefill(): Promise<Figure> {
  await using ground = await openGround();
  await using simulator = closing(
    await startSimulator({
      port: 0,
      country: createCountry({ seed: 1, asOf: '2026-11-23' }),
      clock: systemClock,
      log: createLog('error'),
      clients: [STAR],
    }),
  );
  for (const register of REGISTERS) simulator.knobs(register).latencyMs = LATENCY_MS;
  await using gateway = await openBenchGateway(ground.url, simulator.url, 16);
  await using worker = await signInWorker(gateway, 'prefill');
  const month = systemClock.now().toString().slice(0, 7);

  const ours = async () => {
    const [proceeding] = await worker.openProceedings(1, 6);
    if (proceeding === undefined) throw new Error('no proceeding');
    const events = await worker.follow(proceeding.id);
    const began = performance.now();
    const { body } = await worker.call('POST', `/api/v1/proceedings/${proceeding.id}/prefill`, {
      purpose: 'SUBSISTENCE_BENEFIT',
      month,
      householdIds: proceeding.subjects,
    });
    const items = body.items as { queryId: string }[];
    if (items.length !== 36) throw new Error(`prefill asked ${items.length} questions`);
    await events.answered(items.length);
    return performance.now() - began;
  };
  const theirs = async () => {
    const [proceeding] = await worker.openProceedings(1, 1);
    const began = performance.now();
    await worker.call('POST', `/api/v1/proceedings/${proceeding?.id}/queries?wait=10`, {
      type: 'RR.RESIDENCES_DOCS_RELATIONS',
      subjectId: proceeding?.subjects[0],
    });
    return performance.now() - began;
  };
  for (const once of [ours, theirs]) await warmUp(once, { times: WARM_AFTER, atATime: 1 });
  const measured = await inTurn(ours, theirs);
  return {
    id: 'P6',
    what: 'prefill, 6 people x 6 questions, 300 ms each',
    against: 'one question, one answer',
    mustReach: 'under 1.25',
    unit: 'ms',
    ...measured,
  };
}
