import { newId, type Temporal } from '../../platform/index.ts';
import { findUser } from '../../register/access/index.ts';
import { findByPersonalCodes, findIds } from '../../register/people/index.ts';
import { findOpenOn, type Proceeding } from '../../register/proceedings/index.ts';
import { type PersonChange, residences } from '../../registries/index.ts';
import type { Tx } from '../../storage/index.ts';
import { type AskPorts, ask } from '../ask.ts';
import { noteChange } from './notice-store.ts';

/** What the permit gives as the reason. */
const WHY = 'Rahvastikuregister teatas isiku andmete muutumisest';

/**
 * Keeps what concerns somebody in an open proceeding, and lets the rest go: whose data change in the country is nobody's business here. For each
 * proceeding the register is asked what has changed (RR456), on behalf of the worker whose proceeding it is, whose purpose it serves. An earlier
 * answer is not fresh any more.
 */
export async function keepPersonChanges(
  ports: AskPorts,
  tx: Tx,
  feed: string,
  changes: readonly PersonChange[],
  at: Temporal.Instant,
): Promise<number> {
  const clients = await findByPersonalCodes(tx, [...new Set(changes.flatMap(codesOf))]);
  // A file that has taken up another is a subject under either id.
  const known = new Map(
    (await Promise.all(clients.map(async (client) => (await findIds(tx, client)).map((id) => [id, client] as const)))).flat(),
  );
  const proceedings = await findOpenOn(tx, [...known.keys()]);
  const renamed = new Set(changes.filter(({ newPersonalCode }) => newPersonalCode !== undefined).flatMap(codesOf));
  let ours = 0;
  for (const proceeding of proceedings) {
    for (const { clientId } of proceeding.subjects) {
      const client = known.get(clientId);
      if (client === undefined) continue;
      ours += 1;
      await noteChange(tx, {
        id: newId(),
        feed,
        clientId,
        proceedingId: proceeding.id,
        institutionId: proceeding.institutionId,
        newPersonalCode: client.personalCode !== undefined && renamed.has(client.personalCode),
        queryId: await lookUp(ports, tx, proceeding, clientId, at),
        at,
      });
    }
  }
  return ours;
}

function codesOf({ personalCode, newPersonalCode }: PersonChange) {
  return newPersonalCode === undefined ? [personalCode] : [personalCode, newPersonalCode];
}

/** The query that will tell; undefined when nobody may ask it: the worker has gone, or the proceeding's purpose does not cover it. */
async function lookUp(
  ports: AskPorts,
  tx: Tx,
  { id, ownerId, institutionId }: Proceeding,
  subjectId: string,
  at: Temporal.Instant,
): Promise<string | undefined> {
  const owner = await findUser(tx, ownerId, institutionId);
  if (owner === undefined) return undefined;
  const question = { type: residences.code, subjectId, parameters: {}, justification: WHY };
  const automatic = { system: 'change-feed', notOlderThan: at };
  const asked = await ask(ports, tx, { actor: owner, proceedingId: id, questions: [question], class: 'BATCH', automatic });
  return asked.ok ? asked.value[0]?.query.id : undefined;
}
