import { contractFile } from '../contract-file.ts';

/** Court decisions of childhood. The contract is PROPOSED, and the subsystem a guess: nothing is public (registries 4.3). */
export const kohus = contractFile('kohus.wsdl');
