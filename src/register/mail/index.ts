export { type DeliveryPorts, startMail } from './deliver.ts';
export { mailErrors } from './errors.ts';
export { eraseLetters } from './letter-store.ts';
export { type Mailer, type MailServer, openMailer } from './mailer.ts';
export { remind, startReminders } from './remind.ts';
export { mailRoutes } from './routes.ts';
export { type Addressees, type TellPorts, tell } from './tell.ts';
