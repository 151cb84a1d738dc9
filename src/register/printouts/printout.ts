import type { Language, Temporal } from '../../platform/index.ts';

/** What is said of one thing: each with the name of what it says. */
export interface Fields {
  readonly kind: 'FIELDS';
  readonly heading: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** What is said of several: a row each. */
export interface Table {
  readonly kind: 'TABLE';
  readonly heading: string;
  /** Each takes its share of what is left of the page's width by those that are as wide as what stands in them: 0. */
  readonly columns: readonly { readonly name: string; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
}

/** What is printed, part by part. Nothing in it is formatted: how a page looks is the typesetter's. */
export interface Contents {
  readonly title: string;
  readonly sections: readonly (Fields | Table)[];
}

/** A print-out (väljatrükk): what is printed, and what stands on each of its pages (REQ-121). */
export interface Printout extends Contents {
  readonly id: string;
  readonly language: Language;
  readonly madeAt: Temporal.Instant;
  /** Who has it printed, and in whose name. */
  readonly madeBy: { readonly name: string; readonly institution: string };
  /** Written across each page where the installation is not the real one (REQ-057). */
  readonly mark: string | undefined;
}

/**
 * What the typeface has letters for: Latin, Greek, Cyrillic, and the signs that go with them. A page in which one letter is missing is not accessible
 * (ISO 14289-1, 7.21.8).
 */
const UNPRINTABLE =
  /[^\n\u0020-\u007e\u00a0-\u03e1\u03f0-\u03ff\u0400-\u052f\u1e00-\u1fff\u2010-\u2027\u202f-\u205e\u2070-\u209c\u20a0-\u20c0\u2100-\u214f\u2212\u2260\ufffd]|\p{Cn}/gu;

/** A text as it can be printed: of what there is no letter for, it is seen that something stood there. */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(UNPRINTABLE, '\ufffd');
}
