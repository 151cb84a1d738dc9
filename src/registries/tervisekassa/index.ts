export { insurance } from './insurance.ts';
