export { FEED_CODES } from './feeds.ts';
export { type FeedPorts, feedMetricCatalogue, feedMetrics } from './look.ts';
export { readFeeds, startFeeds } from './rounds.ts';
export { feedRoutes } from './routes.ts';
export { type FeedStatus, findFeeds, makeDue } from './store.ts';
