import { randomUUID } from 'node:crypto';
import type { Classification } from '../classification.ts';
import type { XRoadClient } from '../client.ts';
import type { MessageDefect } from '../defect.ts';
import type { ExchangeOutcome } from '../exchange.ts';
import { writeClient } from '../header-writer.ts';
import { type ClientId, isAcceptableIdentifier, type SecurityServerId } from '../identifier.ts';
import { IDENTIFIERS, MONITORING } from '../namespaces.ts';
import { prepareRequest } from '../request.ts';
import { fail, type Result } from '../result.ts';
import { type HealthData, readHealthData } from './health-data.ts';
import { type OperationalData, readOperationalData } from './operational-data.ts';

/** Why nothing was learnt, as in the metadata services. */
export interface MonitoringFailure {
  readonly code: string;
  readonly text: string;
  readonly classification?: Classification;
}

/** Which records: of a time, in seconds since 1970, both included, and of one client or service owner. */
export interface RecordsWanted {
  readonly from: number;
  readonly to: number;
  readonly of?: ClientId;
  /** Fields by their names; all when none are named. */
  readonly fields?: readonly string[];
}

/** What a security server tells of its own work (PR-OPMON). The server's owner learns all of it, others what they took part in. */
export interface MonitoringClient {
  healthData(server: SecurityServerId, of?: ClientId): Promise<Result<HealthData, MonitoringFailure | MessageDefect>>;
  /** One answer's worth; there is more while it names `nextRecordsFrom`. The server gives nothing younger than a minute. */
  operationalData(server: SecurityServerId, wanted: RecordsWanted): Promise<Result<OperationalData, MonitoringFailure | MessageDefect>>;
}

/** @param client who asks: one's own member or subsystem */
export function createMonitoringClient({
  xroad,
  client,
  deadlineMs,
}: {
  readonly xroad: Pick<XRoadClient, 'exchange'>;
  readonly client: ClientId;
  readonly deadlineMs: number;
}): MonitoringClient {
  async function ask(server: SecurityServerId, serviceCode: string, content: string) {
    const { serverCode: _, ...owner } = server;
    const header = { client, service: { ...owner, serviceCode }, securityServer: server, id: randomUUID(), protocolVersion: '4.0' };
    const body = `<om:${serviceCode} xmlns:om="${MONITORING}" xmlns:id="${IDENTIFIERS}">${content}</om:${serviceCode}>`;
    const prepared = prepareRequest(header, body);
    return prepared.ok ? answered(await xroad.exchange(prepared.value, { deadlineMs })) : prepared;
  }
  return {
    async healthData(server, of) {
      const answer = await ask(server, 'getSecurityServerHealthData', `<om:filterCriteria>${party(of)}</om:filterCriteria>`);
      return answer.ok ? readHealthData(answer.value.body.xml) : answer;
    },
    async operationalData(server, { from, to, of, fields = [] }) {
      if (![from, to].every(Number.isSafeInteger) || !fields.every((field) => isAcceptableIdentifier(field) && /^\w+$/.test(field))) {
        return fail({ code: 'InvalidRequest', text: 'the times are not whole seconds, or a field has no name' });
      }
      const criteria = `<om:recordsFrom>${from}</om:recordsFrom><om:recordsTo>${to}</om:recordsTo>${party(of)}`;
      const spec =
        fields.length === 0
          ? ''
          : `<om:outputSpec>${fields.map((field) => `<om:outputField>${field}</om:outputField>`).join('')}</om:outputSpec>`;
      const answer = await ask(server, 'getSecurityServerOperationalData', `<om:searchCriteria>${criteria}</om:searchCriteria>${spec}`);
      return answer.ok ? readOperationalData(answer.value.body.xml, answer.value.attachments) : answer;
    },
  };
}

function party(of: ClientId | undefined): string {
  return of === undefined ? '' : writeClient(of, 'om:client');
}

function answered(outcome: ExchangeOutcome): Result<Extract<ExchangeOutcome, { kind: 'answered' }>, MonitoringFailure> {
  if (outcome.kind === 'answered') return { ok: true, value: outcome };
  const { classification } = outcome;
  return fail(
    outcome.kind === 'fault'
      ? { code: outcome.fault.code, text: outcome.fault.text, classification }
      : { code: outcome.code, text: outcome.detail, classification },
  );
}
