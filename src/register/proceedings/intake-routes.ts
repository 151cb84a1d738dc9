import { Type } from 'typebox';
import { type Failure, fail, failure, ok, orNull, type Result } from '../../platform/index.ts';
import { type Route, read, write } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { amendIntake } from './amend-intake.ts';
import { INTAKE_CHANNELS, INTAKE_KINDS, type Intake } from './intake.ts';
import { auditIntake } from './intake-audit.ts';
import { findIntake, listIntakes } from './intake-store.ts';
import { type LookPorts, lookAtIntake } from './look.ts';
import type { Opened } from './open-proceeding.ts';
import { annulIntake, linkIntake, openOnIntake, redirectIntake } from './place-intake.ts';
import { CASE_WORKERS, kindsOf, PROCEEDING_KINDS } from './proceeding.ts';
import { type IntakePorts, registerIntake } from './register-intake.ts';
import { AddressShape, IntakeBriefReply, IntakeReply, intakeBrief, intakeView, proceedingView, SubjectShape } from './replies.ts';
import { Id, nextOf, PAGE, Params, paging, Reason, strict } from './shapes.ts';
import { findProceeding } from './store.ts';

/** Subjects of one intake: the largest household and then some. */
const SUBJECTS_AT_MOST = 50;
const Problem = Type.String({ minLength: 1, maxLength: 4000 });
const Channel = Type.Enum([...INTAKE_CHANNELS]);
const Contact = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })),
    personalCode: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
    anonymous: Type.Optional(Type.Literal(true)),
    relation: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    phone: Type.Optional(Type.String({ minLength: 3, maxLength: 30 })),
    email: Type.Optional(Type.String({ minLength: 3, maxLength: 254 })),
  },
  strict,
);

export interface IntakeRoutePorts extends IntakePorts, LookPorts {}

export function intakeRoutes(ports: IntakeRoutePorts): readonly Route[] {
  const { database, clock } = ports;
  const NewProceeding = Type.Object(
    {
      kind: Type.Enum([...PROCEEDING_KINDS]),
      prefill: Type.Optional(
        Type.Object(
          { purpose: Type.Enum([...ports.prefill.purposes]), month: Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }) },
          strict,
        ),
      ),
    },
    strict,
  );
  const bodyOf = async (intake: Intake, queryIds: readonly string[] = []) => {
    const proceeding = intake.proceedingId === undefined ? undefined : await findProceeding(database.db, intake.proceedingId);
    return {
      intake: intakeView(intake),
      ...(proceeding === undefined ? {} : { proceeding: proceedingView(proceeding) }),
      ...(queryIds.length === 0 ? {} : { prefill: { queryIds } }),
    };
  };
  /** After a write, by its id and those of the queries that were asked with it. */
  const shown = async (written: string) => {
    const [id = '', ...queryIds] = written.split(' ');
    const intake = await findIntake(database.db, id);
    if (intake === undefined) return fail(failure('INTAKE_NOT_FOUND'));
    return ok({ body: await bodyOf(intake, queryIds), version: String(intake.version) });
  };
  const written = (id: string, { queryIds = [] }: Partial<Opened>) => [id, ...queryIds].join(' ');
  const moved = (result: Result<Intake, Failure>) => (result.ok ? ok({ status: 200, id: result.value.id }) : result);
  return [
    write({
      method: 'POST',
      path: '/intakes',
      summary: 'Registers an intake (pöördumine) and, where asked, opens its proceeding and asks what its application is filled in with',
      callers: CASE_WORKERS,
      body: Type.Object(
        {
          kind: Type.Enum([...INTAKE_KINDS]),
          channel: Channel,
          problem: Problem,
          contactPerson: Type.Optional(Contact),
          actualAddress: Type.Optional(AddressShape),
          subjects: Type.Optional(Type.Array(SubjectShape, { maxItems: SUBJECTS_AT_MOST })),
          openProceeding: Type.Optional(NewProceeding),
        },
        strict,
      ),
      reply: IntakeReply,
      async perform({ actor, body }, tx) {
        const registered = await registerIntake(ports, tx, actor, body);
        if (!registered.ok) return registered;
        const id = registered.value.intakeId;
        return ok({ status: 201, id: written(id, registered.value), location: `/api/v1/intakes/${id}` });
      },
      async refused({ actor }, { code }) {
        await appendAudit(database.db, { action: 'INTAKE_REFUSED', at: clock.now(), actor, outcome: 'REFUSED', code });
      },
      show: (_call, id) => shown(id),
    }),
    read({
      method: 'GET',
      path: '/intakes',
      summary: 'The institution’s intakes that are in no proceeding: those that wait for one, or were passed on or annulled',
      callers: CASE_WORKERS,
      query: Type.Object({ ...paging, state: Type.Optional(Type.Enum(['REGISTERED', 'REDIRECTED', 'ANNULLED'])) }, strict),
      reply: Type.Object({ items: Type.Array(IntakeBriefReply), next: Type.Optional(Id) }),
      async show({ actor, query }) {
        const limit = query.limit ?? PAGE;
        const { userId, institutionId, roles } = actor;
        const victimsOf = kindsOf(roles).includes('VICTIM') ? 'ALL' : userId;
        const whose = { institutionId, state: query.state ?? 'REGISTERED', victimsOf } as const;
        const items = await listIntakes(database.db, whose, { after: query.after, limit });
        return ok({ body: { items: items.map(intakeBrief), ...nextOf(items, limit) } });
      },
    }),
    read({
      method: 'GET',
      path: '/intakes/:id',
      summary: 'An intake, and the proceeding it is in',
      callers: CASE_WORKERS,
      params: Params,
      reply: IntakeReply,
      async show({ actor, params }) {
        const intake = await lookAtIntake(ports, actor, params.id);
        if (!intake.ok) return intake;
        await auditIntake(database.db, { action: 'INTAKE_READ', at: clock.now(), actor }, intake.value);
        return ok({ body: await bodyOf(intake.value), version: String(intake.value.version) });
      },
    }),
    write({
      method: 'PATCH',
      path: '/intakes/:id',
      summary: 'Amends an intake: an application until a measure is determined on it, any other until its proceeding ends',
      callers: CASE_WORKERS,
      versioned: true,
      params: Params,
      body: Type.Object(
        {
          channel: Type.Optional(Channel),
          problem: Type.Optional(Problem),
          contactPerson: Type.Optional(orNull(Contact)),
          actualAddress: Type.Optional(orNull(AddressShape)),
        },
        { ...strict, minProperties: 1 },
      ),
      reply: IntakeReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        return moved(await amendIntake(ports, tx, actor, { intakeId: params.id, changes: body, ifMatch }));
      },
      show: (_call, id) => shown(id),
    }),
    write({
      method: 'POST',
      path: '/intakes/:id/open',
      summary: 'Opens the proceeding that follows from an intake, on all of its subjects',
      callers: CASE_WORKERS,
      versioned: true,
      params: Params,
      body: NewProceeding,
      reply: IntakeReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        const opened = await openOnIntake(ports, tx, actor, { intakeId: params.id, proceeding: body, ifMatch });
        return opened.ok ? ok({ status: 201, id: written(params.id, opened.value) }) : opened;
      },
      show: (_call, id) => shown(id),
    }),
    write({
      method: 'POST',
      path: '/intakes/:id/link',
      summary: 'Puts an intake into an open proceeding on the same persons',
      callers: CASE_WORKERS,
      versioned: true,
      params: Params,
      body: Type.Object({ proceedingId: Id }, strict),
      reply: IntakeReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        return moved(await linkIntake(ports, tx, actor, { intakeId: params.id, ...body, ifMatch }));
      },
      show: (_call, id) => shown(id),
    }),
    write({
      method: 'POST',
      path: '/intakes/:id/redirect',
      summary: 'Passes an intake on to the institution whose matter it is',
      callers: CASE_WORKERS,
      versioned: true,
      params: Params,
      body: Type.Object({ institutionId: Id, reason: Reason }, strict),
      reply: IntakeReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        return moved(await redirectIntake(ports, tx, actor, { intakeId: params.id, ...body, ifMatch }));
      },
      show: (_call, id) => shown(id),
    }),
    write({
      method: 'POST',
      path: '/intakes/:id/annul',
      summary: 'Says of an intake that it was entered by mistake',
      callers: CASE_WORKERS,
      versioned: true,
      params: Params,
      body: Type.Object({ reason: Reason }, strict),
      reply: IntakeReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        return moved(await annulIntake(ports, tx, actor, { intakeId: params.id, ...body, ifMatch }));
      },
      show: (_call, id) => shown(id),
    }),
  ];
}
