export { vehicles } from './vehicles.ts';
