import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../../src/platform/index.ts';
import { type Call, callAt, type Reply } from '../gateway.ts';

/** What a load balancer before several processes does, and what it saw. */
export interface Balancer {
  readonly call: Call;
  /** Connections that nobody took, or that were cut before an answer came: tried again at the next process. */
  readonly retried: { readonly refused: number; readonly cut: number };
}

/** Between two looks for a process that takes connections, ms. */
const PAUSE = 50;

/** Calls the processes in turn. Tries the next one when a connection is refused, and when it is cut: each call that changes something has a key. */
export function balance(urls: readonly string[], headers: Readonly<Record<string, string>> = {}): Balancer {
  const calls = urls.map((url) => callAt(url, headers));
  const retried = { refused: 0, cut: 0 };
  let turn = 0;
  return {
    retried,
    async call(method, path, body, own): Promise<Reply> {
      const keyed = method === 'GET' ? own : { 'idempotency-key': newId(), ...own };
      for (;;) {
        turn += 1;
        const call = calls[turn % calls.length];
        if (call === undefined) throw new Error('there is nobody to call');
        try {
          return await call(method, path, body, keyed);
        } catch (error) {
          retried[isRefused(error) ? 'refused' : 'cut'] += 1;
          await sleep(PAUSE);
        }
      }
    },
  };
}

function isRefused(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof Error && 'code' in error.cause && error.cause.code === 'ECONNREFUSED';
}
