import { Type } from 'typebox';
import { fail, failure, holdsOn, ok, orNull, Temporal, today } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { type Actor, type Route, read, write } from '../access/index.ts';
import { type DescribePorts, describeAnew, describeMeasure, endMeasure } from './describe-measure.ts';
import type { DescribedMeasure } from './determination.ts';
import { findMeasure } from './find-measure.ts';
import { MEASURE_KINDS, type Measure, PAYMENT_METHODS } from './measure.ts';
import { CatalogueReply, Euros, MeasureReply, readEntry, showMeasure, showVersion, TERMS } from './measure-body.ts';
import { PRICE_TYPES } from './price.ts';
import { findMeasureById, listMeasures } from './store.ts';
import { applicationTemplate, decisionTemplate } from './template.ts';

const KEEPERS = ['REGISTRY_MANAGER', 'ADMIN'] as const;
/** A page of the catalogue, where the caller does not say. */
const PAGE = 50;
/** A page of the catalogue at most. */
const PAGE_AT_MOST = 200;
const strict = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Day = Type.String({ format: 'date' });
const Code = Type.String({ pattern: '^[A-Z][A-Z0-9_]{0,59}$' });
const Params = Type.Object({ id: Id });

const APPLICATION = {
  measureId: Id,
  measureVersionId: Id,
  kind: Type.Enum([...MEASURE_KINDS]),
  name: Type.String(),
  description: Type.Optional(Type.String()),
  type: Type.Optional(Code),
  targetGroups: Type.Array(Code),
  periodicity: Type.Optional(Code),
  priceType: Type.Optional(Type.Enum([...PRICE_TYPES])),
  amount: Type.Optional(Euros),
  unit: Type.Optional(Type.String()),
  percent: Type.Optional(Type.Integer()),
  paymentMethods: Type.Array(Type.Enum([...PAYMENT_METHODS])),
  legalBasisIds: Type.Array(Id),
  incomeNeeded: Type.Boolean({ description: 'Whether income is calculated before it is decided' }),
};
const DECISION = {
  ...APPLICATION,
  amountInDecision: Type.Boolean({ description: 'Whether the amount is the decision’s to set; else it is as described' }),
  validTo: orNull(Day),
  budgetId: Type.Optional(Id),
};

export interface MeasurePorts extends DescribePorts {
  readonly database: Database;
}

/** Measures (abinõud): described by who offers them, found by everybody, and what an application and a decision start from. */
export function measureRoutes(ports: MeasurePorts): readonly Route[] {
  const { database, clock } = ports;
  const dayOf = (on: string | undefined) => (on === undefined ? today(clock) : Temporal.PlainDate.from(on));
  const shown = async (actor: Actor, id: string) => {
    const measure = await findMeasureById(database.db, id);
    if (measure === undefined) return fail(failure('MEASURE_NOT_FOUND'));
    return ok({ body: showMeasure(measure, isOf(actor, measure)), version: String(measure.version) });
  };
  const template = (path: string, summary: string, members: typeof APPLICATION, make: (described: DescribedMeasure) => object) =>
    read({
      method: 'GET',
      path,
      summary,
      callers: ['SOCIAL_WORKER', 'SETTLEMENT', 'ADMIN', 'SKA_SUPERVISION', 'REGISTRY_MANAGER'],
      params: Params,
      query: Type.Object({ on: Type.Optional(Day) }, strict),
      reply: Type.Object(members),
      async show({ actor: { institutionId }, params, query }) {
        const described = await findMeasure(database.db, { measureId: params.id, institutionId, on: dayOf(query.on) });
        return described.ok ? ok({ body: make(described.value) }) : described;
      },
    });
  return [
    read({
      method: 'GET',
      path: '/measures',
      summary: 'The catalogue: measures that are described for a day, of one’s own institution and the state or, where asked, of any',
      callers: 'SIGNED_IN',
      query: Type.Object(
        {
          institution: Type.Optional(Type.Union([Type.Literal('any'), Type.Literal('state'), Id])),
          on: Type.Optional(Day),
          kind: Type.Optional(Type.Enum([...MEASURE_KINDS])),
          type: Type.Optional(Code),
          targetGroup: Type.Optional(Code),
          after: Type.Optional(Id),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_AT_MOST })),
        },
        strict,
      ),
      reply: CatalogueReply,
      async show({ actor, query: { institution, kind, type, targetGroup, after, limit = PAGE, ...query } }) {
        const on = dayOf(query.on);
        const institutions = institutionsOf(institution, actor);
        const measures = await listMeasures(database.db, { institutions, kind, type, targetGroup }, { on, after, limit });
        const last = measures.at(-1);
        const items = measures.flatMap((measure) => catalogued(measure, on, actor));
        return ok({ body: { items, ...(measures.length === limit && last !== undefined ? { next: last.id } : {}) } });
      },
    }),
    read({
      method: 'GET',
      path: '/measures/:id',
      summary: 'A measure with every version of its description',
      callers: 'SIGNED_IN',
      params: Params,
      reply: MeasureReply,
      show: ({ actor, params }) => shown(actor, params.id),
    }),
    template('/measures/:id/application-template', 'What an application for the measure starts from', APPLICATION, applicationTemplate),
    template('/measures/:id/decision-template', 'What a decision on the measure starts from', DECISION, decisionTemplate),
    write({
      method: 'POST',
      path: '/measures',
      summary: 'Describes a measure: the registry manager the state’s, an administrator their municipality’s',
      callers: KEEPERS,
      body: Type.Object({ kind: Type.Enum([...MEASURE_KINDS]), ...TERMS }, strict),
      reply: MeasureReply,
      async perform({ actor, body: { kind, ...terms } }, tx) {
        const described = await describeMeasure(ports, tx, actor, kind, readEntry(terms));
        return described.ok ? ok({ status: 201, id: described.value, location: `/api/v1/measures/${described.value}` }) : described;
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
    write({
      method: 'POST',
      path: '/measures/:id/versions',
      summary: 'Describes a measure anew from a day on; what was determined keeps its version',
      callers: KEEPERS,
      versioned: true,
      params: Params,
      body: Type.Object(TERMS, strict),
      reply: MeasureReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        const described = await describeAnew(ports, tx, actor, { measureId: params.id, ifMatch }, readEntry(body));
        return described.ok ? ok({ status: 201, id: described.value }) : described;
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
    write({
      method: 'POST',
      path: '/measures/:id/end',
      summary: 'Ends a measure on a day: from the next on nobody determines it',
      callers: KEEPERS,
      versioned: true,
      params: Params,
      body: Type.Object({ validTo: Day }, strict),
      reply: MeasureReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        const validTo = Temporal.PlainDate.from(body.validTo);
        const ended = await endMeasure(ports, tx, actor, { measureId: params.id, ifMatch, validTo });
        return ended.ok ? ok({ status: 200, id: ended.value }) : ended;
      },
      show: ({ actor }, id) => shown(actor, id),
    }),
  ];
}

/** Undefined: anybody's. Null: the state's. */
function institutionsOf(asked: string | undefined, { institutionId }: Actor): readonly (string | null)[] | undefined {
  if (asked === 'any') return undefined;
  if (asked === 'state') return [null];
  return asked === undefined ? [institutionId, null] : [asked];
}

function catalogued(measure: Measure, on: Temporal.PlainDate, actor: Actor) {
  const { id, kind, institutionId, versions } = measure;
  const described = versions.find((version) => holdsOn(version, on));
  if (described === undefined) return [];
  return [{ id, kind, ...(institutionId === undefined ? {} : { institutionId }), described: showVersion(described, isOf(actor, measure)) }];
}

function isOf(actor: Actor, { institutionId }: Measure): boolean {
  return institutionId === undefined ? actor.roles.includes('REGISTRY_MANAGER') : institutionId === actor.institutionId;
}
