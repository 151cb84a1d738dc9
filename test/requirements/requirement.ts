import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A row of the requirements, as far as the project keeps it: what it says stands in the source that it was taken from. */
export interface Requirement {
  readonly id: string;
  readonly module: string;
  readonly priority: string;
}

/** The parts of STAR that are built: others are not asked for yet. */
export const MODULES: ReadonlySet<string> = new Set([
  'identity-access',
  'organisation',
  'client-file',
  'intake-proceeding',
  'measures',
  'notices',
  'audit-supervision',
  'retention',
]);

/** Reads rows of `id,...,module,...,priority`, whatever stands between: the project's own copy, and the source. */
export function readRequirements(csv: string): readonly Requirement[] {
  const [head = [], ...rows] = rowsOf(csv);
  const [id, module, priority] = ['id', 'module', 'priority'].map((name) => head.indexOf(name));
  return rows.map((row) => ({ id: row[id ?? -1] ?? '', module: row[module ?? -1] ?? '', priority: row[priority ?? -1] ?? '' }));
}

/** Every requirement of the parts that are built. */
export function builtRequirements(): readonly Requirement[] {
  return readRequirements(readFileSync(join(import.meta.dirname, 'ids.csv'), 'utf8')).filter(({ module }) => MODULES.has(module));
}

/** The fields of each line (RFC 4180): a field in quotes may hold commas, line ends, and quotes that are written twice. */
function rowsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}
