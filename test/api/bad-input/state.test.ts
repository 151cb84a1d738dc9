import { afterAll, beforeAll, expect, it } from 'vitest';
import { faultsIn } from './cell.ts';
import { changedIn, type Fingerprint, fingerprints } from './fingerprint.ts';
import { GOOD_CALLS } from './good-calls/index.ts';
import { type Ground, openGround } from './ground.ts';
import { MACHINES, type Machine, STATELESS, standingOf, verdictOn, wayTo } from './machines/index.ts';
import { type Operation, readOperations } from './operation.ts';
import type { Sending } from './sending.ts';
import { call, commandOf, goodCall, isOnWhole, operationsOn } from './thing.ts';

let ground: Ground;
let operations: readonly Operation[];
let fingerprint: () => Promise<Fingerprint>;
beforeAll(async () => {
  ground = await openGround();
  operations = (await readOperations(ground.star)).filter(({ name, path }) => path.includes('{') && name in GOOD_CALLS);
  fingerprint = await fingerprints(ground.star.gateway.database);
}, 120_000);
afterAll(() => ground.star.close());

it('whatever is written to by its address has states, or a reason why not', () => {
  const addresses = Object.keys({ ...MACHINES, ...STATELESS });
  const known = new Set(addresses.flatMap((address) => operationsOn(operations, address)));
  expect(operations.filter((operation) => !known.has(operation)).map(({ name }) => name)).toEqual([]);
  expect(addresses.filter((address) => operationsOn(operations, address).length === 0)).toEqual([]);
});

it.each(Object.entries(MACHINES))(
  '%s: what its state does not allow is refused by one code, and writes nothing',
  async (address, machine) => {
    const faults: string[] = [];
    for (const state of Object.keys(machine.states)) {
      for (const operation of operationsOn(operations, address)) {
        const found = await tryIn(operation, address, machine, state);
        faults.push(...found.map((fault) => `${state}: ${operation.name}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
  },
  120_000,
);

/** Calls an operation about something in a state. */
async function tryIn(operation: Operation, address: string, machine: Machine, state: string): Promise<readonly string[]> {
  const verdict = verdictOn(machine, state, commandOf(operation, address));
  // What is taken where a machine begins is the good call itself (matrix.test.ts).
  if (state === machine.first && 'to' in verdict) return [];
  const sending = await bring(operation, address, machine, state);
  const before = await fingerprint();
  const answer = await call(ground, operation, sending);
  if ('to' in verdict) return answer.status < 300 ? [] : [`${answer.status} ${answer.code} instead of being taken`];
  const changed = changedIn(before, await fingerprint());
  const faults = faultsIn({ what: state, sending, code: verdict.refused }, answer);
  return [...faults, ...(changed.length === 0 ? [] : [`has written ${changed.join(', ')}`])];
}

/** Has an operation’s good call be about something in a state. What stands below another thing is below it in its own good call alone. */
async function bring(operation: Operation, address: string, machine: Machine, state: string): Promise<Sending> {
  const own = await goodCall(ground, operation.name);
  const isBeginning = operation.name !== machine.begins && isOnWhole(operation, machine);
  const { params = {} } = isBeginning ? await goodCall(ground, machine.begins) : own;
  const sending = { ...own, params };
  const { reach } = standingOf(machine, state);
  if (reach !== undefined) await reach(ground, params);
  else for (const command of wayTo(machine, state) ?? []) await lead(command);
  return sending;

  async function lead(command: string): Promise<void> {
    const leading = operationsOn(operations, address).find((one) => commandOf(one, address) === command);
    if (leading === undefined) throw new Error(`no operation ${command} on ${address}`);
    const good = leading === operation ? own : await goodCall(ground, leading.name);
    const { status, text } = await call(ground, leading, { ...good, params });
    if (status >= 300) throw new Error(`${leading.name} answers ${text}`);
  }
}
