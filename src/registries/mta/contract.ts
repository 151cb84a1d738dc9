import { contractFile } from '../contract-file.ts';

/** Maksu- ja Tolliamet, taxable persons over X-tee: subsystem EE/GOV/70000349/tsd. */
export const mta = contractFile('mta.wsdl');

/** Maksu- ja Tolliamet, where declarations are uploaded: subsystem EE/GOV/70000349/mkrliides. */
export const mkrliides = contractFile('mkrliides.wsdl');
