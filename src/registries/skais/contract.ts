import { contractFile } from '../contract-file.ts';

/** Sotsiaalkindlustusamet, SKAIS1 over X-tee: subsystem EE/GOV/70001975/pkr; five services were built for STAR, all v1. */
export const skais = contractFile('skais.wsdl');
