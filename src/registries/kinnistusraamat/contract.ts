import { contractFile } from '../contract-file.ts';

/** Kinnistusraamat over X-tee: subsystem EE/GOV/70000310/kr. Its services have no version. */
export const kinnistusraamat = contractFile('kinnistusraamat.wsdl');
