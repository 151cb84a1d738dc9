import { type Address, findMunicipality } from '../../../estonia/index.ts';
import { type Failure, fail, failure, ok, type Result } from '../../../platform/index.ts';

export type AddressEntry = Omit<Address, 'country'> & { readonly country?: string };

/** Reads an address. One in Estonia says in which municipality it is: who is responsible follows from that (SHS § 5). */
export function readAddress(entry: AddressEntry): Result<Address, Failure<'ADDRESS_INVALID'>> {
  const { adsOid, municipalityCode, country = 'EE' } = entry;
  if (country === 'EE' && municipalityCode === undefined) return invalid('/municipalityCode', 'REQUIRED');
  if (municipalityCode !== undefined && findMunicipality(municipalityCode) === undefined) return invalid('/municipalityCode', 'UNKNOWN');
  if (country !== 'EE' && municipalityCode !== undefined) return invalid('/municipalityCode', 'NOT_IN_ESTONIA');
  if (country !== 'EE' && adsOid !== undefined) return invalid('/adsOid', 'NOT_IN_ESTONIA');
  return ok({
    text: entry.text.trim(),
    ...(adsOid === undefined ? {} : { adsOid }),
    country,
    ...(municipalityCode === undefined ? {} : { municipalityCode }),
  });
}

function invalid(pointer: string, code: string): Result<never, Failure<'ADDRESS_INVALID'>> {
  return fail(failure('ADDRESS_INVALID', { fields: [{ pointer, code }] }));
}
