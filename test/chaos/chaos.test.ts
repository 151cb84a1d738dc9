import { beforeAll, expect, it } from 'vitest';
import { redisIsThere } from '../redis.ts';
import { HEAD, holds, lineOf, type Row } from './row.ts';
import { FAULTS, runAll, type Trial, trialsOf } from './run.ts';
import { SHORT } from './size.ts';

/** The short version of `npm run chaos`. */
const trials = trialsOf(FAULTS, redisIsThere('faults') ? ['postgres', 'redis'] : ['postgres']);
let rows: readonly Row[] = [];
beforeAll(async () => {
  rows = await runAll(trials, SHORT, () => undefined);
});

it.each(trials.map(({ fault, backend }: Trial) => [fault.id, backend]))('%s on %s: nothing lost, nothing twice', (id, backend) => {
  const shown = rows.filter((row) => row.id === id && row.backend === backend);
  expect(
    shown
      .filter((row) => !holds(row))
      .map(lineOf)
      .join('\n'),
    HEAD,
  ).toBe('');
  expect(shown).not.toEqual([]);
});

it('tells a row that does not hold from one that does', () => {
  const row = {
    id: 'R1',
    backend: 'postgres',
    injected: 'a process killed',
    accepted: 3,
    survived: 3,
    held: 0,
    lost: 0,
    doubled: 0,
    broken: [],
    also: '',
    seconds: 1,
  } as const;
  expect(holds(row)).toBe(true);
  for (const fault of [{ accepted: 0, survived: 0 }, { survived: 2 }, { lost: 1 }, { doubled: 1 }, { broken: ['a promise'] }])
    expect(holds({ ...row, ...fault })).toBe(false);
});
