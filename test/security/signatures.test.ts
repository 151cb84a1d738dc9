import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Proof, readTrustList, type TrustList, verifyContainer } from '../../src/xroad/evidence/index.ts';
import { hasProgram, runs } from '../debian.ts';
import { type Holder, issue, makeKeys, OID, ocspResponse, type StatusOptions, timeStamp, USAGE } from './certificate-authority.ts';
import {
  AT,
  type DocumentOptions,
  dataRef,
  EXCLUSIVE,
  earlier,
  establish,
  estonian,
  finnish,
  hashChain,
  hashValue,
  INCLUSIVE,
  request,
  sharedParams,
  signedDocument,
  type Trust,
  XADES,
} from './signed-document.ts';

type Files = Readonly<Record<string, Uint8Array>>;

const trust = establish();
const usual = trusting(trust);
const MEMBER = 'EE/GOV/70009770';
const EVIL = '<s:getState xmlns:s="urn:state">evil</s:getState>';
const SHA512 = 'http://www.w3.org/2001/04/xmlenc#sha512';
const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';

function trusting(whom: Trust, ...how: [{ instance?: string; profile?: string }?, ((xml: string) => string)?]): readonly TrustList[] {
  const list = readTrustList(Buffer.from(sharedParams(whom, ...how)));
  if (!list.ok) throw new Error(list.error.text);
  return [list.value];
}

const written = (options: DocumentOptions = {}): Files => signedDocument(trust, options);

async function judged(archive: Uint8Array, lists = usual): Promise<string> {
  const proof = await verifyContainer(archive, lists);
  return proof.ok ? 'valid' : proof.error.code;
}

/** What becomes of a document: `valid`, or the code with which it is refused. */
async function verdict(document: DocumentOptions | { readonly files: Files }, lists = usual): Promise<string> {
  return judged(zipSync('files' in document ? document.files : written(document)), lists);
}

async function proven(files: Files): Promise<Proof> {
  const proof = await verifyContainer(zipSync(files), usual);
  if (!proof.ok) throw new Error(proof.error.code);
  return proof.value;
}

/** A change that must find what it changes. */
function replacing(from: string | RegExp, to: string | ((found: string) => string)) {
  return (xml: string): string => {
    const changed = xml.replace(from, typeof to === 'string' ? () => to : to);
    if (changed === xml) throw new Error(`nothing to change: ${from}`);
    return changed;
  };
}

function member(organisation = 'GO:EE-70009770', more: Partial<Parameters<typeof issue>[0]> = {}): Holder {
  return issue({ subject: estonian(organisation), issuer: trust.intermediate, usage: USAGE.nonRepudiation, ...more });
}

describe('a document that is right', () => {
  it.each<[string, DocumentOptions]>([
    ['signed in the classic profile', {}],
    ['signed in the newer profile', { profile: 'dss' }],
    ['signed in a batch', { batch: 3 }],
    ['signed alone in a batch', { batch: 0, profile: 'dss' }],
    ['time-stamped in a batch', { batchStamp: true }],
    ['signed and time-stamped in batches', { profile: 'dss', batch: 1, batchStamp: true, attachments: { attachment1: 'a' } }],
    ['digested with SHA-256', { digest: 'sha256', method: `${MORE}rsa-sha256` }],
    ['digested with SHA-384', { digest: 'sha384', method: `${MORE}rsa-sha384` }],
    ['signed on P-256', { signer: member(), method: `${MORE}ecdsa-sha256` }],
    ['signed on P-384', { signer: member('GO:EE-70009770', { keys: makeKeys('P-384') }), method: `${MORE}ecdsa-sha384`, profile: 'dss' }],
    ['signed by a company', { signer: member('NTREE-10000000'), message: request('EE/COM/10000000') }],
  ])('%s is valid', async (_what, options) => {
    expect(await verdict(options)).toBe('valid');
  });

  it('may be signed as in Finland', async () => {
    const signer = issue({ subject: finnish('FI/ss1/GOV', '0000000-0'), issuer: trust.intermediate, usage: USAGE.nonRepudiation });
    const lists = trusting(trust, { instance: 'FI', profile: 'FiVRK' });
    expect(await verdict({ signer, message: request('FI/GOV/0000000-0') }, lists)).toBe('valid');
    expect(await verdict({ signer, message: request('FI/GOV/0000000-1') }, lists)).toBe('IncorrectCertificate');
    expect(await verdict({ signer, message: request('EE/GOV/0000000-0') }, trusting(trust, { profile: 'FiVRK' }))).toBe(
      'IncorrectCertificate',
    );
  });

  it('may be a REST answer, signed by whose service it is', async () => {
    const answer = (service: string) =>
      `200\r\nOK\r\nx-road-id:EE-1\r\nx-road-client:EE/GOV/70000002/s\r\nx-road-service:${service}/star/getState\r\n`;
    const signedAs = (message: string) => verdict({ message, attachments: { attachment1: '{}' }, profile: 'dss' });
    expect(await signedAs(answer(MEMBER))).toBe('valid');
    expect(await signedAs(answer('EE/GOV/70000002'))).toBe('IncorrectCertificate');
  });

  const installed = hasProgram(
    () => runs('xmlsec1', '--version'),
    ['xmlsec1'],
    'another verifier of XML signatures over what is signed here',
  );
  it.runIf(installed).each<[string, DocumentOptions]>([
    ['classic, RSA', {}],
    ['newer, RSA', { profile: 'dss' }],
    ['classic, ECDSA', { signer: member() }],
  ])('is so for another verifier too: %s', (_what, options) => {
    const folder = mkdtempSync(join(tmpdir(), 'signed-'));
    try {
      const files = written(options);
      const at = (name: string, bytes: Uint8Array = Buffer.of()) => {
        writeFileSync(join(folder, name), bytes);
        return join(folder, name);
      };
      const key = at('certificate', (options.signer ?? trust.signer).certificate);
      const judge = (message: string) =>
        spawnSync('xmlsec1', [
          '--verify',
          ...['--pubkey-cert-der', key, '--id-attr:Id', `${XADES}:SignedProperties`, '--url-map:/message.xml', message],
          at('signatures', files['META-INF/signatures.xml']),
        ]).status;
      expect(judge(at('message', files['message.xml']))).toBe(0);
      expect(judge(at('other', Buffer.from('<a/>')))).not.toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('signature wrapping', () => {
  const PROPERTIES = /<xades:SignedProperties.*<\/xades:SignedProperties>/;
  const inside = (xml: string): string => `<ds:Object>${xml}</ds:Object>`;
  const qualified = (xml: string): string =>
    inside(`<xades:QualifyingProperties xmlns:xades="${XADES}">${xml}</xades:QualifyingProperties>`);

  /** Where the signed properties (`good`) are put, and others (`evil`) where they stood. XSW 1 to 8 of Somorovsky et al. (2012). */
  const places: readonly [string, (good: string, evil: string) => (xml: string) => string][] = [
    [
      '1: the signature inside an object of its own copy',
      (_good, evil) =>
        replacing(/<ds:Signature .*<\/ds:Signature>/, (old) =>
          old.replace(PROPERTIES, () => evil).replace('</ds:Signature>', () => `${inside(old)}</ds:Signature>`),
        ),
    ],
    [
      '2: the signed before the signature',
      (good, evil) => (xml) => replacing('<ds:Signature ', `${good}<ds:Signature `)(xml.replace(PROPERTIES, () => evil)),
    ],
    ['3: others before the signed', (good, evil) => replacing(PROPERTIES, evil + good)],
    ['3: others after the signed', (good, evil) => replacing(PROPERTIES, good + evil)],
    [
      '4: the signed inside the others',
      (good, evil) =>
        replacing(
          PROPERTIES,
          evil.replace('</xades:SignedProperties>', () => `${good}</xades:SignedProperties>`),
        ),
    ],
    [
      '5: the signed after the signature',
      (good, evil) => (xml) => replacing('</asic:XAdESSignatures>', `${good}</asic:XAdESSignatures>`)(xml.replace(PROPERTIES, () => evil)),
    ],
    [
      '6: the signed in an object',
      (good, evil) => (xml) => replacing('</ds:Signature>', `${inside(good)}</ds:Signature>`)(xml.replace(PROPERTIES, () => evil)),
    ],
    ['7: others in an object before', (_good, evil) => replacing('<ds:Object>', `${qualified(evil)}<ds:Object>`)],
    [
      '8: the signed among the unsigned',
      (good, evil) => (xml) =>
        replacing('<xades:UnsignedSignatureProperties>', (found) => `${inside(good)}${found}`)(xml.replace(PROPERTIES, () => evil)),
    ],
  ];
  const ids: readonly [string, string][] = [
    ['the same Id', 'Id="signed-properties"'],
    ['an Id of their own', 'Id="evil"'],
    ['the same id in small letters', 'id="signed-properties"'],
    ['no Id', ''],
  ];

  it.each(places.flatMap(([place, wrapped]) => ids.map(([which, id]) => [place, which, id, wrapped] as const)))(
    'XSW %s, with %s, is refused',
    async (_place, _which, id, wrapped) => {
      const signatures = (xml: string): string => {
        const good = PROPERTIES.exec(xml)?.[0] ?? '';
        const evil = replacing(/SigningTime>20\d\d/, 'SigningTime>1999')(good).replace('Id="signed-properties"', () => id);
        return wrapped(good, evil)(xml);
      };
      expect(await verdict({ signatures })).toBe('MalformedSignature');
    },
  );

  const INFO = /<ds:SignedInfo.*<\/ds:SignedInfo>/;
  const evilMessage = Buffer.from(request(MEMBER, EVIL));
  const evilInfo = (good: string): string =>
    good.replace(/DigestValue>[^<]*/, () => `DigestValue>${createHash('sha512').update(evilMessage).digest('base64')}`);

  it.each<[string, (xml: string, good: string, evil: string) => string, string]>([
    ['another SignedInfo before', (xml, good, evil) => xml.replace(INFO, () => evil + good), 'MalformedSignature'],
    ['another SignedInfo after', (xml, good, evil) => xml.replace(INFO, () => good + evil), 'MalformedSignature'],
    ['another SignedInfo instead', (xml, _good, evil) => xml.replace(INFO, () => evil), 'InvalidSignatureValue'],
    [
      'the signed SignedInfo in an object',
      (xml, good, evil) => xml.replace(INFO, () => evil).replace('</ds:Signature>', () => `${inside(good)}</ds:Signature>`),
      'InvalidSignatureValue',
    ],
    [
      'the signed SignedInfo inside another',
      (xml, good, evil) => xml.replace(INFO, () => evil.replace('</ds:SignedInfo>', () => `${good}</ds:SignedInfo>`)),
      'InvalidSignatureValue',
    ],
    [
      'another signature before',
      (xml, good, evil) =>
        xml.replace(/<ds:Signature .*<\/ds:Signature>/, (old) => old.replace(good, () => evil).replaceAll(/ Id="[^"]*"/g, '') + old),
      'MalformedSignature',
    ],
    [
      'another signature around',
      (xml, good, evil) =>
        xml.replace(/<ds:Signature .*<\/ds:Signature>/, (old) =>
          old
            .replace(good, () => evil)
            .replaceAll(/ Id="([^"]*)"/g, ' Id="evil-$1"')
            .replace('</ds:Signature>', () => `${inside(old)}</ds:Signature>`),
        ),
      'MalformedSignature',
    ],
  ])('of another message with %s is refused', async (_what, wrapped, code) => {
    const signatures = (xml: string): string => {
      const good = INFO.exec(xml)?.[0] ?? '';
      return wrapped(xml, good, evilInfo(good));
    };
    expect(await verdict({ files: { ...written({ signatures }), 'message.xml': evilMessage } })).toBe(code);
  });

  it.each<[string, (xml: string) => string]>([
    ['anywhere', replacing('<ds:Object>', '<ds:Object Id="value">')],
    ['in other letters', replacing('<ds:Object>', '<ds:Object ID="value">')],
    ['in the namespace of XML', replacing('<ds:Object>', '<ds:Object xml:id="value">')],
  ])('with an Id twice %s is refused', async (_what, signatures) => {
    expect(await verdict({ signatures })).toBe('MalformedSignature');
  });
});

describe('what is signed', () => {
  const PROPERTIES = 'URI="#signed-properties"';
  it.each<[string, DocumentOptions, string]>([
    ['the whole document', { info: replacing('URI="/message.xml"', 'URI=""') }, 'MalformedSignature'],
    ['a file without its slash', { info: replacing('URI="/message.xml"', 'URI="message.xml"') }, 'MalformedSignature'],
    ['a file by another way', { info: replacing('URI="/message.xml"', 'URI="/./message.xml"') }, 'MalformedSignature'],
    ['something on the network', { info: replacing('URI="/message.xml"', 'URI="http://127.0.0.1/message.xml"') }, 'MalformedSignature'],
    ['a file of the machine', { info: replacing('URI="/message.xml"', 'URI="file:///etc/hostname"') }, 'MalformedSignature'],
    ['all that has an Id', { info: replacing(PROPERTIES, 'URI="#xpointer(/)"') }, 'MalformedSignature'],
    ['properties elsewhere', { info: replacing(PROPERTIES, 'URI="#value"') }, 'MalformedSignature'],
    ['properties without their type', { info: replacing(/ Type="[^"]*"/, '') }, 'MalformedSignature'],
    ['no properties', { info: replacing(/<ds:Reference Type=.*?<\/ds:Reference>/, '') }, 'MalformedSignature'],
    ['properties twice', { info: replacing(/<ds:Reference Type=.*?<\/ds:Reference>/, (one) => one + one) }, 'MalformedSignature'],
    ['the message twice', { info: replacing(/<ds:Reference URI=.*?<\/ds:Reference>/, (one) => one + one) }, 'MalformedSignature'],
    [
      'a file that is not there',
      { info: replacing('<ds:Reference Type', (found) => `${reference('/attachment7')}${found}`) },
      'InvalidReference',
    ],
    [
      'properties of another signature',
      { properties: (xml) => xml, signatures: replacing('SigningTime>2026', 'SigningTime>2025') },
      'InvalidSignatureValue',
    ],
    ['text with a comment in it', { signatures: replacing('<ds:DigestValue>', '<ds:DigestValue><!-- -->') }, 'MalformedSignature'],
    ['a document type', { signatures: (xml) => `<!DOCTYPE a [<!ENTITY e "x">]>${xml}` }, 'MalformedSignature'],
  ])('%s: %#', async (_what, options, code) => {
    const found = await verdict(options);
    expect(found).toBe(code);
  });

  function reference(uri: string): string {
    const digest = createHash('sha512').digest('base64');
    return (
      `<ds:Reference URI="${uri}"><ds:DigestMethod Algorithm="${SHA512}"></ds:DigestMethod>` +
      `<ds:DigestValue>${digest}</ds:DigestValue></ds:Reference>`
    );
  }
});

describe('an algorithm that is not accepted', () => {
  const sha1OfCertificate = createHash('sha1').update(trust.signer.certificate).digest('base64');
  const transform = (algorithm: string, inner = ''): string =>
    `<ds:Transforms><ds:Transform Algorithm="${algorithm}">${inner}</ds:Transform></ds:Transforms>`;
  const ofProperties = (transforms: string): DocumentOptions => ({
    info: replacing(/URI="#signed-properties">/, (found) => found + transforms),
  });
  const ofMessage = (transforms: string): DocumentOptions => ({ info: replacing('URI="/message.xml">', (found) => found + transforms) });
  const xslt = '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0"></xsl:stylesheet>';
  const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';

  it.each<[string, DocumentOptions, string]>([
    ['SHA-1 for what is signed', { digest: 'sha1' }, 'UnsupportedAlgorithm'],
    ['SHA-1 in the signature', { method: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' }, 'UnsupportedAlgorithm'],
    ['SHA-1 in the signature, on a curve', { signer: member(), method: `${MORE}ecdsa-sha1` }, 'UnsupportedAlgorithm'],
    [
      'SHA-1 for the certificate',
      {
        properties: replacing(
          /<xades:CertDigest>.*<\/xades:CertDigest>/,
          `<xades:CertDigest><ds:DigestMethod Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"></ds:DigestMethod><ds:DigestValue>${sha1OfCertificate}</ds:DigestValue></xades:CertDigest>`,
        ),
      },
      'IncorrectCertificate',
    ],
    ['a signature anyone can make (HMAC)', { method: `${MORE}hmac-sha256` }, 'UnsupportedAlgorithm'],
    ['a signature of another kind of key', { info: replacing('#rsa-sha512', '#ecdsa-sha512') }, 'UnsupportedAlgorithm'],
    ['no algorithm', { info: replacing(/<ds:SignatureMethod.*?<\/ds:SignatureMethod>/, '') }, 'UnsupportedAlgorithm'],
    ['a digest named like a property of every object', { info: replacing(SHA512, 'constructor') }, 'UnsupportedAlgorithm'],
    ['a signature named like one', { info: replacing(`${MORE}rsa-sha512`, 'constructor') }, 'UnsupportedAlgorithm'],
    ['a canonical form named like one', { form: 'constructor' }, 'UnsupportedAlgorithm'],
    ['a transform named like one', ofProperties(transform('toString')), 'UnsupportedAlgorithm'],
    ['canonical form with comments', { form: `${INCLUSIVE}#WithComments` }, 'UnsupportedAlgorithm'],
    ['canonical form 1.1 with comments', { form: 'http://www.w3.org/2006/12/xml-c14n11#WithComments' }, 'UnsupportedAlgorithm'],
    ['exclusive form with comments', { profile: 'dss', form: `${EXCLUSIVE}WithComments` }, 'UnsupportedAlgorithm'],
    ['properties with comments', ofProperties(transform(`${INCLUSIVE}#WithComments`)), 'UnsupportedAlgorithm'],
    ['XSLT', ofProperties(transform('http://www.w3.org/TR/1999/REC-xslt-19991116', xslt)), 'UnsupportedAlgorithm'],
    ['XPath', ofProperties(transform('http://www.w3.org/TR/1999/REC-xpath-19991116', '<ds:XPath>0</ds:XPath>')), 'UnsupportedAlgorithm'],
    ['XPath filter', ofProperties(transform('http://www.w3.org/2002/06/xmldsig-filter2')), 'UnsupportedAlgorithm'],
    ['enveloped', ofProperties(transform(ENVELOPED)), 'UnsupportedAlgorithm'],
    ['two transforms', ofProperties(transform(INCLUSIVE) + transform(INCLUSIVE)), 'UnsupportedAlgorithm'],
    ['a transform of the message', ofMessage(transform(INCLUSIVE)), 'MalformedSignature'],
    ['XSLT of the message', ofMessage(transform('http://www.w3.org/TR/1999/REC-xslt-19991116', xslt)), 'MalformedSignature'],
    ['an ECDSA value in DER', { signer: member(), encoding: 'der' }, 'InvalidSignatureValue'],
    [
      'an ECDSA value of P-384 in DER',
      { signer: member('GO:EE-70009770', { keys: makeKeys('P-384') }), encoding: 'der' },
      'InvalidSignatureValue',
    ],
    [
      'an ECDSA value of nothing',
      { signer: member(), signatures: replacing(/(Id="value">)[^<]*/, `Id="value">${Buffer.alloc(64).toString('base64')}`) },
      'InvalidSignatureValue',
    ],
  ])('%s is refused', async (_what, options, code) => {
    // The stamp is of what stands in the file, so that it is never the stamp that refuses.
    const found = await verdict('signatures' in options ? { ...options, stamp: (data) => stampOf(options, data) } : options);
    expect(found).toBe(code);
  });

  function stampOf({ signatures }: DocumentOptions, data: Buffer): Buffer {
    const value = /Id="value">([^<]*)/.exec(signatures?.(`Id="value">${data.toString('base64')}`) ?? '')?.[1] ?? '';
    return timeStamp({ tsa: trust.tsa, at: AT, data: Buffer.from(value, 'base64') });
  }
});

describe('a certificate', () => {
  const wrong = (options: Parameters<typeof issue>[0]): DocumentOptions => ({ signer: issue(options) });
  const usualName = estonian('GO:EE-70009770');
  const stranger = issue({ subject: [[OID.commonName, 'Stranger']], ca: true, usage: USAGE.keyCertSign });
  const notAnAuthority = issue({ subject: [[OID.commonName, 'Leaf']], issuer: trust.intermediate, usage: USAGE.keyCertSign });

  it.each<[string, () => DocumentOptions, string]>([
    ['that ended before', () => ({ signer: member('GO:EE-70009770', { to: earlier(AT, 60) }) }), 'InvalidCertPath'],
    ['that begins later', () => ({ signer: member('GO:EE-70009770', { from: earlier(AT, -60) }) }), 'InvalidCertPath'],
    ['for TLS', () => ({ signer: member('GO:EE-70009770', { usage: USAGE.digitalSignature }) }), 'IncorrectCertificate'],
    ['of another member', () => ({ signer: member('GO:EE-70000002') }), 'IncorrectCertificate'],
    ['of another class', () => ({ signer: member('NTREE-70009770') }), 'IncorrectCertificate'],
    ['of a stranger', () => wrong({ subject: usualName, issuer: stranger, usage: USAGE.nonRepudiation }), 'InvalidCertPath'],
    ['of nobody but itself', () => wrong({ subject: usualName, usage: USAGE.nonRepudiation }), 'InvalidCertPath'],
    [
      'of one who may not issue',
      () => wrong({ subject: usualName, issuer: notAnAuthority, usage: USAGE.nonRepudiation }),
      'InvalidCertPath',
    ],
    ['that the key is not of', () => ({ shown: member() }), 'UnsupportedAlgorithm'],
    ['of the same kind that the key is not of', () => ({ signer: member(), shown: member() }), 'InvalidSignatureValue'],
    ['that the signature does not name', () => ({ named: member() }), 'IncorrectCertificate'],
  ])('%s proves nothing', async (_what, options, code) => {
    expect(await verdict(options())).toBe(code);
  });

  it('of the same key in another name proves nothing: the signature names the one it is of', async () => {
    const { publicKey, privateKey } = trust.signer;
    const twin = member('GO:EE-70000002', { keys: { publicKey, privateKey } });
    expect(await verdict({ shown: twin, named: trust.signer, message: request('EE/GOV/70000002') })).toBe('IncorrectCertificate');
  });

  it('needs every storey between it and the root', async () => {
    const without = trusting(trust, {}, (xml) => xml.replace(/<intermediateCA>.*<\/intermediateCA>/, ''));
    expect(await verdict({}, without)).toBe('InvalidCertPath');
  });
});

describe('the state of a certificate', () => {
  const { signer, intermediate, responder } = trust;
  const status = (more: Partial<StatusOptions>): DocumentOptions => ({
    ocsp: [ocspResponse({ about: signer, issuer: intermediate, responder, carried: [responder], thisUpdate: earlier(AT, 600), ...more })],
  });
  const unauthorised = issue({ subject: [[OID.commonName, 'OCSP']], issuer: intermediate, usage: USAGE.digitalSignature });
  const foreign = issue({ subject: [[OID.commonName, 'OCSP']], usage: USAGE.digitalSignature, purpose: OID.ocspSigning });

  it.each<[string, DocumentOptions, string]>([
    ['said by the issuer itself', status({ responder: intermediate, carried: [] }), 'valid'],
    ['an hour old', status({ thisUpdate: earlier(AT, 3_600) }), 'valid'],
    ['more than an hour old', status({ thisUpdate: earlier(AT, 3_601) }), 'IncorrectValidationInfo'],
    ['eight hours old', status({ thisUpdate: earlier(AT, 8 * 3_600 + 1) }), 'IncorrectValidationInfo'],
    ['younger than the stamp', status({ thisUpdate: earlier(AT, -120) }), 'IncorrectValidationInfo'],
    ['ended', status({ nextUpdate: earlier(AT, 1) }), 'IncorrectValidationInfo'],
    ['revoked', status({ status: 'revoked' }), 'CertValidation'],
    ['unknown', status({ status: 'unknown' }), 'CertValidation'],
    ['about another', status({ about: member('GO:EE-70000002') }), 'IncorrectValidationInfo'],
    ['about another of another issuer', status({ issuer: trust.root }), 'IncorrectValidationInfo'],
    ['said by one who may not', status({ responder: unauthorised, carried: [unauthorised] }), 'IncorrectValidationInfo'],
    ['said by a stranger', status({ responder: foreign, carried: [foreign] }), 'IncorrectValidationInfo'],
    ['changed after it was said', status({ responder: foreign, carried: [responder] }), 'IncorrectValidationInfo'],
    ['not said', { ocsp: [] }, 'MissingValidationInfo'],
    ['said in no words', { ocsp: [Buffer.from('x')] }, 'IncorrectValidationInfo'],
    ['revoked, and good', { ocsp: [...(status({ status: 'revoked' }).ocsp ?? []), ...(status({}).ocsp ?? [])] }, 'CertValidation'],
  ])('%s: %s', async (_what, options, code) => {
    expect(await verdict(options)).toBe(code);
  });
});

describe('a time-stamp', () => {
  const foreign = issue({ subject: [[OID.commonName, 'TSA']], usage: USAGE.digitalSignature, purpose: OID.timeStamping });
  const ended = issue({
    subject: [[OID.commonName, 'TSA']],
    usage: USAGE.digitalSignature,
    purpose: OID.timeStamping,
    to: earlier(AT, 60),
  });
  const stampBy = (tsa: Holder) => (data: Buffer) => timeStamp({ tsa, at: AT, data });

  it.each<[string, DocumentOptions]>([
    ['of other data', { stamp: () => timeStamp({ tsa: trust.tsa, at: AT, data: Buffer.from('other') }) }],
    ['of a stranger', { stamp: stampBy(foreign) }],
    ['by SHA-1', { stamp: (data) => timeStamp({ tsa: trust.tsa, at: AT, data, digest: 'sha1' }) }],
    ['of another content', { stamp: (data) => timeStamp({ tsa: trust.tsa, at: AT, data, spoil: () => Buffer.from([0x30, 0]) }) }],
    ['that is none', { stamp: () => Buffer.from('x') }],
  ])('%s proves nothing', async (_what, options) => {
    expect(await verdict(options)).toBe('TimestampValidation');
    expect(await verdict({ ...options, batchStamp: true })).toBe('TimestampValidation');
  });

  it('of a service whose certificate had ended proves nothing', async () => {
    expect(await verdict({ stamp: stampBy(ended) }, trusting({ ...trust, tsa: ended }))).toBe('TimestampValidation');
  });

  it('of a batch must cover this signature, and the manifest must fit', async () => {
    const files = written({ batchStamp: true });
    const chain = hashChain('ts', [[hashValue(createHash('sha512').update('another').digest())]]);
    const stamp = timeStamp({ tsa: trust.tsa, at: AT, data: chain['ts-hashchainresult.xml'] ?? Buffer.of() });
    expect(await verdict({ files: { ...files, ...chain, 'META-INF/timestamp.tst': stamp } })).toBe('MalformedSignature');
    const manifest = Buffer.from(String(files['META-INF/ASiCManifest.xml']).replace('ts-hashchainresult.xml', 'message.xml'));
    expect(await verdict({ files: { ...files, 'META-INF/ASiCManifest.xml': manifest } })).toBe('InvalidReference');
  });
});

describe('the hash chain of a signature', () => {
  const message = Buffer.from(request());
  const over = (...steps: Parameters<typeof hashChain>[1]): Files => ({ ...written({ batch: 1 }), ...hashChain('sig', steps) });

  it.each<[string, () => Files, string]>([
    ['of another message', () => ({ ...written({ batch: 1 }), 'message.xml': Buffer.from(request(MEMBER, EVIL)) }), 'InvalidHashChainRef'],
    ['without the message', () => over([hashValue(createHash('sha512').update(message).digest())]), 'HashChainUnusedInputs'],
    [
      'that does not fit its result',
      () => written({ batch: 1, chain: (xml) => xml.replace(/<h:HashValue>.*?<\/h:HashValue>/, '') }),
      'InvalidHashChain',
    ],
    [
      'that refers to itself',
      () => written({ batch: 1, chain: (xml) => xml.replace('URI="#STEP1"', 'URI="#STEP0"') }),
      'InvalidHashChainRef',
    ],
    ['that leads nowhere', () => written({ batch: 1, chain: (xml) => xml.replace('URI="#STEP1"', 'URI="#STEP9"') }), 'InvalidHashChainRef'],
    [
      'of 100,000 digests',
      () => over([dataRef('message.xml', message), ...Array.from({ length: 100_000 }, () => hashValue(Buffer.from('a')))]),
      'MalformedHashChain',
    ],
  ])('%s proves nothing', async (_what, files, code) => {
    expect(await verdict({ files: files() })).toBe(`MalformedSignature.${code}`);
  });

  it('covers what it names, tells what is not there, and not what it does not name', async () => {
    const proof = await proven({ ...written({ batch: 2, attachments: { attachment1: 'a' } }), attachment2: Buffer.from('b') });
    expect([proof.covered, proof.uncovered]).toEqual([['/sig-hashchainresult.xml', '/message.xml', '/attachment1'], ['attachment2']]);
    const { attachment1, ...without } = written({ batch: 2, attachments: { attachment1: 'a' } });
    expect((await proven(without)).absent).toEqual({
      '/attachment1': createHash('sha512')
        .update(attachment1 ?? '')
        .digest('hex'),
    });
  });
});

describe('a container', () => {
  it('may deflate its mimetype and hold it last, as security servers write it', async () => {
    const { mimetype, ...rest } = written();
    expect(await judged(zipSync({ ...rest, mimetype: [mimetype ?? Buffer.of(), { level: 9 }] }))).toBe('valid');
  });

  it.each([
    ['leads out', '../message.xml'],
    ['is absolute', '/etc/passwd'],
    ['is of another system', 'a\\b'],
  ])('with a name that %s is not opened', async (_what, name) => {
    expect(await verdict({ files: { ...written(), [name]: Buffer.from('x') } })).toBe('AsicInvalidContainer');
  });

  it('with a name twice, more files than allowed, or a size that lies is not opened', async () => {
    const named = zipSync({ ...written(), 'message.xmm': Buffer.from('x') });
    const twice = Buffer.from(named);
    for (let at = twice.indexOf('message.xmm'); at !== -1; at = twice.indexOf('message.xmm', at + 1)) twice.write('message.xml', at);
    expect(await judged(twice)).toBe('AsicInvalidContainer');
    const files = written();
    const many = (all: number) =>
      Object.fromEntries(Array.from({ length: all - Object.keys(files).length }, (_, n) => [`f${n}`, Buffer.of()]));
    expect(await verdict({ files: { ...files, ...many(1_024) } })).toBe('valid');
    expect(await verdict({ files: { ...files, ...many(1_025) } })).toBe('AsicInvalidContainer');
    const bomb = Buffer.from(zipSync({ ...written(), bomb: new Uint8Array(129 * 1024 * 1024) }));
    expect(await judged(bomb)).toBe('AsicInvalidContainer');
    // The size in the central directory, after its signature "PK\x01\x02": 24 bytes on.
    const central = bomb.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    bomb.writeUInt32LE(1, central + 24);
    expect(await judged(bomb)).toBe('AsicInvalidContainer');
  }, 60_000);

  it('is valid in no other letter, and never a reason to throw', async () => {
    const files = written({ attachments: { attachment1: 'abc' } });
    const text = String(files['META-INF/signatures.xml']);
    const parts = [
      /<ds:SignedInfo.*<\/ds:SignedInfo>/,
      /<xades:SignedProperties.*<\/xades:SignedProperties>/,
      /<ds:SignatureValue.*<\/ds:SignatureValue>/,
      /<ds:X509Certificate>.*<\/ds:X509Certificate>/,
    ];
    const spans = parts.map((part) => [text.search(part), text.search(part) + (part.exec(text)?.[0].length ?? 0)] as const);
    const place = fc.oneof(
      fc.constantFrom('message.xml', 'attachment1').chain((name) => fc.tuple(fc.constant(name), fc.nat((files[name]?.length ?? 1) - 1))),
      fc
        .constantFrom(...spans)
        .chain(([from, to]) => fc.tuple(fc.constant('META-INF/signatures.xml'), fc.integer({ min: from, max: to - 1 }))),
    );
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async ([name, at], by) => {
        const changed = Buffer.from(files[name] ?? []);
        changed[at] = (changed[at] ?? 0) ^ by;
        expect(await verdict({ files: { ...files, [name]: changed } })).not.toBe('valid');
      }),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(files)), fc.uint8Array({ maxLength: 200 }), async (name, bytes) => {
        expect(await verdict({ files: { ...files, [name]: bytes } })).not.toBe('valid');
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
