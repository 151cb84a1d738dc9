export { startProviderChecks } from './check-providers.ts';
