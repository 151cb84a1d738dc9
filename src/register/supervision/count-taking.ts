import type { Tx } from '../../storage/index.ts';
import type { SealedLine } from '../audit/index.ts';
import { CASE_WORKERS } from '../proceedings/index.ts';
import { USUAL_FROM_DAYS } from './count-asking.ts';
import type { Taking } from './facts.ts';
import { beginOf } from './quota.ts';
import { manyTaken, mayBeMany } from './rules/index.ts';
import type { Suspicion } from './signal.ts';
import { addTakings, usualTaking } from './taking-store.ts';

/** By what data leave the register in somebody's hands, or are come upon. Each person is a line. */
const KINDS: ReadonlyMap<string, Taking['kind']> = new Map([
  ['PRINT', 'PRINT'],
  ['EVIDENCE_EXPORTED', 'EXPORT'],
  ['CLIENT_FOUND', 'FOUND'],
]);

/** Adds what these lines took out to the counts, and gives what stands out. */
export async function countTaking(tx: Tx, lines: readonly SealedLine[]): Promise<readonly Suspicion[]> {
  const suspicions: (Suspicion | undefined)[] = [];
  for (const taking of await addTakings(tx, tally(lines))) {
    if (!mayBeMany(taking)) continue;
    const day = beginOf('DAY', taking.hour);
    suspicions.push(manyTaken(taking, await usualTaking(tx, taking, day.subtract({ hours: 24 * USUAL_FROM_DAYS }), day)));
  }
  return suspicions.filter((one) => one !== undefined);
}

function tally(lines: readonly SealedLine[]): readonly Taking[] {
  const takings = new Map<string, Taking>();
  for (const { actor, action, at, clientId } of lines) {
    const kind = KINDS.get(action);
    if (actor === undefined || kind === undefined || clientId === undefined) continue;
    const { userId: workerId, institutionId, roles } = actor;
    const hour = beginOf('HOUR', at);
    const place = `${workerId} ${institutionId} ${hour.epochMilliseconds} ${kind}`;
    const role = CASE_WORKERS.find((one) => roles.includes(one)) ?? 'NONE';
    takings.set(place, { workerId, institutionId, hour, kind, role, persons: (takings.get(place)?.persons ?? 0) + 1 });
  }
  return [...takings.values()];
}
