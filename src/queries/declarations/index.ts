export { type DeclarationPorts, declarationMetricCatalogue, declarationMetrics } from './advance.ts';
export { DECLARATION_TRANSITIONS, type DeclarationState } from './declaration.ts';
export { declarationErrors } from './errors.ts';
export type { OrderDeclarationPorts } from './order.ts';
export { eraseDeclarations, findOldDeclarations } from './outlived-store.ts';
export { resolveDeclaration } from './resolve.ts';
export { startDeclarations, workDeclarations } from './rounds.ts';
export { declarationRoutes } from './routes.ts';
export { declarationStatus, type UnsettledDeclaration, unsettledDeclarations } from './unsettled.ts';
