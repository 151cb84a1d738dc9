import { NOTHING_FOUND } from '../nothing-found.ts';
import type { Reading } from '../query-type.ts';
import { said, words } from '../values.ts';

/** The register says OK by a notice of that word (registries 3.9), and anything else by any other or by none. Undefined when all is well. */
export function refusal(
  code: string | undefined,
  notice: string | null | undefined,
  found: number,
): Extract<Reading<never>, { state: 'NOT_FOUND' | 'REJECTED' }> | undefined {
  const told = said(notice);
  if (told === 'OK') return found === 0 ? { state: 'NOT_FOUND' } : undefined;
  if (told !== undefined && NOTHING_FOUND.test(told)) return { state: 'NOT_FOUND', ...words(told) };
  return { state: 'REJECTED', reason: said(code) ?? 'TEADE', ...words(told) };
}
