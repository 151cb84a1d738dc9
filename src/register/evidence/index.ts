export { evidenceErrors } from './errors.ts';
export type { EvidencePorts } from './export-evidence.ts';
export { evidenceRoutes } from './routes.ts';
export { openSeal, type Seal } from './seal.ts';
