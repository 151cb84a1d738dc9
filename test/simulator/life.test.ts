import { describe, expect, it } from 'vitest';
import { Temporal } from '../../src/platform/index.ts';
import { createCountry } from '../../src/simulator/index.ts';

const asOf = '2026-11-23';
const at = (moment: string) => Temporal.PlainDateTime.from(moment);
const open = () => createCountry({ seed: 11, asOf });
/** What has been entered since the country was made. */
const entered = (country: ReturnType<typeof open>) =>
  country.people.flatMap(({ personalCode, entered }) =>
    entered
      .filter((entry) => entry.at.toPlainDate().toString() >= asOf)
      .map((entry) => `${entry.at.toString()} ${entry.kind} ${personalCode}`),
  );

describe('a year in the country', () => {
  const country = open();
  country.life.liveUntil(at('2027-11-23T12:00'));

  it('has deaths, moves and marriages, and stays one story', () => {
    for (const kind of ['DEATH', 'RESIDENCE', 'NAME'])
      expect(entered(country).filter((one) => one.includes(kind)).length, kind).toBeGreaterThan(5);
    for (const person of country.people) {
      const isHome = person.household.members.includes(person);
      expect(isHome).toBe(person.deathDate === undefined || person.deathDate.toString() < asOf);
      if (person.spouse !== undefined) {
        expect(person.spouse.spouse).toBe(person);
        expect(person.spouse.household.members).toContain(person);
      }
      for (const member of person.household.members) expect(member.household.address).toBe(person.household.address);
    }
  });

  it('lets the people live of whom demonstrations tell', () => {
    for (const code of Object.values(country.personae)) {
      const person = country.find(code);
      expect(person?.entered.filter((entry) => entry.at.toPlainDate().toString() >= asOf) ?? []).toEqual([]);
    }
  });

  it('is the same by days as at once, and does not come twice', () => {
    const byDays = open();
    for (let day = at('2026-11-23T09:00'); Temporal.PlainDateTime.compare(day, at('2027-11-23T12:00')) < 0; day = day.add({ hours: 17 }))
      byDays.life.liveUntil(day);
    byDays.life.liveUntil(at('2027-11-23T12:00'));
    expect(entered(byDays)).toEqual(entered(country));
    const before = entered(country);
    country.life.liveUntil(at('2027-01-01T12:00'));
    country.life.liveUntil(at('2027-11-23T12:00'));
    expect(entered(country)).toEqual(before);
  });
});

describe('something that is made to happen', () => {
  it('happens to whoever it can happen to', () => {
    const country = open();
    const person = country.find(country.personae.LONE_PENSIONER ?? '');
    if (person === undefined) throw new Error('nobody is there');
    const { address } = person.household;
    expect(country.life.happen(person, 'MOVE', at('2026-11-23T12:00'))).toBe(true);
    expect(person.household.address).not.toBe(address);
    expect(country.life.happen(person, 'MARRIAGE', at('2026-11-24T12:00'))).toBe(true);
    expect(person.spouse?.lastName).toBe(person.lastName);
    expect(country.life.happen(person, 'MARRIAGE', at('2026-11-25T12:00'))).toBe(false);
    const { spouse } = person;
    expect(country.life.happen(person, 'DEATH', at('2026-11-26T12:00'))).toBe(true);
    expect(spouse?.spouse).toBeUndefined();
    expect(country.life.happen(person, 'MOVE', at('2026-11-27T12:00'))).toBe(false);
  });
});
