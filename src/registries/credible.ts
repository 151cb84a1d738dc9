import { fail, ok, type Result, type Temporal } from '../platform/index.ts';
import type { SchemaMismatch } from '../xroad/index.ts';

/** Why an answer that arrived is not believed: nothing of it is kept. Members and rules, never a value. */
export type AnswerDefect =
  | SchemaMismatch
  | {
      readonly code: 'ANSWER_ABOUT_ANOTHER' | 'ANSWER_FROM_THE_FUTURE' | 'ANSWER_TOO_LONG';
      readonly problems: readonly { readonly path: string; readonly rule: string }[];
    };

/** 1,000: no person has more of anything that a register lists, and TÖR itself cuts off there (registries 3.6). */
const ITEMS_AT_MOST = 1_000;

/** What an answer claims, each by the member that says it. */
export interface Claims {
  /** Whom it is about: personal codes as the register wrote them. */
  readonly about?: Readonly<Record<string, string | undefined>>;
  /** ISO dates of what has happened already. */
  readonly past?: Readonly<Record<string, readonly (string | undefined)[]>>;
  /** Lists of which a person has some, */
  readonly many?: Readonly<Record<string, readonly unknown[]>>;
  /** and lists of which a person has one at the most. */
  readonly one?: Readonly<Record<string, readonly unknown[]>>;
}

/** Holds an answer that fits its schema against what was asked, and against today. */
export function credible(
  { subject, today }: { readonly subject: string; readonly today: Temporal.PlainDate },
  { about = {}, past = {}, many = {}, one = {} }: Claims,
): Result<void, AnswerDefect> {
  for (const [path, list] of [...Object.entries(many), ...Object.entries(one)]) {
    const most = path in one ? 1 : ITEMS_AT_MOST;
    if (list.length > most) return fail({ code: 'ANSWER_TOO_LONG', problems: [{ path, rule: `AT_MOST_${most}` }] });
  }
  for (const [path, code] of Object.entries(about)) {
    const told = code?.trim().replace(/^EE/i, '') ?? '';
    if (told !== '' && told !== subject) return fail({ code: 'ANSWER_ABOUT_ANOTHER', problems: [{ path, rule: 'IS_THE_SUBJECT' }] });
  }
  const now = today.toString();
  for (const [path, dates] of Object.entries(past)) {
    if (dates.some((date) => date !== undefined && date.slice(0, 10) > now))
      return fail({ code: 'ANSWER_FROM_THE_FUTURE', problems: [{ path, rule: 'NOT_AFTER_TODAY' }] });
  }
  return ok(undefined);
}
