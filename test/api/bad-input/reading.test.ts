import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Bearer } from '../../gateway.ts';
import { sampleOf } from '../sample.ts';
import { formCellsOf } from './address-cells.ts';
import { faultsIn } from './cell.ts';
import { changedIn, fingerprints } from './fingerprint.ts';
import { type Ground, openGround } from './ground.ts';
import { type Operation, readOperations } from './operation.ts';
import { call } from './thing.ts';

let ground: Ground;
let readings: readonly Operation[];
beforeAll(async () => {
  ground = await openGround();
  readings = await readOperations(ground.star, true);
}, 120_000);
afterAll(() => ground.star.close());

it('whatever is asked for in a wrong form, or by a word that there is not, is refused by one code, named, and writes nothing', async () => {
  const { star } = ground;
  const callerOf = await callers();
  const fingerprint = await fingerprints(star.gateway.database);
  const before = await fingerprint();
  const faults: string[] = [];
  for (const reading of readings) {
    const { name, parameters } = reading;
    const as = callerOf(reading);
    const placed = (place: string) =>
      parameters
        .filter((one) => one.in === place && (place === 'path' || one.required === true))
        .map((one) => [one.name, String(sampleOf(one.schema))]);
    const good = { as, params: Object.fromEntries(placed('path')), search: Object.fromEntries(placed('query')) };
    for (const cell of formCellsOf(reading, good)) {
      const found = faultsIn(cell, await call(ground, reading, cell.sending));
      faults.push(...found.map((fault) => `${name}: ${cell.what}: ${fault}`));
    }
  }
  expect(faults).toEqual([]);
  expect(changedIn(before, await fingerprint())).toEqual([]);
}, 120_000);

/** Who may call what. */
async function callers(): Promise<(reading: Operation) => Bearer> {
  const { mari, rein, juht, anu } = ground;
  const citizen = await ground.citizen();
  const byRole: Readonly<Record<string, Bearer>> = {
    SOCIAL_WORKER: mari,
    ADMIN: mari,
    SETTLEMENT: mari,
    SKA_SUPERVISION: rein,
    REGISTRY_MANAGER: juht,
    TEHIK_OPS: anu,
  };
  return ({ name, roles, isForCitizens }) => {
    if (isForCitizens) return citizen;
    const [as] = roles === undefined ? [mari] : roles.flatMap((role) => byRole[role] ?? []);
    if (as === undefined) throw new Error(`nobody here may call ${name}`);
    return as;
  };
}
