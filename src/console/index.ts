export { consoleErrors } from './errors.ts';
export type { HealthPorts } from './health.ts';
export { metricsPlugin, type RegisterMetricsPorts, registerMetrics, registryMetricCatalogue } from './metrics.ts';
export { consolePages } from './pages.ts';
export { partMetricCatalogue, processMetrics, standingMetrics, traceMetricCatalogue, wayOutMetrics } from './part-metrics.ts';
export type { ConsolePorts } from './ports.ts';
export { consoleRoutes } from './routes.ts';
