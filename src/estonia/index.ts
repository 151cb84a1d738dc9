export type { Address } from './address.ts';
export { checkDigit } from './check-digit.ts';
export { type EuroCents, euroCents, formatEuros, parseEuros, sumCents } from './euro-cents.ts';
export { type Iban, parseIban } from './iban.ts';
export { addMonths, firstDayOf, lastDayOf, type Month, monthOf, parseMonth } from './month.ts';
export { findMunicipality, MUNICIPALITIES, type Municipality, type MunicipalityCode } from './municipality.ts';
export {
  birthDateOf,
  holdsPersonalCode,
  makePersonalCode,
  type PersonalCode,
  parsePersonalCode,
  type Sex,
  sexOf,
} from './personal-code.ts';
export { parseRegistryCode, type RegistryCode } from './registry-code.ts';
export { addWorkingDays, isHoliday, isWorkingDay } from './working-day.ts';
