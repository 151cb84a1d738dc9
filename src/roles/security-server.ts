import { wayOutMetrics } from '../console/index.ts';
import type { Log } from '../platform/index.ts';
import { type IdentityFiles, type IdentityPaths, openIdentityFiles, type XRoadClient, xroadClient } from '../xroad/index.ts';
import type { Ground } from './ground.ts';
import { reaches } from './readiness.ts';

/** Connections for mass orders, feeds, declarations, REST twins and the contract watch, which run beside the queries. */
const BESIDE_QUERIES = 16;

/** The way out: our connection to the security servers, under our certificate where they ask for one. */
export function openSecurityServer({ configuration: { xroad, registries }, log, metrics, opened }: Ground): XRoadClient {
  const identity = xroad.tls === undefined ? undefined : openIdentity(xroad.tls, log);
  const { securityServers } = xroad;
  wayOutMetrics(metrics, { securityServers, reaches, ...(identity === undefined ? {} : { expiry: identity.expiry }) });
  // What registers take at a time is the bound: fewer connections than all of them together would have one register's queries wait for another's.
  const atATime = Object.values(registries).reduce((sum, { concurrency }) => sum + concurrency, 0);
  const client = xroadClient({
    securityServers,
    connections: atATime + BESIDE_QUERIES,
    ...(identity === undefined ? {} : { tls: identity.current }),
  });
  opened.defer(() => client.close());
  return client;
}

function openIdentity(paths: IdentityPaths, log: Log): IdentityFiles {
  const opened = openIdentityFiles(paths, ({ code, text }) => log.error({ code, detail: text }, 'the renewed certificate is not used'));
  if (!opened.ok) throw new Error(opened.error.text);
  return opened.value;
}
