export { entered } from './change-file.ts';
export { insertEntries } from './entry-store.ts';
export { firstEntries } from './person-change.ts';
export { ClientReply } from './replies.ts';
export { findResidences } from './residences.ts';
export { type FilePorts, fileRoutes } from './routes.ts';
