export { employerPayments } from './employer-payments.ts';
export { selfEmployment } from './self-employment.ts';
