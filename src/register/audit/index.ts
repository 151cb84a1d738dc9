export type { AuditActor, AuditLine, TrailLine } from './audit-line.ts';
export { type AuditAnchor, type AuditVerdict, sealAudit, startSealing, verifyAudit } from './chain.ts';
export { countSealedBehind, readSealed, type SealedLine, type Stretch } from './sealed-lines.ts';
export { type AuditSearch, type FoundLine, searchAudit } from './search-store.ts';
export { appendAudit, appendAuditLines, findTrail, unsealedBacklog } from './store.ts';
export { NOT_TOLD, type Usage, wordsOf } from './usage.ts';
export { findUsages, loggedSince, type UsageSearch } from './usage-store.ts';
