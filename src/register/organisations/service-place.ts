import { findMunicipality, type MunicipalityCode } from '../../estonia/index.ts';
import { type Failure, fail, failure, ok, type Period, type Result } from '../../platform/index.ts';
import type { CodeUse } from '../classifiers/index.ts';

/** Where a provider serves (teenuse osutamise koht), and what is served there. REQ-011. */
export interface ServicePlace extends Period {
  readonly id: string;
  readonly providerId: string;
  readonly address: Address;
  /** By the classifier SERVICE_TYPE. */
  readonly services: readonly string[];
  readonly version: number;
}

export interface Address {
  readonly municipality: MunicipalityCode;
  readonly text: string;
  /** The address object's id in ADS, where it is known. */
  readonly adsOid: string | undefined;
}

export interface AddressEntry {
  readonly municipality: string;
  readonly text: string;
  readonly adsOid?: string;
}

/** Reads an address: in one of the 79 municipalities. */
export function readAddress(entry: AddressEntry, pointer: string): Result<Address, Failure<'MUNICIPALITY_INVALID'>> {
  const municipality = findMunicipality(entry.municipality);
  if (municipality === undefined) {
    return fail(failure('MUNICIPALITY_INVALID', { fields: [{ pointer: `${pointer}/municipality`, code: 'UNKNOWN' }] }));
  }
  return ok({ municipality: municipality.code, text: entry.text.trim(), adsOid: entry.adsOid });
}

/** The services as values of their classifier, each where it stands in what was sent. */
export function serviceUses(services: readonly string[]): readonly CodeUse[] {
  return services.map((code, index) => ({ classifier: 'SERVICE_TYPE', code, pointer: `/services/${index}` }));
}
