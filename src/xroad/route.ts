import type { Pool } from 'undici';
import type { TlsIdentity } from './tls-identity.ts';
import { openPool } from './transport.ts';

/** The way to one security server. */
export interface Route {
  readonly url: string;
  /** Where messages are posted; it stands before every other path, where the security server is not at the root of its address. */
  readonly path: string;
  /** Connections under the identity of the present. */
  pool(): Pool;
  /** Waits for running exchanges, then closes every connection. */
  close(): Promise<void>;
}

export interface RouteOptions {
  readonly connections: number;
  readonly tls: TlsIdentity | (() => TlsIdentity) | undefined;
}

/** Opens a way. Another identity gets connections of its own; exchanges that run under the one before end there. */
export function openRoute(url: string, { connections, tls }: RouteOptions): Route {
  const present = () => (typeof tls === 'function' ? tls() : tls);
  const open = (identity: TlsIdentity | undefined) => openPool(url, { connections, ...(identity === undefined ? {} : { tls: identity }) });
  let identity = present();
  let pool = open(identity);
  const ending = new Set<Promise<void>>();
  return {
    url,
    path: new URL(url).pathname,
    pool() {
      const now = present();
      if (now === identity) return pool;
      const ended = pool.close().finally(() => ending.delete(ended));
      ending.add(ended);
      identity = now;
      pool = open(now);
      return pool;
    },
    async close() {
      await Promise.all([...ending, pool.close()]);
    },
  };
}
