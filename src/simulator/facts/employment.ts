import { addMonths, firstDayOf, type Month, monthOf } from '../../estonia/index.ts';
import type { Temporal } from '../../platform/index.ts';
import type { Person } from '../person.ts';

export interface EmploymentFact {
  readonly employer: { readonly code: string; readonly name: string };
  readonly from: Temporal.PlainDate;
  /** The last day, once the employer has stopped paying. */
  readonly until: Temporal.PlainDate | undefined;
}

/** What is declared as wages (code 10) tells who employs whom: from the first month paid to the month after the last. */
export function employmentsOf({ declared }: Person, today: Temporal.PlainDate): readonly EmploymentFact[] {
  const months = new Map<string, { employer: { code: string; name: string }; first: Month; last: Month }>();
  for (const { month, code, payer } of declared) {
    if (code !== '10' || payer === undefined) continue;
    const known = months.get(payer.code);
    months.set(payer.code, {
      employer: payer,
      first: known === undefined || month < known.first ? month : known.first,
      last: known === undefined || month > known.last ? month : known.last,
    });
  }
  const lastDeclared = addMonths(monthOf(today), -1);
  return [...months.values()].map(({ employer, first, last }) => ({
    employer,
    from: firstDayOf(first),
    until: last >= lastDeclared ? undefined : firstDayOf(addMonths(last, 1)).subtract({ days: 1 }),
  }));
}
