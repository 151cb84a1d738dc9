export type { AuditActor, AuditLine } from './audit-line.ts';
export { type AuditAnchor, type AuditVerdict, sealAudit, startSealing, verifyAudit } from './chain.ts';
export { appendAudit, appendAuditLines, unsealedBacklog } from './store.ts';
