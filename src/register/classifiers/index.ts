export { type CodeUse, checkCodes } from './check-codes.ts';
export { checkLegalBases } from './check-legal-bases.ts';
export { classifierErrors } from './errors.ts';
export { type IsMunicipality, keeperOf } from './keeper.ts';
export type { LegalBasis } from './legal-basis.ts';
export { legalBasisRoutes } from './legal-basis-routes.ts';
export { findLegalBases } from './legal-basis-store.ts';
export { proposalRoutes } from './proposal-routes.ts';
export { type ClassifierPorts, classifierRoutes } from './routes.ts';
