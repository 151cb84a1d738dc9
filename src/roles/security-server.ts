import type { Clock, Log, Metrics } from '../platform/index.ts';
import { type IdentityFiles, type IdentityPaths, openIdentityFiles, type XRoadClient, xroadClient } from '../xroad/index.ts';
import type { Ground } from './ground.ts';

/** The way out: our connection to the security servers, under our certificate where they ask for one. */
export function openSecurityServer({ configuration: { xroad }, clock, log, metrics, opened }: Ground): XRoadClient {
  const identity = xroad.tls === undefined ? undefined : openIdentity(xroad.tls, log);
  if (identity !== undefined) certificateMetrics(metrics, identity, clock);
  const client = xroadClient({
    securityServers: xroad.securityServers,
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

/** So that somebody is woken up before the day, and not on it. */
function certificateMetrics(metrics: Metrics, identity: IdentityFiles, clock: Clock): void {
  metrics.gauge(
    'star_certificate_expires_seconds',
    'Until the end of our client certificate, and of the security server’s that we trust',
    ['certificate'],
    async (gauge) => {
      const { own, server } = identity.expiry();
      const now = clock.now().epochMilliseconds;
      gauge.set({ certificate: 'own' }, (own - now) / 1000);
      gauge.set({ certificate: 'securityServer' }, (server - now) / 1000);
    },
  );
}
