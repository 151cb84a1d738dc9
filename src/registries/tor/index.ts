export { employment } from './employment.ts';
