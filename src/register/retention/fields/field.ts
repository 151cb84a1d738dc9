import type { Text } from '../../../platform/index.ts';
import type { RetentionGroup } from '../policy.ts';

/** What of the register's data composition a field belongs to: SHS § 142 lg 1 by its points, which the statute (põhimäärus) lists in detail. */
export const COMPOSITION = {
  GENERAL: { section: 'SHS § 142 lg 1 p 1', name: { et: 'üldandmed', en: 'general data', ru: 'общие данные' } },
  OTHER: { section: 'SHS § 142 lg 1 p 2', name: { et: 'muud andmed isiku kohta', en: 'other data of a person', ru: 'иные данные о лице' } },
  PROCEEDING: { section: 'SHS § 142 lg 1 p 3', name: { et: 'menetlusandmed', en: 'data of proceedings', ru: 'данные производств' } },
  PROCESSOR: {
    section: 'SHS § 142 lg 1 p 4',
    name: { et: 'töötlejate andmed', en: 'data of controllers and processors', ru: 'данные обработчиков' },
  },
  LOG: { section: 'STAR põhimäärus (logid)', name: { et: 'logid', en: 'logs', ru: 'журналы' } },
  MEANS: {
    section: 'IKÜM art 32',
    name: {
      et: 'register ise: võtmed, järjekorrad, seadistus',
      en: 'the register itself: keys, queues, settings',
      ru: 'сам регистр: ключи, очереди, настройки',
    },
  },
} as const satisfies Record<string, { readonly section: string; readonly name: Text }>;

export type CompositionItem = keyof typeof COMPOSITION;

/**
 * How much a field gives away. `SPECIAL`: it may tell of health, of a child in danger, of violence (GDPR art. 9), as free text of social work does.
 * `PSEUDONYMOUS`: an id, behind which a person stands. `TECHNICAL`: nothing of a person.
 */
export const CATEGORIES = ['ORDINARY', 'SPECIAL', 'PSEUDONYMOUS', 'TECHNICAL'] as const;
export type Category = (typeof CATEGORIES)[number];

/** A stored field: a column of a table. */
export interface Field {
  readonly table: string;
  readonly column: string;
  readonly item: CompositionItem;
  readonly category: Category;
  readonly group: RetentionGroup;
}

/** A table's fields: what most of them belong to, and its columns by their category, with spaces between. */
export interface TableFields {
  readonly group: RetentionGroup;
  readonly item: CompositionItem;
  readonly columns: Readonly<Partial<Record<Category, string>>>;
}

/** The fields of tables, one by one. */
export function fieldsOf(tables: Readonly<Record<string, TableFields>>): readonly Field[] {
  return Object.entries(tables).flatMap(([table, { group, item, columns }]) =>
    CATEGORIES.flatMap((category) =>
      (columns[category] ?? '').split(' ').flatMap((column) => (column === '' ? [] : [{ table, column, item, category, group }])),
    ),
  );
}
