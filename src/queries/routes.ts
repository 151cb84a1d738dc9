import { Type } from 'typebox';
import { type Failure, fail, failure, ok, type Result } from '../platform/index.ts';
import { type Actor, type Performed, type Route, read, type Shown, stream, write } from '../register/access/index.ts';
import { findProceeding, mayHandle } from '../register/proceedings/index.ts';
import type { Allowance } from '../register/supervision/index.ts';
import type { Db } from '../storage/index.ts';
import { type Asked, type AskPorts, ask, askTogether } from './ask.ts';
import { queryEventStream } from './event-stream.ts';
import type { QueryEvents } from './events.ts';
import type { Call as AskCall } from './gather.ts';
import { noteCircle } from './own-circle.ts';
import { plan } from './plan.ts';
import { askPrefill, PREFILL_PURPOSES, prefillQuestions } from './prefill.ts';
import type { Protocols } from './protocol.ts';
import type { Query, Question } from './query.ts';
import { auditRefusal } from './refusal.ts';
import { AskedOrPlannedReply, PrefillReply, plannedQuestions, QueryReply, QueryTypesReply, queryTypes } from './replies.ts';
import { findQueries, findQuery } from './store.ts';
import { type ViewPorts, viewAsked, viewQuery } from './view.ts';
import { waitForQuery } from './waiting.ts';

const Id = Type.String({ format: 'uuid' });
/** Roles that may come to a query at all; which query, the catalogue says. */
const ASKERS = ['SOCIAL_WORKER', 'SKA_CHILD_PROTECTION', 'SKA_ADOPTION'] as const;
/** Nobody is kept waiting longer than this at one request; afterwards there are events. 60 s. */
const WAIT_SECONDS_AT_MOST = 60;
/** A household's worth of questions; larger ones come in several requests. */
const HOUSEHOLD_AT_MOST = 20;

export interface QueryRoutePorts extends AskPorts, ViewPorts {
  readonly events: QueryEvents;
  readonly protocols: Protocols;
  /** Who has asked so much that they are warned, or refused. */
  readonly allowance: Allowance;
}

type AskedCall = Result<readonly Asked[], Failure>;

/** The queries' part of the internal API (design: life of a query, steps 1 and 10). */
export function queryRoutes(ports: QueryRoutePorts): readonly Route[] {
  const { database, events, allowance } = ports;
  const asking = askTogether(ports);
  const within = async (call: AskCall, asked: () => Promise<AskedCall>): Promise<AskedCall> => {
    const allowed = allowance.check(call.actor);
    return allowed.ok ? asked() : allowed;
  };
  const warned = (actor: Actor) => {
    const warnings = allowance.warnings(actor);
    return warnings.length === 0 ? {} : { warnings };
  };
  /** One question that was asked. What joined another, or is waited for, is looked at once the transaction is over. */
  const askedOne = async (actor: Actor, result: AskedCall, wait: number | undefined): Promise<Result<Performed, Failure>> => {
    if (!result.ok) return result;
    const [asked] = result.value;
    if (asked === undefined) throw new Error('a question was asked and none recorded');
    const { id } = asked.query;
    const performed = { status: asked.outcome === 'FROM_CACHE' ? 200 : 202, id, location: `/api/v1/queries/${id}` };
    if (asked.outcome === 'JOINED' || (asked.outcome === 'QUEUED' && wait)) return ok(performed);
    const view = viewAsked(asked);
    await noteCircle(ports, actor, view);
    return ok({ ...performed, shown: { status: view.answer === null ? 202 : 200, body: { ...view, ...warned(actor) } } });
  };
  const askedMany = (actor: Actor, result: AskedCall): Result<Performed, Failure> => {
    if (!result.ok) return result;
    const queries = result.value.map(({ query }) => query);
    const body = { items: queries.map(brief), ...warned(actor) };
    return ok({ status: 202, id: queries.map(({ id }) => id).join(' '), shown: { status: 202, body } });
  };
  const showPlan = async (call: AskCall): Promise<Result<Shown, Failure>> => {
    const plans = await plan(ports, database.db, call);
    return plans.ok ? ok({ body: plannedQuestions(plans.value, ports.protocols) }) : plans;
  };
  const planned = async (db: Db, call: AskCall): Promise<Result<Performed, Failure>> => {
    const plans = await plan(ports, db, call);
    if (!plans.ok) return plans;
    // Of a query that is none there is nothing to show.
    if (plans.value.some(({ code }) => code === 'QUERY_TYPE_UNKNOWN')) return fail(failure('QUERY_TYPE_UNKNOWN'));
    return ok({ status: 200, id: call.proceedingId, shown: { body: plannedQuestions(plans.value, ports.protocols) } });
  };
  return [
    read({
      method: 'GET',
      path: '/query-types',
      summary: 'The catalogue of queries: what may be asked of which register, where, by whom and on what legal basis',
      callers: 'SIGNED_IN',
      reply: QueryTypesReply,
      show: async () => ok({ body: queryTypes() }),
    }),
    write({
      method: 'POST',
      path: '/proceedings/:id/queries',
      summary:
        'Asks a register about a subject of the proceeding, or has it enter something; with dryRun says what would leave, and nothing does',
      callers: ASKERS,
      params: Type.Object({ id: Id }),
      query: Type.Object(
        {
          wait: Type.Optional(Type.Integer({ minimum: 0, maximum: WAIT_SECONDS_AT_MOST })),
          dryRun: Type.Optional(Type.Boolean()),
        },
        { additionalProperties: false },
      ),
      body: Type.Object(
        {
          type: Type.String({ maxLength: 60 }),
          subjectId: Id,
          parameters: Type.Optional(Type.Record(Type.String({ maxLength: 40 }), Type.Unknown())),
          justification: Type.Optional(Type.String({ maxLength: 2000 })),
        },
        { additionalProperties: false },
      ),
      reply: AskedOrPlannedReply,
      async perform({ actor, params, query, body }, tx) {
        const call = { actor, proceedingId: params.id, questions: [asQuestion(body)], class: 'INTERACTIVE' as const };
        return query.dryRun === true ? planned(tx, call) : askedOne(actor, await within(call, () => ask(ports, tx, call)), query.wait);
      },
      async performUnkeyed({ actor, params, query, body }) {
        const call = { actor, proceedingId: params.id, questions: [asQuestion(body)], class: 'INTERACTIVE' as const };
        return query.dryRun === true ? planned(database.db, call) : askedOne(actor, await within(call, () => asking(call)), query.wait);
      },
      refused: ({ actor, params, body }, refusal) =>
        auditRefusal(ports, actor, { proceedingId: params.id, type: body.type, subjectId: body.subjectId }, refusal),
      async show({ actor, params, query, body, signal }, id) {
        if (query.dryRun === true) return showPlan({ actor, proceedingId: params.id, questions: [asQuestion(body)], class: 'INTERACTIVE' });
        const found = await findQuery(database.db, id);
        const settled = found && query.wait ? await waitForQuery(database.db, events, found, query.wait * 1000, signal) : found;
        const view = await viewQuery(ports, actor, settled, { logged: settled?.servedFrom !== null });
        return view.ok ? ok({ status: view.value.answer === null ? 202 : 200, body: { ...view.value, ...warned(actor) } }) : view;
      },
    }),
    write({
      method: 'POST',
      path: '/proceedings/:id/prefill',
      summary:
        'Asks for a household all that an application is filled in with beforehand; with dryRun says what would be asked, and asks nothing',
      callers: ASKERS,
      params: Type.Object({ id: Id }),
      query: Type.Object({ dryRun: Type.Optional(Type.Boolean()) }, { additionalProperties: false }),
      body: Type.Object(
        {
          purpose: Type.Union(PREFILL_PURPOSES.map((purpose) => Type.Literal(purpose))),
          month: Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }),
          householdIds: Type.Array(Id, { minItems: 1, maxItems: HOUSEHOLD_AT_MOST }),
        },
        { additionalProperties: false },
      ),
      reply: PrefillReply,
      async perform({ actor, params, query, body }, tx) {
        if (query.dryRun !== true) return askedMany(actor, await askPrefill(ports, tx, actor, { proceedingId: params.id, ...body }));
        const questions = prefillQuestions(body.purpose, body.month, body.householdIds);
        if (!questions.ok) return questions;
        return planned(tx, { actor, proceedingId: params.id, questions: questions.value, class: 'PREFILL' });
      },
      refused: ({ actor, params }, refusal) => auditRefusal(ports, actor, { proceedingId: params.id, type: 'PREFILL' }, refusal),
      async show({ actor, params, query, body }, ids) {
        if (query.dryRun !== true)
          return ok({ body: { items: (await findQueries(database.db, ids.split(' '))).map(brief), ...warned(actor) } });
        const questions = prefillQuestions(body.purpose, body.month, body.householdIds);
        return questions.ok ? showPlan({ actor, proceedingId: params.id, questions: questions.value, class: 'PREFILL' }) : questions;
      },
    }),
    read({
      method: 'GET',
      path: '/queries/:id',
      summary: 'A query: its state, and its answer while the proceeding is open',
      callers: ASKERS,
      background: true,
      params: Type.Object({ id: Id }),
      reply: QueryReply,
      async show({ actor, params }) {
        const view = await viewQuery(ports, actor, await findQuery(database.db, params.id), { logged: false });
        return view.ok ? ok({ body: view.value }) : view;
      },
    }),
    stream({
      path: '/proceedings/:id/events',
      summary: 'Server-sent events: the proceeding’s queries as they move',
      callers: ASKERS,
      params: Type.Object({ id: Id }),
      async open({ actor, params, signal }) {
        const proceeding = await findProceeding(database.db, params.id);
        if (proceeding === undefined || !mayHandle(actor, proceeding)) return fail(failure('NOT_FOUND'));
        return ok(queryEventStream(events, params.id, signal));
      },
    }),
  ];
}

function asQuestion({ parameters = {}, ...question }: Partial<Question> & Omit<Question, 'parameters'>): Question {
  return { ...question, parameters };
}

function brief(query: Query) {
  return {
    queryId: query.id,
    type: query.typeCode,
    subjectId: query.clientId,
    state: query.state,
    servedFromCache: query.servedFrom !== null,
  };
}
