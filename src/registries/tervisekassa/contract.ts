import { contractFile } from '../contract-file.ts';

/** Tervisekassa, register of insured persons over X-tee: subsystem EE/GOV/74000091/kirst. */
export const tervisekassa = contractFile('tervisekassa.wsdl');
