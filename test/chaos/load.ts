import { setTimeout as sleep } from 'node:timers/promises';
import { callersOf, type Told } from './caller.ts';
import type { Question } from './questions.ts';
import type { Site } from './site.ts';
import type { Harm } from './size.ts';

/** Front-ends that call at a time. */
const CALLERS = 12;

/** What was accepted: the ids that a 2xx told of. */
export type Accepted = ReadonlyMap<string, Question['kind']>;

export interface Asked extends Told {
  readonly accepted: Accepted;
}

/** Asks all of them, evenly over the time, each until something final is said, while `meanwhile` does its harm; both have ended when this does. */
export async function askAll(
  site: Site,
  questions: readonly Question[],
  overMs: number,
  meanwhile: (going: () => boolean) => Promise<void> = async () => undefined,
): Promise<Asked> {
  const workers = await callersOf(site, site.worker, CALLERS);
  const officers = await callersOf(site, site.officer, 1);
  const accepted = new Map<string, Question['kind']>();
  const wrong: string[] = [];
  const began = performance.now();
  let [next, going] = [0, true];
  const lane = async (_: unknown, n: number) => {
    for (let at = next++; at < questions.length; at = next++) {
      const question = questions[at];
      if (question === undefined) return;
      await sleep(Math.max(0, began + (at / questions.length) * overMs - performance.now()));
      const caller = question.kind === 'declaration' ? officers[0] : workers[n];
      if (caller === undefined) throw new Error('there are as many callers as lanes');
      const { status, body } = await caller.insist('POST', question.path, question.body);
      if (status >= 200 && status < 300) accepted.set(String(body.id), question.kind);
      else wrong.push(`${status} ${body.code}`);
    }
  };
  const asking = Promise.all(Array.from({ length: CALLERS }, lane)).finally(() => {
    going = false;
  });
  await Promise.all([asking, meanwhile(() => going)]);
  const callers = [...workers, ...officers];
  await Promise.all(callers.map((caller) => caller.close()));
  const sum = (of: (told: Told) => number) => callers.reduce((all, { told }) => all + of(told), 0);
  return {
    accepted,
    unavailable: sum(({ unavailable }) => unavailable),
    lost: sum(({ lost }) => lost),
    wrong: [...wrong, ...callers.flatMap(({ told }) => told.wrong)],
  };
}

/** Does harm again and again while the load is going, so long apart and so often at most. Gives how often. */
export async function againAndAgain(
  going: () => boolean,
  { between: [least, most], atMost }: Harm,
  harm: (n: number) => Promise<void>,
): Promise<number> {
  let times = 0;
  const rest = async () => {
    const until = performance.now() + least + Math.random() * (most - least);
    while (going() && performance.now() < until) await sleep(50);
  };
  for (await rest(); going() && times < atMost; await rest()) {
    await harm(times);
    times += 1;
  }
  return times;
}
