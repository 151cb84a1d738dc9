export type { Contract } from './contract.ts';
export { organisationErrors } from './errors.ts';
export { findContract } from './find-contract.ts';
export type { Institution } from './institution.ts';
export {
  findInstitution,
  findInstitutionById,
  findInstitutionOfKind,
  findInstitutions,
  findRegistryCode,
  listMunicipalInstitutions,
} from './institution-store.ts';
export type { ProcessorMandate } from './mandate.ts';
export { erasePosts, eraseProfile } from './outlived-store.ts';
export { profileRoutes } from './profile-routes.ts';
export { findEmails } from './profile-store.ts';
export { putOffProvider, settleProvider, takeUncheckedProvider, type UncheckedProvider } from './provider-check-store.ts';
export { enterInstitution } from './register-institution.ts';
export { requireMandate } from './require-mandate.ts';
export { organisationRoutes } from './routes.ts';
