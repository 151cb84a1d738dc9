export type { Client } from './client.ts';
export { peopleErrors } from './errors.ts';
export { peopleRoutes } from './routes.ts';
export { findByPersonalCode, findByPersonalCodes, findClients, insertClient } from './store.ts';
