export { catalogue, findQueryType } from './catalogue.ts';
export { type QueryType, REGISTRIES, type Reading, type Registry, type RegistryQuestion } from './query-type.ts';
