import { createHash, sign } from 'node:crypto';
import { OctetString, Sequence, Utf8String } from 'asn1js';
import { type Holder, issue, makeKeys, type Name, OID, ocspResponse, timeStamp, USAGE } from './certificate-authority.ts';

/** Whom the members of an instance trust, and one member that signs. */
export interface Trust {
  readonly root: Holder;
  readonly intermediate: Holder;
  readonly responder: Holder;
  readonly tsa: Holder;
  readonly signer: Holder;
}

/** Names of a member's certificate as they are agreed in Estonia (SkKlass3) and in Finland (FiVRK). */
export const estonian = (organisation: string): Name => [
  [OID.country, 'EE'],
  [OID.organization, 'Sünteetiline asutus'],
  [OID.organizationIdentifier, organisation],
  [OID.commonName, 'sign'],
];
export const finnish = (server: string, code: string): Name => [
  [OID.country, 'FI'],
  [OID.serialNumber, server],
  [OID.commonName, code],
];

const named = (commonName: string): Name => [[OID.commonName, commonName]];

/** A certification authority in two storeys, a responder it authorised, a time-stamping service, and EE/GOV/70009770 with an RSA key. */
export function establish(): Trust {
  const root = issue({ subject: named('Root'), ca: true, usage: USAGE.keyCertSign });
  const intermediate = issue({ subject: named('Intermediate'), issuer: root, ca: true, usage: USAGE.keyCertSign });
  return {
    root,
    intermediate,
    responder: issue({ subject: named('OCSP'), issuer: intermediate, usage: USAGE.digitalSignature, purpose: OID.ocspSigning }),
    tsa: issue({ subject: named('TSA'), usage: USAGE.digitalSignature, purpose: OID.timeStamping }),
    signer: issue({
      subject: estonian('GO:EE-70009770'),
      issuer: intermediate,
      usage: USAGE.nonRepudiation,
      keys: makeKeys('RSA'),
    }),
  };
}

/** A `shared-params.xml` (PR-GCONF) that trusts them; `changed` has the last word. */
export function sharedParams(
  { root, intermediate, tsa }: Trust,
  { instance = 'EE', profile = 'SkKlass3' } = {},
  changed = (xml: string) => xml,
): string {
  const cert = ({ certificate }: Holder) => `<cert>${certificate.toString('base64')}</cert>`;
  return changed(
    `<xroad:conf xmlns:xroad="http://x-road.eu/xsd/xroad.xsd"><instanceIdentifier>${instance}</instanceIdentifier><approvedCA><name>CA</name>` +
      `<authenticationOnly>false</authenticationOnly><topCA>${cert(root)}</topCA><intermediateCA>${cert(intermediate)}</intermediateCA>` +
      `<certificateProfileInfo>ee.ria.xroad.common.certificateprofile.impl.${profile}CertificateProfileInfoProvider</certificateProfileInfo>` +
      `</approvedCA><approvedTSA><name>TSA</name>${cert(tsa)}</approvedTSA><globalSettings><ocspFreshnessSeconds>3600</ocspFreshnessSeconds>` +
      '</globalSettings></xroad:conf>',
  );
}

/** A SOAP request of a member. */
export function request(member = 'EE/GOV/70009770', body = '<s:getState xmlns:s="urn:state"></s:getState>'): string {
  const [instance, memberClass, code] = member.split('/');
  const part = (name: string, value = '') => `<id:${name}>${value}</id:${name}>`;
  const client = part('xRoadInstance', instance) + part('memberClass', memberClass) + part('memberCode', code);
  const provider = `${part('xRoadInstance', 'EE')}${part('memberClass', 'GOV')}${part('memberCode', '70000002')}${part('serviceCode', 'getState')}`;
  return (
    '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:id="http://x-road.eu/xsd/identifiers"' +
    ` xmlns:x="http://x-road.eu/xsd/xroad.xsd"><e:Header><x:client id:objectType="MEMBER">${client}</x:client>` +
    `<x:service id:objectType="SERVICE">${provider}</x:service><x:id>0192f0c1-7c5e-7d34-9a1b-3c2f5d7e9a01</x:id>` +
    `<x:protocolVersion>4.0</x:protocolVersion></e:Header><e:Body>${body}</e:Body></e:Envelope>`
  );
}

type Change = (xml: string) => string;
const same: Change = (xml) => xml;

/** What is told apart from the usual document. Every default is right, so that a test can spoil one thing. */
export interface DocumentOptions {
  /** Default: classic (protocol 6.3). */
  readonly profile?: 'classic' | 'dss';
  readonly message?: string;
  /** Signed, by name. */
  readonly attachments?: Readonly<Record<string, string>>;
  /** Whether the signature is of a hash chain, with so many digests of others. */
  readonly batch?: number;
  /** Whether the time-stamp is of a hash chain. */
  readonly batchStamp?: boolean;
  readonly signer?: Holder;
  /** Whose certificate stands in KeyInfo. */
  readonly shown?: Holder;
  /** Whose certificate the signed properties name. */
  readonly named?: Holder;
  readonly digest?: keyof typeof DIGESTS;
  /** URI of the signature algorithm; default: SHA-512 with the signer's key. */
  readonly method?: string;
  readonly encoding?: 'ieee-p1363' | 'der';
  /** URI of the canonical form that SignedInfo names. */
  readonly form?: string;
  /** When it was time-stamped. */
  readonly at?: Date;
  readonly ocsp?: readonly Buffer[];
  /** The time-stamp token of these bytes. */
  readonly stamp?: (data: Buffer) => Buffer;
  /** Changes before it is signed. */
  readonly properties?: Change;
  readonly info?: Change;
  readonly chain?: Change;
  /** Changes after it is signed, before it is time-stamped. */
  readonly signatures?: Change;
  readonly stampChain?: Change;
}

/** When documents are time-stamped, and before when the state of the certificate was asked. */
export const AT = new Date('2026-03-02T12:00:00Z');
export const earlier = (at: Date, seconds: number): Date => new Date(at.getTime() - seconds * 1000);

export const ASIC = 'http://uri.etsi.org/02918/v1.2.1#';
export const DS = 'http://www.w3.org/2000/09/xmldsig#';
export const XADES = 'http://uri.etsi.org/01903/v1.3.2#';
export const INCLUSIVE = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
export const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const DIGESTS = {
  sha1: 'http://www.w3.org/2000/09/xmldsig#sha1',
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  sha384: 'http://www.w3.org/2001/04/xmldsig-more#sha384',
  sha512: 'http://www.w3.org/2001/04/xmlenc#sha512',
} as const;

/**
 * Writes a signed document of a message log (protocol 6.2 to 6.4): files by name. What is signed is written in its canonical form, so that
 * nothing here has to know how one is made.
 */
export function signedDocument(trust: Trust, options: DocumentOptions = {}): Readonly<Record<string, Buffer>> {
  const { profile = 'classic', signer = trust.signer, shown = signer, digest = 'sha512', at = AT, attachments = {} } = options;
  const stamp = options.stamp ?? ((data: Buffer) => timeStamp({ tsa: trust.tsa, at, data }));
  const data: Record<string, Buffer> = { 'message.xml': Buffer.from(options.message ?? request()) };
  for (const [name, text] of Object.entries(attachments)) data[name] = Buffer.from(text);
  const chain: Readonly<Record<string, Buffer>> = options.batch === undefined ? {} : signatureChain(data, options.batch, options.chain);

  const classic = profile === 'classic';
  const form = options.form ?? (classic ? INCLUSIVE : EXCLUSIVE);
  const own = classic ? '' : ` xmlns:ds="${DS}"`;
  const method =
    options.method ?? `http://www.w3.org/2001/04/xmldsig-more#${signer.publicKey.asymmetricKeyType === 'rsa' ? 'rsa' : 'ecdsa'}-sha512`;
  const digestOf = (bytes: string | Buffer, scope = '') =>
    `<ds:DigestMethod${scope} Algorithm="${DIGESTS[digest]}"></ds:DigestMethod>` +
    `<ds:DigestValue${scope}>${createHash(digest).update(bytes).digest('base64')}</ds:DigestValue>`;

  const signing = classic ? 'SigningCertificate' : 'SigningCertificateV2';
  const properties = (options.properties ?? same)(
    `<xades:SignedProperties${classic ? ` xmlns:asic="${ASIC}" xmlns:ds="${DS}"` : ''} xmlns:xades="${XADES}" Id="signed-properties">` +
      `<xades:SignedSignatureProperties><xades:SigningTime>${earlier(at, 30).toISOString()}</xades:SigningTime><xades:${signing}><xades:Cert>` +
      `<xades:CertDigest>${digestOf((options.named ?? shown).certificate, own)}</xades:CertDigest></xades:Cert></xades:${signing}>` +
      '</xades:SignedSignatureProperties></xades:SignedProperties>',
  );
  const files = Object.entries(options.batch === undefined ? data : { 'sig-hashchainresult.xml': chain['sig-hashchainresult.xml'] ?? '' });
  const transforms = classic ? '' : `<ds:Transforms><ds:Transform Algorithm="${EXCLUSIVE}"></ds:Transform></ds:Transforms>`;
  const info = (options.info ?? same)(
    `<ds:SignedInfo${classic ? ` xmlns:asic="${ASIC}"` : ''} xmlns:ds="${DS}"><ds:CanonicalizationMethod Algorithm="${form}">` +
      `</ds:CanonicalizationMethod><ds:SignatureMethod Algorithm="${method}"></ds:SignatureMethod>` +
      files.map(([name, bytes]) => `<ds:Reference URI="/${name}">${digestOf(bytes)}</ds:Reference>`).join('') +
      `<ds:Reference Type="http://uri.etsi.org/01903#SignedProperties" URI="#signed-properties">${transforms}${digestOf(properties)}` +
      '</ds:Reference></ds:SignedInfo>',
  );
  const hash = /sha\d+$/.exec(method)?.[0] ?? 'sha512';
  const value = sign(hash, Buffer.from(info), { key: signer.privateKey, dsaEncoding: options.encoding ?? 'ieee-p1363' });
  const ocsp = options.ocsp ?? [
    ocspResponse({
      about: shown,
      issuer: trust.intermediate,
      responder: trust.responder,
      carried: [trust.responder],
      thisUpdate: earlier(at, 600),
    }),
  ];
  const responses = ocsp.map((one) => `<xades:EncapsulatedOCSPValue>${one.toString('base64')}</xades:EncapsulatedOCSPValue>`).join('');
  const token = options.batchStamp === true ? '' : encapsulated(stamp(value));
  const signature =
    `<ds:Signature xmlns:ds="${DS}" Id="signature">${info}<ds:SignatureValue Id="value">${value.toString('base64')}</ds:SignatureValue>` +
    `<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${shown.certificate.toString('base64')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>` +
    `<ds:Object><xades:QualifyingProperties xmlns:xades="${XADES}" Target="#signature">${properties}<xades:UnsignedProperties>` +
    `<xades:UnsignedSignatureProperties>${token}<xades:RevocationValues><xades:OCSPValues>${responses}</xades:OCSPValues>` +
    '</xades:RevocationValues></xades:UnsignedSignatureProperties></xades:UnsignedProperties></xades:QualifyingProperties></ds:Object></ds:Signature>';
  const root = classic ? `<asic:XAdESSignatures xmlns:asic="${ASIC}">${signature}</asic:XAdESSignatures>` : signature;
  const signatures = Buffer.from((options.signatures ?? same)(root));
  return {
    ...data,
    ...chain,
    'META-INF/signatures.xml': signatures,
    ...(options.batchStamp === true ? batchStamp(signatures, stamp, options.stampChain) : {}),
    mimetype: Buffer.from('application/vnd.etsi.asic-e+zip'),
  };
}

const encapsulated = (token: Buffer): string =>
  `<xades:SignatureTimeStamp><xades:EncapsulatedTimeStamp>${token.toString('base64')}</xades:EncapsulatedTimeStamp></xades:SignatureTimeStamp>`;

/** A digest in a chain, and how it is written down there. */
export interface Item {
  readonly digest: Buffer;
  readonly xml: string;
}

const sha512 = (bytes: string | Uint8Array): Buffer => createHash('sha512').update(bytes).digest();
const digestValue = (digest: Buffer): string => `<ds:DigestValue>${digest.toString('base64')}</ds:DigestValue>`;

/** A file; some other message's digest; a step, by its items. */
export const dataRef = (name: string, bytes: Uint8Array): Item => {
  const digest = sha512(bytes);
  return { digest, xml: `<h:DataRef URI="/${name}">${digestValue(digest)}</h:DataRef>` };
};
export const hashValue = (digest: Buffer): Item => ({ digest, xml: `<h:HashValue>${digestValue(digest)}</h:HashValue>` });
export const stepRef = (uri: string, items: readonly Item[]): Item => ({
  digest: stepDigest(items),
  xml: `<h:StepRef URI="${uri}"></h:StepRef>`,
});

function stepDigest(items: readonly Item[]): Buffer {
  const entry = ({ digest }: Item) =>
    new Sequence({
      value: [
        new OctetString({ valueHex: Uint8Array.from(digest) }),
        new Utf8String({ value: DIGESTS.sha512 }),
        new Sequence({ value: [] }),
      ],
    });
  return sha512(Buffer.from(new Sequence({ value: items.map(entry) }).toBER()));
}

/** A chain file of steps STEP0, STEP1, ..., and its result, the digest of STEP0. */
export function hashChain(kind: 'sig' | 'ts', [top = [], ...steps]: readonly (readonly Item[])[], changed = same): Record<string, Buffer> {
  const written = [top, ...steps]
    .map((items, n) => `<h:HashStep id="STEP${n}">${items.map(({ xml }) => xml).join('')}</h:HashStep>`)
    .join('');
  const method = (name: string) => `<${name} Algorithm="${DIGESTS.sha512}"></${name}>`;
  const scope = `xmlns:ds="${DS}" xmlns:h="http://cyber.ee/hashchain"`;
  return {
    [`${kind}-hashchainresult.xml`]: Buffer.from(
      `<h:HashChainResult ${scope} URI="/${kind}-hashchain.xml#STEP0">${method('ds:DigestMethod')}${digestValue(stepDigest(top))}</h:HashChainResult>`,
    ),
    [`${kind}-hashchain.xml`]: Buffer.from(changed(`<h:HashChain ${scope}>${method('h:DefaultDigestMethod')}${written}</h:HashChain>`)),
  };
}

function signatureChain(data: Readonly<Record<string, Buffer>>, others: number, changed?: Change): Record<string, Buffer> {
  const own = Object.entries(data).map(([name, bytes]) => dataRef(name, bytes));
  const rest = Array.from({ length: others }, (_, n) => hashValue(sha512(`another message ${n}`)));
  return hashChain('sig', [[stepRef('#STEP1', own), ...rest], own], changed);
}

function batchStamp(signatures: Buffer, stamp: (data: Buffer) => Buffer, changed?: Change): Record<string, Buffer> {
  const chain = hashChain('ts', [[dataRef('META-INF/signatures.xml', signatures), hashValue(sha512('another signature'))]], changed);
  const result = chain['ts-hashchainresult.xml'] ?? Buffer.of();
  return {
    ...chain,
    'META-INF/timestamp.tst': stamp(result),
    'META-INF/ASiCManifest.xml': Buffer.from(
      `<a:ASiCManifest xmlns:a="http://uri.etsi.org/2918/v1.2.1#" xmlns:ds="${DS}"><a:SigReference URI="META-INF/timestamp.tst"` +
        ' MimeType="vnd.etsi.timestamp-token"></a:SigReference><a:DataObjectReference URI="ts-hashchainresult.xml" MimeType="text/xml">' +
        `<ds:DigestMethod Algorithm="${DIGESTS.sha512}"></ds:DigestMethod>${digestValue(sha512(result))}</a:DataObjectReference></a:ASiCManifest>`,
    ),
  };
}
