export type { AuditActor, AuditLine, TrailLine } from './audit-line.ts';
export { type AuditAnchor, type AuditVerdict, sealAudit, startSealing, verifyAudit } from './chain.ts';
export { appendAudit, appendAuditLines, findTrail, unsealedBacklog } from './store.ts';
