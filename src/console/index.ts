export { consoleErrors } from './errors.ts';
export type { HealthPorts } from './health.ts';
export { metricsPlugin, type RegisterMetricsPorts, registerMetrics } from './metrics.ts';
export { consolePages } from './pages.ts';
export type { ConsolePorts } from './ports.ts';
export { consoleRoutes } from './routes.ts';
