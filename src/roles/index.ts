export { offerApi } from './api.ts';
export { offerConsole } from './console.ts';
export { openDoors } from './doors.ts';
export { type GatewayOptions, type Ground, openGround } from './ground.ts';
export { ownRoutes } from './own-routes.ts';
export { offerProducer } from './producer.ts';
export { needsDatabase, needsMasterKeys } from './readiness.ts';
export { startWorker } from './worker.ts';
