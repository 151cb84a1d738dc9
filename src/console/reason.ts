import { Type } from 'typebox';
import { type Failure, fail, failure, ok, type Result } from '../platform/index.ts';
import { namesAPerson } from './names-a-person.ts';

/** Why somebody does something: part of every body that changes what becomes of a query, or shows whom it is about. */
export const Reason = Type.Object(
  { reason: Type.String({ minLength: 3, maxLength: 500, pattern: '\\S' }) },
  { additionalProperties: false },
);

/** The reason as it goes into the log. */
export function readReason(text: string): Result<string, Failure<'REASON_NAMES_A_PERSON'>> {
  if (namesAPerson(text)) {
    return fail(failure('REASON_NAMES_A_PERSON', { fields: [{ pointer: '/reason', code: 'PERSONAL_CODE' }] }));
  }
  return ok(text.trim());
}
