import { formatClientId } from '../identifier.ts';
import { fail, ok, type Result } from '../result.ts';
import { digestBy, isXmlSignature } from './algorithm.ts';
import { bindsItsOwner, type Certificate, isIssuedBy, isValidAt } from './certificate.ts';
import { type Container, openContainer } from './container.ts';
import { type EvidenceDefect, refuse } from './defect.ts';
import { type HashChainCover, type HashChainDefect, verifyHashChain } from './hash-chain.ts';
import { type LoggedMessage, readLoggedMessage } from './logged-message.ts';
import { verifyStatus } from './ocsp.ts';
import { memberOf } from './profile.ts';
import { readSignature, type Signature } from './signature.ts';
import { verifyTimeStamp } from './time-stamp.ts';
import type { Authority, TrustList } from './trust.ts';
import { attribute, base64, DS, only, readXmlFile } from './xml.ts';

/** What a container proves. Instants are ISO 8601, UTC. */
export interface Proof {
  readonly message: LoggedMessage;
  /** The member whose signature it is: `EE/GOV/70009770`. */
  readonly signer: string;
  /** Subject and serial number (hexadecimal) of the signing certificate, and who issued it. */
  readonly certificate: { readonly subject: string; readonly serialNumber: string; readonly issuer: string };
  /** When the signer says it signed. */
  readonly claimedAt: string;
  /** Before when it was signed, proven by the time-stamp, and by whom that is proven. */
  readonly timeStampedAt: string;
  readonly timeStampedBy: string;
  /** When the certificate's issuer last said that it was good. */
  readonly certificateGoodAt: string;
  /** Files of the container that the signature covers. */
  readonly covered: readonly string[];
  /** Attachments in the container that it does not cover: they prove nothing. */
  readonly uncovered: readonly string[];
  /** Digests (hexadecimal) of files that were signed too but are not in the container. */
  readonly absent: Readonly<Record<string, string>>;
}

const MESSAGE = 'message.xml';
const SIGNATURE_CHAIN = 'sig-hashchainresult.xml';
const STAMP = 'META-INF/timestamp.tst';
const STAMP_CHAIN = 'ts-hashchainresult.xml';

/**
 * Verifies a signed document of a message log, in the order of X-Road's own verifier and with its codes (PR-SIGDOC; protocol 6.5): the
 * container, who must have signed, what is signed, the time-stamp, hash chains, whose certificate it is, the signature, and whether the
 * certificate was issued by a trusted authority and good at the time. Nothing is asked of the network.
 *
 * @param bytes the container
 * @param trusted trust lists, one for each X-Road instance; the signer's own must be among them
 */
export async function verifyContainer(bytes: Uint8Array, trusted: readonly TrustList[]): Promise<Result<Proof, EvidenceDefect>> {
  const container = await openContainer(bytes);
  if (!container.ok) return container;
  const { entries } = container.value;
  const read = (name: string) => entries.get(name.slice(1));

  const message = readLoggedMessage(container.value.message);
  if (!message.ok) return message;
  const { direction, client, service } = message.value;
  const signer = direction === 'request' ? client : service;
  const trust = trusted.find(({ instance }) => instance === signer.xRoadInstance);

  const signature = readSignature(container.value.signatures);
  if (!signature.ok) return signature;
  const names = signature.value.files.map(({ name }) => name);
  if (!names.includes(absolute(MESSAGE)) && !names.includes(absolute(SIGNATURE_CHAIN))) {
    return refuse('MalformedSignature', 'The signature is of neither the message nor a chain that could cover it.');
  }

  const stamp = verifyStamp(container.value, signature.value, trusted);
  if (!stamp.ok) return stamp;
  const chain = verifyChain(container.value, names);
  if (!chain.ok) return chain;

  const { certificate } = signature.value;
  if (!bindsItsOwner(certificate)) return refuse('IncorrectCertificate', 'The certificate is not one for signing.');
  if (trust === undefined) return refuse('InvalidCertPath', `No trust list of the instance ${signer.xRoadInstance} was given.`);
  const authority = authorityOf(certificate, trust);
  const member = authority === undefined ? undefined : memberOf(certificate, authority.profile, trust.instance);
  const wanted = formatClientId({ xRoadInstance: signer.xRoadInstance, memberClass: signer.memberClass, memberCode: signer.memberCode });
  if (authority !== undefined && (member === undefined || formatClientId(member) !== wanted)) {
    return refuse('IncorrectCertificate', `The certificate is not one of ${wanted}.`);
  }

  const signed = verifySignature(signature.value, read);
  if (!signed.ok) return signed;
  const manifest = verifyManifest(container.value);
  if (!manifest.ok) return manifest;
  const good = verifyCertificate(signature.value, authority, trust, stamp.value.at);
  if (!good.ok) return good;

  const covered = [...names, ...chain.value.verbatim];
  return ok({
    message: message.value,
    signer: wanted,
    certificate: {
      subject: certificate.x509.subject.replaceAll('\n', ', '),
      serialNumber: certificate.x509.serialNumber,
      issuer: certificate.x509.issuer.replaceAll('\n', ', '),
    },
    claimedAt: signature.value.claimedAt,
    timeStampedAt: stamp.value.at.toISOString(),
    timeStampedBy: stamp.value.signer.x509.subject.replaceAll('\n', ', '),
    certificateGoodAt: good.value.asOf.toISOString(),
    covered,
    uncovered: [...entries.keys()].filter((name) => name.startsWith('attachment') && !covered.includes(`/${name}`)),
    absent: Object.fromEntries([...chain.value.unread].map(([name, digest]) => [name, Buffer.from(digest).toString('hex')])),
  });
}

/** The time-stamp is of the batch's hash chain result, which must cover this signature; or of the signature value itself. */
function verifyStamp(container: Container, signature: Signature, trusted: readonly TrustList[]) {
  const { entries, signaturesName } = container;
  const timeStampers = trusted.flatMap((trust) => trust.timeStampers);
  const token = entries.get(STAMP) ?? signature.timeStamp;
  if (token === undefined) return refuse('AsicTimestampNotFound', 'There is no time-stamp: nothing proves when it was signed.');
  const result = entries.get(STAMP_CHAIN);
  if (result === undefined) return verifyTimeStamp(token, signature.value, timeStampers);
  const cover = coverOf(container, result, signaturesName);
  if (!cover.ok) return refuse('MalformedSignature', `The hash chain of the time-stamp does not hold: ${cover.error.text}.`);
  return verifyTimeStamp(token, result, timeStampers);
}

/** A signature of a batch is of a chain, which must cover the message. A chain that the signature does not name says nothing. */
function verifyChain(container: Container, names: readonly string[]): Result<HashChainCover, EvidenceDefect> {
  const result = container.entries.get(SIGNATURE_CHAIN);
  if (!names.includes(absolute(SIGNATURE_CHAIN)) || result === undefined) return ok({ verbatim: new Set(), unread: new Map() });
  const cover = coverOf(container, result, MESSAGE);
  if (!cover.ok)
    return refuse(`MalformedSignature.${cover.error.code}`, `The hash chain of the signature does not hold: ${cover.error.text}.`);
  return cover;
}

/** What a chain in the container covers, among it an entry as it lies there. */
function coverOf({ entries }: Container, result: Uint8Array, entry: string): Result<HashChainCover, HashChainDefect> {
  const name = absolute(entry);
  const cover = verifyHashChain(result, { read: (one) => entries.get(one.slice(1)), required: new Map([[name, undefined]]) });
  return !cover.ok || cover.value.verbatim.has(name)
    ? cover
    : fail({ code: 'HashChainUnusedInputs', text: `the chain covers ${name} changed, not as it is` });
}

/** Names of entries as signatures and chains write them. */
function absolute(entry: string): string {
  return `/${entry}`;
}

function authorityOf(certificate: Certificate, trust: TrustList): Authority | undefined {
  return trust.authorities.find(({ top, intermediates }) => [top, ...intermediates].some((one) => isIssuedBy(certificate, one)));
}

function verifySignature(signature: Signature, read: (name: string) => Uint8Array | undefined): Result<void, EvidenceDefect> {
  for (const { name, method, digest } of signature.files) {
    const bytes = read(name);
    if (bytes === undefined) return refuse('InvalidReference', `The signature is of ${name}, which is not in the container.`);
    if (digestBy(method, bytes)?.equals(digest) !== true) return refuse('InvalidSignatureValue', `${name} is not what was signed.`);
  }
  if (!signature.propertiesMatch) return refuse('InvalidSignatureValue', "The signature's own properties are not what was signed.");
  const { method, signedInfo, value, certificate } = signature;
  const right = isXmlSignature(method, signedInfo, certificate.x509.publicKey, value);
  if (right === undefined) return refuse('UnsupportedAlgorithm', 'The signature is of a kind that is not accepted.');
  if (!right) return refuse('InvalidSignatureValue', 'The signature was not made with the key of the certificate.');
  if (!signature.namesItsCertificate) return refuse('IncorrectCertificate', 'The certificate is not the one that the signature names.');
  return ok(undefined);
}

/** The manifest says of which file the time-stamp is: it must be the one that was time-stamped (ETSI EN 319 162-1, 4.3.3.2). */
function verifyManifest({ entries }: Container): Result<void, EvidenceDefect> {
  const bytes = entries.get('META-INF/ASiCManifest.xml');
  if (bytes === undefined) return ok(undefined);
  const root = readXmlFile(bytes)?.root;
  const object = only(root, root?.namespace ?? '', 'DataObjectReference');
  const file = attribute(object, 'URI') === STAMP_CHAIN ? entries.get(STAMP_CHAIN) : undefined;
  const digest = file === undefined ? undefined : digestBy(attribute(only(object, DS, 'DigestMethod'), 'Algorithm'), file);
  if (digest === undefined || base64(only(object, DS, 'DigestValue'))?.equals(digest) !== true) {
    return refuse('InvalidReference', 'The manifest of the time-stamp does not fit the container.');
  }
  return ok(undefined);
}

/** A path of issuers from the certificate to a trusted root, everyone valid at the time, and the state of the certificate itself. */
function verifyCertificate(signature: Signature, authority: Authority | undefined, trust: TrustList, at: Date) {
  const { certificate, ocspResponses } = signature;
  const issuers = authority === undefined ? [] : pathTo(certificate, authority.top, authority.intermediates);
  const [issuer] = issuers;
  if (authority === undefined || issuer === undefined)
    return refuse('InvalidCertPath', 'The certificate is not of an authority that is trusted.');
  if (![certificate, ...issuers].every((one) => isValidAt(one, at))) {
    return refuse('InvalidCertPath', 'A certificate was not valid when the message was time-stamped.');
  }
  let status: ReturnType<typeof verifyStatus> = refuse(
    'MissingValidationInfo',
    'Nothing says that the certificate was good: there is no OCSP response.',
  );
  for (const response of ocspResponses) {
    const { ocspResponders: responders } = authority;
    status = verifyStatus(response, { certificate, issuer, responders, at, freshnessSeconds: trust.ocspFreshnessSeconds });
    if (status.ok || status.error.code === 'CertValidation') return status;
  }
  return status;
}

/** Issuer, its issuer, and so on up to the root; empty when the root is not reached. Each is used once, so it ends. */
function pathTo(certificate: Certificate, top: Certificate, intermediates: readonly Certificate[]): readonly Certificate[] {
  if (isIssuedBy(certificate, top)) return [top];
  for (const issuer of intermediates) {
    if (!isIssuedBy(certificate, issuer)) continue;
    const rest = pathTo(
      issuer,
      top,
      intermediates.filter((one) => one !== issuer),
    );
    if (rest.length > 0) return [issuer, ...rest];
  }
  return [];
}
