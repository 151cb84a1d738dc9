import { type Static, Type } from 'typebox';
import { orNull } from '../platform/index.ts';
import { catalogue, findQueryType, type QueryType } from '../registries/index.ts';
import type { Planned } from './plan.ts';
import { type Protocols, restOf } from './protocol.ts';

export const Label = Type.Object({ et: Type.String(), en: Type.String(), ru: Type.String() });
export const Instant = Type.String({ format: 'date-time' });

export const Source = Type.Object({
  registry: Type.String(),
  service: Type.String({
    description: 'X-Road service identifier: instance/class/member/subsystem/service/version, without version where it was asked by REST',
  }),
  xRoadId: Type.String(),
  requestHash: orNull(Type.String({ description: 'base64 SHA-512 of the request as sent (PR-MESS 2.2, PR-REST 4.3)' })),
  sentAt: Instant,
  receivedAt: orNull(Instant),
});

/** What the worker does now; where something was found whole there is nothing to say. */
const advice = { advice: Label };
const answered = { asOf: Instant, storage: Type.Union([Type.Literal('STORABLE'), Type.Literal('DISPLAY_ONLY')]), source: Source };

/** An answer always has a state; an empty field never stands for "no", "not yet" or "could not be asked". */
export const Answer = Type.Union([
  Type.Object({ state: Type.Literal('FOUND'), record: Type.Unknown(), ...answered }),
  Type.Object({
    state: Type.Literal('PARTIAL'),
    record: Type.Unknown(),
    missing: Type.Array(Type.String()),
    from: Type.Optional(Type.String({ format: 'date' })),
    ...answered,
    ...advice,
  }),
  Type.Object({ state: Type.Literal('NOT_FOUND'), text: Type.Optional(Type.String()), ...answered, ...advice }),
  Type.Object({ state: Type.Literal('NOT_YET_DUE'), from: Type.String({ format: 'date' }), ...answered, ...advice }),
  Type.Object({ state: Type.Literal('REJECTED'), reason: Type.String(), text: Type.Optional(Type.String()), ...answered, ...advice }),
  Type.Object({
    state: Type.Literal('UNAVAILABLE'),
    retryAt: orNull(Instant),
    code: orNull(Type.String()),
    trouble: orNull(Type.String({ description: 'STAR-XT-...: what to tell user support' })),
    advice: Label,
  }),
]);

export const QueryReply = Type.Object({
  id: Type.String({ format: 'uuid' }),
  proceedingId: Type.String({ format: 'uuid' }),
  type: Type.String(),
  registry: Type.String(),
  subjectId: Type.String({ format: 'uuid' }),
  state: Type.String(),
  servedFromCache: Type.Boolean(),
  askedAt: Instant,
  answeredAt: orNull(Instant),
  answer: orNull(Answer),
  outlook: orNull(
    Type.Object(
      { likelyAt: orNull(Instant), backgroundFrom: orNull(Instant) },
      {
        description:
          'Of a query under way, when it is looked at: when an answer is likely, and from when on nobody need wait before a screen',
      },
    ),
  ),
});

const warnings = {
  warnings: Type.Optional(
    Type.Array(Type.Object({ code: Type.String(), text: Label }), { description: 'Asked all the same: a quota is exceeded' }),
  ),
};

const AskedReply = Type.Object({
  items: Type.Array(
    Type.Object({
      queryId: Type.String({ format: 'uuid' }),
      type: Type.String(),
      subjectId: Type.String({ format: 'uuid' }),
      state: Type.String(),
      servedFromCache: Type.Boolean(),
    }),
  ),
  ...warnings,
});

const Effect = Type.Enum(['READ', 'WRITE'], { description: 'WRITE: asking changes something at the register, once' });

const PlannedReply = Type.Object({
  items: Type.Array(
    Type.Object({
      type: Type.String(),
      name: Label,
      subjectId: Type.String({ format: 'uuid' }),
      registry: Type.String(),
      effect: Effect,
      service: Type.String({ description: 'Service code and version at the register' }),
      contract: Type.String(),
      legalBasis: Type.String(),
      fields: Type.Array(Type.String()),
      parameters: Type.Unknown(),
      storage: Type.Object({ class: Type.String(), confirmed: Type.Boolean() }),
      outcome: Type.Union([Type.Literal('WOULD_LEAVE'), Type.Literal('FROM_CACHE'), Type.Literal('JOINS'), Type.Literal('REFUSED')]),
      code: orNull(Type.String({ description: 'Why it would be refused' })),
    }),
  ),
});

/** The query that was asked; with `dryRun`, the plan of what would be. */
export const AskedOrPlannedReply = Type.Union([Type.Object({ ...QueryReply.properties, ...warnings }), PlannedReply]);

/** The queries that were asked; with `dryRun`, the plan of what would be. */
export const PrefillReply = Type.Union([AskedReply, PlannedReply]);

/** Who would be asked what, under which section of law, and with which fields. */
export function plannedQuestions(planned: readonly Planned[], protocols: Protocols): Static<typeof PlannedReply> {
  return {
    items: planned.flatMap(({ question, outcome, code }) => {
      const type = findQueryType(question.type);
      if (type === undefined) return [];
      const { name, registry, contract, legalBasis, storage } = type;
      const { code: serviceCode, version }: QueryType['service'] = restOf(type, protocols)?.service ?? type.service;
      const service = [serviceCode, ...(version === undefined ? [] : [version])].join('/');
      const { subjectId, parameters } = question;
      return {
        type: type.code,
        name,
        subjectId,
        registry,
        effect: effectOf(type),
        service,
        contract,
        legalBasis,
        fields: [...type.fields],
        parameters,
        storage,
        outcome,
        code,
      };
    }),
  };
}

function effectOf({ write }: QueryType): 'READ' | 'WRITE' {
  return write === undefined ? 'READ' : 'WRITE';
}

const QueryTypeReply = Type.Object({
  code: Type.String(),
  registry: Type.String(),
  effect: Effect,
  name: Label,
  contract: Type.String({ description: 'REAL: the register’s published one. PROPOSED: ours, until there is one' }),
  launch: Type.Array(Type.String()),
  legalBasis: Type.String(),
  allowedKinds: Type.Array(Type.String()),
  roles: Type.Array(Type.String()),
  subjectRoles: orNull(Type.Array(Type.String(), { description: 'The parts in a proceeding of those who may be asked about. Null: all' })),
  storage: Type.Object({ class: Type.String(), confirmed: Type.Boolean() }),
  freshHours: Type.Number(),
  deadlineSeconds: Type.Number(),
  justification: Type.String(),
  fields: Type.Array(Type.String()),
  parameters: Type.Unknown({ description: 'JSON Schema of the parameters' }),
});

export const QueryTypesReply = Type.Object({ items: Type.Array(QueryTypeReply) });

/** The catalogue as front-ends see it. */
export function queryTypes(): Static<typeof QueryTypesReply> {
  return { items: catalogue.map(describe) };
}

function describe(type: QueryType): Static<typeof QueryTypeReply> {
  const { allowedKinds, roles, launch, fields } = type;
  return {
    code: type.code,
    registry: type.registry,
    effect: effectOf(type),
    name: type.name,
    contract: type.contract,
    launch: [...launch],
    legalBasis: type.legalBasis,
    allowedKinds: [...allowedKinds],
    roles: [...roles],
    subjectRoles: type.subjectRoles === undefined ? null : [...type.subjectRoles],
    storage: type.storage,
    freshHours: type.freshHours,
    deadlineSeconds: type.deadlineSeconds,
    justification: type.justification,
    fields: [...fields],
    parameters: type.parameters,
  };
}
