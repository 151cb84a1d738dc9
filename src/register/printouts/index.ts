export { printoutErrors } from './errors.ts';
export type { PrintPorts } from './print.ts';
export { printProceeding } from './print-proceeding.ts';
export type { AskedIn, AskedLine } from './proceeding-contents.ts';
export { type PrintoutPorts, printoutRoutes } from './routes.ts';
export { openTypesetter, type Typesetter } from './typesetter.ts';
