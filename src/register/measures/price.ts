import { type EuroCents, formatEuros } from '../../estonia/index.ts';
import type { FieldFailure } from '../../platform/index.ts';

/** How a measure's price is described (hinna tüüp; domain 3.5, PRICE_TYPE). */
export const PRICE_TYPES = ['FIXED', 'PER_UNIT', 'UP_TO', 'PERCENT', 'SET_IN_DECISION', 'CALCULATED'] as const;
export type PriceType = (typeof PRICE_TYPES)[number];

export type Price =
  | { readonly type: 'FIXED' | 'UP_TO'; readonly amount: EuroCents }
  | { readonly type: 'PER_UNIT'; readonly amount: EuroCents; readonly unit: string }
  | { readonly type: 'PERCENT'; readonly percent: number }
  /** Määratud abinõu otsuses: the amount, where there is one, is what the worker starts from (REQ-219). */
  | { readonly type: 'SET_IN_DECISION'; readonly amount: EuroCents | undefined }
  | { readonly type: 'CALCULATED' };

export interface PriceEntry {
  readonly priceType?: PriceType;
  readonly amount?: EuroCents;
  readonly unit?: string;
  readonly percent?: number;
}

/** What each price type is described by: needed, or allowed. Anything else is a mistake of whoever describes. */
const MEMBERS = {
  FIXED: { amount: 'NEEDED' },
  UP_TO: { amount: 'NEEDED' },
  PER_UNIT: { amount: 'NEEDED', unit: 'NEEDED' },
  PERCENT: { percent: 'NEEDED' },
  SET_IN_DECISION: { amount: 'ALLOWED' },
  CALCULATED: {},
} as const satisfies Record<PriceType, Partial<Record<'amount' | 'unit' | 'percent', 'NEEDED' | 'ALLOWED'>>>;

/** What is missing or too much in a price, field by field. Without a type there is no price, and an amount says nothing. */
export function faultsOfPrice(entry: PriceEntry): readonly FieldFailure[] {
  const members: Partial<Record<string, string>> = entry.priceType === undefined ? {} : MEMBERS[entry.priceType];
  return (['amount', 'unit', 'percent'] as const).flatMap((name) => {
    if (members[name] === 'NEEDED' && entry[name] === undefined) return [{ pointer: `/${name}`, code: 'REQUIRED' }];
    if (members[name] === undefined && entry[name] !== undefined) return [{ pointer: `/${name}`, code: 'NOT_OF_THIS_PRICE_TYPE' }];
    return [];
  });
}

/** The price of an entry without faults; undefined where it names none. */
export function priceOf({ priceType, amount, unit, percent }: PriceEntry): Price | undefined {
  if (priceType === 'SET_IN_DECISION') return { type: priceType, amount };
  if (priceType === 'CALCULATED') return { type: priceType };
  if (priceType === 'PERCENT') return percent === undefined ? undefined : { type: priceType, percent };
  if (priceType === undefined || amount === undefined) return undefined;
  if (priceType === 'PER_UNIT') return unit === undefined ? undefined : { type: priceType, amount, unit };
  return { type: priceType, amount };
}

/** What the price amounts to as described, where it says so. */
export function amountOf(price: Price | undefined): EuroCents | undefined {
  return price !== undefined && 'amount' in price ? price.amount : undefined;
}

/** The price as it is shown, the same members that it is described by. */
export function showPrice(price: Price | undefined) {
  const amount = amountOf(price);
  return {
    ...(price === undefined ? {} : { priceType: price.type }),
    ...(amount === undefined ? {} : { amount: formatEuros(amount) }),
    ...(price?.type === 'PER_UNIT' ? { unit: price.unit } : {}),
    ...(price?.type === 'PERCENT' ? { percent: price.percent } : {}),
  };
}
