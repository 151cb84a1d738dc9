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
  /** Cuts every connection: what runs, and what is asked afterwards, ends as `CLOSED`. */
  cut(): Promise<void>;
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
  const ending = new Map<Pool, Promise<void>>();
  let isCut = false;
  return {
    url,
    path: new URL(url).pathname,
    pool() {
      const now = present();
      if (now === identity || isCut) return pool;
      const before = pool;
      ending.set(
        before,
        before.close().finally(() => ending.delete(before)),
      );
      identity = now;
      pool = open(now);
      return pool;
    },
    async cut() {
      isCut = true;
      await Promise.all([...ending.keys(), pool].map((one) => one.destroy()));
    },
    async close() {
      if (!isCut) await Promise.all([...ending.values(), pool.close()]);
    },
  };
}
