import { Type } from 'typebox';
import { ok } from '../platform/index.ts';
import { acceptContract, checkContracts, contractFindings } from '../queries/index.ts';
import { type Route, read, write } from '../register/access/index.ts';
import { OPERATORS, READERS } from './callers.ts';
import { ContractList, viewContracts } from './contract-view.ts';
import { Done } from './done.ts';
import type { ConsolePorts } from './ports.ts';
import { Reason, readReason } from './reason.ts';
import { auditRefusal } from './refusal.ts';

/** What the watch over the registers' contracts has found, and what an operator says to it. */
export function contractRoutes(ports: ConsolePorts): readonly Route[] {
  const { database } = ports;
  return [
    read({
      method: 'GET',
      path: '/contracts',
      summary: 'What the nightly watch has found: which registers publish something else than is pinned',
      callers: READERS,
      reply: ContractList,
      show: async () => ok({ body: viewContracts(await contractFindings(database.db)) }),
    }),
    write({
      method: 'POST',
      path: '/contracts/check',
      summary: 'Looks at every contract now; what is found is in the list within a minute',
      callers: OPERATORS,
      reply: Done,
      async perform({ actor }, tx) {
        await checkContracts(ports, tx, actor);
        return ok({ status: 202, id: 'contracts' });
      },
      show: async (_call, id) => ok({ body: { id } }),
    }),
    write({
      method: 'POST',
      path: '/contracts/:type/accept',
      summary: 'Lets a query type or mass service be asked again whose register has broken its contract, for these differences alone',
      callers: OPERATORS,
      params: Type.Object({ type: Type.String({ pattern: '^[A-Z][A-Z0-9._]{1,59}$' }) }),
      body: Reason,
      reply: Done,
      async perform({ actor, params, body }, tx) {
        const reason = readReason(body.reason);
        if (!reason.ok) return reason;
        const done = await acceptContract(ports, tx, actor, params.type, reason.value);
        return done.ok ? ok({ status: 200, id: params.type }) : done;
      },
      refused: ({ actor, params }, refusal) => auditRefusal(ports, actor, { type: 'query-type', id: params.type }, 'accept', refusal),
      show: async (_call, id) => ok({ body: { id } }),
    }),
  ];
}
