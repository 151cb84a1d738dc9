import type { Reading } from '../query-type.ts';
import { said, words } from '../values.ts';

/** Nothing found is said in words; which, is not public. */
const NOT_FOUND = /ei leitud|puudu|ei leidu/i;

/** The register says OK by a notice of that word (registries 3.9), and anything else by any other. Undefined when all is well. */
export function refusal(
  code: string | undefined,
  notice: string | null | undefined,
  found: number,
): Extract<Reading<never>, { state: 'NOT_FOUND' | 'REJECTED' }> | undefined {
  const told = said(notice);
  if (told === 'OK') return found === 0 ? { state: 'NOT_FOUND' } : undefined;
  if (told === undefined || NOT_FOUND.test(told)) return { state: 'NOT_FOUND', ...words(told) };
  return { state: 'REJECTED', reason: said(code) ?? 'TEADE', ...words(told) };
}
