import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import {
  type BaseBlock,
  BitString,
  Boolean as Bool,
  Constructed,
  Enumerated,
  fromBER,
  GeneralizedTime,
  Integer,
  Null,
  ObjectIdentifier,
  OctetString,
  Primitive,
  Sequence,
  Set as SetOf,
  UTCTime,
  Utf8String,
} from 'asn1js';

/** A key and the certificate that says whose it is. */
export interface Holder {
  /** DER. */
  readonly certificate: Buffer;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
  /** DER of its name, and its serial number. */
  readonly subject: Buffer;
  readonly serial: number;
}

/** Object identifiers of a name's parts, of uses and of algorithms, as the RFCs below give them. */
export const OID = {
  commonName: '2.5.4.3',
  surname: '2.5.4.4',
  givenName: '2.5.4.42',
  serialNumber: '2.5.4.5',
  country: '2.5.4.6',
  organization: '2.5.4.10',
  organizationIdentifier: '2.5.4.97',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  sha1: '1.3.14.3.2.26',
  sha512: '2.16.840.1.101.3.4.2.3',
} as const;

/** First octet of KeyUsage (RFC 5280, 4.2.1.3). */
export const USAGE = { digitalSignature: 0x80, nonRepudiation: 0x40, keyCertSign: 0x04 } as const;

/** Object identifier and text of each part. */
export type Name = readonly (readonly [oid: string, value: string | BaseBlock])[];

export interface CertificateOptions {
  readonly subject: Name;
  /** Default: itself. */
  readonly issuer?: Holder;
  /** Default: new ones on P-256. */
  readonly keys?: Pick<Holder, 'publicKey' | 'privateKey'>;
  /** Default: a kind of key that nobody knows is not what stands in it. */
  readonly publicKeyInfo?: Buffer;
  readonly from?: Date;
  readonly to?: Date;
  readonly ca?: boolean;
  readonly usage: number;
  /** Extended key usage. */
  readonly purpose?: string;
  /** An extension that nobody understands, and that is critical. */
  readonly strange?: boolean;
}

let serials = 1000;

/** Keys on a curve of NIST, or of RSA with 2,048 bits. */
export function makeKeys(kind: 'P-256' | 'P-384' | 'RSA' = 'P-256'): Pick<Holder, 'publicKey' | 'privateKey'> {
  return kind === 'RSA' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ec', { namedCurve: kind });
}

/** Issues a certificate (RFC 5280). */
export function issue(options: CertificateOptions): Holder {
  const keys = options.keys ?? makeKeys();
  const subject = nameOf(options.subject);
  const serial = serials++;
  const issuer = options.issuer ?? { subject, privateKey: keys.privateKey };
  const tbs = seq(
    explicit(0, new Integer({ value: 2 })),
    new Integer({ value: serial }),
    signatureAlgorithm(issuer.privateKey),
    raw(issuer.subject),
    seq(
      new UTCTime({ valueDate: options.from ?? new Date('2020-01-01T00:00:00Z') }),
      new UTCTime({ valueDate: options.to ?? new Date('2045-01-01T00:00:00Z') }),
    ),
    raw(subject),
    raw(options.publicKeyInfo ?? keys.publicKey.export({ type: 'spki', format: 'der' })),
    explicit(
      3,
      seq(
        extension('2.5.29.19', options.ca === true ? seq(new Bool({ value: true })) : seq()),
        extension('2.5.29.15', new BitString({ valueHex: bytesOf(Uint8Array.of(options.usage)) })),
        ...(options.purpose === undefined ? [] : [extension('2.5.29.37', seq(oid(options.purpose)))]),
        ...(options.strange === true ? [seq(oid('1.2.3.4.5'), new Bool({ value: true }), octets(der(new Null())))] : []),
      ),
    ),
  );
  return { ...keys, subject, serial, certificate: signed(der(tbs), issuer.privateKey) };
}

export interface StatusOptions {
  readonly about: Holder;
  readonly issuer: Holder;
  /** Who signs it; default: the issuer. */
  readonly responder?: Holder;
  /** Certificates that travel with it. */
  readonly carried?: readonly Holder[];
  readonly status?: 'good' | 'revoked' | 'unknown';
  readonly thisUpdate: Date;
  readonly nextUpdate?: Date;
  /** DER of the nonce of the request. */
  readonly nonce?: Uint8Array;
  /** What is done to it before it is signed. */
  readonly spoil?: (tbs: Buffer) => Buffer;
}

/** An OCSP response about one certificate (RFC 6960). */
export function ocspResponse({ about, issuer, thisUpdate, nextUpdate, ...options }: StatusOptions): Buffer {
  const responder = options.responder ?? issuer;
  const status = {
    good: new Primitive({ idBlock: { tagClass: 3, tagNumber: 0 } }),
    revoked: new Constructed({ idBlock: { tagClass: 3, tagNumber: 1 }, value: [time(thisUpdate)] }),
    unknown: new Primitive({ idBlock: { tagClass: 3, tagNumber: 2 } }),
  }[options.status ?? 'good'];
  const sha1 = (bytes: Uint8Array) => octets(createHash('sha1').update(bytes).digest());
  const tbs = der(
    seq(
      explicit(1, raw(responder.subject)),
      time(thisUpdate),
      seq(
        seq(
          seq(algorithm(OID.sha1), sha1(issuer.subject), sha1(publicKeyBits(issuer)), new Integer({ value: about.serial })),
          status,
          time(thisUpdate),
          ...(nextUpdate === undefined ? [] : [explicit(0, time(nextUpdate))]),
        ),
      ),
      ...(options.nonce === undefined ? [] : [explicit(1, seq(seq(oid('1.3.6.1.5.5.7.48.1.2'), octets(options.nonce))))]),
    ),
  );
  const carried = (options.carried ?? []).map(({ certificate }) => raw(certificate));
  const basic = signed(options.spoil?.(tbs) ?? tbs, responder.privateKey, ...(carried.length === 0 ? [] : [explicit(0, seq(...carried))]));
  return der(seq(new Enumerated({ value: 0 }), explicit(0, seq(oid('1.3.6.1.5.5.7.48.1.1'), octets(basic)))));
}

export interface StampOptions {
  readonly tsa: Holder;
  readonly at: Date;
  readonly data: Uint8Array;
  /** Default: SHA-512. */
  readonly digest?: 'sha1' | 'sha512';
  readonly spoil?: (info: Buffer) => Buffer;
}

/** A time-stamp token (RFC 3161) in CMS (RFC 5652). */
export function timeStamp({ tsa, at, data, digest = 'sha512', spoil = (info) => info }: StampOptions): Buffer {
  const info = spoil(
    der(
      seq(
        new Integer({ value: 1 }),
        oid('1.2.3.4'),
        seq(algorithm(OID[digest]), octets(createHash(digest).update(data).digest())),
        new Integer({ value: serials++ }),
        time(at),
      ),
    ),
  );
  const attributes = [
    seq(oid('1.2.840.113549.1.9.3'), set(oid(TST_INFO))),
    seq(oid('1.2.840.113549.1.9.4'), set(octets(createHash('sha512').update(info).digest()))),
  ];
  const issuerAndSerial = seq(raw(tsa.subject), new Integer({ value: tsa.serial }));
  const signerInfo = seq(
    new Integer({ value: 1 }),
    issuerAndSerial,
    algorithm(OID.sha512),
    new Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: attributes }),
    signatureAlgorithm(tsa.privateKey),
    octets(sign('sha256', der(set(...attributes)), tsa.privateKey)),
  );
  const content = seq(
    new Integer({ value: 3 }),
    set(algorithm(OID.sha512)),
    seq(oid(TST_INFO), explicit(0, octets(info))),
    new Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [raw(tsa.certificate)] }),
    set(signerInfo),
  );
  return der(seq(oid('1.2.840.113549.1.7.2'), explicit(0, content)));
}

const TST_INFO = '1.2.840.113549.1.9.16.1.4';

const seq = (...value: BaseBlock[]): Sequence => new Sequence({ value });
const set = (...value: BaseBlock[]): SetOf => new SetOf({ value });
const oid = (value: string): ObjectIdentifier => new ObjectIdentifier({ value });
const octets = (bytes: Uint8Array): OctetString => new OctetString({ valueHex: bytesOf(bytes) });
const time = (valueDate: Date): GeneralizedTime => new GeneralizedTime({ valueDate });
const algorithm = (name: string): Sequence => seq(oid(name), new Null());
const extension = (name: string, value: BaseBlock): Sequence => seq(oid(name), octets(der(value)));
const nameOf = (parts: Name): Buffer =>
  der(seq(...parts.map(([type, value]) => set(seq(oid(type), typeof value === 'string' ? new Utf8String({ value }) : value)))));

function der(block: BaseBlock): Buffer {
  return Buffer.from(block.toBER());
}

/** What stands encoded already. */
function raw(bytes: Uint8Array): BaseBlock {
  return fromBER(bytesOf(bytes)).result;
}

/** asn1js takes a pooled buffer for the whole pool. */
function bytesOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes);
}

function explicit(tagNumber: number, block: BaseBlock): Constructed {
  return new Constructed({ idBlock: { tagClass: 3, tagNumber }, value: [block] });
}

/** With SHA-256, whatever the key. */
function signatureAlgorithm(key: KeyObject): Sequence {
  return key.asymmetricKeyType === 'rsa' ? algorithm('1.2.840.113549.1.1.11') : seq(oid('1.2.840.10045.4.3.2'));
}

/** SEQUENCE { what is signed, algorithm, signature }, as certificates and OCSP responses are made; the first part letter by letter. */
function signed(tbs: Buffer, key: KeyObject, ...more: readonly BaseBlock[]): Buffer {
  const rest = [signatureAlgorithm(key), new BitString({ valueHex: bytesOf(sign('sha256', tbs, key)) }), ...more].map(der);
  const content = Buffer.concat([tbs, ...rest]);
  return Buffer.concat([Buffer.of(0x30, 0x82, content.length >> 8, content.length & 0xff), content]);
}

function publicKeyBits({ publicKey }: Holder): Buffer {
  const bits = raw(publicKey.export({ type: 'spki', format: 'der' }));
  const last = bits instanceof Sequence ? bits.valueBlock.value[1] : undefined;
  return Buffer.from(last instanceof BitString ? last.valueBlock.valueHexView : []);
}
