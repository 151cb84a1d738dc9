import { isXRoadFaultCode, normaliseFaultCode } from './fault-code.ts';

/** What a failed exchange means for the one who asked. */
export interface Classification {
  /** One of {@link FAILURE_CLASSES}. */
  readonly class: FailureClass;
  /** Whether the provider may have carried the request out. */
  readonly mayHaveRun: 'NO' | 'YES' | 'UNKNOWN';
  /** BACKOFF: seconds; SLOW: 1-15 minutes, a person must mend something; IF_IDEMPOTENT: only what may be carried out twice. */
  readonly retry: 'NEVER' | 'BACKOFF' | 'SLOW' | 'IF_IDEMPOTENT';
}

/** Who has to act: we, the security servers' operators, the provider, or nobody. */
export const FAILURE_CLASSES = [
  'OUR_MESSAGE',
  'OUR_CONFIGURATION',
  'CENTRAL_CONFIGURATION',
  'SIGNING',
  'LOGGING',
  'MAINTENANCE',
  'NETWORK',
  'SECURITY_SERVER',
  'ANSWER_BROKEN',
  'INTEGRITY',
  'UNKNOWN_SERVICE',
  'ACCESS_DENIED',
  'SERVICE_DISABLED',
  'PROVIDER_CONFIGURATION',
  'PROVIDER_DOWN',
  'PROVIDER_TIMEOUT',
  'PROVIDER_MESSAGE',
  'PROVIDER_FAULT',
  'DEADLINE',
  'UNKNOWN',
] as const;
export type FailureClass = (typeof FAILURE_CLASSES)[number];

type Row = readonly [pattern: string, verdict: Classification];

/** Shorthand of the table. */
function is(klass: FailureClass, mayHaveRun: Classification['mayHaveRun'], retry: Classification['retry']): Classification {
  return { class: klass, mayHaveRun, retry };
}

const OF_PROVIDERS_ANSWER =
  'invalid_soap|missing_header|missing_header_field|missing_body|invalid_body|invalid_xml|inconsistent_response|inconsistent_headers|' +
  'invalid_content_type|invalid_message|mime_parsing_failed|duplicate_header_field|invalid_protocol_version|missing_soap';
const OF_SIGNATURES =
  'missing_signature|invalid_signature_value|malformed_signature|cert_validation|signature_verification|incorrect_certificate|inconsistent_response|invalid_hash_chain';
const OF_TOKENS = 'cannot_create_signature|token_not_active|key_not_found|hsm_non_operational|pin_incorrect|cannot_sign|key_not_available';

/**
 * Codes in their newer spelling against what they mean; the first row that fits decides. A row fits the code itself and everything below
 * it. Source: behaviour of X-Road 7.7 and 7.8 security servers; `service_failed` alone does not prove that the provider ran.
 */
const TABLE: readonly Row[] = [
  ['client', is('OUR_MESSAGE', 'NO', 'NEVER')],

  [
    'server\\.clientproxy\\.(?:ssl_authentication_failed|unknown_member|invalid_security_server|invalid_client_identifier)',
    is('OUR_CONFIGURATION', 'NO', 'NEVER'),
  ],
  ['server\\.clientproxy\\.(?:global_conf_outdated|malformed_global_conf)', is('CENTRAL_CONFIGURATION', 'NO', 'SLOW')],
  [`server\\.clientproxy\\.(?:${OF_TOKENS})`, is('SIGNING', 'NO', 'SLOW')],
  ['signer', is('SIGNING', 'NO', 'SLOW')],
  ['server\\.clientproxy\\.(?:logging_failed|timestamping_failed|mlog)', is('LOGGING', 'UNKNOWN', 'SLOW')],
  ['server\\.clientproxy\\.maintenance_mode', is('MAINTENANCE', 'NO', 'SLOW')],
  ['server\\.clientproxy\\.(?:service_failed\\.)?(?:network_error|unknown_host)', is('NETWORK', 'UNKNOWN', 'BACKOFF')],
  [`server\\.clientproxy\\.(?:service_failed\\.)?(?:${OF_SIGNATURES})`, is('INTEGRITY', 'YES', 'NEVER')],
  ['server\\.clientproxy\\.service_failed', is('ANSWER_BROKEN', 'UNKNOWN', 'IF_IDEMPOTENT')],
  ['server\\.clientproxy\\.(?:io_error|http_error|internal_error|database_error)', is('SECURITY_SERVER', 'UNKNOWN', 'BACKOFF')],

  ['server\\.serverproxy\\.(?:unknown_service|service_type)', is('UNKNOWN_SERVICE', 'NO', 'NEVER')],
  ['server\\.serverproxy\\.access_denied', is('ACCESS_DENIED', 'NO', 'NEVER')],
  ['server\\.serverproxy\\.service_disabled', is('SERVICE_DISABLED', 'NO', 'SLOW')],
  ['server\\.serverproxy\\.(?:service_failed\\.)?(?:unknown_member|invalid_security_server)', is('PROVIDER_CONFIGURATION', 'NO', 'NEVER')],
  ['server\\.serverproxy\\.client_proxy_version_not_supported', is('OUR_CONFIGURATION', 'NO', 'NEVER')],
  [
    'server\\.serverproxy\\.(?:missing_signature|cert_validation|signature_verification|ssl_authentication_failed|global_conf_outdated|database_error)',
    is('PROVIDER_CONFIGURATION', 'NO', 'SLOW'),
  ],
  ['server\\.serverproxy\\.(?:logging_failed|timestamping_failed|mlog)', is('LOGGING', 'UNKNOWN', 'SLOW')],
  ['server\\.serverproxy\\.cannot_create_signature', is('SIGNING', 'YES', 'IF_IDEMPOTENT')],
  ['server\\.serverproxy\\.(?:service_failed\\.)?(?:network_error|unknown_host)', is('PROVIDER_DOWN', 'UNKNOWN', 'BACKOFF')],
  ['server\\.serverproxy\\.(?:service_failed\\.)?io_error', is('PROVIDER_TIMEOUT', 'UNKNOWN', 'IF_IDEMPOTENT')],
  ['server\\.serverproxy\\.service_failed\\.http_error', is('PROVIDER_DOWN', 'UNKNOWN', 'IF_IDEMPOTENT')],
  ['server\\.serverproxy\\.service_failed\\.ssl_authentication_failed', is('PROVIDER_CONFIGURATION', 'NO', 'SLOW')],
  [`server\\.serverproxy\\.service_failed\\.(?:${OF_PROVIDERS_ANSWER})`, is('PROVIDER_MESSAGE', 'YES', 'NEVER')],
  ['server\\.serverproxy\\.(?:service_missing_url|service_malformed_url)', is('PROVIDER_CONFIGURATION', 'NO', 'NEVER')],
  ['server\\.serverproxy\\.(?:invalid_request|adapter_wsdl_not_found|op_?monitor)', is('OUR_MESSAGE', 'NO', 'NEVER')],
  ['server\\.serverproxy\\.internal_error', is('SECURITY_SERVER', 'UNKNOWN', 'IF_IDEMPOTENT')],
];

const ROWS: readonly { readonly pattern: RegExp; readonly verdict: Classification }[] = TABLE.map(([pattern, verdict]) => ({
  pattern: new RegExp(`^${pattern}(?:\\.|$)`),
  verdict,
}));

/** Larger than a security server logs: sending it again cannot help. */
const TOO_LARGE_TO_LOG = /too large|exceed|maximum allowed/i;

/**
 * What a fault means, by its code in either spelling. A code of X-Road that the table does not know is class UNKNOWN and never retried by
 * itself; a code that is not X-Road's is the provider's own.
 *
 * @param text the faultstring; it decides only whether a logging failure is one of size
 */
export function classifyFault(code: string, text?: string): Classification {
  if (!isXRoadFaultCode(code)) return is('PROVIDER_FAULT', 'UNKNOWN', 'NEVER');
  const normalised = normaliseFaultCode(code);
  const verdict = ROWS.find((row) => row.pattern.test(normalised))?.verdict ?? is('UNKNOWN', 'UNKNOWN', 'NEVER');
  if (verdict.class === 'LOGGING' && text !== undefined && TOO_LARGE_TO_LOG.test(text)) return { ...verdict, retry: 'NEVER' };
  return verdict;
}
