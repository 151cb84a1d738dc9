export { qualityRoutes } from './routes.ts';
