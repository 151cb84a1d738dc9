import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { newId } from '../../src/platform/index.ts';
import type { Worker } from '../town.ts';
import type { Site } from './site.ts';

export interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly retryAfter: number | undefined;
}

/** What a caller was told while things went wrong. */
export interface Told {
  /** 503 with Retry-After. */
  unavailable: number;
  /** No answer: refused, cut, or too late. */
  lost: number;
  /** What no caller may be told: another 5xx, or a 503 that does not say when to come again. */
  readonly wrong: string[];
}

/** Longer than any fault keeps a gateway away, ms. */
const GIVES_UP_AFTER_MS = 90_000;
/** A call without an answer for so long is given up and made again, ms: longer than the database may keep one waiting. */
const ANSWERS_WITHIN_MS = 20_000;
/** At most so long until the next try, ms, whatever the Retry-After: the load must meet the next fault too. */
const AGAIN_AFTER_MS = 300;

const SESSIONS = '/api/v1/sessions';

/** A worker's session, which all of their callers go on in: signed in anew once, however many find it over. */
export class Session {
  authorization = '';
  readonly #worker: Worker;
  #renewal: Promise<void> | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
  }

  renew(caller: Caller): Promise<void> {
    this.#renewal ??= this.#signIn(caller).finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #signIn(caller: Caller): Promise<void> {
    this.authorization = '';
    const { username, password } = this.#worker;
    const { status, body } = await caller.insist('POST', SESSIONS, { username, password });
    if (status >= 300) throw new Error(`signing in gave ${status} ${body.code}`);
    this.authorization = `Bearer ${body.token}`;
  }
}

/** A front-end of one worker's, at an address of its own: gateways count the calls of an address. */
export class Caller {
  readonly told: Told = { unavailable: 0, lost: 0, wrong: [] };
  readonly #site: Site;
  readonly #session: Session;
  readonly #agent: Agent;
  #turn: number;

  /** @param n which of the callers: the last number of its address */
  constructor(site: Site, session: Session, n: number) {
    this.#site = site;
    this.#session = session;
    this.#turn = n;
    this.#agent = new Agent({ connect: { localAddress: `127.0.0.${2 + (n % 250)}` }, headersTimeout: ANSWERS_WITHIN_MS });
  }

  /** One call, to the gateways in turn. Throws where there is no answer. */
  async call(method: 'GET' | 'POST', path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    const { gateways } = this.#site;
    const { authorization } = this.#session;
    const gateway = gateways[this.#turn++ % gateways.length];
    const {
      statusCode,
      headers: told,
      body: came,
    } = await request(`${gateway?.url}${path}`, {
      dispatcher: this.#agent,
      method,
      headers: {
        ...(authorization === '' ? {} : { authorization }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await came.text();
    const retryAfter = told['retry-after'];
    return {
      status: statusCode,
      body: text === '' ? {} : JSON.parse(text),
      retryAfter: typeof retryAfter === 'string' ? Number(retryAfter) : undefined,
    };
  }

  /**
   * Calls until something is said that is final, as a front-end does: again under the same Idempotency-Key after a lost connection or a 503, and
   * signed in anew when its session is over.
   */
  async insist(method: 'GET' | 'POST', path: string, body?: unknown, key = newId()): Promise<Reply> {
    const until = performance.now() + GIVES_UP_AFTER_MS;
    while (performance.now() < until) {
      const reply = await this.call(method, path, body, { 'idempotency-key': key }).catch(() => undefined);
      if (reply === undefined) this.told.lost += 1;
      else if (reply.status === 401 && path !== SESSIONS) await this.#session.renew(this);
      else if (reply.status === 503 && reply.retryAfter !== undefined) this.told.unavailable += 1;
      else if (reply.status >= 500 || reply.status === 429) this.told.wrong.push(`${reply.status} ${reply.body.code}`);
      else return reply;
      if (reply?.status !== 401) await sleep(AGAIN_AFTER_MS);
    }
    const { unavailable, lost, wrong } = this.told;
    const where = path.replace(/[0-9a-f-]{36}/g, ':id');
    throw new Error(`nothing final was said to ${method} ${where}: ${unavailable} times 503, ${lost} times nothing, ${wrong.join(', ')}`);
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}

/** So many callers of a worker's, in one session. */
export async function callersOf(site: Site, worker: Worker, count: number): Promise<readonly Caller[]> {
  const session = new Session(worker);
  const callers = Array.from({ length: count }, (_, n) => new Caller(site, session, n));
  for (const caller of callers.slice(0, 1)) await session.renew(caller);
  return callers;
}
