import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../../src/platform/index.ts';
import { type Cell, faultsIn } from './cell.ts';
import { changedIn, type Fingerprint, fingerprints } from './fingerprint.ts';
import { GOOD_CALLS } from './good-calls/index.ts';
import { type Ground, openGround } from './ground.ts';
import { MACHINES, type Machine, STATELESS, type Standing } from './machines/index.ts';
import { type Operation, readOperations } from './operation.ts';
import { send } from './sending.ts';

let ground: Ground;
let operations: readonly Operation[];
let fingerprint: () => Promise<Fingerprint>;
beforeAll(async () => {
  ground = await openGround();
  operations = (await readOperations(ground.star)).filter(({ name, path }) => path.includes('{') && name in GOOD_CALLS);
  fingerprint = await fingerprints(ground.star.gateway.database);
}, 120_000);
afterAll(() => ground.star.close());

/** The longest address of what an operation is about, of those in a list. */
const addressOf = ({ path }: Operation, list: object) =>
  Object.keys(list)
    .filter((address) => path === address || path.startsWith(`${address}/`))
    .sort((one, other) => other.length - one.length)[0];

it('whatever is written to by its address has states, or a reason why not', () => {
  const all = { ...MACHINES, ...STATELESS };
  expect(operations.filter((operation) => addressOf(operation, all) === undefined).map(({ name }) => name)).toEqual([]);
  expect(Object.keys(all).filter((address) => !operations.some(({ path }) => path.startsWith(address)))).toEqual([]);
});

it.each(Object.entries(MACHINES))(
  '%s: what its state does not allow is refused by one code, and writes nothing',
  async (address, machine) => {
    const faults: string[] = [];
    const about = operations.filter(({ path }) => path === address || path.startsWith(`${address}/`));
    for (const [state, standing] of Object.entries(machine.states)) {
      for (const operation of about)
        faults.push(...(await tryIn(operation, machine, standing)).map((fault) => `${state}: ${operation.name}: ${fault}`));
    }
    expect(faults).toEqual([]);
  },
  60_000,
);

/** Calls an operation about something in a state in which it is refused, or the one that it is for. */
async function tryIn(operation: Operation, { begins }: Machine, { reach, refuses, but = {} }: Standing): Promise<readonly string[]> {
  const own = await GOOD_CALLS[operation.name]?.(ground);
  // What stands below another thing is below it in its own good call alone.
  const isWhole = operation.name !== begins && namesIn(operation.path).every((name) => namesIn(begins).includes(name));
  const first = isWhole ? await GOOD_CALLS[begins]?.(ground) : own;
  if (own === undefined || first === undefined) throw new Error(`no good call of ${operation.name} or ${begins}`);
  const params = first.params ?? {};
  const sending = { ...own, params };
  if (reach === 'BY_THE_CALL') await send(ground.star.gateway.url, operation, sending);
  else await reach?.(ground, params);
  const code = but[operation.name] ?? refuses;
  const before = await fingerprint();
  const answer = await send(ground.star.gateway.url, operation, { ...sending, headers: { 'idempotency-key': newId() } });
  if (code === 'TAKEN') return answer.status < 300 ? [] : [`${answer.status} ${answer.code} instead of being taken`];
  const cell: Cell = { what: refuses, sending, code };
  const changed = changedIn(before, await fingerprint());
  return [...faultsIn(cell, answer), ...(changed.length === 0 ? [] : [`has written ${changed.join(', ')}`])];
}

function namesIn(address: string): readonly string[] {
  return [...address.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);
}
