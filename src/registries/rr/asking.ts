import { Type } from 'typebox';
import { COMMON, kindsOf } from '../query-type.ts';

/** What the register's questions about one person have in common (SHS § 142 lg 1 p 1). */
export const ABOUT_ONE = {
  ...COMMON,
  registry: 'rr',
  legalBasis: 'SHS § 142 lg 1 p 1; SHS § 5 lg 1',
  roles: ['SOCIAL_WORKER', 'SKA_CHILD_PROTECTION', 'SKA_ADOPTION'],
  storage: { class: 'STORABLE', confirmed: false },
  freshHours: 24,
  parameters: Type.Object({}, { additionalProperties: false }),
} as const;

/** And those that look for people: shown and never kept, asked with a reason. */
export const SEARCH = {
  ...COMMON,
  registry: 'rr',
  launch: ['SEARCH'],
  legalBasis: 'SHS § 142 lg 1 p 1; SHS § 5 lg 1',
  allowedKinds: kindsOf('X'),
  roles: ['SOCIAL_WORKER', 'SKA_CHILD_PROTECTION', 'SKA_ADOPTION'],
  storage: { class: 'DISPLAY_ONLY', confirmed: false },
  freshHours: 0,
  justification: 'REQUIRED',
} as const;

/** Of so many people the worker is shown: who finds more asks more exactly. */
export const FOUND_AT_MOST = 50;

/** A personal code's beginning: sex, century and date of birth at the least, or the search is one for everybody. */
export const CodeBeginning = Type.String({ pattern: '^[1-8][0-9]{6,10}$', description: 'The first 7 to 11 digits of a personal code' });
export const NameBeginning = Type.String({
  pattern: "^[\\p{L}][\\p{L} '-]{1,59}$",
  description: 'The beginning of a name, 2 letters or more',
});
