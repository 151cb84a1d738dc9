import { type Static, Type } from 'typebox';
import { parseEuros } from '../../estonia/index.ts';
import { Temporal } from '../../platform/index.ts';
import { ENTRY_DUTIES, MEASURE_KINDS, type Measure, type MeasureEntry, type MeasureVersion, PAYMENT_METHODS } from './measure.ts';
import { PRICE_TYPES, showPrice } from './price.ts';

/** Target groups, payment methods or legal bases of one measure. */
const SOME_AT_MOST = 20;
const Id = Type.String({ format: 'uuid' });
const Day = Type.String({ format: 'date' });
const Code = Type.String({ pattern: '^[A-Z][A-Z0-9_]{0,59}$' });
const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
/** Euros with exactly two decimals. */
export const Euros = Type.String({ pattern: '^\\d{1,9}\\.\\d\\d$', description: 'Euros with two decimals' });

/** What a description says beside its kind; what a kind cannot do without is told by rule, field by field. */
export const TERMS = {
  validFrom: Type.Optional(Day),
  validTo: Type.Optional(Day),
  name: Type.Optional(Name),
  description: Type.Optional(Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' })),
  type: Type.Optional(Code),
  targetGroups: Type.Optional(Type.Array(Code, { minItems: 1, maxItems: SOME_AT_MOST, uniqueItems: true })),
  needBased: Type.Optional(Type.Boolean()),
  entryDuty: Type.Optional(Type.Enum([...ENTRY_DUTIES])),
  periodicity: Type.Optional(Code),
  priceType: Type.Optional(Type.Enum([...PRICE_TYPES])),
  amount: Type.Optional(Euros),
  unit: Type.Optional(Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' })),
  percent: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  paymentMethods: Type.Optional(Type.Array(Type.Enum([...PAYMENT_METHODS]), { minItems: 1, maxItems: SOME_AT_MOST, uniqueItems: true })),
  excludedFromIncomeBy: Type.Optional(Type.String({ pattern: '^TTT-EXC-\\d{1,2}$' })),
  legalBasisIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: SOME_AT_MOST, uniqueItems: true })),
  budgetId: Type.Optional(Id),
};

const Terms = Type.Object(TERMS);

/** What anybody who is signed in sees of anybody's measure: what it is budgeted by is its keeper's own. */
const VersionReply = Type.Object({ id: Id, no: Type.Integer(), ...TERMS });

export const MeasureReply = Type.Object({
  id: Id,
  kind: Type.Enum([...MEASURE_KINDS]),
  institutionId: Type.Optional(Type.String({ format: 'uuid', description: 'The municipality whose it is; the state’s otherwise' })),
  versions: Type.Array(VersionReply),
});

export const CatalogueReply = Type.Object({
  items: Type.Array(
    Type.Object({ id: Id, kind: Type.Enum([...MEASURE_KINDS]), institutionId: Type.Optional(Id), described: VersionReply }),
  ),
  next: Type.Optional(Id),
});

export function readEntry({ validFrom, validTo, amount, ...body }: Static<typeof Terms>): MeasureEntry {
  const cents = amount === undefined ? undefined : parseEuros(amount);
  return {
    ...body,
    ...(validFrom === undefined ? {} : { validFrom: Temporal.PlainDate.from(validFrom) }),
    ...(validTo === undefined ? {} : { validTo: Temporal.PlainDate.from(validTo) }),
    ...(cents === undefined ? {} : { amount: cents }),
  };
}

export function showVersion(version: MeasureVersion, isTheirs: boolean) {
  const { id, no, name, description, type, targetGroups, needBased, entryDuty, periodicity, price, paymentMethods } = version;
  return {
    id,
    no,
    validFrom: version.validFrom.toString(),
    ...(version.validTo === undefined ? {} : { validTo: version.validTo.toString() }),
    name,
    ...(description === undefined ? {} : { description }),
    ...(type === undefined ? {} : { type }),
    targetGroups,
    ...(needBased === undefined ? {} : { needBased }),
    entryDuty,
    ...(periodicity === undefined ? {} : { periodicity }),
    ...showPrice(price),
    ...(paymentMethods.length === 0 ? {} : { paymentMethods }),
    ...(version.excludedFromIncomeBy === undefined ? {} : { excludedFromIncomeBy: version.excludedFromIncomeBy }),
    legalBasisIds: version.legalBasisIds,
    ...(isTheirs && version.budgetId !== undefined ? { budgetId: version.budgetId } : {}),
  };
}

export function showMeasure({ id, kind, institutionId, versions }: Measure, isTheirs: boolean) {
  return {
    id,
    kind,
    ...(institutionId === undefined ? {} : { institutionId }),
    versions: versions.map((version) => showVersion(version, isTheirs)),
  };
}
