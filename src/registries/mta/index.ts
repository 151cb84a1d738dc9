export { declarations } from './declarations.ts';
export { employerPayments } from './employer-payments.ts';
export { selfEmployment } from './self-employment.ts';
