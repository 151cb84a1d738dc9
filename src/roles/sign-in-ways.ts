import { readFileSync } from 'node:fs';
import type { TaraDoor } from '../api/index.ts';
import type { Configuration } from '../configuration.ts';
import { type CardAuthority, connectTara } from '../register/access/index.ts';
import { readCertificate } from '../xroad/index.ts';

/** Below the address at which browsers find the internal API. */
const CALLBACK = '/api/v1/sessions/tara/callback';

/** Signing in by TARA, where the installation has it. */
export function taraOf({ tara }: Configuration): TaraDoor | undefined {
  if (tara === undefined) return undefined;
  const { issuer, clientId, clientSecretFile, publicUrl, returnTo, citizensReturnTo, level } = tara;
  const clientSecret = readFileSync(clientSecretFile, 'utf8').trim();
  const callbackUrl = `${publicUrl.replace(/\/$/, '')}${CALLBACK}`;
  return { provider: connectTara({ issuer, clientId, clientSecret, callbackUrl, level }), returnTo, citizensReturnTo };
}

/** Whose ID-cards are taken, where the installation takes any. */
export function cardAuthoritiesOf({ idCard }: Configuration): readonly CardAuthority[] {
  return (idCard?.authorities ?? []).map(({ certFile, ocspUrl }) => {
    const certificate = readCertificate(readFileSync(certFile));
    if (certificate?.x509.ca !== true) throw new Error(`${certFile} is no certificate of an authority`);
    return { certificate, ocspUrl };
  });
}
