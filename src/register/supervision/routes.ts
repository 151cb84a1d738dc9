import { Type } from 'typebox';
import { type Clock, fail, failure, ok, orNull, type Temporal, today, ZONE } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { type Actor, type Route, read, write } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { reviewSignal } from './review-signal.ts';
import { type MisuseSignal, RULES } from './signal.ts';
import { countSignals, findSignal, listSignals } from './signal-store.ts';

/** A page of signals, where the caller does not say. */
const PAGE = 50;
/** A page of signals at most. */
const PAGE_AT_MOST = 200;
/** Months that an administrator sees: this one and the year before it. */
const MONTHS_SHOWN = 13;
/** Shorter than this says nothing of what was found. */
const NOTE_LENGTH_AT_LEAST = 10;
const strict = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Time = Type.String({ format: 'date-time' });
const Rule = Type.Enum([...RULES]);

const SignalReply = Type.Object({
  id: Id,
  rule: Rule,
  key: Type.String({ description: 'What it is about, in the words of its rule: ids, a day, an hour, a measure' }),
  at: Time,
  workerId: orNull(Id, { description: 'Null: an institution as a whole stands out' }),
  institutionId: Id,
  score: Type.Integer({ minimum: 1, maximum: 100, description: 'How seldom the like of it has an innocent reason' }),
  evidence: Type.Array(Type.Object({ type: Type.String(), id: Id })),
  state: Type.Enum(['OPEN', 'REVIEWED']),
  review: orNull(Type.Object({ by: Id, at: Time, note: Type.String() })),
});

export interface SupervisionPorts {
  readonly database: Database;
  readonly clock: Clock;
}

/** Signals for supervision (järelevalve): SKA sees them, an institution's administrator how many there are. Reading them is in the log too (INV-64). */
export function supervisionRoutes(ports: SupervisionPorts): readonly Route[] {
  const { database, clock } = ports;
  const seen = (actor: Actor, action: string, details: Readonly<Record<string, string | number | null>>, signalId?: string) =>
    appendAudit(database.db, {
      action,
      at: clock.now(),
      actor,
      ...(signalId === undefined ? {} : { object: { type: 'misuse-signal', id: signalId } }),
      outcome: 'DONE',
      details,
    });
  const shown = async (actor: Actor, id: string) => {
    const signal = await findSignal(database.db, id);
    if (signal === undefined || signal.workerId === actor.userId) return fail(failure('SIGNAL_NOT_FOUND'));
    await seen(actor, 'SIGNAL_READ', { rule: signal.rule }, id);
    return ok({ body: viewOf(signal) });
  };
  return [
    read({
      method: 'GET',
      path: '/supervision/signals',
      summary: 'Signals of possible misuse, in the order in which they were raised',
      callers: ['SKA_SUPERVISION'],
      query: Type.Object(
        {
          state: Type.Optional(Type.Enum(['OPEN', 'REVIEWED'])),
          rule: Type.Optional(Rule),
          institution: Type.Optional(Id),
          after: Type.Optional(Id),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_AT_MOST })),
        },
        strict,
      ),
      reply: Type.Object({ items: Type.Array(SignalReply), next: Type.Optional(Id) }),
      async show({ actor, query: { state, rule, institution, after, limit = PAGE } }) {
        const signals = await listSignals(
          database.db,
          { state, rule, institutionId: institution },
          { notAbout: actor.userId, after, limit },
        );
        await seen(actor, 'SIGNALS_READ', {
          state: state ?? null,
          rule: rule ?? null,
          institution: institution ?? null,
          after: after ?? null,
          read: signals.length,
        });
        const last = signals.at(-1);
        return ok({ body: { items: signals.map(viewOf), ...(signals.length === limit && last !== undefined ? { next: last.id } : {}) } });
      },
    }),
    read({
      method: 'GET',
      path: '/supervision/signals/:id',
      summary: 'A signal of possible misuse',
      callers: ['SKA_SUPERVISION'],
      params: Type.Object({ id: Id }),
      reply: SignalReply,
      show: ({ actor, params }) => shown(actor, params.id),
    }),
    write({
      method: 'POST',
      path: '/supervision/signals/:id/review',
      summary: 'Writes down what supervision has found of a signal',
      callers: ['SKA_SUPERVISION'],
      params: Type.Object({ id: Id }),
      body: Type.Object({ note: Type.String({ minLength: NOTE_LENGTH_AT_LEAST, maxLength: 4000, pattern: '\\S' }) }, strict),
      reply: SignalReply,
      async perform({ actor, params, body }, tx) {
        const reviewed = await reviewSignal(ports, tx, actor, { signalId: params.id, note: body.note.trim() });
        return reviewed.ok ? ok({ status: 200, id: reviewed.value }) : reviewed;
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
    read({
      method: 'GET',
      path: '/supervision/signal-counts',
      summary: 'How many signals the institution’s workers have given, by rule and month: numbers alone',
      callers: ['ADMIN'],
      reply: Type.Object({
        items: Type.Array(Type.Object({ month: Type.String({ pattern: '^\\d{4}-\\d{2}$' }), rule: Rule, count: Type.Integer() })),
      }),
      async show({ actor }) {
        const since = today(clock)
          .with({ day: 1 })
          .subtract({ months: MONTHS_SHOWN - 1 });
        const counts = await countSignals(database.db, actor.institutionId, startOf(since));
        await seen(actor, 'SIGNAL_COUNTS_READ', { read: counts.length });
        return ok({ body: { items: counts } });
      },
    }),
  ];
}

function startOf(date: Temporal.PlainDate): Temporal.Instant {
  return date.toZonedDateTime(ZONE).toInstant();
}

function viewOf({ id, rule, key, at, workerId, institutionId, score, evidence, review }: MisuseSignal) {
  return {
    id,
    rule,
    key,
    at: at.toString(),
    workerId: workerId ?? null,
    institutionId,
    score,
    evidence,
    state: review === undefined ? 'OPEN' : 'REVIEWED',
    review: review === undefined ? null : { by: review.by, at: review.at.toString(), note: review.note },
  };
}
