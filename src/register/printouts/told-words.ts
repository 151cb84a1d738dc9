import { Temporal } from '../../platform/index.ts';
import type { Told } from '../people/index.ts';
import type { CodeList } from './names.ts';
import { dayOf, momentOf, type Voice } from './voice.ts';

/** Of which lists what stands under a name in a line of a file may be a code: the first that knows it names it. */
const LISTS: Readonly<Record<string, readonly CodeList[]>> = {
  kind: ['INTAKE_KIND', 'PROCEEDING_KIND'],
  proceedingKind: ['PROCEEDING_KIND'],
  channel: ['INTAKE_CHANNEL'],
  state: ['INTAKE_STATE', 'PROCEEDING_STATE'],
  action: ['ACTION_KIND'],
  step: ['STEP'],
  origin: ['ORIGIN'],
  source: ['SOURCE'],
  sex: ['SEX'],
  relation: ['RELATION'],
  closeReason: ['CLOSE_REASON'],
};

/** What is read first, where it is there; the rest follows. */
const FIRST = ['no', 'firstName', 'lastName', 'kind', 'action', 'step', 'state', 'text'];

/** What a line of a client file says, in one sentence of its values: also of rooms that were built later than this one. */
export function wordsOfTold({ name }: Voice, { content }: Pick<Told, 'content'>): string {
  return Object.entries(content)
    .toSorted(([one], [other]) => place(one) - place(other))
    .flatMap(([key, value]) => {
      // Whom an id means, the file itself does not say here.
      if (/Ids?$/.test(key)) return [];
      return textsIn(value).map((text) => (LISTS[key] ?? []).map((list) => name(list, text)).find((said) => said !== text) ?? read(text));
    })
    .join(' · ');
}

function place(key: string): number {
  const at = FIRST.indexOf(key);
  return at === -1 ? FIRST.length : at;
}

/** The texts in a value, whatever its shape: of an address and of a member of the network what people read, and no ids. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('text' in value && typeof value.text === 'string') return [value.text];
  return Object.entries(value).flatMap(([key, inside]) => (/Ids?$/.test(key) ? [] : textsIn(inside)));
}

/** Days and moments as people write them. */
function read(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dayOf(Temporal.PlainDate.from(text));
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) ? momentOf(Temporal.Instant.from(text)) : text;
}
