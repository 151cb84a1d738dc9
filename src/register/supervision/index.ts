export { type Allowance, createAllowance, type Warning } from './allowance.ts';
export { auditRoutes } from './audit-routes.ts';
export { supervisionErrors } from './errors.ts';
export { followUp } from './follow-up.ts';
export { judgeChain } from './judge-chain.ts';
export { supervisedProceedingRoutes } from './proceedings-routes.ts';
export type { Count, Quotas } from './quota.ts';
export { supervisionRoutes } from './routes.ts';
export { startSupervision, supervisionMetricCatalogue, supervisionMetrics, watchAllowance } from './supervision.ts';
