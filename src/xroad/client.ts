import { type ExchangeOutcome, exchange, type SoapExchangeOptions } from './exchange.ts';
import type { Failure } from './failure.ts';
import type { PreparedRequest } from './request.ts';
import { exchangeRest, type PreparedRestRequest, type RestExchangeOptions, type RestOutcome } from './rest/index.ts';
import type { Result } from './result.ts';
import { type ExchangeOptions, openSecurityServers, type XRoadClientOptions } from './security-servers.ts';
import { type HttpAnswer, send } from './transport.ts';

/** A consumer's way to its security servers. */
export interface XRoadClient {
  exchange(prepared: PreparedRequest, options: SoapExchangeOptions): Promise<ExchangeOutcome>;
  /** As `exchange`, by the REST message protocol. */
  exchangeRest(prepared: PreparedRestRequest, options: RestExchangeOptions): Promise<RestOutcome>;
  /** Reads one of a security server's own pages: `/listClients`, `/asic`, `/verificationconf` (protocol 3.1, 6.1). Not an exchange: nothing is signed. */
  read(path: string, accept: string, options: ExchangeOptions): Promise<Result<HttpAnswer, Failure>>;
  /** Cuts every connection: what runs, and what is asked afterwards, ends as `CLOSED`. */
  cut(): Promise<void>;
  /** Waits for running exchanges, then closes every connection. */
  close(): Promise<void>;
}

/** Opens a client. Nothing is connected before the first exchange. */
export function xroadClient(options: XRoadClientOptions): XRoadClient {
  const servers = openSecurityServers(options);
  const now = options.now ?? isoNow;
  return {
    exchange: (prepared, how) => exchange(servers, prepared, how, now),
    exchangeRest: (prepared, how) => exchangeRest(servers, prepared, how, now),
    async read(path, accept, how) {
      const headers = [
        ['accept', accept],
        ['accept-encoding', 'identity'],
      ] as const;
      return (await servers.ask({ method: 'GET', path, headers }, how, send)).result;
    },
    cut: () => servers.cut(),
    close: () => servers.close(),
  };
}

/** A tenth of what the Temporal polyfill takes, twice in every exchange. */
function isoNow(): string {
  return new Date().toISOString();
}
