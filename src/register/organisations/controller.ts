import { Temporal } from '../../platform/index.ts';

interface Responsibility {
  /** As in the classifier INSTITUTION_TYPE. */
  readonly code: 'SOM' | 'SKA' | 'KOV' | 'COUNTY_GOV';
  readonly name: string;
  readonly from: Temporal.PlainDate;
  /** The last day. */
  readonly until?: Temporal.PlainDate;
  readonly source: string;
}

const FOUNDED = Temporal.PlainDate.from('2010-03-08');

/** Who has answered for the register (vastutav töötleja): the founding regulation, then the law since it names the SKA. REQ-256. */
const CONTROLLERS: readonly Responsibility[] = [
  {
    code: 'SOM',
    name: 'Sotsiaalministeerium',
    from: FOUNDED,
    until: Temporal.PlainDate.from('2019-03-14'),
    source: 'VV 08.03.2010 määrus nr 26; VV 08.01.2016 määrus nr 9',
  },
  {
    code: 'SKA',
    name: 'Sotsiaalkindlustusamet',
    from: Temporal.PlainDate.from('2019-03-15'),
    source: 'SHS § 141 lg 3 (RT I, 13.03.2019, 2)',
  },
];

/** Who works in it for the controller (volitatud töötlejad). County governments ended with 2017. REQ-257. */
const PROCESSORS: readonly Responsibility[] = [
  { code: 'KOV', name: 'Valla- ja linnavalitsused', from: FOUNDED, source: 'SHS § 144' },
  {
    code: 'COUNTY_GOV',
    name: 'Maavalitsused',
    from: FOUNDED,
    until: Temporal.PlainDate.from('2017-12-31'),
    source: 'VV 08.03.2010 määrus nr 26; maavalitsused lõpetati 31.12.2017',
  },
];

/** Who answered for the register on a day, and who worked in it for them; no controller before there was a register. */
export function responsibleOn(day: Temporal.PlainDate): { controller: Responsibility | undefined; processors: readonly Responsibility[] } {
  return { controller: CONTROLLERS.find(holdsOn(day)), processors: PROCESSORS.filter(holdsOn(day)) };
}

function holdsOn(day: Temporal.PlainDate): (responsibility: Responsibility) => boolean {
  const { compare } = Temporal.PlainDate;
  return ({ from, until }) => compare(from, day) <= 0 && (until === undefined || compare(day, until) <= 0);
}
