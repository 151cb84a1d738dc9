import { contractFile } from '../contract-file.ts';

/** Rahvastikuregister over X-tee: subsystem EE/GOV/70008440/rr, all services v1. */
export const rr = contractFile('rr.wsdl');

/** The register's fault code for a person it does not have (registries 3.1). */
export const NOT_IN_REGISTER = '10027';
