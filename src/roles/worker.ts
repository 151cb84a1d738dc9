import { startQueries, tracedXRoad } from '../queries/index.ts';
import { startSealing } from '../register/audit/index.ts';
import { startDocuments } from '../register/documents/index.ts';
import { openMailer, startMail, startReminders } from '../register/mail/index.ts';
import { findEmails } from '../register/organisations/index.ts';
import { policiesOf, startRetention } from '../register/retention/index.ts';
import { startSupervision } from '../register/supervision/index.ts';
import { careFacts, startCareOrders, startWaitingNotices } from '../services/index.ts';
import { openValidator } from './documents.ts';
import type { Ground } from './ground.ts';
import { kept } from './kept.ts';
import type { Offer } from './offer.ts';
import { objectsOf } from './open-objects.ts';
import { needsQueue, needsSecurityServer } from './readiness.ts';
import { registrySettings } from './registry-settings.ts';
import { openSecurityServer } from './security-server.ts';
import { subsystem } from './subsystem.ts';

/**
 * Carries out what was asked and ordered, and whatever comes round by the clock: those rounds are here because they send, or because they only need
 * to be made by somebody. Of several workers each makes them all, and the rows decide who takes up what.
 */
export async function startWorker(ground: Ground): Promise<Offer> {
  const { configuration, database, keys, clock, log, metrics, tracing, watch, opened } = ground;
  const [queue, cache, events] = [await ground.queue(), await ground.cache(), await ground.events()];
  const client = openSecurityServer(ground);
  const settings = registrySettings(configuration);
  const registries = Object.entries(settings).map(([name, one]) => ({ name, ...one }));
  opened.defer(startSealing({ database, clock, log }));
  opened.defer(startSupervision({ database, clock, log, quotas: configuration.quotas }));
  const validator = openValidator(configuration);
  if (validator === undefined) log.warn('signatures in documents are not checked: documents.sivaUrl is not configured');
  opened.defer(startDocuments({ database, keys, clock, log, objects: await ground.objects(), validator }));
  const { smtpUrl, from } = configuration.mail;
  if (smtpUrl !== undefined) {
    const mailer = openMailer({ smtpUrl, from });
    opened.defer(() => mailer.close());
    opened.defer(startMail({ database, clock, mailer, log }));
    opened.defer(startReminders({ database, clock, log, emailsOf: findEmails }));
  }
  const { periods, dryRunOnDay } = configuration.retention;
  opened.defer(startRetention({ database, clock, log, policies: policiesOf(periods), holdings: kept({ keys, clock }), dryRunOnDay }));
  opened.defer(startWaitingNotices({ database, log }));
  opened.defer(startCareOrders({ database, keys, facts: careFacts(database.db), clock, log }));
  const stopQueries = await startQueries({
    database,
    queue,
    keys,
    cache,
    events,
    clock,
    metrics,
    watch,
    log,
    xroad: tracing.on ? tracedXRoad(client, tracing, new Map(registries.map(({ name, subsystem: id }) => [id, name]))) : client,
    addresses: {
      client: subsystem(configuration.xroad.client),
      provider: Object.fromEntries(registries.map(({ name, subsystem: id }) => [name, subsystem(id)])),
    },
    settings,
    protocols: Object.fromEntries(registries.map(({ name, protocol }) => [name, protocol])),
    random: Math.random,
    writes: configuration.writes,
    feeds: configuration.feeds,
    notices: { objectsOf, secret: await keys.secret(database, 'notices') },
  });
  opened.defer(stopQueries);
  return { needs: [needsQueue(queue), needsSecurityServer(configuration.xroad.securityServers)] };
}
