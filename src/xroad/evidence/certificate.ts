import { X509Certificate } from 'node:crypto';
import { BitString } from 'asn1js';
import { Certificate as Structure } from 'pkijs';

/** A certificate: node:crypto's for every verification, and its structure for what node:crypto does not tell. */
export interface Certificate {
  readonly x509: X509Certificate;
  /** The DER it was read from. */
  readonly der: Buffer;
  readonly structure: Structure;
}

const KEY_USAGE = '2.5.29.15';
/** Bit 1 of KeyUsage (RFC 5280, 4.2.1.3). */
const NON_REPUDIATION = 0x40;

/** Reads DER or PEM; undefined when it is not a certificate, or its key is of no kind that can be read. */
export function readCertificate(bytes: Uint8Array): Certificate | undefined {
  try {
    const x509 = new X509Certificate(bytes);
    // node:crypto decodes the key when it is asked for, and throws then.
    if (x509.publicKey.asymmetricKeyType === undefined) return undefined;
    return { x509, der: x509.raw, structure: Structure.fromBER(new Uint8Array(x509.raw)) };
  } catch {
    return undefined;
  }
}

/** The one value of an attribute of the subject, by object identifier; undefined when there is none or more than one, or it is no text. */
export function subjectValue({ structure }: Certificate, oid: string): string | undefined {
  const [first, ...more] = structure.subject.typesAndValues.filter(({ type }) => type === oid);
  const value: unknown = first?.value.valueBlock.value;
  return more.length === 0 && typeof value === 'string' ? value : undefined;
}

/** What its key may be used for: the first octet of KeyUsage (RFC 5280, 4.2.1.3); 0 where that is not said. */
export function keyUsageOf({ structure }: Certificate): number {
  const usage = structure.extensions?.find(({ extnID }) => extnID === KEY_USAGE)?.parsedValue;
  return usage instanceof BitString ? (new Uint8Array(usage.valueBlock.valueHexView)[0] ?? 0) : 0;
}

/** Whether its key may sign what is to bind its owner. Certificates for TLS carry digitalSignature instead. */
export function bindsItsOwner(certificate: Certificate): boolean {
  return (keyUsageOf(certificate) & NON_REPUDIATION) !== 0;
}

export function isValidAt({ x509 }: Certificate, at: Date): boolean {
  return x509.validFromDate <= at && at <= x509.validToDate;
}

/** Whether the issuer's key signed the certificate and names fit. The issuer must be one that may issue. */
export function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  return issuer.x509.ca && certificate.x509.checkIssued(issuer.x509) && certificate.x509.verify(issuer.x509.publicKey);
}

export function isSame(a: Certificate, b: Certificate): boolean {
  return a.der.equals(b.der);
}
