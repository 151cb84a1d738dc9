import type { Text } from '../platform/index.ts';

/** Puude raskusaste, as both systems of the Social Insurance Board code it (registries 3.2; PISTS § 2²). */
export const DISABILITY_DEGREE: Readonly<Record<string, Text>> = {
  K: { et: 'keskmine', en: 'moderate', ru: 'средняя' },
  R: { et: 'raske', en: 'severe', ru: 'тяжёлая' },
  S: { et: 'sügav', en: 'profound', ru: 'глубокая' },
};
