import { Type } from 'typebox';
import { type Clock, fail, failure, ok } from '../../platform/index.ts';
import type { Database, DataKeys } from '../../storage/index.ts';
import { type Actor, type Route, read, write } from '../access/index.ts';
import { ACTION_KINDS, type Action } from './action.ts';
import { type ClosePorts, closeProceeding } from './close-proceeding.ts';
import { INTAKE_CHANNELS, INTAKE_KINDS } from './intake.ts';
import { CASE_WORKERS, CLOSE_REASONS, kindsOf, PROCEEDING_KINDS, type Proceeding, SUBJECT_ROLES } from './proceeding.ts';
import { recordAction } from './record-action.ts';
import { registerIntake } from './register-intake.ts';
import { findIntake, findProceeding, type Intake, listActions, listProceedings } from './store.ts';
import { suspendProceeding } from './suspend-proceeding.ts';

/** A page of a list, where the caller does not say. */
const PAGE = 50;
/** A page of a list at most. */
const PAGE_AT_MOST = 200;
/** Subjects of one intake: the largest household and then some. */
const SUBJECTS_AT_MOST = 50;
const strict = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Paging = Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_AT_MOST })), after: Type.Optional(Id) }, strict);
const Params = Type.Object({ id: Id });
const Subject = Type.Object({ clientId: Id, role: Type.Enum([...SUBJECT_ROLES]) }, strict);
const Time = Type.String({ format: 'date-time' });

const ProceedingReply = Type.Object({
  id: Id,
  no: Type.String(),
  kind: Type.Enum([...PROCEEDING_KINDS]),
  state: Type.String(),
  ownerId: Id,
  openedAt: Time,
  closedAt: Type.Optional(Time),
  closeReason: Type.Optional(Type.Enum([...CLOSE_REASONS])),
  subjects: Type.Array(Subject),
});

const IntakeReply = Type.Object({
  intake: Type.Object({
    id: Id,
    no: Type.String(),
    kind: Type.Enum([...INTAKE_KINDS]),
    channel: Type.Enum([...INTAKE_CHANNELS]),
    problem: Type.String(),
    state: Type.String(),
    receivedAt: Time,
    subjectIds: Type.Array(Id),
  }),
  proceeding: Type.Optional(ProceedingReply),
});

const ActionReply = Type.Object({
  id: Id,
  kind: Type.Enum([...ACTION_KINDS]),
  origin: Type.String(),
  performedBy: Id,
  text: Type.String(),
  refs: Type.Object({ queryId: Type.Optional(Id) }),
  at: Time,
});

export interface ProceedingPorts extends Omit<ClosePorts, 'keys'> {
  readonly database: Database;
  readonly keys: DataKeys;
  readonly clock: Clock;
  /** Whether the proceeding is there for somebody to look at, be it not theirs. */
  readonly visit: (actor: Actor, proceeding: Proceeding) => Promise<boolean>;
}

export function proceedingRoutes(ports: ProceedingPorts): readonly Route[] {
  const { database } = ports;
  const there = async (actor: Actor, id: string) => {
    const proceeding = await findProceeding(database.db, id);
    return proceeding !== undefined && (await ports.visit(actor, proceeding)) ? ok(proceeding) : fail(failure('NOT_FOUND'));
  };
  const shown = async (actor: Actor, id: string) => {
    const proceeding = await there(actor, id);
    return proceeding.ok ? ok({ body: viewOf(proceeding.value), version: String(proceeding.value.version) }) : proceeding;
  };
  return [
    write({
      method: 'POST',
      path: '/intakes',
      summary: 'Registers an intake (pöördumine) and, where asked, opens its proceeding',
      callers: CASE_WORKERS,
      body: Type.Object(
        {
          kind: Type.Enum([...INTAKE_KINDS]),
          channel: Type.Enum([...INTAKE_CHANNELS]),
          problem: Type.String({ minLength: 1, maxLength: 4000 }),
          subjects: Type.Array(Subject, { minItems: 1, maxItems: SUBJECTS_AT_MOST }),
          openProceeding: Type.Optional(Type.Object({ kind: Type.Enum([...PROCEEDING_KINDS]) }, strict)),
        },
        strict,
      ),
      reply: IntakeReply,
      async perform({ actor, body }, tx) {
        const intake = await registerIntake(ports, tx, actor, body);
        return intake.ok ? ok({ status: 201, id: intake.value }) : intake;
      },
      async show(_call, id) {
        const intake = await findIntake(database.db, id);
        if (intake === undefined) return fail(failure('NOT_FOUND'));
        const proceeding = intake.proceedingId === undefined ? undefined : await findProceeding(database.db, intake.proceedingId);
        return ok({ body: { intake: intakeView(intake), ...(proceeding === undefined ? {} : { proceeding: viewOf(proceeding) }) } });
      },
    }),
    read({
      method: 'GET',
      path: '/proceedings',
      summary: 'The institution’s proceedings',
      callers: CASE_WORKERS,
      query: Paging,
      reply: Type.Object({ items: Type.Array(ProceedingReply), next: Type.Optional(Id) }),
      async show({ actor, query }) {
        const limit = query.limit ?? PAGE;
        const items = await listProceedings(database.db, {
          institutionId: actor.institutionId,
          kinds: kindsOf(actor.roles),
          after: query.after,
          limit,
        });
        return ok({ body: { items: items.map(viewOf), ...nextOf(items, limit) } });
      },
    }),
    read({
      method: 'GET',
      path: '/proceedings/:id',
      summary: 'A proceeding (menetlus)',
      callers: CASE_WORKERS,
      params: Params,
      reply: ProceedingReply,
      show: ({ actor, params }) => shown(actor, params.id),
    }),
    write({
      method: 'POST',
      path: '/proceedings/:id/close',
      summary: 'Closes a proceeding: from then on nobody can read what registers answered in it',
      callers: CASE_WORKERS,
      params: Params,
      body: Type.Object({ reason: Type.Enum([...CLOSE_REASONS]) }, strict),
      reply: ProceedingReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        const closed = await closeProceeding(ports, tx, actor, { proceedingId: params.id, reason: body.reason, ifMatch });
        return closed.ok ? ok({ status: 200, id: closed.value.id }) : closed;
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
    ...(
      [
        ['suspend', 'SUSPENDED', 'Suspends a proceeding: nothing may be asked in it until it goes on'],
        ['resume', 'OPENED', 'Lets a suspended proceeding go on'],
      ] as const
    ).map(([verb, to, summary]) =>
      write({
        method: 'POST',
        path: `/proceedings/:id/${verb}`,
        summary,
        callers: CASE_WORKERS,
        params: Params,
        reply: ProceedingReply,
        async perform({ actor, params, ifMatch }, tx) {
          const moved = await suspendProceeding(ports, tx, actor, { proceedingId: params.id, to, ifMatch });
          return moved.ok ? ok({ status: 200, id: moved.value.id }) : moved;
        },
        show: ({ actor }, id) => shown(actor, id),
      }),
    ),
    read({
      method: 'GET',
      path: '/proceedings/:id/actions',
      summary: 'The course of a proceeding: its actions (toimingud), automatic ones included',
      callers: CASE_WORKERS,
      params: Params,
      query: Paging,
      reply: Type.Object({ items: Type.Array(ActionReply), next: Type.Optional(Id) }),
      async show({ actor, params, query }) {
        const proceeding = await there(actor, params.id);
        if (!proceeding.ok) return proceeding;
        const limit = query.limit ?? PAGE;
        const items = await listActions(database.db, params.id, query.after, limit);
        return ok({ body: { items: items.map(actionView), ...nextOf(items, limit) } });
      },
    }),
    write({
      method: 'POST',
      path: '/proceedings/:id/actions',
      summary: 'Enters what a worker did or notes',
      callers: CASE_WORKERS,
      params: Params,
      body: Type.Object(
        { kind: Type.Enum(ACTION_KINDS.filter((kind) => kind !== 'QUERY')), text: Type.String({ minLength: 1, maxLength: 4000 }) },
        strict,
      ),
      reply: Type.Object({ id: Id }),
      async perform({ actor, params, body }, tx) {
        const recorded = await recordAction(ports, tx, actor, { proceedingId: params.id, ...body });
        return recorded.ok ? ok({ status: 201, id: recorded.value }) : recorded;
      },
      show: async (_call, id) => ok({ body: { id } }),
    }),
  ];
}

/** The cursor of the next page, where this one is full. */
function nextOf(items: readonly { readonly id: string }[], limit: number): { next?: string } {
  const last = items.at(-1);
  return items.length === limit && last !== undefined ? { next: last.id } : {};
}

function viewOf(proceeding: Proceeding) {
  return {
    id: proceeding.id,
    no: proceeding.no,
    kind: proceeding.kind,
    state: proceeding.state,
    ownerId: proceeding.ownerId,
    openedAt: proceeding.openedAt.toString(),
    ...(proceeding.closedAt === undefined ? {} : { closedAt: proceeding.closedAt.toString() }),
    ...(proceeding.closeReason === undefined ? {} : { closeReason: proceeding.closeReason }),
    subjects: proceeding.subjects,
  };
}

function intakeView(intake: Intake) {
  const { id, no, kind, channel, problem, state, receivedAt, subjectIds } = intake;
  return { id, no, kind, channel, problem, state, receivedAt: receivedAt.toString(), subjectIds };
}

function actionView(action: Action) {
  const { id, kind, origin, performedBy, text, refs, at } = action;
  return { id, kind, origin, performedBy, text, refs, at: at.toString() };
}
