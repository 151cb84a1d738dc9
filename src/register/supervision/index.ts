export { type Allowance, createAllowance, type Warning } from './allowance.ts';
export { supervisionErrors } from './errors.ts';
export { followUp } from './follow-up.ts';
export { judgeChain } from './judge-chain.ts';
export type { Count, Quotas } from './quota.ts';
export { supervisionRoutes } from './routes.ts';
export { startSupervision, supervisionMetricCatalogue, supervisionMetrics, watchAllowance } from './supervision.ts';
