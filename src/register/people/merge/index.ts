export type { MergePorts } from './merge-files.ts';
export { mergeRoutes } from './routes.ts';
