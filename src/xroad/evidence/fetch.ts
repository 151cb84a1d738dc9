import type { XRoadClient } from '../client.ts';
import type { FailureCode } from '../failure.ts';
import type { ClientId } from '../identifier.ts';
import { fail, ok, type Result } from '../result.ts';
import type { ExchangeOptions } from '../security-servers.ts';
import type { EvidenceDefect } from './defect.ts';
import { readTrustLists, type TrustList } from './trust.ts';

/** Which signed document: of one's own exchange, by its id. */
export interface ContainerQuestion {
  /** Who of one's own subsystems took part. */
  readonly party: ClientId;
  /** `xrd:id` or X-Road-Id. */
  readonly id: string;
  readonly direction: 'request' | 'response';
}

/** Why there is no container: what the security server said, or how the way to it failed. */
export interface FetchDefect {
  /** `NOT_TIME_STAMPED`: ask again in a minute; batches are time-stamped about once in 60 s. */
  readonly code: 'NOT_FOUND' | 'NOT_TIME_STAMPED' | 'UNAUTHORISED' | 'REFUSED' | FailureCode;
  readonly text: string;
}

const CONTAINER_TYPE = 'application/vnd.etsi.asic-e+zip';

/**
 * Fetches the signed document of one message from one's own security server's message log (PR-SIGDOC; protocol 6.1). It keeps them for 30
 * days unless told otherwise: fetch what is to be evidence before.
 */
export async function fetchContainer(
  xroad: Pick<XRoadClient, 'read'>,
  { party, id, direction }: ContainerQuestion,
  options: ExchangeOptions,
): Promise<Result<Uint8Array, FetchDefect>> {
  const query = new URLSearchParams({
    queryId: id,
    xRoadInstance: party.xRoadInstance,
    memberClass: party.memberClass,
    memberCode: party.memberCode,
    ...(party.subsystemCode === undefined ? {} : { subsystemCode: party.subsystemCode }),
  });
  const answer = await xroad.read(`/asic?${query}&${direction}Only&unique`, CONTAINER_TYPE, options);
  if (!answer.ok) return fail({ code: answer.error.code, text: answer.error.detail });
  const { status, bytes } = answer.value;
  // What is no archive is a page of something that stands before the security server, or of an older one that does not know this address.
  if (status === 200 && isArchive(bytes)) return ok(bytes);
  return fail({ code: codeOf(status, Buffer.from(bytes).toString('utf8')), text: `The security server answered with HTTP ${status}.` });
}

/** Fetches the trust lists that the security server itself goes by. Whom to trust is then decided by trusting that server. */
export async function fetchTrustLists(
  xroad: Pick<XRoadClient, 'read'>,
  options: ExchangeOptions,
): Promise<Result<readonly TrustList[], FetchDefect | EvidenceDefect>> {
  const answer = await xroad.read('/verificationconf', 'application/zip', options);
  if (!answer.ok) return fail({ code: answer.error.code, text: answer.error.detail });
  const { status, bytes } = answer.value;
  return status === 200
    ? readTrustLists(bytes)
    : fail({ code: codeOf(status, ''), text: `The security server answered with HTTP ${status}.` });
}

function isArchive(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 2)).toString('latin1') === 'PK';
}

function codeOf(status: number, said: string): FetchDefect['code'] {
  if (status === 404) return 'NOT_FOUND';
  if (status === 401) return 'UNAUTHORISED';
  return status === 500 && said.includes('not been timestamped') ? 'NOT_TIME_STAMPED' : 'REFUSED';
}
