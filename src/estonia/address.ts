/** An address, in Estonia by the address data system (ADS) where it knows the place; abroad by words alone. */
export interface Address {
  /** As people read it. */
  readonly text: string;
  /** ISO 3166-1, two letters. */
  readonly country: string;
  /** The municipality's code (EHAK), of an address in Estonia. */
  readonly municipalityCode?: string | undefined;
  /** The object's id in the ADS. */
  readonly adsOid?: string | undefined;
}
