import { BOTH, checked, type Fault, onSite, toldWrong, underLoad } from './fault.ts';
import { againAndAgain } from './load.ts';

/** Two hours forward, right again, two hours back, right again. */
const WRONG_BY = [7_200, 0, -7_200, 0] as const;

/** R7: the clock of the machine jumps. */
export const clockJumps: Fault = {
  id: 'R7',
  backends: BOTH,
  run: (backend, size) =>
    onSite(backend, { gateways: 2 }, async (site) => {
      let jumps = 0;
      const setClocks = (wrongBy: number) => {
        for (const gateway of site.gateways) gateway.setClock(wrongBy);
      };
      const asked = await underLoad(site, size, async (going) => {
        jumps = await againAndAgain(going, size.harm.R7, async (n) => setClocks(WRONG_BY[n % WRONG_BY.length] ?? 0));
        setClocks(0);
      });
      const { rows } = await site.postgres.ask((client) =>
        client.query<{ count: string }>(`select count(*) from audit_event where action = any($1)`, [EXPIRED]),
      );
      const expired = Number(rows[0]?.count);
      return {
        injected: `${jumps} jumps of the clock, 2 h forward and back`,
        also: 'every question answered, none expired',
        ...(await checked(
          site,
          asked.accepted,
          toldWrong(asked),
          expired > 0 && `${expired} ended without an answer though every register gave one`,
          jumps < 3 && 'the clock did not jump both ways',
        )),
      };
    }),
};

/** How something ends that was given up, or no longer allowed to leave. */
const EXPIRED = ['QUERY_ENDED', 'QUERY_NOT_SENT', 'DECLARATION_FAILED', 'DECLARATION_NOT_SENT'];
