/** The code of a value with its label in Estonian, English and Russian; and its last day, where it has had one. */
export type SeededValue = readonly [code: string, et: string, en: string, ru: string, validTo?: string];

/** A central classifier as it stood when STAR was put into service, with what the law has ended since. */
export interface SeededClassifier {
  readonly code: string;
  readonly group: 'ADMIN' | 'CLIENT_WORK' | 'TTT' | 'SETTLEMENT' | 'XTEE';
  readonly name: readonly [et: string, en: string, ru: string];
  readonly values: readonly SeededValue[];
}

/** Since when the values of the first filling hold: STAR's first statutes (VV 08.03.2010 no 26). */
export const SEEDED_FROM = '2010-04-01';
