import { readFileSync } from 'node:fs';
import type { TaraDoor } from '../api/index.ts';
import type { Configuration } from '../configuration.ts';
import { type CardAuthority, connectTara } from '../register/access/index.ts';
import { readCertificate } from '../xroad/index.ts';

/** Below the addresses at which browsers find a door. */
const PATHS = { callback: '/api/v1/sessions/tara/callback', console: '/console' };

/** Signing in by TARA, where the installation has it. */
export function taraOf({ tara }: Configuration): TaraDoor | undefined {
  if (tara === undefined) return undefined;
  const { issuer, clientId, clientSecretFile, publicUrl, returnTo, citizensReturnTo, consoleUrl, level } = tara;
  const clientSecret = readFileSync(clientSecretFile, 'utf8').trim();
  const below = (url: string, path: string) => `${url.replace(/\/$/, '')}${path}`;
  const callbackUrl = below(publicUrl, PATHS.callback);
  return {
    provider: connectTara({ issuer, clientId, clientSecret, level }),
    fronts: {
      WORK: { callbackUrl, returnTo },
      SELF_SERVICE: citizensReturnTo === undefined ? undefined : { callbackUrl, returnTo: citizensReturnTo },
      CONSOLE:
        consoleUrl === undefined
          ? undefined
          : { callbackUrl: below(consoleUrl, PATHS.callback), returnTo: below(consoleUrl, PATHS.console) },
    },
  };
}

/** Whose ID-cards are taken, where the installation takes any. */
export function cardAuthoritiesOf({ idCard }: Configuration): readonly CardAuthority[] {
  return (idCard?.authorities ?? []).map(({ certFile, ocspUrl }) => {
    const certificate = readCertificate(readFileSync(certFile));
    if (certificate?.x509.ca !== true) throw new Error(`${certFile} is no certificate of an authority`);
    return { certificate, ocspUrl };
  });
}
