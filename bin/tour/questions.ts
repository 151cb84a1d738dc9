/** One question of the tour: of which type, in which kind of proceeding, about whom, and with what. */
export interface TourQuestion {
  readonly type: string;
  readonly kind: string;
  /** The part that the person plays in the simulated country. */
  readonly persona: string;
  /** Whom the person cares for, where that is their part in the proceeding. */
  readonly caresFor?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** What it takes from answers that came before: by their types. */
  readonly from?: (record: (type: string) => Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

type Parts = Readonly<Record<string, unknown>>;

/** Every type of query there is, about somebody of whom its register has something; and every entry that can be made, one upon the other. */
export function tourQuestions(month: string): readonly TourQuestion[] {
  const period = { from: `${month}-01`, to: `${month}-28` };
  const year = String(Number(month.slice(0, 4)) - 1);
  const parent = { kind: 'SIMPLE', persona: 'EMPLOYED_PARENT' } as const;
  const family = { kind: 'CASE', persona: 'EMPLOYED_PARENT' } as const;
  const disabled = { kind: 'CASE', persona: 'DISABLED' } as const;
  const carer = { kind: 'CARE', persona: 'UNEMPLOYED_PARENT', caresFor: 'LONE_PENSIONER' } as const;
  const basis = { decisionNo: '2-4/17', since: dayOfBasis(0) };
  return [
    { type: 'RR.RESIDENCES_DOCS_RELATIONS', ...parent },
    { type: 'RR.RELATED_PERSONS', ...parent },
    { type: 'RR.LIVES_ALONE', kind: 'SIMPLE', persona: 'LONE_PENSIONER' },
    { type: 'RR.PERSON_SEARCH', ...parent, from: (record) => ({ lastName: record('RR.RESIDENCES_DOCS_RELATIONS').lastName }) },
    { type: 'RR.ADDRESS_RESIDENTS', ...parent, from: (record) => houseOf(record('RR.RESIDENCES_DOCS_RELATIONS')) },
    { type: 'RR.GUARDIANSHIP', ...family },
    { type: 'RR.CAPACITY_AND_RESIDENCES', ...family },
    { type: 'RR.CUSTODY', ...family, parameters: { role: 'VANEM' } },
    { type: 'RR.RELATIONS_AND_CUSTODY', ...family },
    { type: 'RR.PARENTS', kind: 'CHILD', persona: 'CHILD' },
    { type: 'RR.PEOPLE_IN_FULL', ...family, from: (record) => beginningOf(record('RR.RESIDENCES_DOCS_RELATIONS')) },
    { type: 'SKA.PAYMENTS', ...parent, parameters: { month } },
    { type: 'SKA.DISABILITY_VALID', ...disabled },
    { type: 'SKA.REHABILITATION', kind: 'CASE', persona: 'IN_REHABILITATION' },
    { type: 'SKA.SPECIAL_CARE', kind: 'CASE', persona: 'IN_SPECIAL_CARE' },
    { type: 'SKA.CHILD_BENEFIT', kind: 'SIMPLE', persona: 'CHILD', parameters: { month } },
    { type: 'SKA.BENEFITS', kind: 'SIMPLE', persona: 'DISABLED', parameters: period },
    { type: 'EMTA.EMPLOYER_AND_HK_PAYMENTS', ...parent, parameters: { from: month, to: month } },
    { type: 'EMTA.SELF_EMPLOYED', kind: 'SIMPLE', persona: 'SELF_EMPLOYED', parameters: { year } },
    { type: 'HK.INSURANCE_AND_GP', ...parent },
    { type: 'HK.CARER_INSURANCE.START', ...carer, parameters: basis },
    { type: 'HK.CARER_INSURANCE.PAUSE', ...carer, parameters: { ...basis, from: dayOfBasis(10), until: dayOfBasis(20) } },
    { type: 'HK.CARER_INSURANCE.END', ...carer, parameters: { ...basis, until: dayOfBasis(100) } },
    { type: 'HK.CARER_INSURANCE.EXTENSION', ...carer, parameters: { ...basis, from: dayOfBasis(101), until: dayOfBasis(200) } },
    { type: 'HK.CARER_INSURANCE.EXTRAORDINARY_END', ...carer, parameters: { ...basis, until: dayOfBasis(150) } },
    { type: 'TTK.UNEMPLOYED_STATUS', kind: 'SIMPLE', persona: 'UNEMPLOYED_PARENT', parameters: period },
    { type: 'TTK.PAYMENTS', kind: 'SIMPLE', persona: 'UNEMPLOYED_PARENT', parameters: period },
    { type: 'TTK.WORK_ABILITY', ...disabled },
    { type: 'TOR.EMPLOYMENT', ...parent },
    { type: 'EHIS.STUDIES', kind: 'SIMPLE', persona: 'PUPIL' },
    { type: 'TRAFFIC.VEHICLES', kind: 'SIMPLE', persona: 'OWNER_OF_A_VEHICLE' },
    { type: 'LAND.PROPERTIES', kind: 'SIMPLE', persona: 'OWNER_OF_A_HOME' },
    {
      type: 'LAND.PROPERTY',
      kind: 'SIMPLE',
      persona: 'OWNER_OF_A_HOME',
      from: (record) => ({ registerPart: first(record('LAND.PROPERTIES').properties).registerPart }),
    },
    { type: 'BUSINESS.HOLDINGS', kind: 'SIMPLE', persona: 'OWNER_OF_A_COMPANY' },
    {
      type: 'BUSINESS.COMPANY',
      kind: 'SIMPLE',
      persona: 'OWNER_OF_A_COMPANY',
      from: (record) => ({ registryCode: first(record('BUSINESS.HOLDINGS').companies).registryCode }),
    },
    { type: 'COURT.CHILDHOOD_DECISIONS', kind: 'CASE', persona: 'UNDER_CUSTODY' },
    { type: 'COURT.ADOPTION_DECISIONS', kind: 'ADOPTION', persona: 'ADOPTED' },
    { type: 'ADS.NORMALISE', ...parent, from: (record) => ({ text: residenceIn(record('RR.RESIDENCES_DOCS_RELATIONS')).address }) },
  ];
}

const DAY_MS = 86_400_000;
const begun = Date.now();

/** Another day at each tour, and so many after it: the simulated register keeps what it was told, and a basis begins once. */
function dayOfBasis(daysAfter: number): string {
  const ago = Math.floor(begun / 1000) % 700;
  return new Date(begun + (daysAfter - ago) * DAY_MS).toISOString().slice(0, 10);
}

function residenceIn(entry: Parts): { readonly address: string; readonly municipalityCode: string } {
  return entry.residence as { address: string; municipalityCode: string };
}

function houseOf(entry: Parts): Parts {
  const { address, municipalityCode: municipality } = residenceIn(entry);
  const [, street, house] = /^(.*) (\d+)-\d+,/.exec(address) ?? [];
  return { municipality, street, house };
}

/** What a clerk who does not know the whole code would ask by. */
function beginningOf(entry: Parts): Parts {
  const { birthDate, firstName, lastName } = entry as { birthDate: string; firstName: string; lastName: string };
  const century = birthDate < '2000' ? '4' : '6';
  return { codeBeginning: `${century}${birthDate.slice(2, 4)}${birthDate.slice(5, 7)}${birthDate.slice(8, 10)}`, lastName, firstName };
}

function first(list: unknown): Parts {
  return Array.isArray(list) ? (list[0] as Parts) : {};
}
