import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import forge from 'node-forge';
import { fail, ok, type Result } from './result.ts';
import type { TlsIdentity } from './tls-identity.ts';

/** Where an identity lies: a certificate and its key as PEM, or both in one PKCS#12 file; and the security server's own certificate (PEM). */
export type IdentityPaths =
  | { readonly certFile: string; readonly keyFile: string; readonly caFile: string }
  | { readonly pkcs12File: string; readonly passphraseFile?: string; readonly caFile: string };

/** Why an identity cannot be used. The text names files and reasons, never what is in them. */
export interface IdentityDefect {
  readonly code: 'IDENTITY_UNREADABLE' | 'IDENTITY_MISMATCH';
  readonly text: string;
}

/** An identity that follows its files. */
export interface IdentityFiles {
  /** The identity as the files have it: a new object once they have changed, else the same. Files that make no identity change nothing. */
  current(): TlsIdentity;
  /** When the certificates end, ms since 1970: ours, and the security server's (the first of several to end). */
  expiry(): { readonly own: number; readonly server: number };
}

/** Files are looked at this often, and only when a request is about to leave: 10 s. */
const LOOK_MS = 10_000;

/**
 * Opens an identity from its files and follows them: a renewed certificate is used without a restart.
 *
 * @param onDefect told when changed files make no identity; the one before goes on being used
 * @param now a clock that only goes forward, ms
 */
export function openIdentityFiles(
  paths: IdentityPaths,
  onDefect: (defect: IdentityDefect) => void,
  now: () => number = () => performance.now(),
): Result<IdentityFiles, IdentityDefect> {
  const first = readIdentity(paths);
  if (!first.ok) return first;
  let identity = first.value;
  let seen = stampOf(paths);
  let lookedAt = now();
  return ok({
    current() {
      if (now() - lookedAt < LOOK_MS) return identity;
      lookedAt = now();
      const stamp = stampOf(paths);
      if (stamp === seen) return identity;
      seen = stamp;
      const next = readIdentity(paths);
      if (next.ok) identity = next.value;
      else onDefect(next.error);
      return identity;
    },
    expiry: () => ({ own: endOf(identity.cert), server: endOf(identity.ca) }),
  });
}

/** Reads an identity once. */
export function readIdentity(paths: IdentityPaths): Result<TlsIdentity, IdentityDefect> {
  const ca = textOf(paths.caFile);
  if (!ca.ok) return ca;
  const pair = 'pkcs12File' in paths ? readPkcs12(paths) : readPems(paths);
  if (!pair.ok) return pair;
  const { cert, key } = pair.value;
  try {
    if (!new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))) {
      return fail({ code: 'IDENTITY_MISMATCH', text: 'the certificate and the key do not belong together' });
    }
    endOf(ca.value);
  } catch {
    return fail({ code: 'IDENTITY_UNREADABLE', text: 'a certificate or key is not one' });
  }
  return ok({ cert, key, ca: ca.value });
}

type Pair = Result<{ readonly cert: string; readonly key: string }, IdentityDefect>;

function readPems({ certFile, keyFile }: { readonly certFile: string; readonly keyFile: string }): Pair {
  const cert = textOf(certFile);
  if (!cert.ok) return cert;
  const key = textOf(keyFile);
  return key.ok ? ok({ cert: cert.value, key: key.value }) : key;
}

/** A PKCS#12 with one RSA key. Security servers want RSA by default (protocol 5), and the library knows no EC. */
function readPkcs12({ pkcs12File, passphraseFile }: { readonly pkcs12File: string; readonly passphraseFile?: string }): Pair {
  const passphrase = passphraseFile === undefined ? ok('') : textOf(passphraseFile);
  if (!passphrase.ok) return passphrase;
  const binary = textOf(pkcs12File, 'binary');
  if (!binary.ok) return binary;
  try {
    const store = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(binary.value), passphrase.value.trim());
    const { certBag, pkcs8ShroudedKeyBag, keyBag } = forge.pki.oids;
    const bags = (type: string | undefined) => (type === undefined ? [] : (store.getBags({ bagType: type })[type] ?? []));
    const [key] = [...bags(pkcs8ShroudedKeyBag), ...bags(keyBag)].flatMap((bag) => bag.key ?? []);
    const certificates = bags(certBag).flatMap((bag) => bag.cert ?? []);
    if (key === undefined) return fail({ code: 'IDENTITY_UNREADABLE', text: `${pkcs12File} holds no RSA key` });
    const pem = forge.pki.privateKeyToPem(key);
    const own = certificates
      .map((certificate) => forge.pki.certificateToPem(certificate))
      .find((cert) => new X509Certificate(cert).checkPrivateKey(createPrivateKey(pem)));
    if (own === undefined) return fail({ code: 'IDENTITY_MISMATCH', text: `${pkcs12File} holds no certificate of its key` });
    return ok({ cert: own, key: pem });
  } catch {
    return fail({ code: 'IDENTITY_UNREADABLE', text: `${pkcs12File} does not open: another passphrase, or not PKCS#12 with RSA` });
  }
}

function textOf(file: string, encoding: 'utf8' | 'binary' = 'utf8'): Result<string, IdentityDefect> {
  try {
    return ok(readFileSync(file, encoding));
  } catch {
    return fail({ code: 'IDENTITY_UNREADABLE', text: `${file} cannot be read` });
  }
}

/** What shows that a file was written anew, or replaced by another under its name. */
function stampOf(paths: IdentityPaths): string {
  const stamps = Object.values(paths).map((file: string) => {
    try {
      const { ino, size, mtimeMs } = statSync(file);
      return `${ino}.${size}.${mtimeMs}`;
    } catch {
      return '-';
    }
  });
  return stamps.join();
}

/** The first end of validity among the certificates of a PEM text, ms since 1970. */
function endOf(pem: string): number {
  const certificates = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (certificates.length === 0) throw new TypeError('there is no certificate');
  return Math.min(...certificates.map((one) => Date.parse(new X509Certificate(one).validTo)));
}
