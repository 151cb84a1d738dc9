export { studies } from './studies.ts';
