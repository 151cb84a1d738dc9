import { createHash, createHmac } from 'node:crypto';

/** As what somebody comes, and so to which page they come back: to work, to the operators' console, or on their own behalf. */
export const TARA_FRONTS = ['WORK', 'CONSOLE', 'SELF_SERVICE'] as const;
export type TaraFront = (typeof TARA_FRONTS)[number];

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
export function secretsOf(secret: string, front: TaraFront): TaraSecrets {
  const derived = (use: string) => createHmac('sha256', secret).update(use).digest('base64url');
  return { state: `${front}.${derived(`state ${front}`)}`, nonce: derived('nonce'), codeVerifier: derived('code_verifier') };
}

/** From where somebody was sent to TARA, as the state says that they bring back: only a claim, until the secret is held against it. */
export function frontOf(state: string): TaraFront {
  return TARA_FRONTS.find((front) => state.startsWith(`${front}.`)) ?? 'WORK';
}

/** By what a sign-in is found. */
export function hashOfSecret(secret: string): Uint8Array {
  return createHash('sha256').update(secret).digest();
}
