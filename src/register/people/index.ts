export type { Client, Person } from './client.ts';
export { enterClient } from './enter-client.ts';
export { peopleErrors } from './errors.ts';
export {
  findResidences,
  followRegister,
  type LastProceeding,
  latestOf,
  type Reading,
  type RegisterWord,
  type Stretch,
  type Tell,
  type Told,
} from './file/index.ts';
export { eraseFiles, findNeeded, findOldFiles } from './outlived-store.ts';
export type { Tie } from './reach.ts';
export type { ReachPorts } from './reach-file.ts';
export { peopleRoutes } from './routes.ts';
export { findByPersonalCodes, findClients, findIds, holdClients } from './store.ts';
