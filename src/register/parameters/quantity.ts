import { type EuroCents, formatEuros, parseEuros } from '../../estonia/index.ts';
import { type Area, formatArea, parseArea } from './area.ts';
import { parseRatio, type Ratio } from './ratio.ts';

export const UNITS = ['EUR', 'RATIO', 'M2', 'DAYS', 'MONTHS', 'WORD'] as const;
export type Unit = (typeof UNITS)[number];

/** What a parameter says, exactly: never a floating point number. */
export type Quantity =
  | { readonly unit: 'EUR'; readonly cents: EuroCents }
  | { readonly unit: 'RATIO'; readonly ratio: Ratio; readonly decimal: string }
  | { readonly unit: 'M2'; readonly area: Area }
  | { readonly unit: 'DAYS' | 'MONTHS'; readonly count: number }
  | { readonly unit: 'WORD'; readonly word: string };

/** Reads what somebody has entered for a parameter of this unit. Undefined when it is none: nothing is below zero, words are those there are. */
export function readQuantity(unit: Unit, text: string, words: readonly string[]): Quantity | undefined {
  if (unit === 'WORD') return words.includes(text) ? { unit, word: text } : undefined;
  if (unit === 'EUR') {
    const cents = /^\d+\.\d\d$/.test(text) ? parseEuros(text) : undefined;
    return cents === undefined ? undefined : { unit, cents };
  }
  if (unit === 'RATIO') {
    const ratio = parseRatio(text);
    return ratio && { unit, ratio, decimal: text };
  }
  if (unit === 'M2') {
    const area = parseArea(text);
    return area === undefined ? undefined : { unit, area };
  }
  return /^\d{1,5}$/.test(text) ? { unit, count: Number(text) } : undefined;
}

/** The form in which it is stored and shown: euros with two decimals, a ratio as the decimal it was entered as. */
export function formatQuantity(quantity: Quantity): string {
  switch (quantity.unit) {
    case 'EUR':
      return formatEuros(quantity.cents);
    case 'RATIO':
      return quantity.decimal;
    case 'M2':
      return formatArea(quantity.area);
    case 'WORD':
      return quantity.word;
    default:
      return String(quantity.count);
  }
}
