import type { Temporal } from '../../platform/index.ts';
import type { Person } from '../person.ts';
import { chanceOf } from './chance.ts';

/** Kinds of change, by numbers that the register's own sample of an order names; what each means is not public. */
const DEATH = '10';
const RESIDENCE = '22';
const OTHERS = ['1', '3', '24'];

/** What the population register has entered about a person in a period: a death, a move, and by chance something else. */
export function changesOf(person: Person, from: Temporal.PlainDate, to: Temporal.PlainDate): readonly string[] {
  const within = (date: Temporal.PlainDate | undefined) =>
    date !== undefined && date.toString() >= from.toString() && date.toString() <= to.toString();
  const chance = chanceOf(person.personalCode, `changes ${from.toString()}`);
  return [
    ...(within(person.deathDate) ? [DEATH] : []),
    ...(within(person.household.since) ? [RESIDENCE] : []),
    ...(chance.chance(0.05) ? [chance.pick(OTHERS)] : []),
  ];
}
