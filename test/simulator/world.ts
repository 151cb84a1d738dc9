import { type PersonalCode, parseRegistryCode } from '../../src/estonia/index.ts';
import { createLog, newId, settableClock, type Temporal, today, ZONE } from '../../src/platform/index.ts';
import type { ChangeFeed, QueryType } from '../../src/registries/index.ts';
import { createCountry, type SimulatorOptions, startSimulator } from '../../src/simulator/index.ts';
import {
  parseClientId,
  prepareRequest,
  prepareRestRequest,
  type RestRequest,
  type XRoadHeader,
  xroadClient,
} from '../../src/xroad/index.ts';
import { STAR, SUBSYSTEMS } from '../installation.ts';
import { parametersFor, precededBy } from './parameters.ts';

const settings = { carerInsuranceKind: [{ from: '2020-01-01', code: '39', confirmed: false }] };

/** A simulated X-Road on a socket, 23 November 2026, noon in Tallinn; and a consumer at it. */
export async function openWorld(options: Partial<SimulatorOptions> = {}) {
  const clock = settableClock('2026-11-23T10:00:00Z');
  const country = createCountry({ seed: 11, asOf: '2026-11-23' });
  const simulator = await startSimulator({ port: 0, country, clock, log: createLog('silent'), clients: [STAR], ...options });
  const xroad = xroadClient({ securityServers: [simulator.url] });
  /** The question, with what a write fixes when it is asked. */
  const asked = (type: QueryType, subject: PersonalCode, parameters: Readonly<Record<string, unknown>>) => {
    const institution = parseRegistryCode('77000200');
    if (institution === undefined) throw new Error('not a registry code');
    const fixed = type.write?.fix({ parameters, institution, at: clock.now(), settings });
    if (fixed?.ok === false) throw new Error(fixed.error.code);
    return { subject, parameters: { ...parameters, ...fixed?.value }, today: today(clock) };
  };
  const begun = new Set<string>();
  return {
    clock,
    country,
    simulator,
    /** Asks a register, and gives what came of it with the type's own reading of an answer. */
    async ask(type: QueryType, subject: PersonalCode, parameters: Readonly<Record<string, unknown>>) {
      const before = precededBy(type.code);
      if (before !== undefined && !begun.has(`${before.code} ${subject}`)) {
        begun.add(`${before.code} ${subject}`);
        const first = asked(before, subject, parametersFor(before.code, country, subject));
        await xroad.exchange(requestOf(before, first), { deadlineMs: 5000 });
      }
      const question = asked(type, subject, parameters);
      const outcome = await xroad.exchange(requestOf(type, question), { deadlineMs: 5000 });
      return { outcome, reading: outcome.kind === 'answered' ? type.readAnswer(outcome.body, question) : undefined };
    },
    /** What comes of a body that one has written oneself. */
    answerTo: (of: Parameters<typeof messageTo>[0], body: Parameters<typeof messageTo>[1]) =>
      xroad.exchange(messageTo(of, body), { deadlineMs: 5000 }),
    /** The same by its REST service. */
    async askTwin(type: QueryType, subject: PersonalCode, parameters: Readonly<Record<string, unknown>>) {
      const { twin } = type;
      if (twin === undefined) throw new Error(`${type.code} has no REST twin`);
      const question = { subject, parameters, today: today(clock) };
      const outcome = await xroad.exchangeRest(restRequestOf(type, twin.buildRequest(question)), { deadlineMs: 5000 });
      return { outcome, reading: outcome.kind === 'answered' ? twin.readAnswer(outcome, question) : undefined };
    },
    /** Reads a feed of changes once. */
    async askFeed(feed: ChangeFeed, cursor: string) {
      const at = clock.now().toZonedDateTimeISO(ZONE);
      const outcome = await xroad.exchange(feedRequestOf(feed, cursor, at), { deadlineMs: 5000 });
      return { outcome, reading: outcome.kind === 'answered' ? feed.readAnswer(outcome.body, cursor, at) : undefined };
    },
    /** A request to its REST service, not necessarily one that it takes. */
    askRest: (type: QueryType, asked: RestAsked) => xroad.exchangeRest(restRequestOf(type, asked), { deadlineMs: 5000 }),
    today: () => today(clock),
    /** Somebody of whom the register has something: of those who play a part, or else of all. */
    async knownTo(type: QueryType): Promise<PersonalCode> {
      for (const subject of [...Object.values(country.personae), ...country.people.map(({ personalCode }) => personalCode)]) {
        const { reading } = await this.ask(type, subject, parametersFor(type.code, country, subject));
        if (reading?.ok === true && (reading.value.state === 'FOUND' || reading.value.state === 'PARTIAL')) return subject;
      }
      throw new Error(`${type.code} finds nobody`);
    },
    /** One call of the control surface. */
    async control(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
      const response = await fetch(`${simulator.url}/simulator/${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: await response.json() };
    },
    async close() {
      await xroad.close();
      await simulator.close();
    },
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;

function feedRequestOf(feed: ChangeFeed, cursor: string, now: Temporal.ZonedDateTime) {
  return messageTo(feed, feed.buildRequest(cursor, now));
}

export function requestOf(type: QueryType, question: Parameters<QueryType['buildRequest']>[0], more: Partial<XRoadHeader> = {}) {
  return messageTo(type, type.buildRequest(question), more);
}

function messageTo(
  { code, registry, service: asked }: Pick<QueryType, 'code' | 'registry' | 'service'>,
  body: ReturnType<QueryType['buildRequest']>,
  more: Partial<XRoadHeader> = {},
) {
  const client = parseClientId(STAR);
  const provider = parseClientId(SUBSYSTEMS[registry] ?? '');
  if (client === undefined || provider === undefined || !body.ok) throw new Error(`${code} cannot be asked`);
  const version = asked.version === undefined ? {} : { serviceVersion: asked.version };
  const service = { ...provider, serviceCode: asked.code, ...version };
  const request = prepareRequest({ client, service, id: newId(), userId: 'EE60001019906', protocolVersion: '4.0', ...more }, body.value);
  if (!request.ok) throw new Error(request.error.text);
  return request.value;
}

/** What of a REST request is not the envelope's; a body that is no text is sent as JSON. */
type RestAsked = Omit<Partial<RestRequest>, 'body'> & { readonly body?: unknown };

/** A REST question made into a message; what is given replaces what the envelope says, and an empty user id leaves it out. */
function restRequestOf({ registry, twin }: QueryType, asked: RestAsked) {
  const client = parseClientId(STAR);
  const provider = parseClientId(SUBSYSTEMS[registry] ?? '');
  if (client === undefined || provider?.subsystemCode === undefined) throw new Error(`${registry} cannot be asked`);
  const service = { ...provider, subsystemCode: provider.subsystemCode, serviceCode: twin?.service.code ?? '' };
  const { body, userId = 'EE60001019906', ...more } = asked;
  const content = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const request = prepareRestRequest({
    client,
    service,
    id: newId(),
    ...(userId === '' ? {} : { userId }),
    method: 'POST',
    ...more,
    body: { contentType: 'application/json', content },
  });
  if (!request.ok) throw new Error(request.error.text);
  return request.value;
}
