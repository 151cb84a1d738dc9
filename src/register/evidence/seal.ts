import { createHash, createPrivateKey, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { ObjectIdentifier, OctetString, Set as SetOf, UTCTime } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { fail, ok, type Result, type Temporal } from '../../platform/index.ts';

/** RFC 5652 and RFC 5754: what is signed, how, and the attributes that are signed with it. */
const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaWithSha256: '1.2.840.113549.1.1.11',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const;

/** What the installation signs with (e-tempel). */
export interface Seal {
  /** PEM. */
  readonly certificate: string;
  /** A detached signature of the bytes (CMS, RFC 5652, DER): the certificate is in it, the bytes are not. */
  sign(bytes: Uint8Array, at: Temporal.Instant): Uint8Array;
}

/** Reads a seal from PEM: a certificate, and its own key, of RSA or on a curve of NIST. */
export function openSeal(certificatePem: string | Buffer, keyPem: string | Buffer): Result<Seal, { readonly text: string }> {
  try {
    const certificate = new X509Certificate(certificatePem);
    const key = createPrivateKey(keyPem);
    if (!certificate.checkPrivateKey(key)) return fail({ text: 'the key is not that of the certificate' });
    if (key.asymmetricKeyType !== 'rsa' && key.asymmetricKeyType !== 'ec') return fail({ text: 'the key is neither RSA nor EC' });
    return ok({ certificate: certificate.toString(), sign: (bytes, at) => signed(certificate, key, bytes, at) });
  } catch {
    return fail({ text: 'the certificate or the key cannot be read: PEM is wanted' });
  }
}

function signed(x509: X509Certificate, key: KeyObject, bytes: Uint8Array, at: Temporal.Instant): Uint8Array {
  const certificate = Certificate.fromBER(new Uint8Array(x509.raw));
  const sha256 = () => new AlgorithmIdentifier({ algorithmId: OID.sha256 });
  const attributes = [
    new Attribute({ type: OID.contentType, values: [new ObjectIdentifier({ value: OID.data })] }),
    new Attribute({ type: OID.signingTime, values: [new UTCTime({ valueDate: new Date(at.epochMilliseconds) })] }),
    new Attribute({ type: OID.messageDigest, values: [new OctetString({ valueHex: createHash('sha256').update(bytes).digest() })] }),
    // DER has the members of a set in the order of their bytes (X.690, 11.6), and the signature is over DER.
  ].toSorted((a, b) => Buffer.compare(derOf(a), derOf(b)));
  const signature = sign('sha256', derOf(new SetOf({ value: attributes.map((attribute) => attribute.toSchema()) })), key);
  const algorithm = key.asymmetricKeyType === 'rsa' ? OID.rsaWithSha256 : OID.ecdsaWithSha256;
  const data = new SignedData({
    version: 1,
    digestAlgorithms: [sha256()],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates: [certificate],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        digestAlgorithm: sha256(),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
        signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: algorithm }),
        signature: new OctetString({ valueHex: signature }),
      }),
    ],
  });
  return derOf(new ContentInfo({ contentType: OID.signedData, content: data.toSchema(true) }));
}

function derOf(structure: { toSchema(): { toBER(): ArrayBuffer } } | SetOf): Buffer {
  return Buffer.from('toSchema' in structure ? structure.toSchema().toBER() : structure.toBER());
}
