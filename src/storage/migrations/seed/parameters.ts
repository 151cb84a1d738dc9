/** A parameter as the domain lists it (3.12), cut into single quantities, with all the values it has had. */
export interface SeededParameter {
  readonly code: string;
  readonly scope: 'STATE' | 'LOCAL';
  readonly group: 'TTT' | 'VPT' | 'CARE';
  readonly unit: 'EUR' | 'RATIO' | 'M2' | 'DAYS' | 'MONTHS' | 'WORD';
  readonly words?: readonly string[];
  readonly name: readonly [et: string, en: string, ru: string];
  readonly basis: readonly [act: string, section: string];
  /** Each holds from its day until the next begins. */
  readonly values: readonly (readonly [from: string, value: string, sourceAct: string, confirmed?: false])[];
  /** The last day for which the law has such a quantity. */
  readonly inForceTo?: string;
  /** The last day for which the last value is known: from the next on it is refused until somebody confirms another. */
  readonly knownTo?: string;
}

const OLD_SHS = 'SHS (1995)';

/** Sources of the amounts: domain 2.3 "Limits by year", 2.4, 2.5; what is not verified there is not confirmed here. */
export const PARAMETERS: readonly SeededParameter[] = [
  {
    code: 'TTT_LIMIT_FIRST',
    scope: 'STATE',
    group: 'TTT',
    unit: 'EUR',
    name: ['Toimetulekupiir, esimene pereliige', 'Subsistence limit, first member', 'Прожиточный минимум, первый член семьи'],
    basis: ['SHS', '§ 131 lg 3'],
    values: [
      ['2011-01-01', '76.70', 'riigieelarve 2011'],
      ['2014-01-01', '90.00', 'riigieelarve 2014'],
      ['2016-01-01', '130.00', 'riigieelarve 2016'],
      ['2018-01-01', '140.00', 'riigieelarve 2018'],
      ['2019-01-01', '150.00', 'riigieelarve 2019'],
      ['2022-06-01', '200.00', 'riigieelarve 2022, muudetud 01.06.2022'],
      ['2026-01-01', '220.00', 'riigieelarve 2026 § 2'],
    ],
    knownTo: '2026-12-31',
  },
  {
    code: 'TTT_WEIGHT_ADULT',
    scope: 'STATE',
    group: 'TTT',
    unit: 'RATIO',
    name: ['Järgmise täisealise kaal', 'Weight of a further adult', 'Вес следующего взрослого'],
    basis: ['SHS', '§ 131 lg 4'],
    values: [['2011-01-01', '0.8', 'SHS § 131 lg 4']],
  },
  {
    code: 'TTT_WEIGHT_CHILD',
    scope: 'STATE',
    group: 'TTT',
    unit: 'RATIO',
    name: ['Lapse kaal', 'Weight of a child', 'Вес ребёнка'],
    basis: ['SHS', '§ 131 lg 5'],
    values: [
      ['2011-01-01', '0.8', OLD_SHS],
      ['2015-01-01', '1.0', OLD_SHS],
      ['2018-01-01', '1.2', 'SHS § 131 lg 5'],
    ],
  },
  {
    code: 'NORM_PER_MEMBER_M2',
    scope: 'STATE',
    group: 'TTT',
    unit: 'M2',
    name: ['Eluruumi norm pereliikme kohta', 'Dwelling norm for each member', 'Норма жилья на члена семьи'],
    basis: ['ELUASEME_NORM', '§ 2'],
    values: [['1999-02-07', '18', 'VV 26.01.1999 nr 38 § 2']],
  },
  {
    code: 'NORM_PER_FAMILY_M2',
    scope: 'STATE',
    group: 'TTT',
    unit: 'M2',
    name: ['Eluruumi norm perele lisaks', 'Dwelling norm for the family besides', 'Норма жилья на семью дополнительно'],
    basis: ['ELUASEME_NORM', '§ 2'],
    values: [['1999-02-07', '15', 'VV 26.01.1999 nr 38 § 2']],
  },
  {
    code: 'NORM_STUDENT_EXTRA_M2',
    scope: 'STATE',
    group: 'TTT',
    unit: 'M2',
    name: ['Eluruumi lisanorm õppija kohta', 'Further norm for a student', 'Дополнительная норма на учащегося'],
    basis: ['SHS', '§ 133 lg 10'],
    values: [['2011-01-01', '18', 'SHS § 133 lg 10']],
  },
  {
    code: 'NORM_SINGLE_PENSIONER_MAX_M2',
    scope: 'STATE',
    group: 'TTT',
    unit: 'M2',
    name: ['Üksi elava pensionäri norm kuni', 'Norm of a pensioner living alone, at most', 'Норма одинокого пенсионера, не более'],
    basis: ['ELUASEME_NORM', '§ 2¹'],
    values: [['2002-01-01', '51', 'VV 26.01.1999 nr 38 § 2¹']],
  },
  {
    code: 'TTT_SUPPLEMENT',
    scope: 'STATE',
    group: 'TTT',
    unit: 'EUR',
    name: ['Täiendav sotsiaaltoetus', 'Supplement to subsistence benefit', 'Дополнительное социальное пособие'],
    basis: ['SHS', '§ 135'],
    values: [['2011-01-01', '15.00', 'SHS § 135']],
  },
  {
    code: 'TTT_APPLY_DAY',
    scope: 'STATE',
    group: 'TTT',
    unit: 'WORD',
    words: ['20', 'LAST_WORKING_DAY'],
    name: ['Taotlemise viimane päev kuus', 'Last day of a month to apply', 'Последний день месяца для ходатайства'],
    basis: ['SHS', '§ 132 lg 1'],
    values: [
      ['2010-04-01', '20', OLD_SHS],
      ['2018-01-01', 'LAST_WORKING_DAY', 'SHS § 132 lg 1'],
    ],
  },
  {
    code: 'TTT_DECISION_WORKING_DAYS',
    scope: 'STATE',
    group: 'TTT',
    unit: 'DAYS',
    name: ['Otsustamise tähtaeg tööpäevades', 'Working days to decide', 'Рабочих дней на решение'],
    basis: ['SHS', '§ 134 lg 2'],
    values: [['2010-04-01', '5', 'SHS § 134 lg 2']],
  },
  {
    code: 'TTT_PAY_WORKING_DAYS',
    scope: 'STATE',
    group: 'TTT',
    unit: 'DAYS',
    name: ['Maksmise tähtaeg tööpäevades', 'Working days to pay', 'Рабочих дней на выплату'],
    basis: ['SHS', '§ 134 lg 6'],
    values: [['2010-04-01', '3', 'SHS § 134 lg 6']],
  },
  {
    code: 'TTT_WORK_MONTHS_IN_FULL',
    scope: 'STATE',
    group: 'TTT',
    unit: 'MONTHS',
    name: ['Töötasu täies ulatuses arvestamata, kuud', 'Months of wage disregarded in full', 'Месяцев без учёта всей зарплаты'],
    basis: ['SHS', '§ 133 lg 2¹'],
    values: [['2018-01-01', '2', 'SHS § 133 lg 2¹']],
  },
  {
    code: 'TTT_WORK_MONTHS_BY_HALF',
    scope: 'STATE',
    group: 'TTT',
    unit: 'MONTHS',
    name: ['Töötasu pooles ulatuses arvestamata, kuud', 'Months of wage disregarded by half', 'Месяцев без учёта половины зарплаты'],
    basis: ['SHS', '§ 133 lg 2¹'],
    values: [['2018-01-01', '4', 'SHS § 133 lg 2¹']],
  },
  {
    code: 'TTT_WORK_PRIOR_MONTHS',
    scope: 'STATE',
    group: 'TTT',
    unit: 'MONTHS',
    name: ['Töötasuta toetuse kuid enne', 'Months of benefit without wage before', 'Месяцев пособия без зарплаты до этого'],
    basis: ['SHS', '§ 133 lg 2¹'],
    values: [['2018-01-01', '2', 'SHS § 133 lg 2¹']],
  },
  {
    code: 'TTT_WORK_ONCE_IN_MONTHS',
    scope: 'STATE',
    group: 'TTT',
    unit: 'MONTHS',
    name: ['Töötasu arvestamata jätmine üks kord, kuud', 'Disregarded once in so many months', 'Один раз за столько месяцев'],
    basis: ['SHS', '§ 133 lg 2²'],
    values: [['2018-01-01', '24', 'SHS § 133 lg 2²']],
  },
  {
    code: 'TTT_HOME_LOAN_MAX_MONTHS',
    scope: 'STATE',
    group: 'TTT',
    unit: 'MONTHS',
    name: ['Eluasemelaenu arvestamine, kuud aastas', 'Months of home loan in a year', 'Месяцев жилищного кредита в году'],
    basis: ['SHS', '§ 133 lg 9²'],
    values: [['2022-07-01', '6', 'SHS § 133 lg 9²']],
  },
  {
    // Domain 2.3, ambiguity 1: which of norm and cap comes first is the municipality's to say.
    code: 'HOUSING_CAP_ORDER',
    scope: 'LOCAL',
    group: 'TTT',
    unit: 'WORD',
    words: ['PROPORTIONAL_THEN_CAP', 'CAP_TIMES_NORM'],
    name: ['Normi ja piirmäära järjekord', 'Order of norm and cap', 'Порядок нормы и предела'],
    basis: ['SHS', '§ 133 lg 6'],
    values: [['2011-01-01', 'PROPORTIONAL_THEN_CAP', 'vaikimisi']],
  },
  {
    // Domain 2.3, ambiguity 3.
    code: 'SUPPORT_CAP_SCOPE',
    scope: 'LOCAL',
    group: 'TTT',
    unit: 'WORD',
    words: ['PERSON', 'FAMILY'],
    name: ['Makstud elatise ülempiir', 'Cap of maintenance paid, by', 'Предел уплаченных алиментов'],
    basis: ['SHS', '§ 133 lg 6'],
    values: [['2011-01-01', 'PERSON', 'vaikimisi']],
  },
  {
    // For families with a payout of the needs-based family benefit in the month (domain 2.3, Valga 2018).
    code: 'TTT_WEIGHT_CHILD_VPT_TRANSITION',
    scope: 'STATE',
    group: 'VPT',
    unit: 'RATIO',
    name: ['Lapse kaal VPT üleminekul', 'Weight of a child in the transition from VPT', 'Вес ребёнка при переходе от VPT'],
    basis: ['SHS', '§ 131 lg 5'],
    values: [['2018-01-01', '1.0', 'SHS 2018 üleminekusäte']],
    inForceTo: '2018-03-31',
  },
  {
    code: 'VPT_LIMIT_FIRST',
    scope: 'STATE',
    group: 'VPT',
    unit: 'EUR',
    name: ['VPT sissetulekupiir, esimene pereliige', 'Income limit of VPT, first member', 'Предел дохода VPT, первый член семьи'],
    basis: ['RPTS', 'vajaduspõhine peretoetus'],
    values: [
      ['2013-07-01', '280.00', 'kontrollimata', false],
      ['2014-01-01', '299.00', 'RPTS'],
      ['2015-01-01', '329.00', 'RPTS'],
      ['2016-01-01', '358.00', 'RPTS'],
      ['2017-01-01', '394.00', 'kontrollimata', false],
    ],
    inForceTo: '2017-12-31',
  },
  {
    code: 'VPT_SUM_ONE_CHILD',
    scope: 'STATE',
    group: 'VPT',
    unit: 'EUR',
    name: ['VPT ühe lapsega perele', 'VPT of a family with one child', 'VPT семье с одним ребёнком'],
    basis: ['RPTS', 'vajaduspõhine peretoetus'],
    values: [
      ['2013-07-01', '9.59', 'RPTS'],
      ['2015-01-01', '45.00', 'RPTS'],
    ],
    inForceTo: '2018-03-31',
  },
  {
    code: 'VPT_SUM_MORE_CHILDREN',
    scope: 'STATE',
    group: 'VPT',
    unit: 'EUR',
    name: ['VPT kahe ja enama lapsega perele', 'VPT of a family with more children', 'VPT семье с двумя и более детьми'],
    basis: ['RPTS', 'vajaduspõhine peretoetus'],
    values: [
      ['2013-07-01', '19.18', 'RPTS'],
      ['2015-01-01', '90.00', 'RPTS'],
    ],
    inForceTo: '2018-03-31',
  },
  {
    code: 'SOCIAL_TAX_BASE',
    scope: 'STATE',
    group: 'CARE',
    unit: 'EUR',
    name: ['Sotsiaalmaksu kuumäär', 'Monthly base of social tax', 'Месячная база социального налога'],
    basis: ['SMS', '§ 6 lg 1¹'],
    values: [
      ['2020-01-01', '540.00', 'riigieelarve 2020'],
      ['2021-01-01', '584.00', 'riigieelarve 2021'],
      ['2022-01-01', '584.00', 'kontrollimata', false],
      ['2023-01-01', '654.00', 'kontrollimata', false],
      ['2024-01-01', '725.00', 'riigieelarve 2024'],
      ['2025-01-01', '820.00', 'kontrollimata', false],
      ['2026-01-01', '886.00', 'kontrollimata', false],
    ],
    knownTo: '2026-12-31',
  },
];
