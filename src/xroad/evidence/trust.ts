import { ok, type Result } from '../result.ts';
import type { ScannedElement } from '../scanned.ts';
import { readArchive } from './archive.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { type EvidenceDefect, refuse } from './defect.ts';
import { base64, named, only, readXmlFile } from './xml.ts';

/** A certification service that members' certificates may come from. */
export interface Authority {
  readonly name: string;
  /** The root; trust ends here. */
  readonly top: Certificate;
  readonly intermediates: readonly Certificate[];
  /** Certificates that may sign OCSP responses besides the issuer itself and whom the issuer authorises. */
  readonly ocspResponders: readonly Certificate[];
  /** How certificates name their member (`certificateProfileInfo`). */
  readonly profile: string;
}

/** Whom the members of one X-Road instance have agreed to trust: a part of the global configuration (PR-GCONF). */
export interface TrustList {
  readonly instance: string;
  readonly authorities: readonly Authority[];
  readonly timeStampers: readonly Certificate[];
  /** Seconds that an OCSP response may be older than the time-stamp. */
  readonly ocspFreshnessSeconds: number;
}

/** Reads the trust lists of every instance in a `verificationconf` archive, as a security server gives it out (PR-SIGDOC; protocol 6.5). */
export async function readTrustLists(archive: Uint8Array): Promise<Result<readonly TrustList[], EvidenceDefect>> {
  const files = await readArchive(archive);
  const lists: TrustList[] = [];
  for (const [name, bytes] of files ?? []) {
    if (!name.endsWith('/shared-params.xml')) continue;
    const list = readTrustList(bytes);
    if (!list.ok) return list;
    lists.push(list.value);
  }
  return lists.length > 0 ? ok(lists) : refuse('MalformedGlobalConf', 'The archive holds no shared-params.xml of X-Road.');
}

/** 3,600 s: X-Road's own default where an instance does not say (PR-GCONF, ocspFreshnessSeconds). */
const OCSP_FRESHNESS_SECONDS = 3_600;

/**
 * Reads a `shared-params.xml` of the global configuration, as every security server has it in `/verificationconf`. Its own signature is not
 * checked here: get it from a place you trust.
 */
export function readTrustList(bytes: Uint8Array): Result<TrustList, EvidenceDefect> {
  const root = readXmlFile(bytes)?.root;
  const instance = textOf(root, 'instanceIdentifier');
  if (root === undefined || root.localName !== 'conf' || instance === undefined) {
    return refuse('MalformedGlobalConf', 'The trust list is not a shared-params.xml of X-Road.');
  }
  const authorities: Authority[] = [];
  for (const service of named(root, '', 'approvedCA')) {
    if (textOf(service, 'authenticationOnly') === 'true') continue;
    const authority = readAuthority(service);
    if (authority === undefined)
      return refuse('MalformedGlobalConf', 'The trust list names a certification service without a readable certificate.');
    authorities.push(authority);
  }
  const timeStampers = named(root, '', 'approvedTSA').map((service) => certificateIn(service, 'cert'));
  if (timeStampers.includes(undefined))
    return refuse('MalformedGlobalConf', 'The trust list names a time-stamping service without a readable certificate.');
  const freshness = Number(textOf(only(root, '', 'globalSettings'), 'ocspFreshnessSeconds') ?? OCSP_FRESHNESS_SECONDS);
  return ok({
    instance,
    authorities,
    timeStampers: timeStampers.filter((one) => one !== undefined),
    ocspFreshnessSeconds: Number.isSafeInteger(freshness) && freshness > 0 ? freshness : OCSP_FRESHNESS_SECONDS,
  });
}

function readAuthority(service: ScannedElement): Authority | undefined {
  const services = [only(service, '', 'topCA'), ...named(service, '', 'intermediateCA')];
  const [top, ...intermediates] = services.map((one) => certificateIn(one, 'cert'));
  const ocspResponders = services
    .flatMap((one) => (one === undefined ? [] : named(one, '', 'ocsp')))
    .map((one) => certificateIn(one, 'cert'));
  if (top === undefined || intermediates.includes(undefined)) return undefined;
  return {
    name: textOf(service, 'name') ?? '',
    top,
    intermediates: intermediates.filter((one) => one !== undefined),
    // A responder may be listed by its address alone: then it signs with a certificate of the authority.
    ocspResponders: ocspResponders.filter((one) => one !== undefined),
    profile: textOf(service, 'certificateProfileInfo') ?? '',
  };
}

function textOf(element: ScannedElement | undefined, localName: string): string | undefined {
  return only(element, '', localName)?.text;
}

function certificateIn(element: ScannedElement | undefined, localName: string): Certificate | undefined {
  const bytes = base64(only(element, '', localName));
  return bytes === undefined ? undefined : readCertificate(bytes);
}
