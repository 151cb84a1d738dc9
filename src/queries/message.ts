import { newId, ok, type Result } from '../platform/index.ts';
import type { AnswerDefect, QueryType, Reading, RegistryQuestion } from '../registries/index.ts';
import {
  type BodyElement,
  type Classification,
  type ClientId,
  classifyCode,
  type ExchangeOutcome,
  formatServiceId,
  prepareRequest,
  prepareRestRequest,
  type RestOutcome,
  type SchemaMismatch,
  type XRoadClient,
} from '../xroad/index.ts';

/** A question made into a message, by either protocol, ready to leave once. `T`: what its answer reads to. */
export interface Message<T> {
  readonly xRoadId: string;
  /** `EE/GOV/70008440/rr/RR456/v1`; a REST service has no version. */
  readonly service: string;
  /** Undefined in REST: it goes over an id that the security server gives (PR-REST 4.3), and is known with the answer. */
  readonly requestHash: string | undefined;
  readonly requestBytes: number;
  /** The signal ends it at once: its connection is cut. */
  carry(xroad: XRoadClient, signal?: AbortSignal): Promise<Carried<T>>;
}

/** How an exchange ended, whichever protocol carried it: what the register's own answer reads as, or why there is none. */
export type Carried<T> =
  | { readonly kind: 'answered'; readonly reading: Result<T, AnswerDefect>; readonly evidence: CarriedEvidence }
  | Failed;

/** No answer of the register's came. */
export interface Failed {
  readonly kind: 'failed';
  readonly code: string;
  readonly detail?: string;
  readonly classification: Classification;
  readonly evidence: CarriedEvidence;
}

export interface CarriedEvidence {
  readonly xRoadId: string;
  readonly requestHash?: string;
  /** Of REST, where a hash that is not ours proves nothing by itself (PR-REST 4.3). In SOAP such an answer is not believed. */
  readonly requestHashVerified?: boolean;
  readonly responseBytes?: number;
  readonly securityServer: string;
}

/** Who asks whom, in whose name, in which proceeding, and how long they wait. */
export interface Envelope {
  readonly client: ClientId;
  /** With its subsystem. */
  readonly provider: ClientId;
  /** `EE` and the personal code. */
  readonly userId: string;
  readonly issue: string;
  readonly deadlineSeconds: number;
}

type Question = RegistryQuestion<Readonly<Record<string, unknown>>>;
/** The question cannot be put into a message that would be taken: nothing leaves. */
type Unfit = { readonly code: string };

/** A SOAP service that may be asked: a query type's own, or the one by which a write is looked up. */
interface SoapService<T> {
  readonly service: QueryType['service'];
  buildRequest(question: Question): Result<string, SchemaMismatch>;
  readAnswer(body: BodyElement, question: Question): Result<T, AnswerDefect>;
}

/** The question to a SOAP service. Errors: a body that its contract refuses, a header that cannot be written. */
export function soapMessage<T>(
  asked: SoapService<T>,
  question: Question,
  { provider, deadlineSeconds, ...envelope }: Envelope,
): Result<Message<T>, Unfit> {
  const body = asked.buildRequest(question);
  if (!body.ok) return body;
  const { code, version } = asked.service;
  const service = { ...provider, serviceCode: code, ...(version === undefined ? {} : { serviceVersion: version }) };
  const prepared = prepareRequest({ ...envelope, service, id: newId(), protocolVersion: '4.0' }, body.value);
  if (!prepared.ok) return prepared;
  const { header, requestHash, bytes } = prepared.value;
  return ok({
    xRoadId: header.id,
    service: formatServiceId(service),
    requestHash,
    requestBytes: bytes.byteLength,
    async carry(xroad, signal) {
      const outcome = await xroad.exchange(prepared.value, { deadlineMs: deadlineSeconds * 1000, ...(signal && { signal }) });
      if (outcome.kind !== 'answered') return failed(outcome);
      return { kind: 'answered', reading: asked.readAnswer(outcome.body, question), evidence: outcome.evidence };
    },
  });
}

/** The same to its REST twin. Errors: `InvalidRequest`, and what else {@link prepareRestRequest} refuses. */
export function restMessage(
  twin: NonNullable<QueryType['twin']>,
  question: Question,
  { provider, deadlineSeconds, ...envelope }: Envelope,
): Result<Message<Reading<unknown>>, Unfit> {
  const { method, path, headers, body } = twin.buildRequest(question);
  const content = Buffer.from(body);
  const service = { ...provider, subsystemCode: provider.subsystemCode ?? '', serviceCode: twin.service.code };
  const prepared = prepareRestRequest({
    ...envelope,
    service,
    method,
    path,
    headers,
    id: newId(),
    body: { contentType: 'application/json', content },
  });
  if (!prepared.ok) return prepared;
  return ok({
    xRoadId: prepared.value.id,
    service: formatServiceId(service),
    requestHash: undefined,
    requestBytes: content.byteLength,
    async carry(xroad, signal) {
      const outcome = await xroad.exchangeRest(prepared.value, { deadlineMs: deadlineSeconds * 1000, ...(signal && { signal }) });
      if (outcome.kind !== 'answered') return failed(outcome);
      const { status, evidence } = outcome;
      if (status === 429 || status >= 500) {
        return { kind: 'failed', code: OUT_OF_ORDER, detail: `HTTP ${status}`, classification: classifyCode(OUT_OF_ORDER), evidence };
      }
      return { kind: 'answered', reading: twin.readAnswer(outcome, question), evidence };
    },
  });
}

/** What a security server makes of such a status in SOAP. In REST it hands it on, and the same trouble would go by two names. */
const OUT_OF_ORDER = 'Server.ServerProxy.ServiceFailed.HttpError';

function failed(outcome: Exclude<ExchangeOutcome | RestOutcome, { kind: 'answered' }>): Failed {
  const { classification, evidence } = outcome;
  const why = outcome.kind === 'fault' ? { code: outcome.fault.code } : { code: outcome.code, detail: outcome.detail };
  return { kind: 'failed', ...why, classification, evidence };
}
