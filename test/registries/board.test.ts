import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ok } from '../../src/platform/index.ts';
import { catalogue, feedCatalogue, type QueryType } from '../../src/registries/index.ts';
import { openWorld, type World } from '../simulator/world.ts';
import { feedRowOf, isComplete, rowOf, twinRowOf } from './board.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it('npm run registries: every query type and every feed is complete', { timeout: 60_000 }, () => {
  const { status, stdout } = spawnSync(process.execPath, ['test/registries/registries.ts'], { encoding: 'utf8' });
  const all = catalogue.length + feedCatalogue.length;
  expect(stdout.trim().split('\n').at(-1)).toMatch(
    new RegExp(
      `^${all} of ${all} complete: ${catalogue.length} query types and ${feedCatalogue.length} feeds of changes, of \\d+ registers`,
    ),
  );
  expect(status).toBe(0);
});

it('sees a type that believes whatever comes', async () => {
  const [type] = catalogue as readonly [QueryType, ...QueryType[]];
  const credulous: QueryType = { ...type, readAnswer: () => ok({ state: 'FOUND', record: {} }) };
  const row = await rowOf(credulous, world);
  expect(isComplete(row)).toBe(false);
  const wrong = Object.entries(row.marks).filter(([, { kind }]) => kind === 'WRONG');
  expect(wrong.map(([column]) => column)).toEqual(['not found', 'says no', 'another', 'invalid']);
});

it('sees a REST twin that believes whatever comes', async () => {
  const [type] = catalogue.filter(({ twin }) => twin !== undefined);
  if (type?.twin === undefined) throw new Error('no type has a twin');
  const readAnswer = () => ok({ state: 'FOUND' as const, record: {} });
  const row = await twinRowOf({ ...type, twin: { ...type.twin, readAnswer } }, world);
  const wrong = Object.entries(row.marks).filter(([, { kind }]) => kind === 'WRONG');
  expect(wrong.map(([column]) => column)).toEqual(['not found', 'says no', 'another', 'invalid']);
});

it('sees a feed that believes whatever comes', async () => {
  const [feed] = feedCatalogue;
  if (feed === undefined) throw new Error('there are no feeds');
  const readAnswer = () => ok({ state: 'READ' as const, changes: [], cursor: '', more: false });
  const row = await feedRowOf({ ...feed, readAnswer }, world);
  const wrong = Object.entries(row.marks).filter(([, { kind }]) => kind === 'WRONG');
  expect(wrong.map(([column]) => column)).toEqual(['found', 'says no', 'invalid']);
});
