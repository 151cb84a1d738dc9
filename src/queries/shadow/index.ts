export { openShadows, type ShadowPorts, type Shadows } from './shadows.ts';
export { findShadowReports, type ShadowReport } from './store.ts';
