import { notThere } from './address-cells.ts';
import type { Cell } from './cell.ts';
import type { GoodCall } from './good-calls/index.ts';
import type { Ground } from './ground.ts';
import type { Operation } from './operation.ts';

/** What is for everybody, and why. */
const EVERYBODYS: Readonly<Record<string, string>> = {
  'POST /api/v1/system-notices/{id}/read': 'what TEHIK tells, it tells to everybody',
};

/**
 * A municipality’s thing, called for by whoever has the same roles in another: in the same words as one that there is not. That nothing of it can be
 * read either, whichever id is put where, is shown by other-institution.test.ts.
 */
export function ownerCells(operation: Operation, good: GoodCall, { mari, kalle, stranger }: Ground): readonly Cell[] {
  const code = notThere(operation);
  const isTheirs = good.as === mari || good.as === kalle;
  if (code === undefined || !isTheirs || operation.name in EVERYBODYS) return [];
  return [{ what: 'of another institution’s', sending: { ...good, as: stranger }, code }];
}
