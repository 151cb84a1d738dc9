export { enterInstitution, findInstitution, findRegistryCode, type Institution } from './store.ts';
