export { acceptBulk, BULK_IDS_AT_MOST } from './accept.ts';
export { advanceBulk, type BulkPorts, startBulkOperations } from './advance.ts';
export { BULK_VERBS, type BulkChoice, type BulkOperation, type BulkVerb } from './bulk-operation.ts';
export { eraseOperations, findOldOperations } from './outlived-store.ts';
export { latestOperations } from './store.ts';
