import { BOTH, checked, type Fault, onSite, toldWrong, underLoad } from './fault.ts';
import { againAndAgain } from './load.ts';

/** R1: processes are killed (kill -9) and started again, one after the other. */
export const killedWorkers: Fault = {
  id: 'R1',
  backends: BOTH,
  run: (backend, size) =>
    onSite(backend, { gateways: 2 }, async (site) => {
      let kills = 0;
      const asked = await underLoad(site, size, async (going) => {
        kills = await againAndAgain(going, size.harm.R1, async (n) => {
          const gateway = site.gateways[n % site.gateways.length];
          await gateway?.end('SIGKILL');
          await gateway?.start();
        });
      });
      return {
        injected: `${kills} processes killed (kill -9)`,
        also: `${asked.lost} calls cut and made again`,
        ...(await checked(site, asked.accepted, toldWrong(asked), kills === 0 && 'nothing was killed')),
      };
    }),
};
