import { newId } from '../../src/platform/index.ts';
import { callersOf, type Reply } from './caller.ts';
import { BOTH, checked, type Fault, onSite } from './fault.ts';
import { settle } from './ledger.ts';
import { mixedOf, type Question } from './questions.ts';
import type { Site } from './site.ts';

/** R6: callers that send the same request under the same Idempotency-Key at once. */
const CALLERS = 64;

/** R6: one key, used by 64 callers at once, for questions and for entries. */
export const oneKey: Fault = {
  id: 'R6',
  backends: BOTH,
  run: (backend, size) =>
    onSite(backend, { gateways: 2 }, async (site) => {
      const callers = await callersOf(site, site.worker, CALLERS);
      const [first] = callers;
      if (first === undefined) throw new Error('nobody calls');
      const accepted = new Map<string, Question['kind']>();
      const broken: string[] = [];
      for (const { path, body, kind } of await mixedOf(site, first, { reads: size.keys - 1, writes: 1 })) {
        const key = newId();
        const before = site.simulator.arrivals().length;
        const replies = await Promise.all(callers.map((caller) => caller.insist('POST', `${path}?wait=10`, body, key)));
        for (const { body: came } of replies) accepted.set(String(came.id), kind);
        broken.push(...differences(replies), ...(await effects(site, String(replies[0]?.body.id), before)));
      }
      await Promise.all(callers.map((caller) => caller.close()));
      await settle(site, accepted);
      return {
        injected: `${size.keys} keys, each by ${CALLERS} callers at once`,
        also: 'one id, one answer, one line of the log and one message for each key',
        ...(await checked(site, accepted, ...broken, accepted.size !== size.keys && `${accepted.size} effects of ${size.keys} keys`)),
      };
    }),
};

/** All were given the same, whoever came first. */
function differences(replies: readonly Reply[]): readonly string[] {
  const answers = new Set(replies.map(({ body }) => JSON.stringify(body)));
  const refused = replies.find(({ status }) => status >= 300);
  return [
    ...(refused === undefined ? [] : [`one caller was told ${refused.status} ${refused.body.code}`]),
    ...(answers.size === 1 ? [] : [`one key has ${answers.size} answers`]),
  ];
}

/** Asked once, and sent once. */
async function effects({ postgres, simulator }: Site, id: string, before: number): Promise<readonly string[]> {
  const { rows } = await postgres.ask((client) =>
    client.query<{ lines: string }>(`select count(*) as lines from audit_event where action = 'QUERY_ASKED' and object_id = $1`, [id]),
  );
  const sent = simulator.arrivals().length - before;
  return [
    ...(rows[0]?.lines === '1' ? [] : [`one key has ${rows[0]?.lines} lines in the log`]),
    ...(sent === 1 ? [] : [`one key has sent ${sent} messages`]),
  ];
}
