import { checkDigit } from './check-digit.ts';

declare const brand: unique symbol;

/** An Estonian registry code (registrikood) of an organisation, check digit right. On X-tee it is the member code. */
export type RegistryCode = string & { readonly [brand]: 'RegistryCode' };

/** Reads a registry code: eight digits, the last of them the check digit. Undefined when it is wrong. */
export function parseRegistryCode(text: string): RegistryCode | undefined {
  if (!/^[1-9]\d{7}$/.test(text)) return undefined;
  return checkDigit(text.slice(0, 7)) === Number(text[7]) ? (text as RegistryCode) : undefined;
}
