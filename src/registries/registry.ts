import type { Text } from '../platform/index.ts';

/** The registers asked so far, by name. Each has a folder here, an address in the configuration and a queue of its own. */
export const REGISTRY_NAMES = {
  rr: { et: 'Rahvastikuregister', en: 'Population Register', ru: 'Регистр населения' },
  skais: { et: 'Sotsiaalkindlustusamet', en: 'Social Insurance Board', ru: 'Департамент социального страхования' },
  mta: { et: 'Maksu- ja Tolliamet', en: 'Tax and Customs Board', ru: 'Налогово-таможенный департамент' },
  tervisekassa: { et: 'Tervisekassa', en: 'Health Insurance Fund', ru: 'Больничная касса' },
  tootukassa: { et: 'Töötukassa', en: 'Unemployment Insurance Fund', ru: 'Касса по безработице' },
} as const satisfies Readonly<Record<string, Text>>;

export type Registry = keyof typeof REGISTRY_NAMES;

export const REGISTRIES = Object.keys(REGISTRY_NAMES) as readonly Registry[];

/** What people call a register. One that is no longer asked keeps the name it had in the code. */
export function registryName(registry: string): Text {
  return Object.hasOwn(REGISTRY_NAMES, registry) ? REGISTRY_NAMES[registry as Registry] : { et: registry, en: registry, ru: registry };
}
