import { newId, startRounds, type Temporal } from '../../platform/index.ts';
import { appendAudit } from '../../register/audit/index.ts';
import { putOffProvider, settleProvider, takeUncheckedProvider, type UncheckedProvider } from '../../register/organisations/index.ts';
import { undertaking } from '../../registries/index.ts';
import { formatServiceId, type PreparedRequest, prepareRequest } from '../../xroad/index.ts';
import { findBlocked } from '../contracts/index.ts';
import { pausedRegistries } from '../registry-control.ts';
import type { SendPorts } from '../send.ts';
import { defectTrouble, exchangeTrouble, isTechnicalFailure } from '../verdict.ts';

/** How often it is looked whether a provider waits: 5 s. */
const EVERY_MS = 5_000;
/** Providers in a round, one after the other: entering them is a clerk's work, not a flood. */
const PROVIDERS_AT_MOST = 20;
/** How long a look is one process's: longer than an exchange may take. */
const LEASE_SECONDS = 90;
/** After the first failure the next look is in a minute, after each further one in twice as long, */
const FIRST_PAUSE_SECONDS = 60;
/** and at most in an hour. None is given up. */
const PAUSE_SECONDS_AT_MOST = 3600;

type UndertakingPorts = Pick<SendPorts, 'database' | 'xroad' | 'addresses' | 'gate' | 'clock' | 'log'>;

/** Looks providers up at Äriregister that have been entered, until the returned function is called, which waits for a round under way. */
export function startProviderChecks(ports: UndertakingPorts): () => Promise<void> {
  if (ports.addresses.provider[undertaking.registry] === undefined) return async () => undefined;
  return startRounds(
    EVERY_MS,
    () => checkProviders(ports),
    (error) => ports.log.error({ err: error }, 'a round of looks at providers failed'),
  );
}

/**
 * One round. What is asked is an undertaking, of which a register tells everybody (ÄRS § 28): no person, and so no proceeding; why it leaves is that a
 * provider was entered, which the log has with its legal basis before anything leaves.
 */
async function checkProviders(ports: UndertakingPorts): Promise<void> {
  const { database, clock, gate } = ports;
  const [paused, blocked] = await Promise.all([pausedRegistries(database.db), findBlocked(database.db)]);
  // The queries ask the same service, and their contract is watched.
  if (paused.includes(undertaking.registry) || blocked.has('BUSINESS.COMPANY')) return;
  for (let looks = 0; looks < PROVIDERS_AT_MOST; looks += 1) {
    const now = clock.now();
    const provider = await takeUncheckedProvider(database.db, now, now.add({ seconds: LEASE_SECONDS }));
    if (provider === undefined) return;
    const leave = gate.enter(undertaking.registry);
    if (!leave.ok) return putOffProvider(database.db, provider.id, leave.error.until);
    using pass = leave.value;
    const request = await announce(ports, provider, now);
    const outcome = await ports.xroad.exchange(request, { deadlineMs: undertaking.deadlineSeconds * 1000 });
    pass.report(isTechnicalFailure(outcome) ? 'TECHNICAL_FAILURE' : 'ANSWERED');
    if (outcome.kind !== 'answered') {
      await putOff(ports, provider, exchangeTrouble(outcome));
      continue;
    }
    const told = undertaking.readAnswer(outcome.body, provider.registryCode);
    if (!told.ok) await putOff(ports, provider, defectTrouble(told.error));
    else await database.transaction((tx) => settleProvider(tx, provider, told.value, { at: clock.now(), xRoadId: request.header.id }));
  }
}

/** Makes the message, and writes down what is about to leave. */
async function announce(
  { database, addresses }: UndertakingPorts,
  { id, registryCode }: UncheckedProvider,
  at: Temporal.Instant,
): Promise<PreparedRequest> {
  const subsystem = addresses.provider[undertaking.registry];
  if (subsystem === undefined) throw new Error('no subsystem is configured for Äriregister');
  const { code, version } = undertaking.service;
  const service = { ...subsystem, serviceCode: code, serviceVersion: version };
  const body = undertaking.buildRequest(registryCode);
  const request = body.ok
    ? prepareRequest({ client: addresses.client, service, id: newId(), issue: undertaking.code, protocolVersion: '4.0' }, body.value)
    : body;
  if (!request.ok) throw new Error(`${undertaking.code} cannot be asked: ${request.error.code}`);
  const { header, requestHash } = request.value;
  await appendAudit(database.db, {
    action: 'PROVIDER_ASKED',
    at,
    system: 'provider-check',
    object: { type: 'institution', id },
    outcome: 'DONE',
    details: { service: formatServiceId(header.service), xRoadId: header.id, requestHash, legalBasis: undertaking.legalBasis },
  });
  return request.value;
}

async function putOff(
  { database, clock, log }: UndertakingPorts,
  { id, tries }: UncheckedProvider,
  trouble: { readonly code: string; readonly detail?: string },
): Promise<void> {
  const seconds = Math.min(FIRST_PAUSE_SECONDS * 2 ** (tries - 1), PAUSE_SECONDS_AT_MOST);
  log.warn({ objectId: id, ...trouble }, 'a provider could not be looked up, and will be again later');
  await putOffProvider(database.db, id, clock.now().add({ seconds }));
}
