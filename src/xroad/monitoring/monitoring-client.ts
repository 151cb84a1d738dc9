import { randomUUID } from 'node:crypto';
import type { XRoadClient } from '../client.ts';
import type { MessageDefect } from '../defect.ts';
import { writeClient } from '../header-writer.ts';
import { type ClientId, isAcceptableIdentifier, type SecurityServerId } from '../identifier.ts';
import { IDENTIFIERS, MONITORING } from '../namespaces.ts';
import { prepareRequest } from '../request.ts';
import { fail, ok, type Result } from '../result.ts';
import { type Unanswered, unanswered } from '../unanswered.ts';
import { type HealthData, readHealthData } from './health-data.ts';
import { type OperationalData, readOperationalData } from './operational-data.ts';

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
  healthData(server: SecurityServerId, of?: ClientId): Promise<Result<HealthData, Unanswered | MessageDefect>>;
  /** One answer's worth; there is more while it names `nextRecordsFrom`. The server gives nothing younger than a minute. */
  operationalData(server: SecurityServerId, wanted: RecordsWanted): Promise<Result<OperationalData, Unanswered | MessageDefect>>;
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
    if (!prepared.ok) return prepared;
    const outcome = await xroad.exchange(prepared.value, { deadlineMs });
    return outcome.kind === 'answered' ? ok(outcome) : fail(unanswered(outcome));
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
