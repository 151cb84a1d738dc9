import { contractFile } from '../contract-file.ts';

/** Töötamise register over X-tee: subsystem EE/GOV/70000349/tor. */
export const tor = contractFile('tor.wsdl');
