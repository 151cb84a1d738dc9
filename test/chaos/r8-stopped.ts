import { BOTH, checked, type Fault, onSite, toldWrong, underLoad } from './fault.ts';
import { againAndAgain } from './load.ts';

/** R8: a process has ended so long after it was told to, ms. */
const ENDS_WITHIN_MS = 30_000;

/** R8: what production runs is told to stop (SIGTERM) while it works, one process after the other, as in a rolling restart. */
export const stopped: Fault = {
  id: 'R8',
  backends: BOTH,
  run: (backend, size) =>
    onSite(backend, { gateways: 2 }, async (site) => {
      for (const gateway of site.gateways) {
        await gateway.end('SIGTERM');
        await gateway.start('main');
      }
      let [stops, slowest] = [0, 0];
      const wrong: string[] = [];
      const asked = await underLoad(site, size, async (going) => {
        stops = await againAndAgain(going, size.harm.R8, async (n) => {
          const gateway = site.gateways[n % site.gateways.length];
          const ended = await gateway?.end('SIGTERM');
          if (ended === undefined) return;
          slowest = Math.max(slowest, ended.milliseconds);
          if (ended.code !== 0) wrong.push(`a process that was stopped ended with ${ended.code}`);
          await gateway?.start('main');
        });
      });
      return {
        injected: `${stops} processes told to stop (SIGTERM)`,
        also: `ended within ${(slowest / 1000).toFixed(1)} s; ${asked.lost} calls found a closed door, ${asked.unavailable} were told 503`,
        ...(await checked(
          site,
          asked.accepted,
          toldWrong(asked),
          ...wrong,
          stops === 0 && 'nothing was stopped',
          slowest > ENDS_WITHIN_MS && 'one took longer than 30 s to end',
        )),
      };
    }),
};
