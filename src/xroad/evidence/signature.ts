import { cutOut } from '../cut-out.ts';
import { ok, type Result } from '../result.ts';
import type { ScannedElement } from '../scanned.ts';
import { digestBy } from './algorithm.ts';
import { type CanonicalForm, canonicalise, INCLUSIVE, isCanonicalForm } from './canonical.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { type EvidenceDefect, refuse } from './defect.ts';
import { attribute, base64, DS, named, only, readXmlFile, type XmlFile } from './xml.ts';

/** A file that a signature covers: its name in the container, with the leading slash it is written with, and its digest. */
export interface FileReference {
  readonly name: string;
  readonly method: string;
  readonly digest: Buffer;
}

/** An XAdES signature, read by its own structure: nothing in it is found by searching for an Id (signature wrapping). */
export interface Signature {
  readonly files: readonly FileReference[];
  readonly method: string | undefined;
  /** The canonical SignedInfo: the very bytes that were signed. */
  readonly signedInfo: string;
  readonly value: Buffer;
  readonly certificate: Certificate;
  /** Whether the signed properties are the ones that were signed. */
  readonly propertiesMatch: boolean;
  /** Whether the signed properties name this certificate: a certificate exchanged afterwards is found out. */
  readonly namesItsCertificate: boolean;
  /** When the signer says it signed; proven is only the time-stamp. */
  readonly claimedAt: string;
  /** Further certificates that came along, untrusted. */
  readonly others: readonly Certificate[];
  /** DER of OCSP responses and of the time-stamp token, where the signature carries them. */
  readonly ocspResponses: readonly Buffer[];
  readonly timeStamp?: Buffer;
}

const ASIC = 'http://uri.etsi.org/02918/v1.2.1#';
const XADES = 'http://uri.etsi.org/01903/v1.3.2#';
const SIGNED_PROPERTIES = 'http://uri.etsi.org/01903#SignedProperties';
const EXCLUSIVE_PREFIXES = 'http://www.w3.org/2001/10/xml-exc-c14n#';

const malformed = (text: string) => refuse('MalformedSignature', `The signature ${text}.`);

/**
 * Reads `META-INF/signatures.xml` in both of X-Road's profiles: the classic one (root XAdESSignatures, inclusive C14N) and that of the DSS
 * library (root Signature, exclusive C14N). Each part has one place where it may stand, and only that place is looked at.
 */
export function readSignature(bytes: Uint8Array): Result<Signature, EvidenceDefect> {
  const file = readXmlFile(bytes);
  if (file === undefined) return malformed('is not a readable document');
  const { root } = file;
  if (hasRepeatedIds(root)) return malformed('gives two elements the same Id');
  const isWrapped = root.namespace === ASIC && root.localName === 'XAdESSignatures';
  const signature = isWrapped ? only(root, DS, 'Signature') : root;
  if (signature?.namespace !== DS || signature.localName !== 'Signature' || (isWrapped && root.children.length !== 1)) {
    return malformed('is not one XML signature');
  }
  const info = only(signature, DS, 'SignedInfo');
  const form = attribute(only(info, DS, 'CanonicalizationMethod'), 'Algorithm');
  const qualifying = named(signature, DS, 'Object').flatMap((object) => named(object, XADES, 'QualifyingProperties'));
  const properties = qualifying.length === 1 ? only(qualifying[0], XADES, 'SignedProperties') : undefined;
  const value = base64(only(signature, DS, 'SignatureValue'));
  const [certificateBytes, ...more] = certificatesIn(only(signature, DS, 'KeyInfo'));
  const certificate = certificateBytes === undefined ? undefined : readCertificate(certificateBytes);
  if (info === undefined || properties === undefined || value === undefined || certificate === undefined || more.length > 0) {
    return malformed('lacks one of its parts');
  }
  if (!isCanonicalForm(form)) return refuse('UnsupportedAlgorithm', 'The signature is over a canonical form that is not accepted.');
  const signedInfo = canonicalise(cutOut(file.text, info), form, prefixesIn(only(info, DS, 'CanonicalizationMethod')));
  if (signedInfo === undefined) return malformed('has no canonical form');

  const references = readReferences(info);
  if (!references.ok) return references;
  const { files, ofProperties } = references.value;
  const id = attribute(properties, 'Id');
  if (id === undefined || attribute(ofProperties, 'URI') !== `#${id}`) return malformed('does not cover its own properties');
  const propertiesMatch = matches(file, properties, ofProperties);
  if (!propertiesMatch.ok) return propertiesMatch;

  const signed = only(properties, XADES, 'SignedSignatureProperties');
  const unsigned = only(only(qualifying[0], XADES, 'UnsignedProperties'), XADES, 'UnsignedSignatureProperties');
  const stamps = unsigned === undefined ? [] : named(unsigned, XADES, 'SignatureTimeStamp');
  const timeStamp = base64(only(stamps[0], XADES, 'EncapsulatedTimeStamp'));
  return ok({
    files,
    method: attribute(only(info, DS, 'SignatureMethod'), 'Algorithm'),
    signedInfo,
    value,
    certificate,
    propertiesMatch: propertiesMatch.value,
    namesItsCertificate: namesCertificate(signed, certificate),
    claimedAt: only(signed, XADES, 'SigningTime')?.text ?? '',
    others: encapsulated(only(unsigned, XADES, 'CertificateValues'), 'EncapsulatedX509Certificate')
      .map(readCertificate)
      .filter((one) => one !== undefined),
    ocspResponses: encapsulated(only(only(unsigned, XADES, 'RevocationValues'), XADES, 'OCSPValues'), 'EncapsulatedOCSPValue'),
    ...(timeStamp === undefined ? {} : { timeStamp }),
  });
}

interface References {
  readonly files: readonly FileReference[];
  readonly ofProperties: ScannedElement | undefined;
}

/** Every reference is either to a file, as it is, or to the signed properties; a reference of any other kind is refused. */
function readReferences(info: ScannedElement): Result<References, EvidenceDefect> {
  const files: FileReference[] = [];
  let ofProperties: ScannedElement | undefined;
  for (const reference of named(info, DS, 'Reference')) {
    const uri = attribute(reference, 'URI') ?? '';
    const method = attribute(only(reference, DS, 'DigestMethod'), 'Algorithm') ?? '';
    const digest = base64(only(reference, DS, 'DigestValue'));
    if (digest === undefined) return malformed('has a reference without digest');
    if (digestBy(method, '') === undefined)
      return refuse('UnsupportedAlgorithm', 'The signature uses a digest method that is not accepted.');
    if (attribute(reference, 'Type') === SIGNED_PROPERTIES) {
      if (ofProperties !== undefined) return malformed('refers to two sets of properties');
      ofProperties = reference;
    } else if (/^\/[^#]+$/.test(uri) && named(reference, DS, 'Transforms').length === 0 && !files.some(({ name }) => name === uri)) {
      files.push({ name: uri, method, digest });
    } else {
      return malformed('has a reference to something that is neither a file nor its properties');
    }
  }
  return ok({ files, ofProperties });
}

function matches(file: XmlFile, properties: ScannedElement, reference: ScannedElement | undefined): Result<boolean, EvidenceDefect> {
  const transforms = reference === undefined ? [] : named(reference, DS, 'Transforms').flatMap(({ children }) => children);
  const [transform, ...more] = transforms;
  const form: CanonicalForm | string | undefined = transform === undefined ? INCLUSIVE : attribute(transform, 'Algorithm');
  if (more.length > 0 || !isCanonicalForm(form))
    return refuse('UnsupportedAlgorithm', 'The signature asks for a transform that is not accepted.');
  const canonical = canonicalise(cutOut(file.text, properties), form, prefixesIn(transform));
  const digest = digestBy(attribute(only(reference, DS, 'DigestMethod'), 'Algorithm'), canonical ?? '');
  return ok(digest !== undefined && base64(only(reference, DS, 'DigestValue'))?.equals(digest) === true);
}

/** XAdES 5.2.2: without it a signature would stand for any certificate of the same key. */
function namesCertificate(signed: ScannedElement | undefined, certificate: Certificate): boolean {
  const cert =
    only(only(signed, XADES, 'SigningCertificate'), XADES, 'Cert') ?? only(only(signed, XADES, 'SigningCertificateV2'), XADES, 'Cert');
  const stated = only(cert, XADES, 'CertDigest');
  const digest = digestBy(attribute(only(stated, DS, 'DigestMethod'), 'Algorithm'), certificate.der);
  return digest !== undefined && base64(only(stated, DS, 'DigestValue'))?.equals(digest) === true;
}

function prefixesIn(method: ScannedElement | undefined): readonly string[] {
  const list = attribute(only(method, EXCLUSIVE_PREFIXES, 'InclusiveNamespaces'), 'PrefixList');
  return list === undefined ? [] : list.split(/\s+/).filter((prefix) => prefix !== '');
}

function certificatesIn(keyInfo: ScannedElement | undefined): readonly Buffer[] {
  const data = only(keyInfo, DS, 'X509Data');
  return data === undefined
    ? []
    : named(data, DS, 'X509Certificate')
        .map(base64)
        .filter((one) => one !== undefined);
}

function encapsulated(values: ScannedElement | undefined, localName: string): readonly Buffer[] {
  return values === undefined
    ? []
    : named(values, XADES, localName)
        .map(base64)
        .filter((one) => one !== undefined);
}

function hasRepeatedIds(root: ScannedElement): boolean {
  const seen = new Set<string>();
  const repeats = (element: ScannedElement): boolean => {
    for (const { localName, value } of element.attributes) {
      if (localName.toLowerCase() !== 'id') continue;
      if (seen.has(value)) return true;
      seen.add(value);
    }
    return element.children.some(repeats);
  };
  return repeats(root);
}
