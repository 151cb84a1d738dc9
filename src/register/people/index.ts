export type { Client } from './client.ts';
export { peopleErrors } from './errors.ts';
export { peopleRoutes } from './routes.ts';
export { findByPersonalCodes, findClients, insertClient } from './store.ts';
