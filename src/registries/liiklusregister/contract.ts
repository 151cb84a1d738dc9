import { contractFile } from '../contract-file.ts';

/** Liiklusregister over X-tee: subsystem EE/GOV/70001490/liiklusregister. */
export const liiklusregister = contractFile('liiklusregister.wsdl');
