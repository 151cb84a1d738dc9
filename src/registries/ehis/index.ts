export { notStudying } from './not-studying.ts';
export { studies } from './studies.ts';
