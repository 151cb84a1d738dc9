import { ok, type Result } from '../platform/index.ts';
import { findProceedings } from '../register/proceedings/index.ts';
import type { Db } from '../storage/index.ts';
import { decideOne, type NotThere, proceedingFor } from './decide.ts';
import { type Call, type GatherPorts, gather } from './gather.ts';
import { type Question, stands } from './query.ts';
import { questionHash, questionKey } from './question-hash.ts';
import { findNewest } from './store.ts';

/** What would become of a question: it leaves, is served from the proceeding's cache, joins one that stands already, or is refused, and why. */
export interface Planned {
  readonly question: Question;
  readonly outcome: 'WOULD_LEAVE' | 'FROM_CACHE' | 'JOINS' | 'REFUSED';
  /** Of a refusal. */
  readonly code: string | null;
}

/** Says what asking would do, without doing it: nothing is recorded and nothing leaves. */
export async function plan(ports: GatherPorts, db: Db, call: Call): Promise<Result<readonly Planned[], NotThere>> {
  const { proceedingId, questions } = call;
  const [grounds, newest] = await Promise.all([
    gather(ports, db, [call], findProceedings),
    findNewest(
      db,
      questions.map((question) => ({ proceedingId, hash: questionHash(question) })),
    ),
  ]);
  const proceeding = proceedingFor(call, grounds);
  if (!proceeding.ok) return proceeding;
  return ok(
    questions.map((question): Planned => {
      const decided = decideOne(call, proceeding.value, question, grounds);
      if (!decided.ok) return { question, outcome: 'REFUSED', code: decided.error.code };
      const { hash, served } = decided.value;
      if (served !== undefined) return { question, outcome: 'FROM_CACHE', code: null };
      const before = newest.get(questionKey({ proceedingId, hash }));
      return { question, outcome: before !== undefined && stands(before) ? 'JOINS' : 'WOULD_LEAVE', code: null };
    }),
  );
}
