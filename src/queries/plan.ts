import { fail, failure, ok, type Result, startOfDay } from '../platform/index.ts';
import type { Actor } from '../register/access/index.ts';
import { findClients } from '../register/people/index.ts';
import { findProceeding, mayHandle } from '../register/proceedings/index.ts';
import { findQueryType } from '../registries/index.ts';
import type { Db } from '../storage/index.ts';
import { admit } from './admission.ts';
import type { AskPorts } from './ask.ts';
import { findBlocked } from './contracts/index.ts';
import { findWriteAsker, fixWrite } from './fix-write.ts';
import { type Question, stands } from './query.ts';
import { questionHash } from './question-hash.ts';
import { findFresh, findNewest } from './store.ts';

/** What would become of a question: it leaves, is served from the proceeding's cache, joins one that stands already, or is refused, and why. */
export interface Planned {
  readonly question: Question;
  readonly outcome: 'WOULD_LEAVE' | 'FROM_CACHE' | 'JOINS' | 'REFUSED';
  /** Of a refusal. */
  readonly code: string | null;
}

/** Says what asking would do, without doing it: nothing is recorded and nothing leaves. */
export async function plan(
  { clock, writes }: Pick<AskPorts, 'clock' | 'writes'>,
  db: Db,
  actor: Actor,
  proceedingId: string,
  questions: readonly Question[],
): Promise<Result<readonly Planned[], ReturnType<typeof failure<'NOT_FOUND'>>>> {
  const subjects = [...new Set(questions.map(({ subjectId }) => subjectId))];
  const [proceeding, clients] = await Promise.all([findProceeding(db, proceedingId), findClients(db, subjects)]);
  if (proceeding === undefined || !mayHandle(actor, proceeding)) return fail(failure('NOT_FOUND'));
  const now = clock.now();
  const wanted = questions.map((question) => ({
    hash: questionHash(question),
    notOlderThan: now.subtract({ hours: findQueryType(question.type)?.freshHours ?? 0 }),
  }));
  const hashes = wanted.map(({ hash }) => hash);
  const [blocked, fresh, newest, writer] = await Promise.all([
    findBlocked(db),
    findFresh(db, proceedingId, wanted, startOfDay(now)),
    findNewest(db, proceedingId, hashes),
    findWriteAsker(db, actor.institutionId, questions, writes),
  ]);
  return ok(
    questions.map((question, n): Planned => {
      const admitted = admit(actor, proceeding, clients, question);
      if (!admitted.ok) return { question, outcome: 'REFUSED', code: admitted.error.code };
      if (blocked.has(question.type)) return { question, outcome: 'REFUSED', code: 'QUERY_TYPE_BLOCKED' };
      const fixed = fixWrite(admitted.value, writer, now);
      if (!fixed.ok) return { question, outcome: 'REFUSED', code: fixed.error.code };
      const hash = hashes[n] ?? '';
      if (fixed.value === null && fresh.has(hash)) return { question, outcome: 'FROM_CACHE', code: null };
      const before = newest.get(hash);
      return { question, outcome: before !== undefined && stands(before) ? 'JOINS' : 'WOULD_LEAVE', code: null };
    }),
  );
}
