import { createHash, createSign, generateKeyPairSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { birthDateOf, type PersonalCode } from '../estonia/index.ts';
import type { Clock, Temporal } from '../platform/index.ts';
import { refusalPage, screenPage } from './tara-page.ts';

/** Somebody who may be chosen to be. */
export interface TaraPerson {
  readonly personalCode: PersonalCode;
  readonly firstName: string;
  readonly lastName: string;
  /** What somebody who chooses wants to know of them. */
  readonly who: string;
}

export interface TaraOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where people may be sent back to. */
  readonly callbackUrls: readonly string[];
  readonly people: readonly TaraPerson[];
}

/** The means by the scope that asks for each; the value is what `amr` then says (TARA, 4.1.4 and 4.3.1). All are of the level `high`. */
export const MEANS = { idcard: 'idcard', mid: 'mID', smartid: 'smartid' } as const;
export type Means = keyof typeof MEANS;

/** 30 s from the browser's way back to our question (TARA, 4.3). */
const CODE_SECONDS = 30;
/** How long a token counts: TARA's 40 s. */
const TOKEN_SECONDS = 40;

interface Granted {
  readonly at: Temporal.Instant;
  readonly person: TaraPerson;
  readonly means: Means;
  readonly asked: URLSearchParams;
}

export type Tara = (request: IncomingMessage, bytes: Uint8Array, response: ServerResponse) => void;

/**
 * TARA, RIA's state authentication service, as far as a demonstration needs it: OpenID Connect's code flow with PKCE, and in the place of card reader
 * and telephone a screen on which one chooses who to be. Everybody whom it knows is synthetic.
 */
export function createTara({ clientId, clientSecret, callbackUrls, people }: TaraOptions, clock: Clock): Tara {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const granted = new Map<string, Granted>();

  /** The screen; whoever asks wrongly is told so here, and sent nowhere. */
  const authorize: Tara = (request, bytes, response) => {
    const asked = addressOf(request).searchParams;
    const wrong = faultOf(asked);
    if (wrong !== undefined) return html(response, 400, refusalPage(wrong));
    if (request.method !== 'POST') return html(response, 200, screenPage(people, meansIn(asked), asked.get('ui_locales') ?? 'et'));
    const chosen = new URLSearchParams(Buffer.from(bytes).toString());
    const person = people.find(({ personalCode }) => personalCode === chosen.get('person'));
    const means = meansIn(asked).find((one) => one === chosen.get('means'));
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.searchParams.set('state', asked.get('state') ?? '');
    if (person === undefined || means === undefined) back.searchParams.set('error', 'user_cancel');
    else {
      const code = randomBytes(16).toString('base64url');
      granted.set(code, { at: clock.now(), person, means, asked });
      back.searchParams.set('code', code);
    }
    response.writeHead(303, { location: back.href, 'cache-control': 'no-store' }).end();
  };

  const faultOf = (asked: URLSearchParams): string | undefined => {
    if (asked.get('client_id') !== clientId) return 'client_id';
    if (!callbackUrls.includes(asked.get('redirect_uri') ?? '')) return 'redirect_uri';
    if (asked.get('response_type') !== 'code') return 'response_type';
    if (asked.get('scope')?.split(' ').includes('openid') !== true || meansIn(asked).length === 0) return 'scope';
    if (asked.get('code_challenge_method') !== 'S256' || !asked.has('code_challenge')) return 'code_challenge';
    return ['state', 'nonce'].find((name) => !asked.has(name));
  };

  /** A code, once, for who has begun with it: the secret of the client, and the verifier of its challenge. */
  const exchange: Tara = (request, bytes, response) => {
    const asked = new URLSearchParams(Buffer.from(bytes).toString());
    if (!isClient(request.headers.authorization ?? '')) return json(response, 401, { error: 'invalid_client' });
    const code = asked.get('code') ?? '';
    const grant = granted.get(code);
    granted.delete(code);
    const challenge = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url');
    if (
      grant === undefined ||
      asked.get('grant_type') !== 'authorization_code' ||
      asked.get('redirect_uri') !== grant.asked.get('redirect_uri') ||
      challenge !== grant.asked.get('code_challenge') ||
      clock.now().since(grant.at).total('seconds') > CODE_SECONDS
    )
      return json(response, 400, { error: 'invalid_grant' });
    const access = randomBytes(16).toString('base64url');
    return json(response, 200, {
      access_token: access,
      token_type: 'bearer',
      expires_in: TOKEN_SECONDS,
      id_token: tokenOf(grant, issuerOf(request), access),
    });
  };

  const isClient = (authorization: string): boolean => {
    const [, basic = ''] = /^Basic (.+)$/.exec(authorization) ?? [];
    const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString().split(':').map(decoded);
    const hash = (text: string) => createHash('sha256').update(text).digest();
    return id === clientId && timingSafeEqual(hash(secret), hash(clientSecret));
  };

  const tokenOf = ({ person, means, asked }: Granted, issuer: string, access: string): string => {
    const now = Math.floor(clock.now().epochMilliseconds / 1000);
    const claims = {
      jti: randomBytes(16).toString('hex'),
      iss: issuer,
      aud: clientId,
      exp: now + TOKEN_SECONDS,
      iat: now,
      nbf: now,
      sub: `EE${person.personalCode}`,
      profile_attributes: {
        date_of_birth: birthDateOf(person.personalCode).toString(),
        given_name: person.firstName.toUpperCase(),
        family_name: person.lastName.toUpperCase(),
      },
      amr: [MEANS[means]],
      state: asked.get('state'),
      nonce: asked.get('nonce'),
      acr: 'high',
      at_hash: createHash('sha256').update(access).digest().subarray(0, 16).toString('base64url'),
    };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const content = `${part({ alg: 'RS256', kid: 'tara' })}.${part(claims)}`;
    return `${content}.${createSign('sha256').update(content).sign(keys.privateKey, 'base64url')}`;
  };

  return (request, bytes, response) => {
    const { pathname } = addressOf(request);
    if (pathname === '/tara/.well-known/openid-configuration') return json(response, 200, metadataOf(issuerOf(request)));
    if (pathname === '/tara/oidc/jwks') {
      const key = { ...keys.publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'tara' };
      return json(response, 200, { keys: [key] });
    }
    if (pathname === '/tara/oidc/authorize') return authorize(request, bytes, response);
    if (pathname === '/tara/oidc/token' && request.method === 'POST') return exchange(request, bytes, response);
    return json(response, 404, { error: 'not_found' });
  };
}

function metadataOf(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/oidc/authorize`,
    token_endpoint: `${issuer}/oidc/token`,
    jwks_uri: `${issuer}/oidc/jwks`,
    scopes_supported: ['openid', ...Object.keys(MEANS)],
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic'],
    code_challenge_methods_supported: ['S256'],
    acr_values_supported: ['low', 'substantial', 'high'],
    ui_locales_supported: ['et', 'en', 'ru'],
  };
}

function meansIn(asked: URLSearchParams): readonly Means[] {
  const scope = asked.get('scope')?.split(' ') ?? [];
  return (['idcard', 'mid', 'smartid'] as const).filter((one) => scope.includes(one));
}

function issuerOf(request: IncomingMessage): string {
  return `${addressOf(request).origin}/tara`;
}

function addressOf({ url, headers }: IncomingMessage): URL {
  return new URL(url ?? '/', `http://${headers.host ?? '127.0.0.1'}`);
}

/** Client id and secret are encoded as a form's fields before they are joined (RFC 6749, 2.3.1). */
function decoded(text: string): string {
  return new URLSearchParams(`text=${text}`).get('text') ?? '';
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body));
}

function html(response: ServerResponse, status: number, page: string): void {
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
    })
    .end(page);
}
