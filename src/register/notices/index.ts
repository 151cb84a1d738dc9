export { findDeathsInReview } from './deaths-in-review.ts';
export { noticeErrors } from './errors.ts';
export type { NoticeKind } from './notice.ts';
export { allOf, type ObjectsOf, type OpenObject, unclosedProceedings } from './open-object.ts';
export { eraseNotices, eraseReadings, findEndedNotices } from './outlived-store.ts';
export { type ReceivePorts, receiveNotice, type Told, type ToldChange } from './receive-notice.ts';
export { noticeRoutes } from './routes.ts';
