export { entered } from './change-file.ts';
export { changingRoutes } from './changing-routes.ts';
export { findEntries, insertEntries } from './entry-store.ts';
export { namedIn } from './general-view.ts';
export { firstEntries } from './person-change.ts';
export { type ReadingPorts, readingRoutes } from './reading-routes.ts';
export { ClientReply } from './replies.ts';
export { findResidences } from './residences.ts';
export { latestOf, type Reading, type Stretch, type Tell, type Told } from './told.ts';
