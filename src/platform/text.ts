/** A sentence or label in the three languages of the register's users. */
export interface Text {
  readonly et: string;
  readonly en: string;
  readonly ru: string;
}

export type Language = keyof Text;

export const LANGUAGES = ['et', 'en', 'ru'] as const satisfies readonly Language[];
