/** A section of an act of the state, in the wording of a day; and where that wording is published. */
export type SeededLegalBasis = readonly [act: string, section: string, wordedOn: string, reference?: string];

/** What the acts are called. */
export const ACTS: Readonly<Record<string, string>> = {
  SHS: 'sotsiaalhoolekande seadus',
  SMS: 'sotsiaalmaksuseadus',
  RPTS: 'riiklike peretoetuste seadus',
  ELUASEME_NORM: 'Vabariigi Valitsuse 26.01.1999 määrus nr 38 eluruumi sotsiaalselt põhjendatud normi kohta',
  RES_2026: '2026. aasta riigieelarve seadus',
  STAR: 'sotsiaalteenuste ja -toetuste andmeregistri põhimäärus',
};

const SHS_2026 = 'RT I, 30.12.2025, 29';

/** What the first parameters and state measures refer to. Sources: domain 2.0 and 2.3, where each is verified or marked. */
export const LEGAL_BASES: readonly SeededLegalBasis[] = [
  ['SHS', '§ 26', '2026-01-09', SHS_2026],
  ['SHS', '§ 131 lg 3', '2026-01-09', SHS_2026],
  ['SHS', '§ 131 lg 4', '2026-01-09', SHS_2026],
  ['SHS', '§ 131 lg 5', '2026-01-09', SHS_2026],
  ['SHS', '§ 132 lg 1', '2026-01-09', SHS_2026],
  ['SHS', '§ 133 lg 2¹', '2026-01-09', SHS_2026],
  ['SHS', '§ 133 lg 2²', '2026-01-09', SHS_2026],
  ['SHS', '§ 133 lg 5', '2026-01-09', SHS_2026],
  ['SHS', '§ 133 lg 6', '2026-01-09', SHS_2026],
  ['SHS', '§ 133 lg 9²', '2026-01-09', SHS_2026],
  ['SHS', '§ 133 lg 10', '2026-01-09', SHS_2026],
  ['SHS', '§ 134 lg 2', '2026-01-09', SHS_2026],
  ['SHS', '§ 134 lg 6', '2026-01-09', SHS_2026],
  ['SHS', '§ 135', '2026-01-09', SHS_2026],
  ['SMS', '§ 6 lg 1¹', '2026-01-01'],
  ['RPTS', 'vajaduspõhine peretoetus', '2013-07-01'],
  ['ELUASEME_NORM', '§ 2', '1999-02-07'],
  ['ELUASEME_NORM', '§ 2¹', '2002-01-01'],
  ['RES_2026', '§ 2', '2026-01-01', 'RT I, 03.07.2026, 24'],
  ['STAR', '§ 1', '2017-12-27', 'RT I, 28.12.2017, 90'],
];
