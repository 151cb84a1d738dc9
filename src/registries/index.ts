export { type AddressChange, addressChanges } from './ads/index.ts';
export { undertaking } from './ariregister/index.ts';
export { batchCatalogue, findBatchType } from './batch-catalogue.ts';
export type { BatchMessage, BatchOrder, BatchType, Collection, ResidentsBatch, TicketBatch } from './batch-type.ts';
export { catalogue, findQueryType } from './catalogue.ts';
export type { ChangeFeed, FeedReading } from './change-feed.ts';
export type { AnswerDefect } from './credible.ts';
export type { DeclarationFile, DeclarationReading, DeclarationService } from './declaration-service.ts';
export { feedCatalogue } from './feed-catalogue.ts';
export { declarations } from './mta/index.ts';
export { type GoldenBodies, goldenBodies, pinnedContract } from './pinned.ts';
export { proposedAt } from './proposed.ts';
export type { QueryType, Reading, RegistryQuestion } from './query-type.ts';
export { REGISTRIES, type Registry, registryName } from './registry.ts';
export {
  CHANGE_KINDS,
  type Change,
  type ChangeKind,
  changeNotices,
  deaths,
  type PersonChange,
  type Residences,
  residences,
  whatChanged,
} from './rr/index.ts';
export type { ConfirmedBy, DatedCode, Found, ReadBack, Write, WriteSettings } from './write.ts';
