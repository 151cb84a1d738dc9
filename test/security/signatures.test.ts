import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sequence } from 'asn1js';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Proof, readTrustList, type TrustList, verifyContainer } from '../../src/xroad/evidence/index.ts';
import { hasProgram, runs } from '../debian.ts';
import {
  type CertificateOptions,
  type Holder,
  issue,
  makeKeys,
  OID,
  ocspResponse,
  type StampOptions,
  type StatusOptions,
  timeStamp,
  USAGE,
} from './certificate-authority.ts';
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
  stepRef,
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

function member(organisation = 'GO:EE-70009770', more: Partial<CertificateOptions> = {}): Holder {
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
  const usual = 'GO:EE-70009770';
  const wrong = (more: Partial<CertificateOptions>, organisation = usual): DocumentOptions => ({ signer: member(organisation, more) });
  const stranger = issue({ subject: [[OID.commonName, 'Intermediate']], ca: true, usage: USAGE.keyCertSign });
  const shapeless = new Sequence({ value: [] });
  const unreadable = trust.signer.publicKey.export({ type: 'spki', format: 'der' });
  // What kind of key it is: 1.2.840.113549.1.1.1 becomes something that nobody knows.
  unreadable.writeUInt8(0x05, unreadable.indexOf(Buffer.of(0x2a, 0x86, 0x48)) + 1);

  it.each<[string, () => DocumentOptions, string]>([
    ['that ended just before', () => wrong({ to: earlier(AT, 1) }), 'InvalidCertPath'],
    ['that begins just after', () => wrong({ from: earlier(AT, -1) }), 'InvalidCertPath'],
    ['for TLS', () => wrong({ usage: USAGE.digitalSignature }), 'IncorrectCertificate'],
    ['of another member', () => wrong({}, 'GO:EE-70000002'), 'IncorrectCertificate'],
    ['of another class', () => wrong({}, 'NTREE-70009770'), 'IncorrectCertificate'],
    ['of two members', () => wrong({ subject: [...estonian(usual), ...estonian('GO:EE-70000002')] }), 'IncorrectCertificate'],
    ['of a member in another shape', () => wrong({ subject: [[OID.organizationIdentifier, shapeless]] }), 'IncorrectCertificate'],
    ['of a stranger with the name of an authority', () => wrong({ issuer: stranger }), 'InvalidCertPath'],
    ['of another member’s making', () => wrong({ issuer: trust.signer }), 'InvalidCertPath'],
    ['of nobody but itself', () => ({ signer: issue({ subject: estonian(usual), usage: USAGE.nonRepudiation }) }), 'InvalidCertPath'],
    ['that the key is not of', () => ({ shown: member() }), 'UnsupportedAlgorithm'],
    ['of the same kind that the key is not of', () => ({ signer: member(), shown: member() }), 'InvalidSignatureValue'],
    ['that the signature does not name', () => ({ named: member() }), 'IncorrectCertificate'],
    ['with a key that cannot be read', () => ({ shown: member(usual, { publicKeyInfo: unreadable }) }), 'MalformedSignature'],
    ['that is left out', () => ({ signatures: replacing(/<ds:KeyInfo>.*<\/ds:KeyInfo>/, '') }), 'MalformedSignature'],
    [
      'that is not the only one',
      () => ({ signatures: replacing(/<ds:X509Certificate>.*<\/ds:X509Certificate>/, (one) => one + one) }),
      'MalformedSignature',
    ],
  ])('%s proves nothing', async (_what, options, code) => {
    expect(await verdict(options())).toBe(code);
  });

  it('is valid to its last second', async () => {
    expect(await verdict(wrong({ to: AT }))).toBe('valid');
    expect(await verdict(wrong({ from: AT }))).toBe('valid');
  });

  const authority = (more: Partial<CertificateOptions>): Holder =>
    issue({ subject: [[OID.commonName, 'Authority']], issuer: trust.root, ca: true, usage: USAGE.keyCertSign, ...more });
  it.each<[string, Holder, string]>([
    ['that is one', authority({}), 'valid'],
    ['that may not issue', authority({ ca: false }), 'InvalidCertPath'],
    ['whose key may not', authority({ usage: USAGE.nonRepudiation }), 'InvalidCertPath'],
    ['that had ended', authority({ to: earlier(AT, 1) }), 'InvalidCertPath'],
    ['that is not of the root', authority({ issuer: stranger }), 'InvalidCertPath'],
  ])('of a listed authority %s: %3$s', async (_what, intermediate, code) => {
    const listed = { ...trust, intermediate, responder: intermediate };
    const files = signedDocument(listed, { signer: member(usual, { issuer: intermediate }) });
    expect(await verdict({ files }, trusting(listed))).toBe(code);
  });

  it('says nothing in a shape, or under an agreement, that nobody knows', async () => {
    const signer = member(usual, { subject: [[OID.serialNumber, shapeless]] });
    expect(await verdict({ signer }, trusting(trust, { profile: 'FiVRK' }))).toBe('IncorrectCertificate');
    for (const profile of ['Mars', '__proto__', 'hasOwnProperty']) {
      expect(await verdict({}, trusting(trust, { profile }))).toBe('IncorrectCertificate');
      const alone = trusting(trust, {}, replacing(/(?<=certificateProfileInfo>)[^<]*/, profile));
      expect(await verdict({}, alone)).toBe('IncorrectCertificate');
    }
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
  const { signer, intermediate, responder, root } = trust;
  const said = (more: Partial<StatusOptions> = {}): Buffer =>
    ocspResponse({ about: signer, issuer: intermediate, responder, carried: [responder], thisUpdate: earlier(AT, 600), ...more });
  const saidBy = (one: Holder): Buffer => said({ responder: one, carried: [one] });
  const responding = (more: Partial<CertificateOptions> = {}): Holder =>
    issue({
      subject: [[OID.commonName, 'OCSP']],
      issuer: intermediate,
      usage: USAGE.digitalSignature,
      purpose: OID.ocspSigning,
      ...more,
    });

  it.each<[string, readonly Buffer[], string]>([
    ['good', [saidBy(responding())], 'valid'],
    ['said by the issuer itself', [said({ responder: intermediate, carried: [] })], 'valid'],
    ['an hour old', [said({ thisUpdate: earlier(AT, 3_600) })], 'valid'],
    ['more than an hour old', [said({ thisUpdate: earlier(AT, 3_601) })], 'IncorrectValidationInfo'],
    ['eight hours old', [said({ thisUpdate: earlier(AT, 8 * 3_600 + 1) })], 'IncorrectValidationInfo'],
    ['as much younger than the stamp as clocks differ', [said({ thisUpdate: earlier(AT, -60) })], 'valid'],
    ['younger than the stamp', [said({ thisUpdate: earlier(AT, -61) })], 'IncorrectValidationInfo'],
    ['ending then', [said({ nextUpdate: AT })], 'valid'],
    ['ended', [said({ nextUpdate: earlier(AT, 1) })], 'IncorrectValidationInfo'],
    ['revoked', [said({ status: 'revoked' })], 'CertValidation'],
    ['unknown', [said({ status: 'unknown' })], 'CertValidation'],
    ['about another', [said({ about: { ...signer, serial: signer.serial + 1 } })], 'IncorrectValidationInfo'],
    ['about the same number of another issuer', [said({ issuer: root })], 'IncorrectValidationInfo'],
    ['said by one who may nothing', [saidBy(member('GO:EE-70000002'))], 'IncorrectValidationInfo'],
    ['said by one who may something else', [saidBy(responding({ purpose: OID.timeStamping }))], 'IncorrectValidationInfo'],
    ['said by one of the root', [saidBy(responding({ issuer: root }))], 'IncorrectValidationInfo'],
    ['said by one of nobody', [saidBy(issue({ subject: [], usage: 0, purpose: OID.ocspSigning }))], 'IncorrectValidationInfo'],
    ['said by one whose time had ended', [saidBy(responding({ to: earlier(AT, 1) }))], 'IncorrectValidationInfo'],
    ['said by a key of another', [said({ responder: { ...responder, ...makeKeys() } })], 'IncorrectValidationInfo'],
    ['said by the signer itself', [saidBy(signer)], 'IncorrectValidationInfo'],
    ['not said', [], 'MissingValidationInfo'],
    ['said in no words', [Buffer.from('x')], 'IncorrectValidationInfo'],
    ['said in no words, and good', [Buffer.from('x'), said()], 'valid'],
    ['revoked, and good', [said({ status: 'revoked' }), said()], 'CertValidation'],
  ])('%s: %#', async (_what, ocsp, code) => {
    expect(await verdict({ ocsp })).toBe(code);
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
  const stamping = (more: Partial<StampOptions>) => (data: Buffer) => timeStamp({ tsa: trust.tsa, at: AT, data, ...more });
  /** The hour in it, one later. */
  const moved = (token: Buffer): Buffer => {
    token.write('13', token.indexOf('20260302120000') + 8);
    return token;
  };

  it.each<[string, DocumentOptions]>([
    ['of other data', { stamp: stamping({ data: Buffer.from('other') }) }],
    ['of a stranger', { stamp: stamping({ tsa: foreign }) }],
    ['of a stranger’s key', { stamp: stamping({ tsa: { ...trust.tsa, ...makeKeys() } }) }],
    ['of the member itself', { stamp: stamping({ tsa: trust.signer }) }],
    ['by SHA-1', { stamp: stamping({ digest: 'sha1' }) }],
    ['of another content', { stamp: stamping({ spoil: () => Buffer.from([0x30, 0]) }) }],
    ['moved to another hour', { stamp: (data) => moved(stamping({})(data)) }],
    ['that is none', { stamp: () => Buffer.from('x') }],
  ])('%s proves nothing', async (_what, options) => {
    expect(await verdict(options)).toBe('TimestampValidation');
    expect(await verdict({ ...options, batchStamp: true })).toBe('TimestampValidation');
  });

  it('of a service whose certificate had ended proves nothing', async () => {
    expect(await verdict({ stamp: stamping({ tsa: ended }) }, trusting({ ...trust, tsa: ended }))).toBe('TimestampValidation');
  });

  it('of a batch must cover this signature, and the manifest must fit', async () => {
    const files = written({ batchStamp: true });
    const chain = hashChain('ts', [[hashValue(createHash('sha512').update('another').digest())]]);
    const stamp = timeStamp({ tsa: trust.tsa, at: AT, data: chain['ts-hashchainresult.xml'] ?? Buffer.of() });
    expect(await verdict({ files: { ...files, ...chain, 'META-INF/timestamp.tst': stamp } })).toBe('MalformedSignature');
    const name = 'META-INF/ASiCManifest.xml';
    const digest = createHash('sha512').update(request()).digest('base64');
    const ofAnother = replacing('ts-hashchainresult.xml', 'message.xml');
    for (const manifest of [ofAnother, (xml: string) => ofAnother(replacing(/DigestValue>[^<]*/, `DigestValue>${digest}`)(xml))]) {
      expect(await verdict({ files: { ...files, [name]: Buffer.from(manifest(String(files[name]))) } })).toBe('InvalidReference');
    }
  });

  it('of a batch does not cover a signature that goes by another name than the one it covers', async () => {
    const { 'META-INF/signatures.xml': _covered, ...stamped } = written({ batchStamp: true });
    const evil = written({ message: request(MEMBER, EVIL) });
    const files = { ...stamped, 'message.xml': evil['message.xml'] ?? Buffer.of() };
    const signatures = evil['META-INF/signatures.xml'] ?? Buffer.of();
    expect(await verdict({ files: { ...files, 'META-INF/signatures.xml': signatures } })).toBe('MalformedSignature');
    expect(await verdict({ files: { ...files, 'META-INF/evil-signatures.xml': signatures } })).toBe('MalformedSignature');
  });
});

describe('the hash chain of a signature', () => {
  const message = Buffer.from(request());
  const to = (uri: string): string => stepRef(uri, []).xml;
  const leading = (uri: string) => replacing('"#STEP1"', `"${uri}"`);
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
    [
      'with steps that refer to each other',
      () => written({ batch: 1, chain: replacing(/<h:DataRef.*?<\/h:DataRef>/, to('/sig-hashchain.xml#STEP0')) }),
      'InvalidHashChainRef',
    ],
    [
      'that goes through a file that is none',
      () => written({ batch: 1, chain: leading('/META-INF/signatures.xml#STEP1') }),
      'MalformedHashChain',
    ],
    ['that goes through a file that is not there', () => written({ batch: 1, chain: leading('/other.xml#STEP1') }), 'InvalidHashChainRef'],
    ['with two steps of one name', () => written({ batch: 1, chain: replacing('"STEP1"', '"STEP0"') }), 'MalformedHashChain'],
    ['with SHA-1', () => written({ batch: 1, chain: replacing(SHA512, 'http://www.w3.org/2000/09/xmldsig#sha1') }), 'MalformedHashChain'],
    ['with a digest named like a property', () => written({ batch: 1, chain: replacing(SHA512, 'constructor') }), 'MalformedHashChain'],
    ['of 10,001 digests', () => written({ batch: 9_999 }), 'MalformedHashChain'],
    ['that leads nowhere', () => written({ batch: 1, chain: (xml) => xml.replace('URI="#STEP1"', 'URI="#STEP9"') }), 'InvalidHashChainRef'],
    [
      'of 100,000 digests',
      () => over([dataRef('message.xml', message), ...Array.from({ length: 100_000 }, () => hashValue(Buffer.from('a')))]),
      'MalformedHashChain',
    ],
  ])('%s proves nothing', async (_what, files, code) => {
    expect(await verdict({ files: files() })).toBe(`MalformedSignature.${code}`);
  });

  it('may have 10,000 digests', async () => {
    expect(await verdict({ batch: 9_998 })).toBe('valid');
  });

  it('of 9,000 steps, one inside the other, proves nothing', async () => {
    const steps = Array.from({ length: 9_000 }, (_, n) => `<h:HashStep id="STEP${n}">${to(`#STEP${n + 1}`)}</h:HashStep>`).join('');
    expect(await verdict({ batch: 0, chain: replacing(/<h:HashStep .*<\/h:HashStep>/, steps) })).toMatch(/^MalformedSignature\./);
  });

  it('of another message, right in itself, is not the one that was signed', async () => {
    const evil = Buffer.from(request(MEMBER, EVIL));
    const chain = hashChain('sig', [[dataRef('message.xml', evil)]]);
    expect(await verdict({ files: { ...written({ batch: 1 }), ...chain, 'message.xml': evil } })).toBe('InvalidSignatureValue');
  });

  it('does not say how a file is changed before it is digested: nobody has signed that', async () => {
    const transforms = `<ds:Transforms><ds:Transform Algorithm="${INCLUSIVE}"></ds:Transform></ds:Transforms>`;
    const files = written({ batch: 1, chain: replacing('"/message.xml">', (found) => found + transforms) });
    const evil = replacing('</e:Body>', '<!-- evil --></e:Body>')(String(files['message.xml']));
    expect(await verdict({ files: { ...files, 'message.xml': Buffer.from(evil) } })).not.toBe('valid');
  });

  it('does not cover a file that it only goes through', async () => {
    const files = written({ batch: 1 });
    const chain = String(files['sig-hashchain.xml']);
    const step = /<h:HashStep id="STEP1">.*?<\/h:HashStep>/.exec(chain)?.[0] ?? '';
    const through = chain.replace(/<h:HashStep.*<\/h:HashStep>/, () => `<!-- evil -->${step}`);
    const rest = leading('/attachment1#STEP1')(chain.replace(step, ''));
    const archive = zipSync({ ...files, 'sig-hashchain.xml': Buffer.from(rest), attachment1: Buffer.from(through) });
    const proof = await verifyContainer(archive, usual);
    expect(proof.ok ? proof.value.uncovered : ['attachment1']).toEqual(['attachment1']);
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

describe('an attachment', () => {
  const attachments = { attachment1: 'one', attachment2: 'two' };

  it.each<[string, DocumentOptions, string, string]>([
    ['alone', { attachments }, 'InvalidSignatureValue', 'InvalidReference'],
    ['in a batch', { attachments, batch: 1 }, 'MalformedSignature.InvalidHashChainRef', 'valid'],
  ])('signed %s must be as it was signed; others are told apart', async (_what, options, changed, missing) => {
    const files = written(options);
    const proof = await proven({ ...files, attachment3: Buffer.from('three') });
    expect(proof.covered).toEqual(expect.arrayContaining(['/message.xml', '/attachment1', '/attachment2']));
    expect([proof.uncovered, proof.absent]).toEqual([['attachment3'], {}]);
    expect(await verdict({ files: { ...files, attachment1: Buffer.from('other') } })).toBe(changed);
    const { attachment2: _left, ...rest } = files;
    expect(await verdict({ files: rest })).toBe(missing);
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
    ['is of a drive', 'C:/x'],
    ['leads out on its way', 'META-INF/../../x'],
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

  /** Sizes in the central directory, packed and unpacked, by their place in an entry's record (APPNOTE 4.3.12). */
  it.each<[string, 20 | 24, number, 0 | 9]>([
    ['less than there is', 24, 999, 9],
    ['more than there is', 24, 1_001, 9],
    ['nothing', 24, 0, 9],
    ['4 GiB', 24, 0xfffffffe, 9],
    ['less than there is, stored', 24, 999, 0],
    ['more than there is, stored', 24, 1_001, 0],
    ['packed into one byte', 20, 1, 9],
    ['packed beyond the end', 20, 0xfffffffe, 9],
  ])('that states the size of a file as %s is not opened', async (_what, place, size, level) => {
    const bytes = Buffer.from(zipSync({ ...written(), attachment1: Buffer.alloc(1_000, 'a') }, { level }));
    bytes.writeUInt32LE(size, bytes.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + place);
    expect(await judged(bytes)).toBe('AsicInvalidContainer');
  });

  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const mask = fc.integer({ min: 1, max: 255 });
  const flipped = (bytes: Uint8Array, at: number, by: number): Buffer => {
    const copy = Buffer.from(bytes);
    const place = Math.min(Math.floor(at * copy.length), copy.length - 1);
    copy.writeUInt8((copy[place] ?? 0) ^ by, place);
    return copy;
  };

  it('whatever it is, is answered', async () => {
    const good = [written(), written({ profile: 'dss', batch: 1, batchStamp: true, signer: member(), attachments: { attachment1: 'a' } })];
    const files = fc.constantFrom(...good);
    const name = fc.constantFrom(...Object.keys(good[1] ?? {}));
    const cut = (bytes: Uint8Array, from: number, to: number) => {
      const [end, start] = [Math.floor(from * bytes.length), Math.floor(to * bytes.length)];
      return Buffer.concat([bytes.subarray(0, end), bytes.subarray(start)]);
    };
    const archives = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.tuple(files, share, mask).map(([one, at, by]) => flipped(zipSync(one), at, by)),
      fc.tuple(files, share, share).map(([one, from, to]) => cut(zipSync(one), from, to)),
      fc
        .tuple(files, name, share, mask)
        .map(([one, which, at, by]) => zipSync({ ...one, [which]: flipped(one[which] ?? Buffer.of(0), at, by) })),
      fc
        .tuple(files, name, share, share)
        .map(([one, which, from, to]) => zipSync({ ...one, [which]: cut(one[which] ?? Buffer.of(), from, to) })),
      fc.tuple(files, name, name).map(([one, which, other]) => zipSync({ ...one, [which]: one[other] ?? Buffer.of() })),
    );
    await fc.assert(
      fc.asyncProperty(archives, async (archive) => {
        expect(typeof (await judged(archive))).toBe('string');
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('is answered too where a certificate, a state or a time-stamp was spoiled by its maker, before it was signed', async () => {
    const { signer, intermediate, tsa } = trust;
    const makers = fc.constantFrom<(spoil: (der: Buffer) => Buffer) => DocumentOptions>(
      (spoil) => ({ ocsp: [ocspResponse({ about: signer, issuer: intermediate, thisUpdate: earlier(AT, 600), spoil })] }),
      (spoil) => ({ stamp: (data) => timeStamp({ tsa, at: AT, data, spoil }) }),
      (spoil) => ({ shown: { ...signer, certificate: spoil(signer.certificate) } }),
      (spoil) => ({ ocsp: [spoil(ocspResponse({ about: signer, issuer: intermediate, thisUpdate: earlier(AT, 600) }))] }),
      (spoil) => ({ stamp: (data) => spoil(timeStamp({ tsa, at: AT, data })) }),
    );
    await fc.assert(
      fc.asyncProperty(makers, share, mask, async (made, at, by) => {
        expect(typeof (await verdict(made((der) => flipped(der, at, by))))).toBe('string');
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('is valid in no other letter, and never a reason to throw', async () => {
    const files = written({ attachments: { attachment1: 'abc' } });
    const text = String(files['META-INF/signatures.xml']);
    const parts = [
      /<ds:SignedInfo.*<\/ds:SignedInfo>/,
      /<xades:SignedProperties.*<\/xades:SignedProperties>/,
      // Its Id is signed by nobody.
      /(?<=<ds:SignatureValue[^>]*>).*(?=<\/ds:SignatureValue>)/,
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
