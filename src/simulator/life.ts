import { Temporal } from '../platform/index.ts';
import type { Household, Person } from './person.ts';
import { createRandom, type Random } from './random.ts';

/** What may happen to somebody as time passes. */
export const HAPPENINGS = ['DEATH', 'MOVE', 'MARRIAGE'] as const;
export type Happening = (typeof HAPPENINGS)[number];

/** How likely it is that each happens to one of two thousand people on a day. */
const DAILY: Readonly<Record<Happening, number>> = { DEATH: 0.1, MOVE: 0.5, MARRIAGE: 0.1 };
/** Registry offices enter what has happened between eight and four. */
const OFFICE_HOURS = { from: 8, to: 15 };
/** From this age on people die here. */
const OLD = 65;
const ADULT = 18;

/** Makes a home somewhere. */
export type MakeHome = (random: Random, since: Temporal.PlainDate) => Omit<Household, 'members'>;

/** The life of the country: its people die, move and marry, each time the same in a country of the same seed. */
export interface Life {
  /** Lets happen what happens until then. Time that has passed does not come back. */
  liveUntil(now: Temporal.PlainDateTime): void;
  /** Lets one thing happen to somebody; false when it cannot. */
  happen(person: Person, happening: Happening, at: Temporal.PlainDateTime): boolean;
}

/**
 * @param spared people to whom nothing happens by itself: those that demonstrations count on
 */
export function createLife(
  { seed, began, makeHome }: { readonly seed: number; readonly began: Temporal.PlainDate; readonly makeHome: MakeHome },
  people: readonly Person[],
  spared: ReadonlySet<Person>,
): Life {
  let lived = began.toPlainDateTime();
  const happens: Readonly<Record<Happening, (person: Person, at: Temporal.PlainDateTime, random: Random) => boolean>> = {
    DEATH: (person, at) => die(person, at),
    MOVE: (person, at, random) => move(person, at, makeHome(random, at.toPlainDate())),
    MARRIAGE(person, at, random) {
      const others = people.filter(
        (other) => mayMarry(other, at) && other.sex !== person.sex && !spared.has(other) && !areKin(person, other),
      );
      return mayMarry(person, at) && others.length > 0 && marry(person, random.pick(others), at);
    },
  };
  const chosen: Readonly<Record<Happening, (person: Person, at: Temporal.PlainDateTime) => boolean>> = {
    DEATH: (person, at) => isAlive(person) && ageOf(person, at) >= OLD,
    MOVE: (person) => isAlive(person) && person.household.members.every((member) => !spared.has(member)),
    MARRIAGE: mayMarry,
  };
  return {
    liveUntil(now) {
      for (let day = lived.toPlainDate(); Temporal.PlainDate.compare(day, now.toPlainDate()) <= 0; day = day.add({ days: 1 })) {
        for (const { happening, at, random } of happeningsOf(seed, day)) {
          if (Temporal.PlainDateTime.compare(at, lived) <= 0 || Temporal.PlainDateTime.compare(at, now) > 0) continue;
          const candidates = people.filter((person) => !spared.has(person) && chosen[happening](person, at));
          if (candidates.length > 0) happens[happening](random.pick(candidates), at, random);
        }
      }
      if (Temporal.PlainDateTime.compare(lived, now) < 0) lived = now;
    },
    happen: (person, happening, at) =>
      isAlive(person) && happens[happening](person, at, createRandom(seed + people.indexOf(person) + at.toPlainDate().dayOfYear)),
  };
}

/** What happens on a day, in its order, and the chance by which it strikes. */
function happeningsOf(seed: number, day: Temporal.PlainDate) {
  return HAPPENINGS.flatMap((happening, index) => {
    const random = createRandom(seed + day.since('2000-01-01').days * HAPPENINGS.length + index);
    if (!random.chance(DAILY[happening])) return [];
    const at = day.toPlainDateTime({ hour: random.between(OFFICE_HOURS.from, OFFICE_HOURS.to), minute: random.between(0, 59) });
    return [{ happening, at, random }];
  }).sort((one, other) => Temporal.PlainDateTime.compare(one.at, other.at));
}

function die(person: Person, at: Temporal.PlainDateTime): boolean {
  person.deathDate = at.toPlainDate();
  if (person.spouse !== undefined) person.spouse.spouse = undefined;
  person.spouse = undefined;
  leaveHome(person);
  person.entered.push({ at, kind: 'DEATH' });
  return true;
}

/** A household moves as a whole. */
function move(person: Person, at: Temporal.PlainDateTime, home: Omit<Household, 'members'>): boolean {
  const { members } = person.household;
  for (const member of [...members]) {
    member.household = { ...home, members };
    member.entered.push({ at, kind: 'RESIDENCE' });
  }
  return true;
}

/** One takes the other's name and moves in, with whom they live with. */
function marry(one: Person, other: Person, at: Temporal.PlainDateTime): boolean {
  one.spouse = other;
  other.spouse = one;
  if (other.lastName !== one.lastName) {
    other.lastName = one.lastName;
    other.entered.push({ at, kind: 'NAME' });
  }
  for (const member of [...other.household.members]) {
    leaveHome(member);
    member.household = { ...one.household, since: at.toPlainDate() };
    one.household.members.push(member);
    member.entered.push({ at, kind: 'RESIDENCE' });
  }
  return true;
}

function leaveHome(person: Person): void {
  const { members } = person.household;
  members.splice(members.indexOf(person), 1);
}

function mayMarry(person: Person, at: Temporal.PlainDateTime): boolean {
  return isAlive(person) && person.spouse === undefined && ageOf(person, at) >= ADULT;
}

function areKin(one: Person, other: Person): boolean {
  return one.household.members.includes(other) || one.parents.includes(other) || other.parents.includes(one);
}

function isAlive({ deathDate }: Person): boolean {
  return deathDate === undefined;
}

function ageOf({ birthDate }: Person, at: Temporal.PlainDateTime): number {
  return birthDate.until(at.toPlainDate(), { largestUnit: 'years' }).years;
}
