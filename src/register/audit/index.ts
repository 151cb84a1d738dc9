export type { AuditActor, AuditLine, TrailLine } from './audit-line.ts';
export { type AuditAnchor, type AuditVerdict, sealAudit, startSealing, verifyAudit } from './chain.ts';
export { findProvenLines, type ProvenLine } from './proof-store.ts';
export { countSealedBehind, readSealed, type SealedLine, type Stretch } from './sealed-lines.ts';
export { type FoundLine, searchAudit } from './search-store.ts';
export { appendAudit, appendAuditLines, findTrail, unsealedBacklog } from './store.ts';
export { type Usage, wordsOf } from './usage.ts';
export { findUsages, loggedSince } from './usage-store.ts';
