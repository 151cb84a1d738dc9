export { fundPayments } from './payments.ts';
export { unemployment } from './unemployment.ts';
export { workAbility } from './work-ability.ts';
