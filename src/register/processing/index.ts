export type { Operation } from './operation.ts';
export { OPERATIONS } from './operations.ts';
export { processingRoutes } from './routes.ts';
