import { contractFile } from '../contract-file.ts';

/** Sotsiaalkindlustusamet, SKAIS2: subsystem EE/GOV/70001975/skais2. */
export const skais2 = contractFile('skais2.wsdl');
