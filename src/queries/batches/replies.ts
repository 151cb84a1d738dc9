import { type Static, Type } from 'typebox';
import { orNull } from '../../platform/index.ts';
import { type BatchType, batchCatalogue } from '../../registries/index.ts';
import { Instant, Label, Source } from '../replies.ts';

const Id = Type.String({ format: 'uuid' });
const Count = Type.Integer({ minimum: 0 });

const BatchTypeReply = Type.Object({
  code: Type.String(),
  registry: Type.String(),
  name: Label,
  contract: Type.String({ description: 'REAL: the register’s published one. PROPOSED: ours, until there is one' }),
  legalBasis: Type.String(),
  about: Type.String({ description: 'NAMED_PEOPLE: subjects of open proceedings. RESIDENTS: of the own municipality; nobody is named' }),
  allowedKinds: Type.Array(Type.String()),
  roles: Type.Array(Type.String()),
  storage: Type.Object({ class: Type.String(), confirmed: Type.Boolean() }),
  justification: Type.String(),
  fields: Type.Array(Type.String()),
  parameters: Type.Unknown({ description: 'JSON Schema of the parameters' }),
  peopleAtMost: Type.Integer(),
  giveUpHours: Type.Integer({ description: 'How long the register may take' }),
});

export const BatchTypesReply = Type.Object({ items: Type.Array(BatchTypeReply) });

/** The mass services as front-ends see them. */
export function batchTypes(): Static<typeof BatchTypesReply> {
  return { items: batchCatalogue.map(describe) };
}

function describe(type: BatchType): Static<typeof BatchTypeReply> {
  const { code, registry, name, contract, legalBasis, storage, justification, parameters, peopleAtMost, giveUpHours } = type;
  const { about } = type;
  const allowedKinds = type.about === 'RESIDENTS' ? [] : [...type.allowedKinds];
  const [roles, fields] = [[...type.roles], [...type.fields]];
  return {
    code,
    registry,
    name,
    contract,
    legalBasis,
    about,
    allowedKinds,
    roles,
    storage,
    justification,
    fields,
    parameters,
    peopleAtMost,
    giveUpHours,
  };
}

export const BatchReply = Type.Object({
  id: Id,
  type: Type.String(),
  registry: Type.String(),
  state: Type.String({ description: 'ORDERED, SUBMITTED, FETCHED, FAILED, EXPIRED, CANCELLED, CLOSED' }),
  orderedAt: Instant,
  fetchedAt: orNull(Instant),
  keepUntil: orNull(Instant),
  nextAt: orNull(Instant),
  code: orNull(Type.String()),
  trouble: orNull(Type.String({ description: 'STAR-XT-...: what to tell user support' })),
  advice: orNull(Label),
  source: orNull(Source),
  people: Type.Object({
    AWAITED: Count,
    FOUND: Count,
    PARTIAL: Count,
    NOT_FOUND: Count,
    NOT_YET_DUE: Count,
    REJECTED: Count,
    UNANSWERED: Count,
    DROPPED: Count,
  }),
});

const Answer = Type.Union([
  Type.Object({ state: Type.Literal('FOUND'), record: Type.Unknown() }),
  Type.Object({ state: Type.Literal('PARTIAL'), record: Type.Unknown(), missing: Type.Array(Type.String()), advice: Label }),
  Type.Object({ state: Type.Literal('NOT_FOUND'), text: Type.Optional(Type.String()), advice: Label }),
  Type.Object({ state: Type.Literal('REJECTED'), reason: Type.String(), text: Type.Optional(Type.String()), advice: Label }),
]);

const PersonReply = Type.Object({
  position: Count,
  proceedingId: Id,
  subjectId: Id,
  outcome: orNull(Type.String({ description: 'The answer’s state; UNANSWERED: the file does not tell; DROPPED: no purpose any more' })),
  code: orNull(Type.String()),
  answer: orNull(Answer),
});

const ResidentReply = Type.Object({ position: Count, personalCode: Type.String(), outcome: Type.String(), answer: Answer });

export const PeopleReply = Type.Object({ items: Type.Array(Type.Union([PersonReply, ResidentReply])), next: Type.Optional(Count) });
