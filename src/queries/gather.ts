import type { Clock, Temporal } from '../platform/index.ts';
import type { Actor } from '../register/access/index.ts';
import { mayEnter } from '../register/emergency/index.ts';
import { type Client, findClients } from '../register/people/index.ts';
import type { Proceeding } from '../register/proceedings/index.ts';
import type { WriteSettings } from '../registries/index.ts';
import type { Db, SealedCache } from '../storage/index.ts';
import { findBlocked } from './contracts/index.ts';
import { findWriteAsker, type WriteAsker } from './fix-write.ts';
import type { Question } from './query.ts';
import type { QueryClass } from './query-class.ts';
import { questionHash, questionKey } from './question-hash.ts';
import { findStandingAnswers, type StandingAnswer } from './standing-answer-store.ts';

/** How a question comes to be asked that no worker has posed. */
export interface Automatic {
  /** The part of the system that asks, on behalf of the worker in whose name it leaves. */
  readonly system: string;
  /** Answers from before are out of date. */
  readonly notOlderThan: Temporal.Instant;
}

/** What somebody asks at once in one proceeding: a question, or a household's worth of them. */
export interface Call {
  readonly actor: Omit<Actor, 'sessionId'>;
  readonly proceedingId: string;
  readonly questions: readonly Question[];
  readonly class: QueryClass;
  readonly automatic?: Automatic | undefined;
  /** The trace that its queries go on with. */
  readonly traceParent?: string | undefined;
}

/** A standing answer whose sealed bytes are in hand. */
export type KeptAnswer = StandingAnswer & { readonly sealed: Uint8Array };

/** All that is needed to decide on some calls, read at one time. */
export interface Grounds {
  readonly now: Temporal.Instant;
  /** By id; those that are not there, and those that could not be held, are missing. */
  readonly proceedings: ReadonlyMap<string, Proceeding>;
  /** The calls whose proceeding is there for who calls. */
  readonly welcome: ReadonlySet<Call>;
  readonly clients: ReadonlyMap<string, Client>;
  /** Types that are not asked, since their register has broken its contract. */
  readonly blocked: ReadonlySet<string>;
  /** The newest answer that can still be read, by {@link questionKey}. */
  readonly answers: ReadonlyMap<string, KeptAnswer>;
  /** Who enters what is to be written, by the caller's institution. */
  readonly writers: ReadonlyMap<string, WriteAsker>;
}

export interface GatherPorts {
  readonly cache: SealedCache;
  readonly clock: Clock;
  readonly writes: WriteSettings;
}

export type ReadProceedings<D extends Db> = (db: D, ids: readonly string[]) => Promise<ReadonlyMap<string, Proceeding>>;

/**
 * Reads what the calls are decided by, in one round trip.
 *
 * @param readProceedings whether the proceedings are held against closing, too
 */
export async function gather<D extends Db>(
  ports: GatherPorts,
  db: D,
  calls: readonly Call[],
  readProceedings: ReadProceedings<D>,
): Promise<Grounds> {
  const now = ports.clock.now();
  const questions = calls.flatMap(({ proceedingId, questions }) => questions.map((question) => ({ proceedingId, question })));
  const wanted = new Map(
    questions.map(({ proceedingId, question }) => {
      const one = { proceedingId, hash: questionHash(question) };
      return [questionKey(one), one];
    }),
  );
  // Asked for at once, and answered in this order: the proceedings are held before the others are looked at.
  const [proceedings, clients, blocked, standing, writers] = await Promise.all([
    readProceedings(db, [...new Set(calls.map(({ proceedingId }) => proceedingId))]),
    findClients(db, [...new Set(questions.map(({ question }) => question.subjectId))]),
    findBlocked(db),
    findStandingAnswers(db, [...wanted.values()]),
    findWriters(ports, db, calls),
  ]);
  const welcome = await Promise.all(calls.map((call) => isWelcome(db, call, proceedings.get(call.proceedingId), now)));
  const kept = await Promise.all(standing.map((answer) => inHand(ports.cache, answer)));
  const answers = new Map(kept.flatMap((answer) => (answer === undefined ? [] : [[questionKey(answer), answer]])));
  return {
    now,
    proceedings,
    welcome: new Set(welcome.filter((call) => call !== undefined)),
    clients,
    blocked,
    answers,
    writers,
  };
}

async function isWelcome(db: Db, call: Call, proceeding: Proceeding | undefined, now: Temporal.Instant): Promise<Call | undefined> {
  return proceeding !== undefined && (await mayEnter(db, call.actor, proceeding, now)) ? call : undefined;
}

/** What may be shown only lies in the cache alone; what has left it serves nobody any more. */
async function inHand(cache: SealedCache, answer: StandingAnswer): Promise<KeptAnswer | undefined> {
  const sealed = answer.sealed ?? (await cache.get(answer.proceedingId, answer.queryId));
  return sealed && { ...answer, sealed };
}

async function findWriters({ writes }: GatherPorts, db: Db, calls: readonly Call[]): Promise<ReadonlyMap<string, WriteAsker>> {
  const found = await Promise.all(
    calls.map(async ({ actor: { institutionId }, questions }) => {
      const writer = await findWriteAsker(db, institutionId, questions, writes);
      return writer === undefined ? [] : [[institutionId, writer] as const];
    }),
  );
  return new Map(found.flat());
}
