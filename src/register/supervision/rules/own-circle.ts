import type { Deed } from '../facts.ts';
import { onceADay, type Suspicion } from '../signal.ts';

/** A relative is seldom anybody's own client, and a small municipality's only worker has no other way: not certain, but nearly. */
const SCORES = { OWN_RELATIVE: 80, SAME_ADDRESS: 70 } as const;

/**
 * A register's answer names the worker who reads it: as a relative of the person, or among those who live at an address. It was seen while the
 * answer was open, and nothing of it is kept but that.
 */
export function ownCircle({ line, worker }: Deed): Suspicion | undefined {
  if (line.action !== 'ANSWER_NAMED_ITS_READER') return undefined;
  const rule = line.details.as === 'RESIDENT' ? 'SAME_ADDRESS' : 'OWN_RELATIVE';
  return {
    rule,
    key: onceADay(line.at, worker.userId, line.clientId ?? ''),
    at: line.at,
    workerId: worker.userId,
    institutionId: worker.institutionId,
    score: SCORES[rule],
    evidence: [{ type: 'audit', id: line.id }, ...(line.object === undefined ? [] : [{ type: 'query', id: line.object.id } as const])],
  };
}
