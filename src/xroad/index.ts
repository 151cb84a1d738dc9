// --- messages: identifiers, envelope, faults, exchange ------------------------------------------------------------------------------
export { type Body, type BodyElement, readBody } from './body.ts';
export { type Classification, classifyFault, FAILURE_CLASSES, type FailureClass } from './classification.ts';
export { type XRoadClient, xroadClient } from './client.ts';
export type { DefectCode, MessageDefect } from './defect.ts';
export {
  type Certificate,
  type CertificateStatus,
  type ContainerQuestion,
  type EvidenceCode,
  type EvidenceDefect,
  type FetchDefect,
  fetchContainer,
  fetchTrustLists,
  type HashChainCode,
  type HashChainCover,
  type HashChainDefect,
  type HashChainInputs,
  isIssuedBy,
  isValidAt,
  keyUsageOf,
  type LoggedMessage,
  type Proof,
  readCertificate,
  readTrustList,
  readTrustLists,
  type StatusQuestion,
  subjectValue,
  type TrustList,
  verifyContainer,
  verifyHashChain,
  verifyStatus,
} from './evidence/index.ts';
export type { Evidence, ExchangeOutcome, SoapExchangeOptions } from './exchange.ts';
export { classifyCode, type FailureCode } from './failure.ts';
export { type SoapFault, writeFault } from './fault.ts';
export { isXRoadFaultCode, normaliseFaultCode } from './fault-code.ts';
export {
  firstDifference,
  type PersonalDataUsage,
  type RepresentedParty,
  type RequestHash,
  type SecurityToken,
  type XRoadHeader,
} from './header.ts';
export {
  type ClientId,
  formatClientId,
  formatSecurityServerId,
  formatServiceId,
  isAcceptableIdentifier,
  isMintableIdentifier,
  parseClientId,
  parseSecurityServerId,
  type SecurityServerId,
  type ServiceId,
  sameClient,
  sameService,
} from './identifier.ts';
export { type IdentityDefect, type IdentityFiles, type IdentityPaths, openIdentityFiles } from './identity-files.ts';
export { type FaultMessage, readMessage, readMessageFrom, type SoapMessage, type XRoadMessage } from './message.ts';
export {
  createMetadataClient,
  type Description,
  type ListedClient,
  type ListedService,
  type MetadataClient,
} from './metadata/index.ts';
export {
  type Attachment,
  type Attachments,
  BrokenMessage,
  contentIdOf,
  type Packaging,
  type Part,
  referenceTo,
  type StreamedPart,
} from './mime/index.ts';
export {
  createMonitoringClient,
  type HealthData,
  type MonitoringClient,
  type OperationalData,
  type OperationalRecord,
  type RecordsWanted,
  type ServiceHealth,
} from './monitoring/index.ts';
export { IDENTIFIERS, SHA_512, SOAP_ENVELOPE, XROAD } from './namespaces.ts';
export {
  type Answered,
  contractService,
  PRODUCER_FAULTS,
  type Produced,
  type ProducedService,
  type ProducerFaultCode,
  type ProducerOutcome,
  type ProducerRequest,
  producerFault,
  REST_PROBLEMS,
  type ReceivedRequest,
  type RestProblemCode,
  readRequest,
  readRequestFrom,
  writeResponse,
  type XRoadProducerOptions,
  type XRoadRestProducerOptions,
  xroadProducer,
  xroadRestProducer,
} from './producer/index.ts';
export { type PreparedRequest, prepareRequest } from './request.ts';
export { requestHashOf } from './request-hash.ts';
export {
  type PreparedRestRequest,
  prepareRestRequest,
  type ReceivedRestRequest,
  type RestAnswer,
  type RestEvidence,
  type RestExchangeOptions,
  type RestFault,
  type RestHeader,
  type RestOutcome,
  type RestRequest,
  readRestFault,
  readRestHeader,
  readRestRequest,
  restRequestHashOf,
  writeRestFault,
} from './rest/index.ts';
export { fail, ok, type Result } from './result.ts';
// --- end of messages ----------------------------------------------------------------------------------------------------------------
// --- schema: bodies typed from WSDL -------------------------------------------------------------------------------------------------
export {
  type BodyCodec,
  type BodyValue,
  bodyCodec,
  type ChangeKind,
  type Contract,
  type ContractChange,
  compareWsdls,
  generateModule,
  type Operation,
  openContract,
  readWsdl,
  type SchemaMismatch,
  type TypeTable,
  type Wsdl,
  type WsdlDefect,
} from './schema/index.ts';
export type { ExchangeOptions, XRoadClientOptions } from './security-servers.ts';
export { isSoapAction } from './soap-action.ts';
export type { TlsIdentity } from './tls-identity.ts';
export { TransferFailed } from './transport.ts';
export type { Unanswered } from './unanswered.ts';
// --- end of schema ------------------------------------------------------------------------------------------------------------------
