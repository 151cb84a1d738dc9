import { type Coded, isoDate, present, said } from '../values.ts';
import type { Detailandmed_v6_isikuandmed } from './generated/ariregister.ts';
import { roleOf } from './labels.ts';

/** Somebody's part in an undertaking, on its card (board, partners of partnerships) or beside it (shareholders, beneficiaries). */
export interface Part {
  readonly personalCode: string | undefined;
  readonly name: string;
  readonly role: Coded | undefined;
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly sharePercent: string | undefined;
}

export function partsIn(people: Detailandmed_v6_isikuandmed | undefined): readonly Part[] {
  if (people === undefined) return [];
  const common = (one: {
    isikukood_registrikood?: string;
    eesnimi?: string;
    nimi_arinimi?: string;
    isiku_roll?: string;
    isiku_roll_tekstina?: string;
    algus_kpv?: string;
    lopp_kpv?: string;
  }) => ({
    personalCode: said(one.isikukood_registrikood)?.replace(/^EE/i, ''),
    name: [one.eesnimi, one.nimi_arinimi].flatMap((part) => said(part) ?? []).join(' '),
    role: roleOf(one),
    from: isoDate(one.algus_kpv),
    until: isoDate(one.lopp_kpv),
  });
  // These lists are all of one role, and write none.
  const members = people.hooneyhistu_liikmed.item.flatMap(({ liikmed }) => liikmed?.item ?? []);
  const profiting = people.kasusaajad?.kasusaaja ?? [];
  return [
    ...people.kaardile_kantud_isikud.item.map((one) => ({ ...common(one), sharePercent: undefined })),
    ...people.kaardivalised_isikud.item.map((one) => ({ ...common(one), sharePercent: said(one.osaluse_protsent) })),
    ...members.map((one) => ({ ...common({ ...one, isiku_roll: 'HUL' }), sharePercent: undefined })),
    ...profiting.map(({ eesnimi, nimi, isikukood, algus_kpv, lopp_kpv }) => ({
      ...common(present({ eesnimi, nimi_arinimi: nimi, isikukood_registrikood: isikukood, algus_kpv, lopp_kpv, isiku_roll: 'W' })),
      sharePercent: undefined,
    })),
  ];
}

/** A part as the record of a person's holdings has it: whose it is, is known. */
export function ownPart({ role, from, until, sharePercent }: Part) {
  return present<{ role?: Coded; from?: string; until?: string; sharePercent?: string }>({ role, from, until, sharePercent });
}
