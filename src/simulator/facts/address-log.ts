import { Temporal } from '../../platform/index.ts';
import type { Country } from '../country.ts';
import { chanceOf } from './chance.ts';

/** A line of the address system's log. */
export interface AddressLine {
  readonly logId: number;
  readonly day: Temporal.PlainDate;
  readonly event: 'I' | 'U' | 'D';
  readonly version: AddressVersion;
  /** What the address was before, where it is the same address in other words. */
  readonly former?: AddressVersion;
  readonly predecessor?: AddressVersion;
  readonly successor?: AddressVersion;
}

/** An address in one of its forms. */
export interface AddressVersion {
  readonly adrId: number;
  readonly codeAddress: string;
  readonly address: string;
}

/** Three years in which addresses change, each of them once or never, on a day of its own: whatever day it is, some have changed and some will. */
const FIRST_DAY = Temporal.PlainDate.from('2026-01-01');
const DAYS = 1096;
/** So many log ids belong to a day. */
const LINES_A_DAY = 1000;
/** Before the first day's. */
const FIRST_LOG_ID = 9_500_000;

/** The form in which the other registers know the address at this place of the list. */
export function presentForm(address: string, place: number): AddressVersion {
  return { adrId: 2_000_000 + place, codeAddress: `37784${String(place).padStart(6, '0')}`, address };
}

/**
 * What had changed by the end of a day. A street that is renamed leaves the address itself as it was (U); a house that is renumbered has another
 * address (D and I). On the country's own day addresses are as its people have them: what changed before has come to that, what changes later will
 * leave it.
 */
export function addressLog(country: Country, until: Temporal.PlainDate): readonly AddressLine[] {
  const changes = country.firstAddresses.flatMap((address, place) => {
    const chance = chanceOf(address, 'address');
    if (chance.chance(0.4)) return [];
    const day = FIRST_DAY.add({ days: chance.between(0, DAYS - 1) });
    const isRenamed = chance.chance(0.6);
    const present = presentForm(address, place);
    const other = {
      adrId: 3_000_000 + place,
      codeAddress: `37785${String(place).padStart(6, '0')}`,
      address: isRenamed ? `Vana-${address}` : address.replace(/ (\d+)-/, ' $1a-'),
    };
    const [before, after] = Temporal.PlainDate.compare(day, country.asOf) <= 0 ? [other, present] : [present, other];
    return [{ day, isRenamed, before, after }];
  });
  const days = Map.groupBy(changes, ({ day }) => day.since(FIRST_DAY).days);
  return [...days]
    .filter(([number]) => number <= until.since(FIRST_DAY).days)
    .sort(([a], [b]) => a - b)
    .flatMap(([number, ofDay]) =>
      ofDay
        .flatMap(({ day, isRenamed, before, after }): Omit<AddressLine, 'logId'>[] =>
          isRenamed
            ? [{ day, event: 'U', version: after, former: before }]
            : [
                { day, event: 'D', version: before, successor: after },
                { day, event: 'I', version: after, predecessor: before },
              ],
        )
        .map((line, n) => ({ logId: FIRST_LOG_ID + number * LINES_A_DAY + n, ...line })),
    );
}
