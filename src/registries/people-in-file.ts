import { type PersonalCode, parsePersonalCode } from '../estonia/index.ts';
import { fail, ok, type Result } from '../platform/index.ts';
import type { AnswerDefect } from './credible.ts';

/**
 * Holds the people of a file against those who were ordered: each of them once, and nobody else. A file that tells of a stranger is the answer to
 * another order, so nothing of it is kept.
 *
 * @param path the member that says whom an entry is about
 */
export function peopleInFile<Entry>(
  entries: readonly Entry[],
  ordered: readonly PersonalCode[],
  codeOf: (entry: Entry) => string,
  path: string,
): Result<ReadonlyMap<PersonalCode, Entry>, AnswerDefect> {
  if (entries.length > ordered.length) return fail({ code: 'ANSWER_TOO_LONG', problems: [{ path, rule: `AT_MOST_${ordered.length}` }] });
  const known = new Set(ordered);
  const found = new Map<PersonalCode, Entry>();
  for (const entry of entries) {
    const code = parsePersonalCode(codeOf(entry).trim().replace(/^EE/i, ''));
    if (code === undefined || !known.has(code)) return fail({ code: 'ANSWER_ABOUT_ANOTHER', problems: [{ path, rule: 'IS_ORDERED' }] });
    if (found.has(code)) return fail({ code: 'ANSWER_TOO_LONG', problems: [{ path, rule: 'ONCE_EACH' }] });
    found.set(code, entry);
  }
  return ok(found);
}
