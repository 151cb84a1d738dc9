export { apiErrors } from './errors.ts';
export { renderErrorsPage } from './errors-page.ts';
export { healthRoutes, type ReadinessCheck } from './health.ts';
export { type RequestMetrics, requestMetricCatalogue, requestMetrics } from './request-watch.ts';
export { type ApiOptions, createApi } from './server.ts';
export type { TaraDoor } from './tara-routes.ts';
