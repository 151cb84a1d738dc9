import { contractFile } from '../contract-file.ts';

/** Äriregister over X-tee: subsystem EE/GOV/70000310/arireg. */
export const ariregister = contractFile('ariregister.wsdl');
