import { afterAll, beforeAll, expect, it } from 'vitest';
import { addressCells, NOT_THERE } from './address-cells.ts';
import { bodyCells } from './body-cells.ts';
import { type Cell, faultsIn } from './cell.ts';
import { changedIn, type Fingerprint, fingerprints } from './fingerprint.ts';
import { GOOD_CALLS, type GoodCall } from './good-calls/index.ts';
import { type Ground, openGround } from './ground.ts';
import { headerCells } from './header-cells.ts';
import { type Operation, readOperations } from './operation.ts';
import { ownerCells } from './owner-cells.ts';
import { referenceCells } from './reference-cells.ts';
import { call } from './thing.ts';

/** Of these there is no good call, and why. */
const UNTRIED: Readonly<Record<string, string>> = {
  'POST /api/v1/self-service/sessions': 'asks for nothing but TARA’s word, which test/api/self-service has a TARA for',
  'DELETE /api/v1/admin/users/{id}': 'is refused always (REQ-106)',
};
/** After it everybody has terms to accept before they go on. */
const LAST = 'POST /api/v1/terms';

let ground: Ground;
let operations: readonly Operation[];
let fingerprint: () => Promise<Fingerprint>;
beforeAll(async () => {
  ground = await openGround();
  operations = await readOperations(ground.star);
  fingerprint = await fingerprints(ground.star.gateway.database);
}, 300_000);
afterAll(() => ground.star.close());

it('every operation has a call that it takes, or a reason why not', () => {
  const names = operations.map(({ name }) => name);
  expect(names.filter((name) => !(name in GOOD_CALLS) && !(name in UNTRIED))).toEqual([]);
  expect([...Object.keys(GOOD_CALLS), ...Object.keys(UNTRIED)].filter((name) => !names.includes(name))).toEqual([]);
  expect(Object.keys(NOT_THERE).filter((address) => !operations.some(({ path }) => path.startsWith(address)))).toEqual([]);
});

it('whatever one thing is wrong with a call, it is refused by one code, names the field, repeats nothing and writes nothing', async () => {
  const faults: string[] = [];
  for (const operation of [...operations].sort((one, other) => Number(one.name === LAST) - Number(other.name === LAST))) {
    const makeGood = GOOD_CALLS[operation.name];
    if (makeGood === undefined) continue;
    const good = await makeGood(ground);
    const found = await tryCells(operation, cellsOf(operation, good));
    const { status, text } = await call(ground, operation, good);
    // Else something else had been wrong with each of them.
    if (status >= 300) found.push(`the call that nothing is wrong with: ${status} ${text}`);
    faults.push(...found.map((fault) => `${operation.name}: ${fault}`));
  }
  expect(faults).toEqual([]);
}, 300_000);

function cellsOf(operation: Operation, good: GoodCall): readonly Cell[] {
  return [
    ...bodyCells(operation, good),
    ...addressCells(operation, good),
    ...headerCells(operation, good),
    ...referenceCells(operation, good),
    ...ownerCells(operation, good, ground),
  ];
}

/** Tries the cells of an operation, and only where something was written one by one. */
async function tryCells(operation: Operation, cells: readonly Cell[]): Promise<string[]> {
  const faults: string[] = [];
  const before = await fingerprint();
  for (const cell of cells) {
    const answer = await call(ground, operation, cell.sending);
    faults.push(...faultsIn(cell, answer).map((fault) => `${cell.what}: ${fault}`));
  }
  if (changedIn(before, await fingerprint()).length === 0) return faults;
  for (const cell of cells) {
    const unwritten = await fingerprint();
    await call(ground, operation, cell.sending);
    const changed = changedIn(unwritten, await fingerprint());
    if (changed.length > 0) faults.push(`${cell.what}: has written ${changed.join(', ')}`);
  }
  return faults;
}
