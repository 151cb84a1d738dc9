import { type EuroCents, euroCents } from '../../estonia/index.ts';
import type { Temporal } from '../../platform/index.ts';
import type { Person } from '../person.ts';
import { chanceOf } from './chance.ts';

export interface RehabilitationPlan {
  readonly madeOn: Temporal.PlainDate;
  readonly validUntil: Temporal.PlainDate;
  readonly madeBy: string;
}

/** Every second of those with a disability has a plan, made some months after it was found. */
export function rehabilitationOf({ personalCode, disability }: Person): RehabilitationPlan | undefined {
  const chance = chanceOf(personalCode, 'rehabilitation');
  if (disability === undefined || !chance.chance(0.5)) return undefined;
  const madeOn = disability.from.add({ months: chance.between(1, 6) });
  return {
    madeOn,
    validUntil: madeOn.add({ years: 3 }),
    madeBy: chance.pick(['Põhja Rehabilitatsioonikeskus', 'Lõuna Rehabilitatsioonikeskus']),
  };
}

export interface SpecialCare {
  readonly kind: string;
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  readonly provider: string;
}

/** And every third is referred to a special care service for two years. */
export function specialCareOf({ personalCode, disability }: Person): readonly SpecialCare[] {
  const chance = chanceOf(personalCode, 'special care');
  if (disability === undefined || !chance.chance(0.35)) return [];
  const from = disability.from.add({ months: chance.between(2, 8) });
  const kind = chance.pick(['Igapäevaelu toetamise teenus', 'Toetatud elamise teenus', 'Töötamise toetamise teenus']);
  return [{ kind, from, until: from.add({ years: 2 }), provider: 'AS Hoolekandeteenused (sünteetiline)' }];
}

export interface Assessment {
  readonly extent: 'OSALINE' | 'PUUDUV';
  readonly decidedOn: Temporal.PlainDate;
  readonly years: number;
  readonly restriction: string;
  readonly allowance: EuroCents;
}

/** Who has a disability and is of working age has been assessed; a profound one leaves no ability to work. */
export function assessmentOf({ personalCode, disability, birthDate }: Person, today: Temporal.PlainDate): Assessment | undefined {
  const age = birthDate.until(today, { largestUnit: 'years' }).years;
  if (disability === undefined || age < 16 || age > 65) return undefined;
  const chance = chanceOf(personalCode, 'work ability');
  const extent = disability.degree === 'S' ? 'PUUDUV' : 'OSALINE';
  const restriction = chance.pick(['Liikumine', 'Käeline tegevus', 'Info edasiandmine ja vastuvõtmine']);
  const allowance = euroCents(extent === 'PUUDUV' ? 69_240 : 39_469);
  return { extent, decidedOn: disability.from.add({ days: chance.between(20, 60) }), years: 5, restriction, allowance };
}
