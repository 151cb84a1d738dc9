export type { EmergencyAccess } from './emergency-access.ts';
export { guestIn, mayEnter, visit } from './enter.ts';
export { emergencyErrors } from './errors.ts';
export { eraseAccesses } from './outlived-store.ts';
export { emergencyRoutes } from './routes.ts';
