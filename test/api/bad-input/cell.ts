import { apiErrors } from '../../../src/api/index.ts';
import { errorCatalogues } from '../../../src/gateway.ts';
import type { ErrorDefinition } from '../../../src/platform/index.ts';
import { accessErrors } from '../../../src/register/access/index.ts';
import type { Answer, Sending } from './sending.ts';
import { SECRET } from './spoil.ts';

/** One wrong thing in a call that is right otherwise, and the one answer to it. */
export interface Cell {
  readonly what: string;
  readonly sending: Sending;
  readonly code: string;
  /** Where it is about a field, its pointer. */
  readonly pointer?: string;
  /** The rule that it breaks there; undefined where a value may be one of several kinds, so that each of them may speak of it, or of what is in it. */
  readonly rule?: string | undefined;
}

/** What is refused before any rule of the register is asked. */
export const INVALID = { code: 'VALIDATION_FAILED' } as const;

/** Codes with the status that the catalogues give each (docs/errors.md). */
const STATUS_OF = new Map(
  [apiErrors, accessErrors, ...errorCatalogues].flatMap((catalogue) =>
    Object.entries<ErrorDefinition>(catalogue).map(([code, { status }]) => [code, status]),
  ),
);

/** Shorter values are words that an answer may have by itself. */
const TELLING = 8;

/** What is wrong with an answer to a wrong call. */
export function faultsIn({ code, pointer, rule, sending }: Cell, answer: Answer): readonly string[] {
  const status = STATUS_OF.get(code);
  const said = [SECRET, ...textsIn(sending.body), ...textsIn(sending.params)].filter((text) => text.length >= TELLING);
  const repeats = said.some((text) => answer.text.includes(text)) ? [`repeats what was sent: ${answer.text}`] : [];
  if (answer.status !== status || answer.code !== code) return [`${answer.status} ${answer.code} instead of ${status} ${code}`, ...repeats];
  if (pointer === undefined) return repeats;
  const isNamed = answer.fields.some((field) =>
    rule === undefined ? field.pointer.startsWith(pointer) : field.pointer === pointer && field.code === rule,
  );
  return isNamed ? repeats : [`names ${JSON.stringify(answer.fields)} instead of ${pointer} ${rule ?? ''}`, ...repeats];
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
