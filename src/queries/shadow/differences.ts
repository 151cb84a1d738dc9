import type { Reading } from '../../registries/index.ts';

/** MISSING: the twin does not tell it. EXTRA: only the twin does. DIFFERENT: both do, and not the same. */
type Kind = 'MISSING' | 'EXTRA' | 'DIFFERENT';

/** Longer lists than this are held against each other row by row as they came: each row against each would keep the process from its work. */
const ROWS_MATCHED_AT_MOST = 100;

/**
 * Holds what the REST twin told against what the worker was told: `rights[].from: DIFFERENT`, `state: FOUND, twin NOT_FOUND`. Members of our
 * own records and kinds, never a value. What the twin is known to lack is no difference.
 *
 * @param lacks members that the twin cannot give, as they stand in its `missing`
 */
export function differences(told: Reading<unknown>, twin: Reading<unknown>, lacks: readonly string[]): readonly string[] {
  const [one, other] = [told.state, stateOf(twin, lacks)];
  if (one !== other) return [`state: ${one}, twin ${other}`];
  if (!('record' in told) || !('record' in twin)) return [];
  return [...new Set(within('', told.record, twin.record, new Set(lacks)))].sort();
}

/** An answer that is partial only for what the twin never has is whole for all that it could be. */
function stateOf(twin: Reading<unknown>, lacks: readonly string[]): Reading<unknown>['state'] {
  return twin.state === 'PARTIAL' && twin.missing.every((member) => lacks.includes(member)) ? 'FOUND' : twin.state;
}

function within(path: string, told: unknown, twin: unknown, lacks: ReadonlySet<string>): readonly string[] {
  if (lacks.has(path) || told === twin) return [];
  if (told === undefined) return [difference(path, 'EXTRA')];
  if (twin === undefined) return [difference(path, 'MISSING')];
  if (Array.isArray(told) && Array.isArray(twin)) return amongRows(`${path}[]`, told, twin, lacks);
  if (!isObject(told) || !isObject(twin)) return [difference(path, 'DIFFERENT')];
  const members = new Set([...Object.keys(told), ...Object.keys(twin)]);
  return [...members].flatMap((name) => within(path === '' ? name : `${path}.${name}`, told[name], twin[name], lacks));
}

/** Rows have no order that means anything: those that are alike are put aside, and each of the others is held against the one most like it. */
function amongRows(path: string, told: readonly unknown[], twin: readonly unknown[], lacks: ReadonlySet<string>): readonly string[] {
  if (Math.max(told.length, twin.length) > ROWS_MATCHED_AT_MOST) {
    return Array.from({ length: Math.max(told.length, twin.length) }, (_, at) => within(path, told[at], twin[at], lacks)).flat();
  }
  const left = [...twin];
  const unmatched = told.filter((row) => {
    const at = left.findIndex((one) => within(path, row, one, lacks).length === 0);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
  const found = unmatched.flatMap((row) => {
    const likeness = left.map((one, at) => ({ at, found: within(path, row, one, lacks) }));
    const [nearest] = likeness.sort((a, b) => a.found.length - b.found.length);
    if (nearest === undefined) return [difference(path, 'MISSING')];
    left.splice(nearest.at, 1);
    return nearest.found;
  });
  return [...found, ...left.map(() => difference(path, 'EXTRA'))];
}

function difference(path: string, kind: Kind): string {
  return `${path}: ${kind}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
