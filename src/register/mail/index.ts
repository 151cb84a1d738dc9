export { type DeliveryPorts, startMail } from './deliver.ts';
export { mailErrors } from './errors.ts';
export { eraseLetters } from './letter-store.ts';
export { type Mailer, type MailServer, openMailer } from './mailer.ts';
export { mailRoutes } from './routes.ts';
