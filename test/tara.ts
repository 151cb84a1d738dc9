import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import Provider from 'oidc-provider';
import { freePort } from './free-port.ts';

/** Whom TARA stands for: what it says of somebody in its token (TARA's specification, 4.3.1). */
export interface TaraPerson {
  readonly sub: string;
  readonly amr: readonly string[];
  readonly acr?: string;
  readonly profile_attributes: { readonly given_name: string; readonly family_name: string; readonly date_of_birth: string };
}

type Claims = Record<string, unknown>;

export interface TestTara {
  readonly issuer: string;
  /** Who sits before the screen, or the error with which TARA sends everybody back. */
  person: TaraPerson | { readonly error: string };
  /** What is done to the claims of a token before it is signed again, and by whose key. */
  spoil: ((claims: Claims) => { readonly claims: Claims; readonly key?: KeyObject }) | undefined;
  /** What it has been asked for, each time. */
  readonly asked: URLSearchParams[];
  readonly secretsGiven: string[];
  close(): Promise<void>;
}

/** TARA on loopback: a real OpenID provider, with its screen of means of authentication left out. */
export async function startTara({
  clientId,
  clientSecret,
  callbackUrl,
  port,
}: {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly callbackUrl: string;
  readonly port?: number;
}): Promise<TestTara> {
  const issuer = `http://127.0.0.1:${port ?? (await freePort())}`;
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [callbackUrl],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic',
        id_token_signed_response_alg: 'RS256',
      },
    ],
    jwks: { keys: [{ ...keys.privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'tara' }] },
    acrValues: ['low', 'substantial', 'high'],
    scopes: ['openid', 'idcard', 'mid', 'smartid'],
    claims: { openid: ['sub', 'amr', 'acr', 'profile_attributes'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['synthetic'] },
    findAccount: async (_context, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, ...('error' in tara.person ? {} : tara.person) }),
    }),
    interactions: { url: (_context, interaction) => `/screen/${interaction.uid}` },
  });
  const tara: TestTara = {
    issuer,
    person: { error: 'user_cancel' },
    spoil: undefined,
    asked: [],
    secretsGiven: [],
    close: () => closed(server),
  };
  provider.use(async (context, next) => {
    await next();
    if (context.oidc?.route === 'authorization') tara.asked.push(new URL(context.href).searchParams);
    if (context.oidc?.route !== 'token') return;
    tara.secretsGiven.push(context.get('authorization'));
    const body = context.body as { id_token?: string };
    if (body.id_token === undefined) return;
    const claims = JSON.parse(Buffer.from(body.id_token.split('.')[1] ?? '', 'base64url').toString()) as Claims;
    // Claims of the protocol are the provider's own; TARA's are said by whom it stands for.
    const { amr, acr } = 'error' in tara.person ? { amr: [], acr: undefined } : tara.person;
    const told = { ...claims, amr, acr };
    const { claims: spoilt, key = keys.privateKey } = tara.spoil?.(told) ?? { claims: told, key: undefined };
    body.id_token = signed(spoilt, key);
  });
  const answer = provider.callback();
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/screen/')) return answer(request, response);
    const { person } = tara;
    if ('error' in person) return provider.interactionFinished(request, response, { error: person.error });
    const details = await provider.interactionDetails(request, response);
    const grant = new provider.Grant({ accountId: person.sub, clientId });
    grant.addOIDCScope(String(details.params.scope));
    const consent = { grantId: await grant.save() };
    return provider.interactionFinished(request, response, { login: { accountId: person.sub, remember: false }, consent });
  });
  await once(server.listen(Number(new URL(issuer).port), '127.0.0.1'), 'listening');
  return tara;
}

function signed(claims: Claims, key: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${part({ alg: 'RS256', typ: 'JWT', kid: 'tara' })}.${part(claims)}`;
  return `${content}.${createSign('sha256').update(content).sign(key, 'base64url')}`;
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}

/** A browser that goes where it is sent, and keeps each place's cookies. */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** One call, with the cookies of its place; sent nowhere on. */
  async call(url: URL | string, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(url);
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers(init.headers);
    if (cookie !== '') headers.set('cookie', cookie);
    const response = await fetch(url, { ...init, redirect: 'manual', headers });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  /** Gives what one place has set to others too: several processes behind one name. */
  shareCookies(from: string, to: readonly string[]): void {
    const jar = this.#cookies.get(new URL(from).origin) ?? new Map<string, string>();
    for (const url of to) this.#cookies.set(new URL(url).origin, jar);
  }

  /** Lets go of what a place has set: TARA remembers nobody from one time to the next, the provider that stands for it does. */
  forget(place: string): void {
    this.#cookies.delete(new URL(place).origin);
  }

  /** Goes on from a page until it comes to one whose address the test wants; gives that address, unvisited. */
  async follow(from: string, until: (url: URL) => boolean): Promise<URL> {
    let url = new URL(from);
    for (let hop = 0; hop < 12; hop += 1) {
      const response = await this.call(url);
      const location = response.headers.get('location');
      if (location === null)
        throw new Error(
          `${url.origin}${url.pathname} answers ${response.status}: ${(await response.text()).replace(/\s+/g, ' ').slice(-300)}`,
        );
      url = new URL(location, url);
      if (until(url)) return url;
    }
    throw new Error('sent in circles');
  }
}
