import { Type } from 'typebox';
import { holdsOn, ok, Temporal } from '../../platform/index.ts';
import { type Route, read, write } from '../access/index.ts';
import type { HousingCostCap } from './cap.ts';
import { CapRuleBody, readRule, showRule } from './cap-body.ts';
import { findCaps } from './cap-store.ts';
import { describeCap } from './describe-cap.ts';
import type { ParameterPorts } from './routes.ts';

/** Lines of one cap: areas by seasons, and then some. */
const RULES_AT_MOST = 40;
const strict = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const Day = Type.String({ format: 'date' });
const Kind = Type.String({ pattern: '^[A-Z][A-Z0-9_]{0,59}$' });

const CapReply = Type.Object({
  id: Id,
  costKind: Kind,
  rules: Type.Array(CapRuleBody),
  legalBasisId: Id,
  validFrom: Day,
  validTo: Type.Optional(Day),
});
const CapsReply = Type.Object({ items: Type.Array(CapReply) });

/** How much of housing costs a municipality accepts (eluasemekulude piirmäärad), in the shapes that municipalities really use. SHS § 133 (6). */
export function capRoutes(ports: ParameterPorts): readonly Route[] {
  const { database } = ports;
  const shown = async (institutionId: string, on?: Temporal.PlainDate) => {
    const caps = await findCaps(database.db, institutionId);
    return ok({ body: { items: caps.filter((cap) => on === undefined || holdsOn(cap, on)).map(viewOf) } });
  };
  return [
    read({
      method: 'GET',
      path: '/housing-cost-caps',
      summary: 'Every version of a municipality’s caps, or those of a day; one’s own where none is named',
      callers: 'SIGNED_IN',
      query: Type.Object({ institution: Type.Optional(Id), on: Type.Optional(Day) }, strict),
      reply: CapsReply,
      show: ({ actor, query }) =>
        shown(query.institution ?? actor.institutionId, query.on === undefined ? undefined : Temporal.PlainDate.from(query.on)),
    }),
    write({
      method: 'POST',
      path: '/housing-cost-caps',
      summary: 'Describes how much of a kind of housing cost is accepted from a day on',
      callers: ['ADMIN'],
      body: Type.Object(
        {
          costKind: Kind,
          rules: Type.Array(CapRuleBody, { minItems: 1, maxItems: RULES_AT_MOST }),
          legalBasisId: Id,
          validFrom: Day,
          validTo: Type.Optional(Day),
        },
        strict,
      ),
      reply: CapsReply,
      async perform({ actor, body }, tx) {
        const described = await describeCap(ports, tx, actor, {
          costKind: body.costKind,
          rules: body.rules.map(readRule),
          legalBasisId: body.legalBasisId,
          validFrom: Temporal.PlainDate.from(body.validFrom),
          validTo: body.validTo === undefined ? undefined : Temporal.PlainDate.from(body.validTo),
        });
        return described.ok ? ok({ status: 201, id: described.value }) : described;
      },
      show: ({ actor }) => shown(actor.institutionId),
    }),
  ];
}

function viewOf({ id, costKind, rules, legalBasisId, validFrom, validTo }: HousingCostCap) {
  return {
    id,
    costKind,
    rules: rules.map(showRule),
    legalBasisId,
    validFrom: validFrom.toString(),
    ...(validTo === undefined ? {} : { validTo: validTo.toString() }),
  };
}
