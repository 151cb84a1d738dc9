import type { Ledger } from './ledger.ts';
import type { Backend } from './site.ts';

/** What a fault has shown on one backend: one line of the table. */
export interface Row extends Ledger {
  readonly id: string;
  readonly backend: Backend;
  readonly injected: string;
  /** What else its row of the proof asks for, as it was seen. */
  readonly also: string;
  readonly seconds: number;
}

/** Whether everything that the row promises was so. */
export function holds({ accepted, survived, lost, doubled, broken }: Row): boolean {
  return accepted > 0 && survived === accepted && lost === 0 && doubled === 0 && broken.length === 0;
}

const cells = (...[id = '', backend = '', injected = '', ...rest]: readonly string[]) =>
  [id.padEnd(4), backend.padEnd(9), injected.padEnd(46), ...rest.slice(0, 4).map((one) => one.padStart(8)), ` ${rest[4] ?? ''}`].join(' ');

export const HEAD = cells('', 'queue', 'injected', 'accepted', 'survived', 'lost', 'doubled', 'what else was seen');

export function lineOf(row: Row): string {
  const { id, backend, injected, accepted, survived, held, lost, doubled, also, broken, seconds } = row;
  const counts = [accepted, survived, lost, doubled].map(String);
  const seen = `${also}; ${held === 0 ? '' : `${held} held for an operator; `}${Math.round(seconds)} s`;
  return [cells(id, backend, injected, ...counts, seen), ...broken.map((what) => `     ✗ ${what}`)].join('\n');
}
