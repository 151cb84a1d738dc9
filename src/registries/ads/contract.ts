import { contractFile } from '../contract-file.ts';

/** Aadressiandmete süsteem over X-tee: subsystem EE/GOV/70003098/ads. */
export const ads = contractFile('ads.wsdl');
