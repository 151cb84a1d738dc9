export { FILE_WORKERS } from './callers.ts';
export type { Client, Person } from './client.ts';
export { enterClient, fileOf } from './enter-client.ts';
export { peopleErrors } from './errors.ts';
export {
  FILE_GAPS,
  type FileSeen,
  findResidences,
  followRegister,
  generalView,
  type LastProceeding,
  latestOf,
  type NetworkRelation,
  type Reading,
  type ReadingPorts,
  type RegisterWord,
  readFile,
  type Source,
  type Stretch,
  type Tell,
  type Told,
  tellEntries,
} from './file/index.ts';
export { type JudgedFile, judgeFiles } from './judge-files.ts';
export { eraseFiles, findEnterers, findNeeded, findOldFiles } from './outlived-store.ts';
export type { Bond } from './reach.ts';
export type { ReachPorts } from './reach-file.ts';
export { peopleRoutes } from './routes.ts';
export { findByPersonalCodes, findClients, findIds, holdClients } from './store.ts';
