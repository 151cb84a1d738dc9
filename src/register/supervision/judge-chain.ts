import type { Database, Tx } from '../../storage/index.ts';
import { readSealed, type SealedLine } from '../audit/index.ts';
import { countAsking } from './count-asking.ts';
import { countTaking } from './count-taking.ts';
import type { Deed } from './facts.ts';
import { gatherDeeds, gatherShortLived } from './gather-facts.ts';
import { beginOf, type Quotas } from './quota.ts';
import {
  closedSameDay,
  colleague,
  concurrentSessions,
  emergencyAccess,
  listedPerson,
  outOfHours,
  ownCircle,
  ownHousehold,
  sameSurname,
  selfLookup,
} from './rules/index.ts';
import type { Suspicion } from './signal.ts';
import { moveCursor, raise, takeCursor } from './signal-store.ts';

/** Lines of the chain that are judged in one transaction: bounds the memory, not what is judged. */
const LINES_AT_ONCE = 1000;

/** What the rules ask of the log; the rest of it is passed over. */
const ACTIONS = [
  'QUERY_ASKED',
  'QUERY_REFUSED',
  'ANSWER_NAMED_ITS_READER',
  'CLIENT_READ',
  'CLIENT_FOUND',
  'CLIENT_ENTERED',
  'CLIENT_FILE_OPENED',
  'PROCEEDING_READ',
  'INTAKE_READ',
  'PRINT',
  'EVIDENCE_EXPORTED',
  'PROCEEDING_CLOSED',
  'EMERGENCY_ACCESS_ASKED',
  'EMERGENCY_ACCESS_DENIED',
  'SESSION_SUPERSEDED',
] as const;

/** Rules about what one worker did once. */
const OF_DEEDS = [selfLookup, ownCircle, ownHousehold, colleague, sameSurname, listedPerson, emergencyAccess, concurrentSessions] as const;

export interface JudgePorts {
  readonly database: Database;
  readonly quotas: Quotas;
}

/**
 * Judges the next stretch of the audit chain: what was asked is counted, each rule looks, and what it notices is raised in one transaction with the
 * place up to which the chain is judged. A process that dies leaves neither, so each line is counted once; asking itself waits for nothing here.
 * `MORE`: there is more to be judged at once.
 */
export async function judgeChain({ database, quotas }: JudgePorts): Promise<'MORE' | 'DONE'> {
  return database.transaction(async (tx) => {
    const from = await takeCursor(tx);
    if (from === undefined) return 'DONE';
    const { lines, until, more } = await readSealed(tx, from, LINES_AT_ONCE, ACTIONS);
    if (until === from) return 'DONE';
    const counted = [...(await countAsking(tx, lines, quotas)), ...(await countTaking(tx, lines))];
    await raise(tx, [...(await judgeLines(tx, lines)), ...counted]);
    await moveCursor(tx, until);
    return more ? 'MORE' : 'DONE';
  });
}

async function judgeLines(tx: Tx, lines: readonly SealedLine[]): Promise<readonly Suspicion[]> {
  const [deeds, shortLived] = [await gatherDeeds(tx, lines), await gatherShortLived(tx, lines)];
  const suspicions = [
    ...deeds.flatMap((deed) => OF_DEEDS.map((rule) => rule(deed))),
    ...firstsOfHours(deeds).map(outOfHours),
    ...shortLived.map(closedSameDay),
  ];
  return suspicions.filter((suspicion) => suspicion !== undefined);
}

/** Each worker's first question in a clock hour: what is true of its hour is true of all that they asked in it. */
function firstsOfHours(deeds: readonly Deed[]): readonly Deed[] {
  const firsts = new Map<string, Deed>();
  for (const deed of deeds) {
    const place = `${deed.worker.userId} ${beginOf('HOUR', deed.line.at).epochMilliseconds}`;
    if (deed.line.action === 'QUERY_ASKED' && !firsts.has(place)) firsts.set(place, deed);
  }
  return [...firsts.values()];
}
