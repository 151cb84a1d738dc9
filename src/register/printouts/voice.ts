import { type Language, type Temporal, type Text, ZONE } from '../../platform/index.ts';
import { type CodeList, NAMES } from './names.ts';

/** Says things in the language of a print-out. */
export interface Voice {
  readonly language: Language;
  say(text: Text): string;
  /** What a code of a list is called; the code itself where nobody has named it. */
  name(list: CodeList | string, code: string): string;
}

/**
 * @param labels names of codes by their classifier, as they are kept in the register
 */
export function voiceIn(language: Language, labels: ReadonlyMap<string, ReadonlyMap<string, Text>>): Voice {
  const own: Readonly<Record<string, Readonly<Record<string, Text>>>> = NAMES;
  return {
    language,
    say: (text) => text[language],
    name: (list, code) => (labels.get(list)?.get(code) ?? own[list]?.[code])?.[language] ?? code,
  };
}

/** 23.11.2026 10:00, in Tallinn, as all three languages are used to in Estonia. */
export function momentOf(at: Temporal.Instant): string {
  const { hour, minute } = at.toZonedDateTimeISO(ZONE);
  return `${dayOf(at.toZonedDateTimeISO(ZONE).toPlainDate())}\u00a0${two(hour)}:${two(minute)}`;
}

export function dayOf({ day, month, year }: Pick<Temporal.PlainDate, 'day' | 'month' | 'year'>): string {
  return `${two(day)}.${two(month)}.${year}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
