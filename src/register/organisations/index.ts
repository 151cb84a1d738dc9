export { enterInstitution, findInstitution, findInstitutionById, findRegistryCode, type Institution } from './store.ts';
