import { contractFile } from '../contract-file.ts';

/** Rahvastikuregister over X-tee: subsystem EE/GOV/70008440/rr, all services v1. */
export const rr = contractFile('rr.wsdl');
