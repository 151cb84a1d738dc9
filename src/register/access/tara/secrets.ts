import { createHash, createHmac } from 'node:crypto';

/** What ties one sign-in together: at TARA, and between TARA's answer and the browser that began. */
export interface TaraSecrets {
  readonly state: string;
  readonly nonce: string;
  /** PKCE (RFC 7636). */
  readonly codeVerifier: string;
}

/**
 * Everything follows from one secret that the browser alone has, in a cookie: so any process can take the answer, and nothing that lies here lets
 * anybody finish what another has begun.
 */
export function secretsOf(secret: string): TaraSecrets {
  const derived = (use: string) => createHmac('sha256', secret).update(use).digest('base64url');
  return { state: derived('state'), nonce: derived('nonce'), codeVerifier: derived('code_verifier') };
}

/** By what a sign-in is found. */
export function hashOfSecret(secret: string): Uint8Array {
  return createHash('sha256').update(secret).digest();
}
