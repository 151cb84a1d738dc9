import { requestMetricCatalogue } from './api/index.ts';
import type { Role } from './configuration.ts';
import { consoleErrors, partMetricCatalogue, registryMetricCatalogue, traceMetricCatalogue } from './console/index.ts';
import type { ErrorCatalogue, MetricCatalogue } from './platform/index.ts';
import { batchErrors, declarationErrors, queryErrors, queryMetricCatalogues } from './queries/index.ts';
import { classifierErrors } from './register/classifiers/index.ts';
import { documentErrors } from './register/documents/index.ts';
import { emergencyErrors } from './register/emergency/index.ts';
import { evidenceErrors } from './register/evidence/index.ts';
import { mailErrors } from './register/mail/index.ts';
import { measureErrors } from './register/measures/index.ts';
import { noticeErrors } from './register/notices/index.ts';
import { organisationErrors } from './register/organisations/index.ts';
import { parameterErrors } from './register/parameters/index.ts';
import { peopleErrors } from './register/people/index.ts';
import { printoutErrors } from './register/printouts/index.ts';
import { intakeErrors, proceedingErrors } from './register/proceedings/index.ts';
import { retentionErrors } from './register/retention/index.ts';
import { supervisionErrors, supervisionMetricCatalogue } from './register/supervision/index.ts';
import {
  type GatewayOptions,
  needsDatabase,
  needsMasterKeys,
  offerApi,
  offerConsole,
  offerProducer,
  openDoors,
  openGround,
  startWorker,
} from './roles/index.ts';
import { careOrderMetricCatalogue, producerMetricCatalogue } from './services/index.ts';
import type { Database } from './storage/index.ts';

/** The error catalogues of every room whose failures may reach a caller; docs/errors.md is made of them. */
export const errorCatalogues: readonly ErrorCatalogue[] = [
  organisationErrors,
  peopleErrors,
  proceedingErrors,
  intakeErrors,
  documentErrors,
  printoutErrors,
  evidenceErrors,
  mailErrors,
  noticeErrors,
  queryErrors,
  batchErrors,
  declarationErrors,
  supervisionErrors,
  retentionErrors,
  emergencyErrors,
  classifierErrors,
  parameterErrors,
  measureErrors,
  consoleErrors,
];

/** All metrics but Node's own; docs/metrics.md is made of them. */
export const metricCatalogues: readonly MetricCatalogue[] = [
  registryMetricCatalogue,
  ...queryMetricCatalogues,
  careOrderMetricCatalogue,
  producerMetricCatalogue,
  requestMetricCatalogue,
  partMetricCatalogue,
  supervisionMetricCatalogue,
  traceMetricCatalogue,
];

/** What a process is, by its roles, in the order in which they are opened: who works before who asks. */
const ROLE_OPENERS = [
  ['worker', startWorker],
  ['producer', offerProducer],
  ['api', offerApi],
  ['console', offerConsole],
] as const satisfies readonly (readonly [Role, unknown])[];

export interface Gateway {
  readonly database: Database;
  /** Where the process listens; of several ports the internal API's. */
  readonly url: string;
  /** Lets requests and exchanges under way end, then lets go of everything, in the reverse order of opening. */
  close(): Promise<void>;
}

/** Opens a process of the gateway in the roles that its configuration names. One that cannot be opened whole lets go of what it had. */
export async function openGateway(options: GatewayOptions): Promise<Gateway> {
  await using opening = new AsyncDisposableStack();
  const ground = await openGround(options, opening);
  const offers = [];
  for (const [role, open] of ROLE_OPENERS) if (options.configuration.roles.includes(role)) offers.push(await open(ground));
  const url = await openDoors(ground, offers, {
    needs: [needsDatabase(ground.database), needsMasterKeys(ground.database, options.masterKeys)],
    errors: errorCatalogues,
    callsPerMinute: options.callsPerMinute,
  });
  const opened = opening.move();
  return { database: ground.database, url, close: () => opened.disposeAsync() };
}
