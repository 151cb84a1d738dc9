import { Type } from 'typebox';
import { fail, failure, ok, Temporal, today } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { type Actor, type Route, read, write } from '../access/index.ts';
import { askGroup, type Counting } from './ask-parameters.ts';
import { confirmValue, enterValue, type ParameterChangePorts, withdrawValue } from './change-parameter.ts';
import { PARAMETER_GROUPS, type ParameterValue } from './parameter.ts';
import { formatQuantity, UNITS } from './quantity.ts';
import { findParameters, findValues } from './store.ts';

const KEEPERS = ['REGISTRY_MANAGER', 'ADMIN'] as const;
const strict = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Day = Type.String({ format: 'date' });
const Code = Type.String({ pattern: '^[A-Z][A-Z0-9_]{0,59}$' });
const Value = Type.String({
  minLength: 1,
  maxLength: 60,
  description: 'Exact: euros with two decimals, a ratio as a decimal, a number, or a word',
});
const SourceAct = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' });
const ValueParams = Type.Object({ code: Code, id: Id });

const Dated = { id: Id, value: Value, sourceAct: SourceAct, validFrom: Day, validTo: Type.Optional(Day), local: Type.Boolean() };

const CountingReply = Type.Object({
  code: Code,
  group: Type.Enum([...PARAMETER_GROUPS]),
  scope: Type.Enum(['STATE', 'LOCAL']),
  unit: Type.Enum([...UNITS]),
  name: Type.Object({ et: Type.String(), en: Type.String(), ru: Type.String() }),
  legalBasisId: Id,
  ...Dated,
});

const ValuesReply = Type.Object({ code: Code, items: Type.Array(Type.Object({ ...Dated, confirmed: Type.Boolean() })) });

export interface ParameterPorts extends ParameterChangePorts {
  readonly database: Database;
}

/** Parameters (parameetrid): what rules count with, from one day to another, by which act. REQ-062. */
export function parameterRoutes(ports: ParameterPorts): readonly Route[] {
  const { database, clock } = ports;
  const values = async (actor: Actor, code: string) => {
    const parameters = await findParameters(database.db, [code]);
    if (parameters.length === 0) return fail(failure('PARAMETER_NOT_FOUND'));
    return ok({ body: { code, items: (await findValues(database.db, parameters, actor.institutionId)).map(valueView) } });
  };
  return [
    read({
      method: 'GET',
      path: '/parameters',
      summary: 'What counts of a group on a day (today, where none is named); refused when any of it is not confirmed for that day',
      callers: 'SIGNED_IN',
      query: Type.Object({ group: Type.Enum([...PARAMETER_GROUPS]), on: Type.Optional(Day) }, strict),
      reply: Type.Object({ items: Type.Array(CountingReply) }),
      async show({ actor: { institutionId }, query }) {
        const on = query.on === undefined ? today(clock) : Temporal.PlainDate.from(query.on);
        const counting = await askGroup(database.db, query.group, { on, institutionId });
        return counting.ok ? ok({ body: { items: counting.value.map(countingView) } }) : counting;
      },
    }),
    read({
      method: 'GET',
      path: '/parameters/:code/values',
      summary: 'Every value a parameter has had or is to have, confirmed or not: the state’s and the institution’s own',
      callers: 'SIGNED_IN',
      params: Type.Object({ code: Code }),
      reply: ValuesReply,
      show: ({ actor, params }) => values(actor, params.code),
    }),
    write({
      method: 'POST',
      path: '/parameters/:code/values',
      summary: 'Enters a value: the registry manager the state’s, an administrator their municipality’s of a local parameter',
      callers: KEEPERS,
      params: Type.Object({ code: Code }),
      body: Type.Object({ value: Value, sourceAct: SourceAct, validFrom: Day, validTo: Type.Optional(Day) }, strict),
      reply: ValuesReply,
      async perform({ actor, params, body }, tx) {
        const entered = await enterValue(ports, tx, actor, {
          parameter: params.code,
          value: body.value,
          sourceAct: body.sourceAct,
          validFrom: Temporal.PlainDate.from(body.validFrom),
          validTo: body.validTo === undefined ? undefined : Temporal.PlainDate.from(body.validTo),
        });
        return entered.ok ? ok({ status: 201, id: entered.value }) : entered;
      },
      show: ({ actor, params }) => values(actor, params.code),
    }),
    write({
      method: 'POST',
      path: '/parameters/:code/values/:id/confirm',
      summary: 'Confirms a value: from then on it counts, and is never changed',
      callers: KEEPERS,
      params: ValueParams,
      reply: ValuesReply,
      async perform({ actor, params: { code, id } }, tx) {
        const confirmed = await confirmValue(ports, tx, actor, { parameter: code, id });
        return confirmed.ok ? ok({ status: 200, id }) : confirmed;
      },
      show: ({ actor, params }) => values(actor, params.code),
    }),
    write({
      method: 'DELETE',
      path: '/parameters/:code/values/:id',
      summary: 'Takes back a value that nobody has confirmed',
      callers: KEEPERS,
      params: ValueParams,
      reply: ValuesReply,
      async perform({ actor, params: { code, id } }, tx) {
        const withdrawn = await withdrawValue(ports, tx, actor, { parameter: code, id });
        return withdrawn.ok ? ok({ status: 200, id }) : withdrawn;
      },
      show: ({ actor, params }) => values(actor, params.code),
    }),
  ];
}

function datedView({ id, quantity, sourceAct, validFrom, validTo, institutionId }: ParameterValue) {
  return {
    id,
    value: formatQuantity(quantity),
    sourceAct,
    validFrom: validFrom.toString(),
    ...(validTo === undefined ? {} : { validTo: validTo.toString() }),
    local: institutionId !== undefined,
  };
}

function valueView(value: ParameterValue) {
  return { ...datedView(value), confirmed: value.confirmed };
}

function countingView({ parameter: { code, group, scope, unit, name, legalBasisId }, value }: Counting) {
  return { code, group, scope, unit, name, legalBasisId, ...datedView(value) };
}
