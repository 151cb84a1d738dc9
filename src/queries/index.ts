export type { Addresses } from './addresses.ts';
export { type Asked, ask } from './ask.ts';
export { findAskedIn } from './asked-in-store.ts';
export { batchErrors, batchRoutes } from './batches/index.ts';
export { type BreakerState, type Breakers, createBreakers, type Pass } from './breaker.ts';
export {
  acceptBulk,
  BULK_IDS_AT_MOST,
  BULK_VERBS,
  type BulkChoice,
  type BulkOperation,
  latestOperations,
} from './bulk/index.ts';
export { acceptContract, checkContracts, contractFindings, type Finding } from './contract-operations.ts';
export {
  declarationErrors,
  declarationRoutes,
  resolveDeclaration,
  type UnsettledDeclaration,
} from './declarations/index.ts';
export { endQueries } from './end.ts';
export { type QueriesPorts, startQueries } from './engine.ts';
export { queryErrors } from './errors.ts';
export { openQueryEvents, type QueryEvents, type QueryMoved } from './events.ts';
export { EXCHANGE_CLASSES, type ExchangeClass } from './exchange-class.ts';
export { type FeedStatus, feedStatus, readFeed } from './feed-operations.ts';
export { FEED_CODES, feedRoutes } from './feeds/index.ts';
export { type FoundById, findByAnyId } from './find-query.ts';
export { type Closed, createGate, type Gate } from './gate.ts';
export { eraseOfProceedings, queriesHoldings } from './holdings.ts';
export {
  closedUntil,
  comingWindows,
  fallsIntoOpeningHours,
  type MaintenanceWindow,
  nextWindow,
  WEEKDAYS,
  type WeeklyMaintenance,
} from './maintenance.ts';
export type { PlannedMaintenance } from './maintenance-store.ts';
export { queryMetricCatalogues } from './metrics.ts';
export { discardOne, type OperationPorts, retryQuery } from './operations.ts';
export { Pace } from './pace.ts';
export { askPrefill, PREFILL_PURPOSES } from './prefill.ts';
export { PROTOCOLS, type Protocol, registriesWithTwins } from './protocol.ts';
export { type AnswerState, type Query, type QueryState, type Question, TRANSITIONS } from './query.ts';
export { type QueryHistory, queryHistory } from './query-history.ts';
export { queryRecords } from './query-records.ts';
export { type RecentFault, recentFaults } from './recent-faults.ts';
export type { RegistryStatus } from './registry-control.ts';
export { HISTORY_SPANS, type History, type HistorySpan, registryHistory } from './registry-history.ts';
export type { AllRegistrySettings, RegistrySettings } from './registry-settings.ts';
export { registryStatus, unsettledAt } from './registry-status.ts';
export { RESOLUTIONS, type ResolvePorts, resolveWrite } from './resolve-write.ts';
export { ATTEMPTS_AT_MOST, nextAttempt } from './retry.ts';
export { type Revealed, type RevealPorts, revealQuery } from './reveal.ts';
export { type QueryRoutePorts, queryRoutes } from './routes.ts';
export { findShadowReports, type ShadowReport } from './shadow/index.ts';
export { changeConcurrency, endMaintenance, pauseRegistry, planMaintenance } from './steering.ts';
export { tracedXRoad } from './traced-xroad.ts';
export { familyOf, TROUBLE_FAMILIES, type Trouble, type TroubleFamily, troubleOf, troubleOfFamily } from './trouble.ts';
export type { Unsettled, UnsettledQuery } from './unsettled.ts';
export { judge, type Verdict } from './verdict.ts';
export { openQueryWatch, type QueryWatch } from './watch.ts';
