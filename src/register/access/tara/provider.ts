import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientError,
  ClientSecretBasic,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  type IDToken,
  ResponseBodyError,
} from 'openid-client';
import { parsePersonalCode } from '../../../estonia/index.ts';
import { fail, type Language, ok, type Result } from '../../../platform/index.ts';
import type { AuthLevel, AuthMethod, Identity } from '../identity.ts';
import type { TaraSecrets } from './secrets.ts';

/** 10 s for TARA to answer what we ask it ourselves: somebody sits and waits. */
const TARA_ANSWERS_WITHIN_SECONDS = 10;
/** What is shown to be chosen from: the means of which TARA tells a personal code of Estonia (specification, 4.1.4). */
const SCOPE = 'openid idcard mid smartid';
/** The values of `amr` (4.3.1). `eIDAS` is not among them: whoever works in the register, or lives here, has a code. */
const METHODS: ReadonlyMap<unknown, AuthMethod> = new Map([
  ['idcard', 'ID_CARD'],
  ['mID', 'MOBILE_ID'],
  ['smartid', 'SMART_ID'],
]);
/** The values of `acr`; `low` is not taken. */
const LEVELS: ReadonlyMap<unknown, AuthLevel> = new Map([
  ['substantial', 'SUBSTANTIAL'],
  ['high', 'HIGH'],
]);

/** What is agreed with TARA (RIA's state authentication service). */
export interface TaraSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The least that is taken. */
  readonly level: AuthLevel;
}

export type TaraCode = 'TARA_CANCELLED' | 'TARA_REFUSED' | 'TARA_UNAVAILABLE' | 'TARA_ANSWER_INVALID' | 'AUTH_LEVEL_TOO_LOW';

/** Why TARA's word is not taken; the reason is for the log. */
export interface TaraRefusal {
  readonly code: TaraCode;
  readonly reason: string;
}

export interface TaraProvider {
  /** Where somebody shows TARA who they are, who is then sent back to an address that is registered with it. */
  authorizationUrl(secrets: TaraSecrets, callbackUrl: string, language: Language): Promise<Result<URL, TaraRefusal>>;
  /** Who it was, by the address to which TARA has sent them back. */
  identify(returned: URL, secrets: TaraSecrets): Promise<Result<Identity, TaraRefusal>>;
}

/** TARA by OpenID Connect's code flow (Core 3.1). What it publishes of itself is fetched when it is first needed, and again where that has failed. */
export function connectTara({ issuer, clientId, clientSecret, level }: TaraSettings): TaraProvider {
  let known: Promise<Configuration> | undefined;
  const configuration = () => {
    known ??= discovery(new URL(issuer), clientId, { id_token_signed_response_alg: 'RS256' }, ClientSecretBasic(clientSecret), {
      timeout: TARA_ANSWERS_WITHIN_SECONDS,
      // The library leaves the signature of a token that came by TLS unlooked at, as it may; we look.
      execute: [enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [allowInsecureRequests] : [])],
    }).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  return {
    async authorizationUrl({ state, nonce, codeVerifier }, callbackUrl, language) {
      try {
        return ok(
          buildAuthorizationUrl(await configuration(), {
            redirect_uri: callbackUrl,
            scope: SCOPE,
            state,
            nonce,
            code_challenge: await calculatePKCECodeChallenge(codeVerifier),
            code_challenge_method: 'S256',
            acr_values: level.toLowerCase(),
            ui_locales: language,
          }),
        );
      } catch (error) {
        return fail(refusalOf(error));
      }
    },
    async identify(returned, { state, nonce, codeVerifier }) {
      try {
        const tokens = await authorizationCodeGrant(await configuration(), returned, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        });
        return identityIn(tokens.claims(), level);
      } catch (error) {
        return fail(refusalOf(error));
      }
    },
  };
}

/** Whom a token that is TARA's own is about. */
function identityIn(token: IDToken | undefined, least: AuthLevel): Result<Identity, TaraRefusal> {
  const invalid = (reason: string) => fail({ code: 'TARA_ANSWER_INVALID', reason } as const);
  const personalCode = parsePersonalCode(/^EE(\d{11})$/.exec(token?.sub ?? '')?.[1] ?? '');
  if (personalCode === undefined) return invalid('sub');
  const amr: unknown = token?.amr;
  const method = Array.isArray(amr) && amr.length === 1 ? METHODS.get(amr[0]) : undefined;
  if (method === undefined) return invalid('amr');
  const name = nameIn(token?.profile_attributes);
  if (name === undefined) return invalid('profile_attributes');
  const level = LEVELS.get(token?.acr);
  if (level === undefined || (least === 'HIGH' && level !== 'HIGH')) return fail({ code: 'AUTH_LEVEL_TOO_LOW', reason: 'acr' });
  return ok({ personalCode, ...name, method, level });
}

/** TARA writes names in capitals, as the certificates do. */
function nameIn(profile: unknown): Pick<Identity, 'firstName' | 'lastName'> | undefined {
  if (typeof profile !== 'object' || profile === null || !('given_name' in profile) || !('family_name' in profile)) return undefined;
  const { given_name: firstName, family_name: lastName } = profile;
  return typeof firstName === 'string' && typeof lastName === 'string' ? { firstName, lastName } : undefined;
}

/** Errors by which TARA says that the person has turned back (4.2), and OpenID Connect that they did not consent. */
const TURNED_BACK = ['user_cancel', 'access_denied'];
/** What the library says where no answer came that could be one. */
const NO_ANSWER = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR'];

function refusalOf(error: unknown): TaraRefusal {
  if (error instanceof AuthorizationResponseError) {
    return { code: TURNED_BACK.includes(error.error) ? 'TARA_CANCELLED' : 'TARA_REFUSED', reason: wordOf(error.error) };
  }
  if (error instanceof ResponseBodyError) return { code: 'TARA_REFUSED', reason: wordOf(error.error) };
  if (error instanceof ClientError) {
    return { code: NO_ANSWER.includes(error.code ?? '') ? 'TARA_UNAVAILABLE' : 'TARA_ANSWER_INVALID', reason: faultOf(error) };
  }
  // Node's fetch, where nobody listens or the connection breaks.
  if (error instanceof TypeError && error.cause !== undefined) return { code: 'TARA_UNAVAILABLE', reason: 'connection' };
  throw error;
}

/** The claim that is not as it must be, or what else the library finds wrong. */
function faultOf(error: ClientError): string {
  const { cause } = error;
  const found = cause instanceof Error ? cause.cause : undefined;
  const claim = typeof found === 'object' && found !== null && 'claim' in found ? found.claim : undefined;
  return typeof claim === 'string' ? wordOf(claim) : (error.code ?? 'unknown');
}

/** A word of a protocol; whatever else an address can hold is nobody's business in the log. */
function wordOf(text: string): string {
  return /^[a-z_]{1,40}$/.test(text) ? text : 'other';
}
