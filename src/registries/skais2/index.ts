export { benefits } from './benefits.ts';
export { massBenefits } from './mass-benefits.ts';
