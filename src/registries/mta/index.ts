export { employerPayments } from './employer-payments.ts';
