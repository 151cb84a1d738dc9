declare const brand: unique symbol;

/** A floor area in whole hundredths of a square metre, as exact as the building register writes it. */
export type Area = number & { readonly [brand]: 'Area' };

/** Reads square metres with at most two decimals ("18", "33.01"). Undefined when they are none, or more than a building has. */
export function parseArea(text: string): Area | undefined {
  const match = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(text);
  if (match === null) return undefined;
  const [, whole, fraction = ''] = match;
  return (Number(whole) * 100 + Number(fraction.padEnd(2, '0'))) as Area;
}

/** Square metres without needless decimals. */
export function formatArea(area: Area): string {
  return String(area / 100);
}
