import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { type Failure, fail, failure, ok, type Result } from '../platform/index.ts';
import { type CardAuthority, PASSWORD_LENGTH_AT_MOST, type TaraFront } from '../register/access/index.ts';
import { clientCertificate } from './client-certificate.ts';
import { secretIn, type TaraDoor } from './tara-routes.ts';

/** By what somebody may show who they are. */
export const METHODS = ['PASSWORD', 'ID_CARD', 'TARA'] as const;
export type Method = (typeof METHODS)[number];

const strict = { additionalProperties: false };
export const Password = Type.String({ minLength: 1, maxLength: PASSWORD_LENGTH_AT_MOST });
const method = Type.Optional(
  Type.Enum([...METHODS], {
    description:
      'PASSWORD, which is meant where nothing is said, goes with what is known by heart; ID_CARD where the proxy has asked for the certificate; TARA once it has sent the browser back',
  }),
);
/** To sign in. */
export const Credentials = Type.Object(
  { method, username: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })), password: Type.Optional(Password) },
  strict,
);
/** Before a locked screen: whose it is, is known. */
export const Proof = Type.Object({ method, password: Type.Optional(Password) }, strict);

export interface SignInWays {
  /** Whose ID-cards are taken, and whose word on which certificate was shown. Nobody's: it is not offered. */
  readonly cardAuthorities: readonly CardAuthority[];
  readonly trustedProxies: readonly string[];
  readonly tara: TaraDoor | undefined;
}

/** What this installation offers those who come as such. */
export function methodsFor({ cardAuthorities, tara }: SignInWays, front: TaraFront): readonly Method[] {
  const isForWork = front !== 'SELF_SERVICE';
  const offered = { PASSWORD: isForWork, ID_CARD: isForWork && cardAuthorities.length > 0, TARA: tara?.fronts[front] !== undefined };
  return METHODS.filter((one) => offered[one]);
}

/** What somebody shows of who they are, not yet looked at. */
export type Shown =
  | { readonly method: 'PASSWORD'; readonly username: string; readonly password: string }
  | { readonly method: 'ID_CARD'; readonly certificate: Uint8Array | undefined }
  | { readonly method: 'TARA'; readonly secret: string };

/** Reads what is shown by the method that is named: all that belongs to it, and nothing else. */
export function shownIn(
  request: FastifyRequest,
  body: Static<typeof Credentials>,
  known: readonly ('username' | 'password')[],
  { cardAuthorities, trustedProxies, tara }: SignInWays,
): Result<Shown, Failure<'VALIDATION_FAILED' | 'SIGN_IN_METHOD_OFF'>> {
  const { method = 'PASSWORD', username = '', password = '' } = body;
  const isByHeart = method === 'PASSWORD';
  const wrong = known.filter((name) => (body[name] === undefined) === isByHeart);
  if (wrong.length > 0) {
    const code = isByHeart ? 'REQUIRED' : 'UNKNOWN_FIELD';
    return fail(failure('VALIDATION_FAILED', { fields: wrong.map((name) => ({ pointer: `/${name}`, code })) }));
  }
  if (isByHeart) return ok({ method, username, password });
  if (method === 'ID_CARD') {
    return cardAuthorities.length === 0
      ? fail(failure('SIGN_IN_METHOD_OFF'))
      : ok({ method, certificate: clientCertificate(request, trustedProxies) });
  }
  return tara === undefined ? fail(failure('SIGN_IN_METHOD_OFF')) : ok({ method, secret: secretIn(request) });
}
