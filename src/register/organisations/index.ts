export { enterInstitution, findInstitution, type Institution } from './store.ts';
