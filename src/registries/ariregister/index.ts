export { company } from './company.ts';
export { holdings } from './holdings.ts';
export { undertaking } from './undertaking.ts';
