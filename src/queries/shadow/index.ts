export { openShadows, type ShadowPorts, type Shadows, shadowMetricCatalogue } from './shadows.ts';
export { findShadowReports, type ShadowReport } from './store.ts';
