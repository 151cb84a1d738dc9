import { contractFile } from '../contract-file.ts';

/** Eesti hariduse infosüsteem over X-tee: subsystem EE/GOV/70000740/ehis. */
export const ehis = contractFile('ehis.wsdl');
