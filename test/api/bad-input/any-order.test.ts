import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faultsIn } from './cell.ts';
import { changedIn, type Fingerprint, fingerprints } from './fingerprint.ts';
import { type Ground, openGround } from './ground.ts';
import { MACHINES, movesOf, verdictOn } from './machines/index.ts';
import { type Operation, readOperations } from './operation.ts';
import { call, commandOf, goodCall, operationsOn } from './thing.ts';

let ground: Ground;
let operations: readonly Operation[];
let fingerprint: () => Promise<Fingerprint>;
beforeAll(async () => {
  ground = await openGround();
  operations = await readOperations(ground.star);
  fingerprint = await fingerprints(ground.star.gateway.database);
}, 120_000);
afterAll(() => ground.star.close());

it.each(Object.entries(MACHINES))(
  '%s is in no state that nobody has declared, in whatever order it is commanded; what is refused changes nothing',
  async (address, machine) => {
    const moves = movesOf(machine);
    const commanded = operationsOn(operations, address).filter((operation) => moves.includes(commandOf(operation, address)));
    expect(commanded.map((operation) => commandOf(operation, address)).sort()).toEqual([...moves].sort());
    const good = new Map(await Promise.all(commanded.map(async (one) => [one, await goodCall(ground, one.name)] as const)));
    const orders = fc.array(fc.constantFrom(...commanded), { minLength: 2, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const begun = await goodCall(ground, machine.begins);
        let state = machine.first;
        for (const operation of order) {
          const verdict = verdictOn(machine, state, commandOf(operation, address));
          // Whoever begins a thing may be the only one whose it is.
          const own = operation.name === machine.begins ? begun : good.get(operation);
          const sending = { as: begun.as, ...own, params: begun.params ?? {} };
          const before = await fingerprint();
          const answer = await call(ground, operation, sending);
          if ('to' in verdict) {
            expect(`${state}: ${operation.name}: ${answer.status < 300 ? 'taken' : answer.text}`).toBe(
              `${state}: ${operation.name}: taken`,
            );
            state = verdict.to;
            continue;
          }
          expect(faultsIn({ what: state, sending, code: verdict.refused }, answer)).toEqual([]);
          expect(changedIn(before, await fingerprint())).toEqual([]);
        }
      }),
      { numRuns: moves.length + 1 },
    );
  },
  120_000,
);
