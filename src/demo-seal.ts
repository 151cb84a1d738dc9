import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';

/** A seal for the demonstration: a key, and a certificate that nobody but itself vouches for. */
export function makeDemoSeal(now: Date): { readonly certificate: string; readonly key: string } {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const key = forge.pki.privateKeyFromPem(privateKey);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  certificate.serialNumber = '01';
  certificate.validity.notBefore = now;
  certificate.validity.notAfter = new Date(now);
  certificate.validity.notAfter.setFullYear(now.getFullYear() + 10);
  const name = [{ name: 'commonName', value: 'STAR DEMO' }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([{ name: 'keyUsage', nonRepudiation: true }]);
  certificate.sign(key, forge.md.sha256.create());
  return {
    certificate: forge.pki.certificateToPem(certificate),
    key: createPrivateKey(privateKey).export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}
