import { type Clock, type Failure, fail, failure, newId, ok, type Result, type Temporal, today } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { type CodeUse, checkCodes, checkLegalBases, type IsMunicipality, keeperOf } from '../classifiers/index.ts';
import { findBudget } from './budget-store.ts';
import type { MeasureErrorCode } from './errors.ts';
import {
  type Displaced,
  ending,
  type Measure,
  type MeasureEntry,
  type MeasureKind,
  type MeasureTerms,
  readTerms,
  succession,
} from './measure.ts';
import { countUp, deleteVersions, endVersion, insertMeasure, insertVersion, lockMeasure } from './store.ts';

export interface DescribePorts {
  readonly clock: Clock;
  readonly isMunicipality: IsMunicipality;
}

type Refusal = Failure<
  MeasureErrorCode | 'MUNICIPALITY_ONLY' | 'PERIOD_INVALID' | 'CLASSIFIER_VALUE_UNKNOWN' | 'LEGAL_BASIS_UNKNOWN' | 'PRECONDITION_FAILED'
>;

/** Describes a measure (abinõu kirjeldamine): before that it can be neither determined nor paid (REQ-134). */
export async function describeMeasure(
  ports: DescribePorts,
  tx: Tx,
  actor: Actor,
  kind: MeasureKind,
  entry: MeasureEntry,
): Promise<Result<string, Refusal>> {
  const keeper = await keeperOf(actor, ports.isMunicipality);
  if (!keeper.ok) return keeper;
  const terms = await checkTerms(tx, actor, keeper.value, kind, entry);
  if (!terms.ok) return terms;
  const id = newId();
  await insertMeasure(tx, { id, kind, institutionId: keeper.value });
  await insertVersion(tx, id, { id: newId(), no: 1, ...terms.value });
  await tell(ports, tx, actor, id, 'MEASURE_DESCRIBED', { kind, validFrom: terms.value.validFrom.toString() });
  return ok(id);
}

export interface ChangeOfMeasure {
  readonly measureId: string;
  readonly ifMatch: string | undefined;
}

/**
 * Describes a measure anew from a day on; what was determined keeps the version it was determined by (INV-17). The number of a description is the
 * measure's version with which it came, so that none is given twice.
 */
export async function describeAnew(
  ports: DescribePorts,
  tx: Tx,
  actor: Actor,
  change: ChangeOfMeasure,
  entry: MeasureEntry,
): Promise<Result<string, Refusal>> {
  const measure = await take(ports, tx, actor, change);
  if (!measure.ok) return measure;
  const { id, kind, institutionId, version } = measure.value;
  const terms = await checkTerms(tx, actor, institutionId, kind, entry);
  if (!terms.ok) return terms;
  const displaced = succession(measure.value, terms.value, today(ports.clock));
  if (!displaced.ok) return displaced;
  const no = version + 1;
  await displace(tx, displaced.value, terms.value.validFrom.subtract({ days: 1 }));
  await insertVersion(tx, id, { id: newId(), no, ...terms.value });
  await countUp(tx, id);
  await tell(ports, tx, actor, id, 'MEASURE_DESCRIBED_ANEW', {
    no,
    validFrom: terms.value.validFrom.toString(),
    takenBack: displaced.value.takenBack.length,
  });
  return ok(id);
}

/** Ends a measure: from the day after on nobody determines it any more. */
export async function endMeasure(
  ports: DescribePorts,
  tx: Tx,
  actor: Actor,
  change: ChangeOfMeasure & { readonly validTo: Temporal.PlainDate },
): Promise<Result<string, Refusal>> {
  const measure = await take(ports, tx, actor, change);
  if (!measure.ok) return measure;
  const displaced = ending(measure.value, change.validTo, today(ports.clock));
  if (!displaced.ok) return displaced;
  await displace(tx, displaced.value, change.validTo);
  await countUp(tx, change.measureId);
  await tell(ports, tx, actor, change.measureId, 'MEASURE_ENDED', {
    validTo: change.validTo.toString(),
    takenBack: displaced.value.takenBack.length,
  });
  return ok(change.measureId);
}

async function displace(tx: Tx, { ended, takenBack }: Displaced, lastDay: Temporal.PlainDate): Promise<void> {
  await deleteVersions(
    tx,
    takenBack.map(({ id }) => id),
  );
  if (ended !== undefined) await endVersion(tx, ended.id, lastDay);
}

/** The measure, when it is the caller's to change and nobody has changed it meanwhile. */
async function take(
  { isMunicipality }: DescribePorts,
  tx: Tx,
  actor: Actor,
  { measureId, ifMatch }: ChangeOfMeasure,
): Promise<Result<Measure, Refusal>> {
  const measure = await lockMeasure(tx, measureId);
  const keeper = await keeperOf(actor, isMunicipality);
  if (!keeper.ok) return keeper;
  if (measure === undefined) return fail(failure('MEASURE_NOT_FOUND'));
  if (measure.institutionId !== keeper.value)
    return fail(failure(measure.institutionId === undefined ? 'MEASURE_IS_STATE' : 'MEASURE_NOT_FOUND'));
  return ifMatch === undefined || ifMatch === String(measure.version) ? ok(measure) : fail(failure('PRECONDITION_FAILED'));
}

/** A whole description, in the words of the classifiers, on acts and of a budget that are the keeper's to use. */
async function checkTerms(
  tx: Tx,
  actor: Actor,
  keeper: string | undefined,
  kind: MeasureKind,
  entry: MeasureEntry,
): Promise<Result<MeasureTerms, Refusal>> {
  const terms = readTerms(kind, entry);
  if (!terms.ok) return terms;
  const known = await checkCodes(tx, codesOf(kind, terms.value), { institutionId: actor.institutionId, on: terms.value.validFrom });
  if (!known.ok) return known;
  const bases = await checkLegalBases(tx, terms.value.legalBasisIds, { keeper, pointer: '/legalBasisIds' });
  if (!bases.ok) return bases;
  const { budgetId } = terms.value;
  const budget = budgetId === undefined ? undefined : await findBudget(tx, budgetId);
  if (budgetId !== undefined && (budget === undefined || budget.institutionId !== keeper)) {
    return fail(failure('BUDGET_UNKNOWN', { fields: [{ pointer: '/budgetId', code: 'BUDGET_UNKNOWN' }] }));
  }
  return terms;
}

const TYPES = { BENEFIT: 'BENEFIT_TYPE', SERVICE: 'SERVICE_TYPE', IN_KIND: 'BENEFIT_TYPE' } as const satisfies Record<MeasureKind, string>;

/** What of a description is a value of a classifier (REQ-039). */
function codesOf(kind: MeasureKind, { type, targetGroups, periodicity, price, paymentMethods }: MeasureTerms): readonly CodeUse[] {
  const one = (classifier: string, code: string | undefined, pointer: string) =>
    code === undefined ? [] : [{ classifier, code, pointer }];
  return [
    ...one(TYPES[kind], type, '/type'),
    ...targetGroups.map((code, index) => ({ classifier: 'TARGET_GROUP', code, pointer: `/targetGroups/${index}` })),
    ...one('PERIODICITY', periodicity, '/periodicity'),
    ...one('PRICE_TYPE', price?.type, '/priceType'),
    ...paymentMethods.map((code, index) => ({ classifier: 'PAYMENT_METHOD', code, pointer: `/paymentMethods/${index}` })),
  ];
}

async function tell(
  { clock }: DescribePorts,
  tx: Tx,
  actor: Actor,
  id: string,
  action: string,
  details: Readonly<Record<string, string | number>>,
): Promise<void> {
  await appendAudit(tx, { action, at: clock.now(), actor, object: { type: 'measure', id }, outcome: 'DONE', details });
}
