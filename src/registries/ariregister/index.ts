export { company } from './company.ts';
export { holdings } from './holdings.ts';
export { type Undertaking, undertaking } from './undertaking.ts';
