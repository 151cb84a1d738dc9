import type { Field } from './field.ts';
import { LOG } from './log.ts';
import { PEOPLE } from './people.ts';
import { PROCEEDINGS } from './proceedings.ts';
import { PROCESSORS } from './processors.ts';
import { QUERIES } from './queries.ts';

export { CATEGORIES, COMPOSITION, type Field } from './field.ts';

/** Every stored field of the register (REQ-254). A column without a line here fails a test, and so does a line without a column. */
export const FIELDS: readonly Field[] = [...PEOPLE, ...PROCEEDINGS, ...QUERIES, ...PROCESSORS, ...LOG];
