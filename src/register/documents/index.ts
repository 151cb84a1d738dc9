export { type ClamdAddress, openClamd } from './clamd.ts';
export { DOCUMENT_BYTES_AT_MOST, DOCUMENT_KINDS, type Document, type DocumentKind } from './document.ts';
export { clearLeftovers, eraseDocuments } from './erase-documents.ts';
export { documentErrors } from './errors.ts';
export { type NotOpened, type OpenedDocument, openDocument } from './open-document.ts';
export { startDocuments } from './rounds.ts';
export { documentRoutes } from './routes.ts';
export type { VirusScanner } from './virus-scanner.ts';
export { lockDocuments } from './withdraw-document.ts';
