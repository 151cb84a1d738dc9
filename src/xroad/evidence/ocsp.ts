import { createHash } from 'node:crypto';
import { BasicOCSPResponse, OCSPResponse, type SingleResponse } from 'pkijs';
import { ok, type Result } from '../result.ts';
import { isDerSignature } from './algorithm.ts';
import { type Certificate, isIssuedBy, isValidAt, readCertificate } from './certificate.ts';
import { type EvidenceDefect, refuse } from './defect.ts';

export interface CertificateStatus {
  /** When the responder looked (thisUpdate). */
  readonly asOf: Date;
  readonly responder: Certificate;
}

/** What the certificate's state is judged by. */
export interface StatusQuestion {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
  /** Responders that the trust list names. */
  readonly responders: readonly Certificate[];
  readonly at: Date;
  readonly freshnessSeconds: number;
  /** DER of the nonce that the response must carry, where it was asked for with one (RFC 9654). */
  readonly nonce?: Uint8Array;
}

const NONCE = '1.3.6.1.5.5.7.48.1.2';
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
/** 60 s: clocks of a responder and of a time-stamping service differ. */
const CLOCK_SKEW_MS = 60_000;
/** Names and keys are only told apart by these: a collision gains nothing, the response itself is signed otherwise (RFC 6960, 4.1.1). */
const ID_DIGESTS: ReadonlyMap<string, string> = new Map([
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

const unfit = (text: string) => refuse('IncorrectValidationInfo', `The OCSP response ${text}.`);

/**
 * Verifies that a certificate was good at a time, by an OCSP response kept with the signature (RFC 6960): signed by the issuer, by a
 * responder the issuer authorised or by one of the trust list; about this certificate; not older than allowed.
 */
export function verifyStatus(response: Uint8Array, question: StatusQuestion): Result<CertificateStatus, EvidenceDefect> {
  const basic = parse(response);
  if (basic === undefined) return unfit('is not readable');
  const signer = signerOf(basic, question);
  if (signer === undefined) return unfit('is not signed by anyone who may');
  const { certificate, issuer, at, freshnessSeconds, nonce } = question;
  if (nonce !== undefined && !carries(basic, nonce)) return unfit('is not the one that was asked for');
  const single = basic.tbsResponseData.responses.find((one) => isAbout(one, certificate, issuer));
  if (single === undefined) return unfit('is about another certificate');
  const asOf = single.thisUpdate;
  if (asOf.getTime() > at.getTime() + CLOCK_SKEW_MS) return unfit('is younger than the time-stamp');
  if (at.getTime() - asOf.getTime() > freshnessSeconds * 1000) return unfit('was too old when the message was time-stamped');
  if (single.nextUpdate !== undefined && single.nextUpdate < at) return unfit('had ended when the message was time-stamped');
  // CertStatus ::= CHOICE { good [0], revoked [1], unknown [2] }
  const status: unknown = single.certStatus?.idBlock?.tagNumber;
  if (status === 0) return ok({ asOf, responder: signer });
  return refuse(
    'CertValidation',
    status === 1 ? 'The signing certificate was revoked.' : 'The issuer does not know the signing certificate.',
  );
}

function parse(response: Uint8Array): BasicOCSPResponse | undefined {
  try {
    const outer = OCSPResponse.fromBER(new Uint8Array(response));
    const inner = outer.responseBytes?.response.valueBlock.valueHexView;
    return outer.responseStatus.valueBlock.valueDec === 0 && inner !== undefined
      ? BasicOCSPResponse.fromBER(new Uint8Array(inner))
      : undefined;
  } catch {
    return undefined;
  }
}

function signerOf(basic: BasicOCSPResponse, { issuer, responders, at }: StatusQuestion): Certificate | undefined {
  const carried = (basic.certs ?? []).map((one) => readCertificate(Buffer.from(one.toSchema().toBER()))).filter((one) => one !== undefined);
  const authorised = carried.filter((one) => isIssuedBy(one, issuer) && one.x509.keyUsage?.includes(OCSP_SIGNING) === true);
  const data = new Uint8Array(basic.tbsResponseData.tbsView);
  const signature = new Uint8Array(basic.signature.valueBlock.valueHexView);
  return [issuer, ...responders, ...authorised].find(
    (one) =>
      isValidAt(one, at) && isDerSignature(basic.signatureAlgorithm.algorithmId, undefined, data, one.x509.publicKey, signature) === true,
  );
}

function carries({ tbsResponseData }: BasicOCSPResponse, nonce: Uint8Array): boolean {
  const carried = tbsResponseData.responseExtensions?.find(({ extnID }) => extnID === NONCE);
  return carried !== undefined && Buffer.from(carried.extnValue.valueBlock.valueHexView).equals(nonce);
}

function isAbout({ certID }: SingleResponse, certificate: Certificate, issuer: Certificate): boolean {
  const digest = ID_DIGESTS.get(certID.hashAlgorithm.algorithmId);
  if (digest === undefined) return false;
  const name = Buffer.from(issuer.structure.subject.valueBeforeDecode);
  const key = Buffer.from(issuer.structure.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView);
  const same = (bytes: Buffer, stated: Uint8Array): boolean => createHash(digest).update(bytes).digest().equals(Buffer.from(stated));
  return (
    same(name, certID.issuerNameHash.valueBlock.valueHexView) &&
    same(key, certID.issuerKeyHash.valueBlock.valueHexView) &&
    Buffer.from(certID.serialNumber.valueBlock.valueHexView).equals(Buffer.from(certificate.structure.serialNumber.valueBlock.valueHexView))
  );
}
