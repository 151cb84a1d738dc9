import { createHash, type KeyObject, verify } from 'node:crypto';

/** What a signed digest may be made with. SHA-1 is not: forged documents with a wanted SHA-1 have been shown since 2017. */
const DIGESTS: Readonly<Record<string, string>> = {
  'http://www.w3.org/2001/04/xmlenc#sha256': 'sha256',
  'http://www.w3.org/2001/04/xmldsig-more#sha384': 'sha384',
  'http://www.w3.org/2001/04/xmlenc#sha512': 'sha512',
};

/** The same by object identifier, as CMS, OCSP and X.509 name them (RFC 5754). */
const DIGEST_OIDS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

interface Scheme {
  readonly key: 'rsa' | 'ec';
  /** Undefined: named elsewhere, as CMS does beside plain rsaEncryption. */
  readonly digest?: string;
}

/** XML signatures (RFC 9231). ECDSA values are two numbers side by side, not DER. */
const XML_SIGNATURES: Readonly<Record<string, Scheme>> = {
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256': { key: 'rsa', digest: 'sha256' },
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384': { key: 'rsa', digest: 'sha384' },
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512': { key: 'rsa', digest: 'sha512' },
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256': { key: 'ec', digest: 'sha256' },
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384': { key: 'ec', digest: 'sha384' },
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512': { key: 'ec', digest: 'sha512' },
};

/** Signatures inside CMS and OCSP (RFC 5754, RFC 5758). */
const DER_SIGNATURES: Readonly<Record<string, Scheme>> = {
  '1.2.840.113549.1.1.1': { key: 'rsa' },
  '1.2.840.113549.1.1.11': { key: 'rsa', digest: 'sha256' },
  '1.2.840.113549.1.1.12': { key: 'rsa', digest: 'sha384' },
  '1.2.840.113549.1.1.13': { key: 'rsa', digest: 'sha512' },
  '1.2.840.10045.4.3.2': { key: 'ec', digest: 'sha256' },
  '1.2.840.10045.4.3.3': { key: 'ec', digest: 'sha384' },
  '1.2.840.10045.4.3.4': { key: 'ec', digest: 'sha512' },
};

/** Names come from the signature: what every object has, as `constructor`, is no algorithm. */
function at<T>(table: Readonly<Record<string, T>>, name: string | undefined): T | undefined {
  return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}

/** The digest of bytes by an XML algorithm's URI; undefined when the algorithm is not one that is trusted. */
export function digestBy(algorithm: string | undefined, bytes: Uint8Array | string): Buffer | undefined {
  const name = at(DIGESTS, algorithm);
  return name === undefined ? undefined : createHash(name).update(bytes).digest();
}

/** As {@link digestBy}, by object identifier. */
export function digestByOid(oid: string, bytes: Uint8Array): Buffer | undefined {
  const name = at(DIGEST_OIDS, oid);
  return name === undefined ? undefined : createHash(name).update(bytes).digest();
}

/** Whether an XML signature is right; undefined when its algorithm is not one that is trusted, or not one of the key. */
export function isXmlSignature(algorithm: string | undefined, data: string, key: KeyObject, value: Uint8Array): boolean | undefined {
  const scheme = at(XML_SIGNATURES, algorithm);
  if (scheme?.digest === undefined || scheme.key !== key.asymmetricKeyType) return undefined;
  return verify(scheme.digest, Buffer.from(data), { key, dsaEncoding: 'ieee-p1363' }, value);
}

/**
 * Whether a signature in DER structures is right; undefined as with {@link isXmlSignature}.
 *
 * @param digestOid the digest named beside the signature, for schemes that do not name their own
 */
export function isDerSignature(
  signatureOid: string,
  digestOid: string | undefined,
  data: Uint8Array,
  key: KeyObject,
  value: Uint8Array,
): boolean | undefined {
  const scheme = at(DER_SIGNATURES, signatureOid);
  const digest = scheme?.digest ?? at(DIGEST_OIDS, digestOid);
  if (scheme === undefined || digest === undefined || scheme.key !== key.asymmetricKeyType) return undefined;
  return verify(digest, data, { key, dsaEncoding: 'der' }, value);
}
