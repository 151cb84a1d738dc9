import type { Text } from '../../platform/index.ts';

/** What becomes of the data when their period is over. `STAYS`: nothing of a person is in them. */
export type Fate = 'ANONYMISE' | 'DELETE' | 'STAYS';

/** Who carries it out. `BY_ITSELF`: the part that keeps them lets go of them by its own clock. `NOT_KEPT`: the register has no such data yet. */
export type CarriedOut = 'RUN' | 'BY_ITSELF' | 'NOT_KEPT';

/** How long a group of data is kept (säilitustähtaeg), and why just so long. */
export interface RetentionPolicy {
  readonly name: Text;
  /** From when the period is reckoned, in words. */
  readonly from: string;
  /** How long, as an ISO 8601 duration; undefined where the law names an event instead, which `from` tells. */
  readonly period?: string;
  /** How long afterwards in the digital archive, still with names, where only supervision sees it. */
  readonly archive?: string;
  readonly fate: Fate;
  readonly legalBasis: { readonly act: 'SHS' | 'STAR põhimäärus' | 'RPS' | 'IKÜM'; readonly section: string };
  /** Whether the period stands in a law, or the controller has confirmed the installation's. */
  readonly confirmed: boolean;
  readonly carriedOut: CarriedOut;
}

const proceedingsOf = (section: string) => ({ act: 'SHS', section: `§ 145¹ ${section}` }) as const;
const statute = { act: 'STAR põhimäärus', section: 'säilitustähtajad' } as const;

/** What a law says: SHS § 145¹; GDPR. */
export const BY_LAW = {
  PROCEEDING_5_5: {
    name: { et: 'menetlus, 5 + 5 aastat', en: 'proceeding, 5 + 5 years', ru: 'производство, 5 + 5 лет' },
    from: 'the end of the proceeding',
    period: 'P5Y',
    archive: 'P5Y',
    fate: 'ANONYMISE',
    legalBasis: proceedingsOf('lg 1'),
    confirmed: true,
    carriedOut: 'RUN',
  },
  ADOPTION_50_50: {
    name: { et: 'lapsendamine, 50 + 50 aastat', en: 'adoption, 50 + 50 years', ru: 'усыновление, 50 + 50 лет' },
    from: 'the end of the proceeding on an adoption or a foster family',
    period: 'P50Y',
    archive: 'P50Y',
    fate: 'ANONYMISE',
    legalBasis: proceedingsOf('(lapsendamine, hoolduspere)'),
    confirmed: true,
    carriedOut: 'RUN',
  },
  VICTIM_10: {
    name: { et: 'ohvriabi, 10 aastat', en: 'victim support, 10 years', ru: 'помощь жертвам, 10 лет' },
    from: 'the last entry, or where a subject was a child then, their majority',
    period: 'P10Y',
    fate: 'ANONYMISE',
    legalBasis: proceedingsOf('(ohvriabi)'),
    confirmed: true,
    carriedOut: 'RUN',
  },
  NGTS_27: {
    name: { et: 'noortegarantii, 27-aastaseks saamiseni', en: 'youth guarantee, until 27', ru: 'гарантия для молодёжи, до 27 лет' },
    from: 'until the person is 27',
    fate: 'DELETE',
    legalBasis: proceedingsOf('(noortegarantii tugisüsteem)'),
    confirmed: true,
    carriedOut: 'RUN',
  },
  DISABILITY_PERIOD: {
    name: { et: 'puude kestuse ajani', en: 'as long as the disability', ru: 'на срок инвалидности' },
    from: 'until the decision on the disability ends',
    fate: 'DELETE',
    legalBasis: proceedingsOf('(puudega täisealine)'),
    confirmed: true,
    carriedOut: 'NOT_KEPT',
  },
  CHILD_NOTICE_MAJORITY: {
    name: {
      et: 'teade lapsest, täisealiseks saamiseni',
      en: 'notice of a child, until majority',
      ru: 'уведомление о ребёнке, до совершеннолетия',
    },
    from: 'until everybody named in it is of age; of whom no code is told, 18 years from the receipt',
    fate: 'DELETE',
    legalBasis: proceedingsOf('(LasteKS § 27 lg 2 ja 3)'),
    confirmed: true,
    carriedOut: 'RUN',
  },
  GENERAL_CARE_30D: {
    name: { et: 'hooldekodus viibimine, 30 päeva', en: 'stay in general care, 30 days', ru: 'пребывание в доме ухода, 30 дней' },
    from: 'the end of the service',
    period: 'P30D',
    fate: 'DELETE',
    legalBasis: proceedingsOf('(üldhooldusteenus)'),
    confirmed: true,
    carriedOut: 'NOT_KEPT',
  },
  MEDIATION_MAJORITY: {
    name: {
      et: 'perelepitus, lapse täisealiseks saamiseni',
      en: 'family mediation, until majority',
      ru: 'семейная медиация, до совершеннолетия',
    },
    from: 'until the child is of age',
    fate: 'DELETE',
    legalBasis: proceedingsOf('(perelepitus)'),
    confirmed: true,
    carriedOut: 'NOT_KEPT',
  },
  TRANSIENT: {
    name: { et: 'ajutised andmed', en: 'transient data', ru: 'временные данные' },
    from: 'when what they are for has ended: a session, an answer that may only be shown, a turn in a queue',
    fate: 'DELETE',
    legalBasis: { act: 'IKÜM', section: 'art 5 lg 1 p e' },
    confirmed: true,
    carriedOut: 'BY_ITSELF',
  },
  REFERENCE: {
    name: { et: 'korralduslikud andmed', en: 'reference data', ru: 'справочные данные' },
    from: 'as long as the register exists: institutions, classifiers, parameters, measures, and what is counted without names',
    fate: 'STAYS',
    legalBasis: { act: 'SHS', section: '§ 142 lg 1 p 4' },
    confirmed: true,
    carriedOut: 'BY_ITSELF',
  },
} as const satisfies Record<string, RetentionPolicy>;

/** What the law leaves to the statute (STAR põhimäärus), of which §§ 4-20 could not be read (domain part 5). */
const BY_STATUTE = {
  BASE_DATA: {
    name: { et: 'klienditoimiku üldandmed', en: 'general data of client files', ru: 'общие данные дел клиентов' },
    from: 'the last entry, and as long as anything in the register is about the person',
    fate: 'DELETE',
    legalBasis: statute,
    carriedOut: 'RUN',
  },
  MASS_ORDER: {
    name: { et: 'masspäringu tellimused', en: 'mass orders', ru: 'заказы массовых запросов' },
    from: 'the order',
    fate: 'DELETE',
    legalBasis: statute,
    carriedOut: 'RUN',
  },
  ACCOUNTING: {
    name: { et: 'deklaratsioonid', en: 'declarations', ru: 'декларации' },
    from: 'the order',
    fate: 'DELETE',
    legalBasis: { act: 'RPS', section: '§ 12 lg 1' },
    carriedOut: 'RUN',
  },
  EMPLOYEE: {
    name: { et: 'kasutajad ja töötajad', en: 'users and employees', ru: 'пользователи и работники' },
    from: 'the end of the work in the institution; an account, as long as anything that the person did is kept',
    fate: 'DELETE',
    legalBasis: statute,
    carriedOut: 'RUN',
  },
  LOG: {
    name: { et: 'logid', en: 'logs', ru: 'журналы' },
    from: 'the end of the month in which a line was written',
    fate: 'DELETE',
    legalBasis: statute,
    carriedOut: 'RUN',
  },
} as const satisfies Record<string, Omit<RetentionPolicy, 'period' | 'confirmed'>>;

/** How long what is left to the statute is kept, as the installation says, and whether the controller has confirmed it. */
export type StatutePeriods = Readonly<Record<keyof typeof BY_STATUTE, { readonly period: string; readonly confirmed: boolean }>>;

export type RetentionGroup = keyof typeof BY_LAW | keyof StatutePeriods;
export type Policies = Readonly<Record<RetentionGroup, RetentionPolicy>>;

/** One policy for each group of data. */
export function policiesOf(periods: StatutePeriods): Policies {
  return {
    ...BY_LAW,
    BASE_DATA: { ...BY_STATUTE.BASE_DATA, ...periods.BASE_DATA },
    MASS_ORDER: { ...BY_STATUTE.MASS_ORDER, ...periods.MASS_ORDER },
    ACCOUNTING: { ...BY_STATUTE.ACCOUNTING, ...periods.ACCOUNTING },
    EMPLOYEE: { ...BY_STATUTE.EMPLOYEE, ...periods.EMPLOYEE },
    LOG: { ...BY_STATUTE.LOG, ...periods.LOG },
  };
}

export const RETENTION_GROUPS = Object.keys({ ...BY_LAW, ...BY_STATUTE }) as readonly RetentionGroup[];
