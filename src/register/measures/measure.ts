import {
  type Failure,
  type FieldFailure,
  fail,
  failure,
  hasDays,
  ok,
  overlaps,
  type Period,
  type Result,
  Temporal,
} from '../../platform/index.ts';
import { amountOf, faultsOfPrice, type Price, type PriceEntry, priceOf } from './price.ts';

export const MEASURE_KINDS = ['BENEFIT', 'SERVICE', 'IN_KIND'] as const;
/** Toetus, teenus, eraldis (Christmas and food parcels, REQ-137). */
export type MeasureKind = (typeof MEASURE_KINDS)[number];

export const PAYMENT_METHODS = ['BANK', 'CASH', 'IN_KIND_CARD', 'POST', 'PROVIDER_INVOICE', 'CREDITOR'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** Whether the law makes municipalities enter what they determine (SHS § 144), or they do so of their own will (REQ-238). */
export const ENTRY_DUTIES = ['MANDATORY', 'VOLUNTARY'] as const;
export type EntryDuty = (typeof ENTRY_DUTIES)[number];

/** What a measure is (abinõu kirjeldus), from one day to another. Never changed but for its end: a change is another version (INV-17). */
export interface MeasureTerms extends Period {
  readonly name: string;
  readonly description: string | undefined;
  /** Of BENEFIT_TYPE or SERVICE_TYPE. */
  readonly type: string | undefined;
  readonly targetGroups: readonly string[];
  /** Whether it depends on need, coping or income; decisions on what does not need no calculation of income (REQ-238). */
  readonly needBased: boolean | undefined;
  readonly entryDuty: EntryDuty;
  readonly periodicity: string | undefined;
  readonly price: Price | undefined;
  readonly paymentMethods: readonly PaymentMethod[];
  /** The rule of subsistence benefit by which it is no income (`TTT-EXC-2`); without one it counts. */
  readonly excludedFromIncomeBy: string | undefined;
  readonly legalBasisIds: readonly string[];
  readonly budgetId: string | undefined;
}

export interface MeasureVersion extends MeasureTerms {
  readonly id: string;
  readonly no: number;
}

/** A measure (abinõu) with all its versions, in the order of time. */
export interface Measure {
  readonly id: string;
  readonly kind: MeasureKind;
  /** Whose it is; undefined: the state's. */
  readonly institutionId: string | undefined;
  readonly version: number;
  readonly versions: readonly MeasureVersion[];
}

/** What somebody describes a measure with; what is missing is told field by field. */
export interface MeasureEntry extends PriceEntry {
  readonly validFrom?: Temporal.PlainDate;
  readonly validTo?: Temporal.PlainDate;
  readonly name?: string;
  readonly description?: string;
  readonly type?: string;
  readonly targetGroups?: readonly string[];
  readonly needBased?: boolean;
  readonly entryDuty?: EntryDuty;
  readonly periodicity?: string;
  readonly paymentMethods?: readonly PaymentMethod[];
  readonly excludedFromIncomeBy?: string;
  readonly legalBasisIds?: readonly string[];
  readonly budgetId?: string;
}

const NEEDED_OF_ALL = ['validFrom', 'name', 'targetGroups', 'entryDuty', 'legalBasisIds'] as const;
const NEEDED_OF_MONEY = ['needBased', 'periodicity', 'priceType', 'paymentMethods'] as const;

/** What a measure of each kind cannot be described without (REQ-135, INV-15). A service may leave its price open. */
const NEEDED = {
  BENEFIT: [...NEEDED_OF_ALL, ...NEEDED_OF_MONEY, 'type'],
  SERVICE: [...NEEDED_OF_ALL, 'type'],
  IN_KIND: [...NEEDED_OF_ALL, ...NEEDED_OF_MONEY],
} as const satisfies Record<MeasureKind, readonly (keyof MeasureEntry)[]>;

type EntryRefusal = Failure<'MEASURE_INCOMPLETE' | 'PERIOD_INVALID' | 'ZERO_VALUE_ONLY_CASH'>;

/** Reads a description: whole, with a price of its type, and of no value at all only where it is handed over in cash (REQ-139, INV-16). */
export function readTerms(kind: MeasureKind, entry: MeasureEntry): Result<MeasureTerms, EntryRefusal> {
  const missing = NEEDED[kind]
    .filter((name) => entry[name] === undefined)
    .map((name): FieldFailure => ({ pointer: `/${name}`, code: 'REQUIRED' }));
  // Of a benefit without a price type nobody can tell whether its amount is missing: it is, unless a type says that it is not.
  const unpriced = NEEDED[kind].some((name) => name === 'priceType') && entry.priceType === undefined;
  const priced = unpriced ? (entry.amount === undefined ? [{ pointer: '/amount', code: 'REQUIRED' }] : []) : faultsOfPrice(entry);
  const { validFrom, name, targetGroups, entryDuty, legalBasisIds, validTo } = entry;
  const whole = validFrom !== undefined && name !== undefined && targetGroups !== undefined && entryDuty !== undefined;
  if (!whole || legalBasisIds === undefined || missing.length + priced.length > 0) {
    return fail(failure('MEASURE_INCOMPLETE', { fields: [...missing, ...priced] }));
  }
  const terms = {
    validFrom,
    validTo,
    name,
    description: entry.description,
    type: entry.type,
    targetGroups,
    needBased: entry.needBased,
    entryDuty,
    periodicity: entry.periodicity,
    price: priceOf(entry),
    paymentMethods: entry.paymentMethods ?? [],
    excludedFromIncomeBy: entry.excludedFromIncomeBy,
    legalBasisIds,
    budgetId: entry.budgetId,
  };
  if (!hasDays(terms)) return fail(failure('PERIOD_INVALID', { fields: [{ pointer: '/validTo', code: 'BEFORE_VALID_FROM' }] }));
  if (amountOf(terms.price) === 0 && terms.paymentMethods.some((method) => method !== 'CASH')) {
    return fail(failure('ZERO_VALUE_ONLY_CASH', { fields: [{ pointer: '/paymentMethods', code: 'ONLY_CASH' }] }));
  }
  return ok(terms);
}

/** What a new description displaces: it ends the one that would go on holding, and takes back those that have not begun. */
export interface Displaced {
  readonly ended: MeasureVersion | undefined;
  readonly takenBack: readonly MeasureVersion[];
}

/**
 * What is displaced when a measure is described anew for some days. They begin tomorrow at the earliest: what has been determined until today was
 * determined by what stood then, and keeps it (INV-14, INV-17); by what has not begun nobody has determined anything.
 */
export function succession(
  { versions }: Measure,
  next: Period,
  today: Temporal.PlainDate,
): Result<Displaced, Failure<'MEASURE_CHANGE_TOO_EARLY'>> {
  return Temporal.PlainDate.compare(next.validFrom, today) > 0
    ? ok(displacedBy(versions, next))
    : fail(failure('MEASURE_CHANGE_TOO_EARLY', { fields: [{ pointer: '/validFrom', code: 'NOT_AHEAD' }] }));
}

/** What is displaced when nothing is to stand behind a day that is not over. */
export function ending(
  { versions }: Measure,
  lastDay: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Result<Displaced, Failure<'MEASURE_ENDED' | 'MEASURE_CHANGE_TOO_EARLY'>> {
  if (Temporal.PlainDate.compare(lastDay, today) < 0) {
    return fail(failure('MEASURE_CHANGE_TOO_EARLY', { fields: [{ pointer: '/validTo', code: 'NOT_AHEAD' }] }));
  }
  const displaced = displacedBy(versions, { validFrom: lastDay.add({ days: 1 }), validTo: undefined });
  return displaced.ended === undefined && displaced.takenBack.length === 0 ? fail(failure('MEASURE_ENDED')) : ok(displaced);
}

function displacedBy(versions: readonly MeasureVersion[], next: Period): Displaced {
  const met = versions.filter((version) => overlaps(version, next));
  const begunBefore = ({ validFrom }: MeasureVersion) => Temporal.PlainDate.compare(validFrom, next.validFrom) < 0;
  return { ended: met.find(begunBefore), takenBack: met.filter((version) => !begunBefore(version)) };
}
