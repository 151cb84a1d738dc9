import type { Text } from '../../platform/index.ts';

type Labels = Readonly<Record<string, Text>>;

const alive = { et: 'elus', en: 'alive', ru: 'жив' };
const dead = { et: 'surnud', en: 'dead', ru: 'умер' };

/** State of a person: by letter or by word, as the service likes it. */
export const PERSON_STATUS: Labels = {
  E: alive,
  ELUS: alive,
  S: dead,
  SURNUD: dead,
  M: { et: 'määratlemata', en: 'undetermined', ru: 'не определено' },
  P: { et: 'andmed puuduvad', en: 'no data', ru: 'нет данных' },
};

export const RELATION: Labels = {
  ABIKAASA: { et: 'abikaasa', en: 'spouse', ru: 'супруг' },
  LAPS: { et: 'laps', en: 'child', ru: 'ребёнок' },
  EMA: { et: 'ema', en: 'mother', ru: 'мать' },
  ISA: { et: 'isa', en: 'father', ru: 'отец' },
  VEND: { et: 'vend', en: 'brother', ru: 'брат' },
  ODE: { et: 'õde', en: 'sister', ru: 'сестра' },
  EESTKOSTJA: { et: 'eestkostja', en: 'guardian', ru: 'опекун' },
  EESTKOSTETAV: { et: 'eestkostetav', en: 'ward', ru: 'подопечный' },
};

/** Whether an entry is in force. */
export const ENTRY_STATUS: Labels = {
  KEHTIV: { et: 'kehtiv', en: 'in force', ru: 'действует' },
  KEHTETU: { et: 'kehtetu', en: 'not in force', ru: 'не действует' },
};

export const DOCUMENT_KIND: Labels = {
  'ID-KAART': { et: 'isikutunnistus', en: 'identity card', ru: 'удостоверение личности' },
  PASS: { et: 'pass', en: 'passport', ru: 'паспорт' },
};

/** Teovõime (registries 3.1, EestkosteOn). */
export const LEGAL_CAPACITY: Labels = {
  0: {
    et: 'teovõimeline, alaealine või määramata',
    en: 'of full capacity, a minor, or not determined',
    ru: 'дееспособный, несовершеннолетний или не определено',
  },
  1: {
    et: 'piiratud teovõimega, valimisõiguseta',
    en: 'restricted, without the right to vote',
    ru: 'ограничена, без избирательного права',
  },
  2: { et: 'teovõimetu', en: 'without capacity', ru: 'недееспособный' },
  3: { et: 'piiratud teovõimega, valimisõigusega', en: 'restricted, with the right to vote', ru: 'ограничена, с избирательным правом' },
};

/** Hooldusõigus (registries 3.1). */
export const CUSTODY_ROLE: Labels = {
  VANEM: { et: 'vanem', en: 'parent', ru: 'родитель' },
  LAPS: { et: 'laps', en: 'child', ru: 'ребёнок' },
};
export const CUSTODY_KIND: Labels = {
  H10: { et: 'täielik isikuhooldusõigus', en: 'full custody of the person', ru: 'полное право опеки над личностью' },
  H20: { et: 'täielik varahooldusõigus', en: 'full custody of property', ru: 'полное право опеки над имуществом' },
};
export const CUSTODY_STATE: Labels = { H1: { et: 'kehtiv', en: 'in force', ru: 'действует' } };
