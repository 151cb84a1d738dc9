export { fundPayments } from './payments.ts';
export { unemployment } from './unemployment.ts';
