import { ok, today } from '../platform/index.ts';
import {
  askPrefill,
  batchRoutes,
  declarationRoutes,
  endQueries,
  feedRoutes,
  findAskedIn,
  PREFILL_PURPOSES,
  queryRecords,
  queryRoutes,
} from '../queries/index.ts';
import { accessRoutes } from '../register/access/index.ts';
import { classifierRoutes, legalBasisRoutes, proposalRoutes } from '../register/classifiers/index.ts';
import { documentRoutes, findSignedDocument, signedDocumentRoutes } from '../register/documents/index.ts';
import { emergencyRoutes, guestIn, visit } from '../register/emergency/index.ts';
import { evidenceRoutes } from '../register/evidence/index.ts';
import { mailRoutes } from '../register/mail/index.ts';
import { budgetRoutes, measureRoutes } from '../register/measures/index.ts';
import { noticeRoutes } from '../register/notices/index.ts';
import { findInstitutionById, organisationRoutes } from '../register/organisations/index.ts';
import { capRoutes, parameterRoutes } from '../register/parameters/index.ts';
import { findResidences, peopleRoutes, type ReadingPorts } from '../register/people/index.ts';
import { openTypesetter, printoutRoutes } from '../register/printouts/index.ts';
import {
  findLastProceeding,
  findTie,
  goOnAs,
  holdUnderWay,
  type LookPorts,
  proceedingRoutes,
  tellFile,
  tellHistory,
} from '../register/proceedings/index.ts';
import { processingRoutes } from '../register/processing/index.ts';
import { qualityRoutes } from '../register/quality/index.ts';
import { holdRoutes, policiesOf, retentionRoutes } from '../register/retention/index.ts';
import {
  auditRoutes,
  listedPersonRoutes,
  supervisedProceedingRoutes,
  supervisionRoutes,
  usageRoutes,
  watchAllowance,
} from '../register/supervision/index.ts';
import { openScanner, openValidator } from './documents.ts';
import type { Ground } from './ground.ts';
import { markOf } from './mark.ts';
import type { Offer } from './offer.ts';
import { objectsOf } from './open-objects.ts';
import { needsQueue } from './readiness.ts';
import { registrySettings } from './registry-settings.ts';
import { sealOf } from './seal.ts';
import { tellOfRequest } from './tell-of-request.ts';

/** STAR's front-ends: what they ask is written down and queued here, and carried out by workers. */
export async function offerApi(ground: Ground): Promise<Offer> {
  const { configuration, database, keys, clock, watch, log, opened } = ground;
  const [queue, cache, events, objects] = [await ground.queue(), await ground.cache(), await ground.events(), await ground.objects()];
  const protocols = Object.fromEntries(Object.entries(configuration.registries).map(([name, { protocol }]) => [name, protocol]));
  const { allowance, stop } = watchAllowance({ database, clock, log, quotas: configuration.quotas });
  opened.defer(stop);
  const scanner = openScanner(configuration);
  if (scanner === undefined) log.warn('documents are not scanned for viruses: documents.clamd is not configured');
  const isMunicipality = async (institutionId: string) => (await findInstitutionById(database.db, institutionId))?.kind === 'KOV';
  const describing = { database, clock, isMunicipality };
  const asking = { database, queue, keys, cache, clock, writes: configuration.writes, watch, allowance };
  const reading: ReadingPorts = {
    database,
    clock,
    tieTo: findTie,
    lastProceeding: findLastProceeding,
    tellFile,
    tellHistory,
    guestIn: (db, actor, clientIds) => guestIn(ground, db, actor, clientIds),
  };
  const looking: LookPorts = { database, visit: (actor, proceeding) => visit(ground, actor, proceeding) };
  const typesetter = openTypesetter();
  opened.defer(() => typesetter.close());
  const printing = { database, clock, typesetter, mark: markOf(configuration), askedIn: findAskedIn };
  return {
    needs: [needsQueue(queue)],
    door: {
      at: 'port',
      routes: [
        ...organisationRoutes({ database, clock }),
        ...accessRoutes({
          database,
          clock,
          findInstitution: findInstitutionById,
          findSignedDocument,
          tellOfRequest: tellOfRequest(configuration, clock),
        }),
        ...peopleRoutes({ ...reading, holdUnderWay, goOnAs }),
        ...proceedingRoutes({
          database,
          clock,
          keys,
          onClosed: (tx, proceedingId) => endQueries({ database, clock, events }, tx, proceedingId),
          visit: looking.visit,
          residencesOf: (db, clientIds) => findResidences(db, clientIds, today(clock)),
          prefill: {
            purposes: PREFILL_PURPOSES,
            ask: async (tx, actor, call) => {
              const asked = await askPrefill(asking, tx, actor, call);
              return asked.ok ? ok(asked.value.map(({ query }) => query.id)) : asked;
            },
          },
        }),
        ...documentRoutes({ database, clock, keys, objects, scanner, visit: (actor, proceeding) => visit(ground, actor, proceeding) }),
        ...signedDocumentRoutes({ database, clock, keys, objects, scanner, validator: openValidator(configuration) }),
        ...printoutRoutes({ ...reading, ...looking, ...printing }),
        ...evidenceRoutes({ ...printing, keys, objects, seal: sealOf(configuration), queryRecords }),
        ...mailRoutes({ ...looking, clock, isOn: configuration.mail.smtpUrl !== undefined }),
        ...queryRoutes({ ...asking, events, protocols, settings: registrySettings(configuration) }),
        ...batchRoutes({ database, keys, clock }),
        ...feedRoutes({ database }),
        ...noticeRoutes({ database, clock, objectsOf }),
        ...declarationRoutes({ database, keys, clock, secret: await keys.secret(database, 'declarations') }),
        ...supervisionRoutes({ database, clock }),
        ...listedPersonRoutes({ database, clock }),
        ...auditRoutes({ database, clock }),
        ...usageRoutes({ database, clock, key: await keys.secret(database, 'disclosures') }),
        ...supervisedProceedingRoutes({ database, clock }),
        ...processingRoutes,
        ...qualityRoutes({ database, clock }),
        ...retentionRoutes({ database, clock, policies: policiesOf(configuration.retention.periods) }),
        ...holdRoutes({ database, clock }),
        ...emergencyRoutes({ database, clock }),
        ...classifierRoutes(describing),
        ...legalBasisRoutes(describing),
        ...proposalRoutes(describing),
        ...parameterRoutes(describing),
        ...capRoutes(describing),
        ...measureRoutes(describing),
        ...budgetRoutes(describing),
      ],
    },
  };
}
