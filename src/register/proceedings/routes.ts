import { Type } from 'typebox';
import { type Failure, ok, orNull, type Result } from '../../platform/index.ts';
import { type Actor, type Route, read, write } from '../access/index.ts';
import { assignProceeding } from './assign-proceeding.ts';
import { type ClosePorts, closeProceeding } from './close-proceeding.ts';
import { courseRoutes } from './course-routes.ts';
import { addSubject, describeSubject } from './describe-subjects.ts';
import { type IntakeRoutePorts, intakeRoutes } from './intake-routes.ts';
import { findIntakesOf } from './intake-store.ts';
import { lookAtProceeding } from './look.ts';
import { ownRoutes } from './own-routes.ts';
import { CASE_WORKERS, CLOSE_REASONS, kindsOf, type Proceeding } from './proceeding.ts';
import { reopenProceeding } from './reopen-proceeding.ts';
import { AddressShape, ProceedingReply, ProceedingWholeReply, proceedingView, proceedingWholeView, SubjectShape } from './replies.ts';
import { proceedingsSeen } from './seen.ts';
import { selfServiceRoutes } from './self-service-routes.ts';
import { Id, nextOf, PAGE, Paging, Params, Reason, strict } from './shapes.ts';
import { listProceedings } from './store.ts';
import { SOCIAL_STATUSES } from './subject.ts';
import { findSubjects } from './subject-store.ts';
import { suspendProceeding } from './suspend-proceeding.ts';
import { transferRoutes } from './transfer-routes.ts';

export interface ProceedingPorts extends ClosePorts, IntakeRoutePorts {}

export function proceedingRoutes(ports: ProceedingPorts): readonly Route[] {
  const { database } = ports;
  const there = (actor: Actor, id: string) => lookAtProceeding(ports, actor, id);
  const whole = async (proceeding: Proceeding) => {
    const [subjects, intakeIds] = await Promise.all([findSubjects(database.db, proceeding.id), findIntakesOf(database.db, proceeding.id)]);
    return ok({ body: proceedingWholeView(proceeding, subjects, intakeIds), version: String(proceeding.version) });
  };
  const shown = async (actor: Actor, id: string) => {
    const proceeding = await there(actor, id);
    return proceeding.ok ? whole(proceeding.value) : proceeding;
  };
  const done = (result: Result<Proceeding, Failure>, status = 200) => (result.ok ? ok({ status, id: result.value.id }) : result);
  return [
    ...intakeRoutes(ports),
    ...selfServiceRoutes(ports),
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
        return ok({ body: { items: items.map(proceedingView), ...nextOf(items, limit) } });
      },
    }),
    read({
      method: 'GET',
      path: '/proceedings/:id',
      summary: 'A proceeding (menetlus)',
      callers: CASE_WORKERS,
      params: Params,
      reply: ProceedingWholeReply,
      async show({ actor, params }) {
        const proceeding = await there(actor, params.id);
        if (!proceeding.ok) return proceeding;
        await proceedingsSeen(ports, actor, 'PROCEEDING_READ', [proceeding.value]);
        return whole(proceeding.value);
      },
    }),
    write({
      method: 'POST',
      path: '/proceedings/:id/close',
      summary: 'Closes a proceeding: from then on nobody can read what registers answered in it',
      callers: CASE_WORKERS,
      versioned: true,
      params: Params,
      body: Type.Object({ reason: Type.Enum([...CLOSE_REASONS]) }, strict),
      reply: ProceedingWholeReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        return done(await closeProceeding(ports, tx, actor, { proceedingId: params.id, ...body, ifMatch }));
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
        versioned: true,
        params: Params,
        reply: ProceedingWholeReply,
        async perform({ actor, params, ifMatch }, tx) {
          return done(await suspendProceeding(ports, tx, actor, { proceedingId: params.id, to, ifMatch }));
        },
        show: ({ actor }, id) => shown(actor, id),
      }),
    ),
    write({
      method: 'POST',
      path: '/proceedings/:id/reopen',
      summary: 'Has a closed proceeding go on; what registers answered in it before stays unreadable',
      callers: CASE_WORKERS,
      versioned: true,
      params: Params,
      body: Type.Object({ reason: Reason }, strict),
      reply: ProceedingWholeReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        return done(await reopenProceeding(ports, tx, actor, { proceedingId: params.id, ...body, ifMatch }));
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
    write({
      method: 'POST',
      path: '/proceedings/:id/assign',
      summary: 'Gives a proceeding to another worker of the institution',
      callers: CASE_WORKERS,
      versioned: true,
      params: Params,
      body: Type.Object({ workerId: Id }, strict),
      reply: ProceedingWholeReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        return done(await assignProceeding(ports, tx, actor, { proceedingId: params.id, ...body, ifMatch }));
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
    write({
      method: 'POST',
      path: '/proceedings/:id/subjects',
      summary: 'Takes one more person into an open proceeding',
      callers: CASE_WORKERS,
      versioned: true,
      params: Params,
      body: SubjectShape,
      reply: ProceedingWholeReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        return done(await addSubject(ports, tx, actor, { proceedingId: params.id, ...body, ifMatch }), 201);
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
    write({
      method: 'PATCH',
      path: '/proceedings/:id/subjects/:clientId',
      summary: 'Says where a subject actually lives and what they live by, as this proceeding goes by',
      callers: CASE_WORKERS,
      versioned: true,
      params: Type.Object({ id: Id, clientId: Id }),
      body: Type.Object(
        {
          actualAddress: Type.Optional(orNull(AddressShape)),
          socialStatus: Type.Optional(orNull(Type.Enum([...SOCIAL_STATUSES]))),
        },
        { ...strict, minProperties: 1 },
      ),
      reply: ProceedingWholeReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        const { id: proceedingId, clientId } = params;
        return done(await describeSubject(ports, tx, actor, { proceedingId, clientId, changes: body, ifMatch }));
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
    ...transferRoutes(ports),
    ...courseRoutes({ database, clock: ports.clock, there }),
    ...ownRoutes(ports),
  ];
}
