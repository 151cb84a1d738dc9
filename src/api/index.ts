export { apiErrors } from './errors.ts';
export type { ReadinessCheck } from './health.ts';
export { type ApiOptions, createApi } from './server.ts';
