export type { AuditActor, AuditLine, TrailLine } from './audit-line.ts';
export { type AuditAnchor, type AuditVerdict, sealAudit, startSealing, verifyAudit } from './chain.ts';
export { countSealedBehind, readSealed, type SealedLine, type Stretch } from './sealed-lines.ts';
export { appendAudit, appendAuditLines, findTrail, unsealedBacklog } from './store.ts';
