import { expect, it } from 'vitest';
import { together } from '../../src/platform/index.ts';

/** A service that notes its rounds and ends each when told. */
function rounds() {
  const under: { readonly calls: readonly number[]; readonly end: () => void; readonly fail: (error: Error) => void }[] = [];
  const carryOut = (calls: readonly number[]) =>
    new Promise<readonly string[]>((resolve, reject) => {
      under.push({ calls, end: () => resolve(calls.map((call) => `done ${call}`)), fail: reject });
    });
  return { under, carryOut };
}

/** Lets the event loop turn, and what it has started with it. */
const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

it('carries out together what is called at the same moment, and gives everybody their own outcome', async () => {
  const { under, carryOut } = rounds();
  const call = together(carryOut, { atMost: 10, atATime: 1 });
  const outcomes = Promise.all([call(1), call(2), call(3)]);
  await turn();
  expect(under.map(({ calls }) => calls)).toEqual([[1, 2, 3]]);
  under[0]?.end();
  expect(await outcomes).toEqual(['done 1', 'done 2', 'done 3']);
});

it('keeps to the size and the number of rounds, and goes on with what has come meanwhile', async () => {
  const { under, carryOut } = rounds();
  const call = together(carryOut, { atMost: 2, atATime: 2 });
  const first = [call(1), call(2), call(3), call(4), call(5)];
  await turn();
  expect(under.map(({ calls }) => calls)).toEqual([
    [1, 2],
    [3, 4],
  ]);
  const late = call(6);
  await turn();
  expect(under).toHaveLength(2);
  under[0]?.end();
  await turn();
  expect(under[2]?.calls).toEqual([5, 6]);
  under[1]?.end();
  under[2]?.end();
  expect(await Promise.all([...first, late])).toEqual([1, 2, 3, 4, 5, 6].map((n) => `done ${n}`));
});

it('shares what is called between the rounds, so that one is made while the other waits; a few calls are not worth it', async () => {
  const { under, carryOut } = rounds();
  const call = together(carryOut, { atMost: 100, atATime: 2, sharedFrom: 8 });
  const numbers = (from: number, count: number) => Array.from({ length: count }, (_, n) => from + n);
  const first = numbers(1, 21).map(call);
  await turn();
  expect(under.map(({ calls }) => calls)).toEqual([numbers(1, 11), numbers(12, 10)]);
  const later = numbers(22, 7).map(call);
  under[1]?.end();
  await turn();
  expect(under[2]?.calls).toEqual(numbers(22, 7));
  under[0]?.end();
  under[2]?.end();
  expect(await Promise.all([...first, ...later])).toHaveLength(28);
});

it('fails the calls of a round that fails, and no other', async () => {
  const { under, carryOut } = rounds();
  const call = together(carryOut, { atMost: 2, atATime: 1 });
  const settled = Promise.allSettled([call(1), call(2), call(3)]);
  await turn();
  under[0]?.fail(new Error('no'));
  await turn();
  under[1]?.end();
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
});

it('fails a round whose outcomes are not its calls’', async () => {
  const call = together(async () => ['one'], { atMost: 10, atATime: 1 });
  const settled = await Promise.allSettled([call(1), call(2)]);
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
