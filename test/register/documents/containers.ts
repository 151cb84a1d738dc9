import { createHash } from 'node:crypto';
import { type Zippable, zipSync } from 'fflate';
import { issue, OID, USAGE } from '../../security/certificate-authority.ts';

export const ASIC_E = 'application/vnd.etsi.asic-e+zip';
/** Nobody: the personal code belongs to no one. */
export const SIGNER = 'MAASIKAS,MARI,48001020001';
const certificateOf = (signer: string) => issue({ subject: [[OID.commonName, signer]], usage: USAGE.nonRepudiation }).certificate;
const certificate = certificateOf(SIGNER);

/** Bytes in a ZIP archive as they are. */
const stored = (text: string | Uint8Array): [Uint8Array, { level: 0 }] => [Buffer.from(text), { level: 0 }];

/** A signature's file over the given files, as DigiDoc has it, without a signature value: whoever checks that is not here. */
export function signatures(files: Readonly<Record<string, string | Uint8Array>>, by: Buffer = certificate): string {
  const references = Object.entries(files).map(([name, content]) => {
    const digest = createHash('sha256').update(content).digest('base64');
    return (
      `<ds:Reference URI="${encodeURIComponent(name)}"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>` +
      `<ds:DigestValue>${digest}</ds:DigestValue></ds:Reference>`
    );
  });
  return (
    '<asic:XAdESSignatures xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">' +
    `<ds:Signature Id="S0"><ds:SignedInfo>${references.join('')}</ds:SignedInfo><ds:KeyInfo><ds:X509Data><ds:X509Certificate>` +
    `${by.toString('base64')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo><ds:Object>` +
    '<xades:SigningTime xmlns:xades="http://uri.etsi.org/01903/v1.3.2#">2026-11-20T09:00:00Z</xades:SigningTime></ds:Object></ds:Signature></asic:XAdESSignatures>'
  );
}

/** An archive of the given files, in their order. */
export function archive(files: Zippable): Buffer {
  return Buffer.from(zipSync(files));
}

/** A signed container, as DigiDoc4 makes it. What is changed, is added, or, undefined, left out, has the last word. */
export function signedContainer(
  files: Readonly<Record<string, string | Uint8Array>> = { 'avaldus.txt': 'Palun toetust' },
  changed: Readonly<Record<string, Zippable[string] | undefined>> = {},
): Buffer {
  const all = {
    mimetype: stored(ASIC_E),
    ...Object.fromEntries(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)])),
    'META-INF/manifest.xml': Buffer.from('<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'),
    'META-INF/signatures0.xml': Buffer.from(signatures(files)),
    ...changed,
  };
  return archive(Object.fromEntries(Object.entries(all).flatMap(([name, content]) => (content === undefined ? [] : [[name, content]]))));
}

/** A container signed by each of these people, called as their certificates have it. */
export function containerSignedBy(...signers: readonly string[]): Buffer {
  const files = { 'taotlus.txt': 'Palun juurdepääsu' };
  const all = signers.map((signer, index) => [`META-INF/signatures${index}.xml`, Buffer.from(signatures(files, certificateOf(signer)))]);
  return signedContainer(files, Object.fromEntries(all));
}
