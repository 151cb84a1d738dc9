export { type BatchPorts, batchMetricCatalogue, batchMetrics } from './advance.ts';
export { BATCH_TRANSITIONS, type BatchState } from './batch.ts';
export { batchErrors } from './errors.ts';
export { eraseOrders, erasePeopleOf, findOldOrders } from './outlived-store.ts';
export { dropPeopleOf } from './person-store.ts';
export { nextLook } from './polling.ts';
export { startBatches, workBatches } from './rounds.ts';
export { batchRoutes } from './routes.ts';
