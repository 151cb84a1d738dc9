import type { Temporal } from '../../platform/index.ts';
import type { Entry, Person } from '../person.ts';
import { chanceOf } from './chance.ts';

/** Kinds of change, by numbers that the register's own sample of an order names; what each means is not public. */
const KINDS: Readonly<Record<Entry['kind'], string>> = { NAME: '1', DEATH: '10', RESIDENCE: '22' };
const OTHERS = ['3', '24'];

/** What the population register has entered about a person in a period, by the days: what has happened to them, and by chance something else. */
export function changesOf(person: Person, from: Temporal.PlainDate, to: Temporal.PlainDate): readonly string[] {
  const entered = person.entered.filter(({ at }) => {
    const day = at.toPlainDate().toString();
    return day >= from.toString() && day <= to.toString();
  });
  const chance = chanceOf(person.personalCode, `changes ${from.toString()}`);
  return [...new Set(entered.map(({ kind }) => KINDS[kind])), ...(chance.chance(0.05) ? [chance.pick(OTHERS)] : [])];
}
