import type { Text } from '../platform/index.ts';

/** The registers asked so far, by name. Each has a folder here, an address in the configuration and a queue of its own. */
export const REGISTRY_NAMES = {
  rr: { et: 'Rahvastikuregister', en: 'Population Register', ru: 'Регистр населения' },
  skais: { et: 'Sotsiaalkindlustusamet', en: 'Social Insurance Board', ru: 'Департамент социального страхования' },
  skais2: {
    et: 'Sotsiaalkindlustusamet (SKAIS2)',
    en: 'Social Insurance Board (SKAIS2)',
    ru: 'Департамент социального страхования (SKAIS2)',
  },
  mta: { et: 'Maksu- ja Tolliamet', en: 'Tax and Customs Board', ru: 'Налогово-таможенный департамент' },
  // Another subsystem of the tax board's, with a breaker and a switch of its own.
  mkrliides: {
    et: 'Maksu- ja Tolliamet (deklaratsioonid)',
    en: 'Tax and Customs Board (declarations)',
    ru: 'Налогово-таможенный департамент (декларации)',
  },
  tor: { et: 'Töötamise register', en: 'Employment Register', ru: 'Регистр занятости' },
  tervisekassa: { et: 'Tervisekassa', en: 'Health Insurance Fund', ru: 'Больничная касса' },
  tootukassa: { et: 'Töötukassa', en: 'Unemployment Insurance Fund', ru: 'Касса по безработице' },
  ehis: { et: 'Eesti hariduse infosüsteem', en: 'Education Information System', ru: 'Инфосистема образования' },
  liiklusregister: { et: 'Liiklusregister', en: 'Traffic Register', ru: 'Регистр дорожного движения' },
  kinnistusraamat: { et: 'Kinnistusraamat', en: 'Land Register', ru: 'Крепостная книга' },
  ariregister: { et: 'Äriregister', en: 'Business Register', ru: 'Коммерческий регистр' },
  ads: { et: 'Aadressiandmete süsteem', en: 'Address Data System', ru: 'Система адресных данных' },
  kohus: { et: 'Lapseea kohtulahendid', en: 'Court decisions of childhood', ru: 'Судебные решения детства' },
} as const satisfies Readonly<Record<string, Text>>;

export type Registry = keyof typeof REGISTRY_NAMES;

export const REGISTRIES = Object.keys(REGISTRY_NAMES) as readonly Registry[];

/** What people call a register. One that is no longer asked keeps the name it had in the code. */
export function registryName(registry: string): Text {
  return Object.hasOwn(REGISTRY_NAMES, registry) ? REGISTRY_NAMES[registry as Registry] : { et: registry, en: registry, ru: registry };
}
