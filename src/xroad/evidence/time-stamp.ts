import { ContentInfo, SignedData, TSTInfo } from 'pkijs';
import { ok, type Result } from '../result.ts';
import { digestByOid, isDerSignature } from './algorithm.ts';
import { type Certificate, isSame, isValidAt, readCertificate } from './certificate.ts';
import { type EvidenceDefect, refuse } from './defect.ts';

export interface TimeStamp {
  /** When, by the time-stamping service's clock (genTime). */
  readonly at: Date;
  readonly signer: Certificate;
}

const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';

const invalid = (text: string) => refuse('TimestampValidation', `The time-stamp ${text}.`);

/**
 * Verifies a time-stamp token (RFC 3161; CMS, RFC 5652): that it is of these bytes, and signed by one of the services that are trusted, whose
 * certificate was valid then.
 *
 * @param token DER of the token
 * @param data the bytes that were time-stamped
 */
export function verifyTimeStamp(token: Uint8Array, data: Uint8Array, trusted: readonly Certificate[]): Result<TimeStamp, EvidenceDefect> {
  const parsed = parse(token);
  if (parsed === undefined) return invalid('is not a readable token');
  const { signed, content, info, signerInfo } = parsed;
  const imprint = digestByOid(info.messageImprint.hashAlgorithm.algorithmId, data);
  if (imprint === undefined) return invalid('uses a digest that is not accepted');
  if (!imprint.equals(Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView))) return invalid('is of other data');

  const attributes = signerInfo.signedAttrs;
  const digestOid = signerInfo.digestAlgorithm.algorithmId;
  const value = (type: string) => attributes?.attributes.filter((one) => one.type === type).flatMap((one) => one.values) ?? [];
  const [messageDigest, ...moreDigests] = value(MESSAGE_DIGEST);
  const [contentType, ...moreTypes] = value(CONTENT_TYPE);
  if (attributes === undefined || moreDigests.length > 0 || moreTypes.length > 0) return invalid('is signed in a way that is not accepted');
  if (contentType?.valueBlock.toString() !== TST_INFO) return invalid('is signed as something else');
  const digest = digestByOid(digestOid, content);
  if (digest === undefined || !digest.equals(Buffer.from(messageDigest?.valueBlock.valueHexView ?? [])))
    return invalid('was changed after it was signed');

  const carried = (signed.certificates ?? []).map((one) =>
    'toSchema' in one ? readCertificate(Buffer.from(one.toSchema().toBER())) : undefined,
  );
  // The signer must be one of those trusted, the very certificate; who else is named in the token does not matter.
  for (const signer of trusted) {
    if (carried.length > 0 && !carried.some((one) => one !== undefined && isSame(one, signer))) continue;
    // Signed attributes are signed as the SET they are, not under the context tag they travel with (RFC 5652, 5.4).
    const data = Buffer.from(attributes.encodedValue);
    const signature = Buffer.from(signerInfo.signature.valueBlock.valueHexView);
    if (isDerSignature(signerInfo.signatureAlgorithm.algorithmId, digestOid, data, signer.x509.publicKey, signature) !== true) continue;
    return isValidAt(signer, info.genTime)
      ? ok({ at: info.genTime, signer })
      : invalid('was made with a certificate that was not valid then');
  }
  return invalid('is not of a service that is trusted');
}

function parse(token: Uint8Array) {
  try {
    const signed = new SignedData({ schema: ContentInfo.fromBER(new Uint8Array(token)).content });
    const [signerInfo, ...more] = signed.signerInfos;
    const content = signed.encapContentInfo.eContent?.getValue();
    if (signed.encapContentInfo.eContentType !== TST_INFO || content === undefined || signerInfo === undefined || more.length > 0)
      return undefined;
    return { signed, signerInfo, content: Buffer.from(content), info: TSTInfo.fromBER(content) };
  } catch {
    return undefined;
  }
}
