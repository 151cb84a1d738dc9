import { randomUUID } from 'node:crypto';
import type { XRoadClient } from '../client.ts';
import type { MessageDefect } from '../defect.ts';
import type { ExchangeOutcome } from '../exchange.ts';
import { classifyFailure } from '../failure.ts';
import { type ClientId, isAcceptableIdentifier, type ServiceId } from '../identifier.ts';
import { XROAD } from '../namespaces.ts';
import { prepareRequest } from '../request.ts';
import { prepareRestRequest, type RestAnswer } from '../rest/index.ts';
import { fail, ok, type Result } from '../result.ts';
import { type Unanswered, unanswered } from '../unanswered.ts';
import { escapeXml } from '../xml-text.ts';
import { type ListedClient, type ListedService, readClientList, readRestMethodList, readSoapMethodList } from './listed.ts';

/** A service description as its provider published it. */
export interface Description {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

type Learnt<T> = Promise<Result<T, Unanswered>>;

/** What an X-Road tells of itself (PR-META, PR-MREST). Security servers answer all of it; a provider implements nothing. */
export interface MetadataClient {
  /** The members and subsystems of an instance; without a name, of one's own. */
  listClients(instance?: string): Learnt<readonly ListedClient[]>;
  /** The services of a member or subsystem: of one protocol, or, where none is named, of both. */
  listMethods(provider: ClientId, protocol?: 'SOAP' | 'REST'): Learnt<readonly ListedService[]>;
  /** Those of them that one may call. */
  allowedMethods(provider: ClientId, protocol?: 'SOAP' | 'REST'): Learnt<readonly ListedService[]>;
  getWsdl(service: ServiceId): Learnt<Description>;
  getOpenApi(service: ServiceId): Learnt<Description>;
}

export interface MetadataOptions {
  readonly xroad: XRoadClient;
  /** Who asks: one's own member or subsystem. */
  readonly client: ClientId;
  readonly deadlineMs: number;
}

/** Opens the metadata services over a client. */
export function createMetadataClient({ xroad, client, deadlineMs }: MetadataOptions): MetadataClient {
  const within = { deadlineMs };

  async function soap(
    provider: ClientId,
    serviceCode: string,
    content = '',
  ): Promise<Result<Extract<ExchangeOutcome, { kind: 'answered' }>, Unanswered>> {
    const header = { client, service: { ...provider, serviceCode }, id: randomUUID(), protocolVersion: '4.0' };
    const prepared = prepareRequest(header, `<xrd:${serviceCode} xmlns:xrd="${XROAD}">${content}</xrd:${serviceCode}>`);
    if (!prepared.ok) return prepared;
    const outcome = await xroad.exchange(prepared.value, within);
    return outcome.kind === 'answered' ? ok(outcome) : fail(unanswered(outcome));
  }

  async function rest(provider: ClientId, serviceCode: string, query?: string): Promise<Result<RestAnswer, Unanswered>> {
    const { subsystemCode, ...member } = provider;
    if (subsystemCode === undefined)
      return fail({ code: 'InvalidRequest', text: 'a REST service belongs to a subsystem, and none is named' });
    const service = { ...member, subsystemCode, serviceCode };
    const prepared = prepareRestRequest({ client, service, method: 'GET', id: randomUUID(), ...(query === undefined ? {} : { query }) });
    if (!prepared.ok) return prepared;
    const outcome = await xroad.exchangeRest(prepared.value, within);
    if (outcome.kind !== 'answered') return fail(unanswered(outcome));
    return outcome.status === 200 ? ok(outcome) : fail({ code: 'UNEXPECTED_STATUS', text: `HTTP ${outcome.status}` });
  }

  async function methods(
    serviceCode: 'listMethods' | 'allowedMethods',
    provider: ClientId,
    protocol?: 'SOAP' | 'REST',
  ): Learnt<readonly ListedService[]> {
    const found: ListedService[] = [];
    if (protocol !== 'REST') {
      const answer = await soap(provider, serviceCode);
      const listed: Result<readonly ListedService[], Unanswered | MessageDefect> = answer.ok
        ? readSoapMethodList(answer.value.body.xml)
        : answer;
      if (!listed.ok) return listed;
      found.push(...listed.value);
    }
    // A member's own services are SOAP's alone: a REST address has a place for a subsystem.
    if (protocol === 'REST' || (protocol === undefined && provider.subsystemCode !== undefined)) {
      const answer = await rest(provider, serviceCode);
      const listed: Result<readonly ListedService[], Unanswered | MessageDefect> = answer.ok
        ? readRestMethodList(answer.value.bytes)
        : answer;
      if (!listed.ok) return listed;
      found.push(...listed.value);
    }
    return ok(found);
  }

  return {
    async listClients(instance) {
      const query = instance === undefined ? '' : `?xRoadInstance=${encodeURIComponent(instance)}`;
      const answer = await xroad.read(`/listClients${query}`, 'application/json', within);
      if (!answer.ok) return fail({ code: answer.error.code, text: answer.error.detail, classification: classifyFailure(answer.error) });
      if (answer.value.status !== 200) return fail({ code: 'UNEXPECTED_STATUS', text: `HTTP ${answer.value.status}` });
      return readClientList(answer.value.bytes);
    },
    listMethods: (provider, protocol) => methods('listMethods', provider, protocol),
    allowedMethods: (provider, protocol) => methods('allowedMethods', provider, protocol),
    async getWsdl({ serviceCode, serviceVersion, ...provider }) {
      if (![serviceCode, serviceVersion ?? '-'].every(isAcceptableIdentifier)) {
        return fail({ code: 'InvalidRequest', text: 'the service code or its version cannot stand in a message' });
      }
      const version = serviceVersion === undefined ? '' : `<xrd:serviceVersion>${escapeXml(serviceVersion)}</xrd:serviceVersion>`;
      const answer = await soap(provider, 'getWsdl', `<xrd:serviceCode>${escapeXml(serviceCode)}</xrd:serviceCode>${version}`);
      if (!answer.ok) return answer;
      const [part] = answer.value.attachments;
      return part === undefined ? fail({ code: 'InvalidMessage', text: 'the answer brings no description' }) : ok(part);
    },
    async getOpenApi({ serviceCode, serviceVersion, ...provider }) {
      const answer = await rest(provider, 'getOpenAPI', `serviceCode=${encodeURIComponent(serviceCode)}`);
      if (!answer.ok) return answer;
      return ok({ contentType: answer.value.headers['content-type'] ?? 'application/octet-stream', bytes: answer.value.bytes });
    },
  };
}
