import { setTimeout as sleep } from 'node:timers/promises';
import { BOTH, checked, type Fault, onSite, toldWrong, underLoad } from './fault.ts';
import { againAndAgain } from './load.ts';

/** How long PostgreSQL stays away, ms: callers must meet its absence and not only its return. */
const AWAY_MS = 500;

/** R3: PostgreSQL is restarted, in turn by a crash (immediate) and in order (fast). */
export const postgresGone: Fault = {
  id: 'R3',
  backends: BOTH,
  run: (backend, size) =>
    onSite(backend, { gateways: 2 }, async (site) => {
      let restarts = 0;
      const dead: string[] = [];
      const asked = await underLoad(site, size, async (going) => {
        restarts = await againAndAgain(going, size.harm.R3, async (n) => {
          await site.postgres.stop(n % 2 === 0 ? 'immediate' : 'fast');
          await sleep(AWAY_MS);
          for (const { url } of site.gateways) {
            const { status } = await fetch(`${url}/health/live`);
            if (status !== 200) dead.push(`liveness said ${status} without PostgreSQL`);
          }
          await site.postgres.start();
        });
      });
      return {
        injected: `${restarts} restarts of PostgreSQL (immediate, fast)`,
        also: `${asked.unavailable} calls told 503 with Retry-After, ${asked.lost} without an answer`,
        ...(await checked(
          site,
          asked.accepted,
          toldWrong(asked),
          ...dead,
          restarts < 2 && 'PostgreSQL was not restarted both ways',
          asked.unavailable === 0 && 'no caller met its absence',
        )),
      };
    }),
};
