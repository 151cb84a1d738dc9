import type { EuroCents } from '../../estonia/index.ts';
import { type Failure, fail, failure, hasDays, holdsOn, newId, ok, type Result, succeed } from '../../platform/index.ts';
import type { Db, Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { checkCodes, checkLegalBases, keeperOf } from '../classifiers/index.ts';
import { capFor, checkRules, type Dwelling, type HousingCostCap } from './cap.ts';
import { endCap, findCaps, insertCap } from './cap-store.ts';
import type { ParameterChangePorts } from './change-parameter.ts';
import type { ParameterErrorCode } from './errors.ts';

type Refusal = Failure<ParameterErrorCode | 'MUNICIPALITY_ONLY' | 'PERIOD_INVALID' | 'CLASSIFIER_VALUE_UNKNOWN' | 'LEGAL_BASIS_UNKNOWN'>;

/** Describes how much of a kind of housing cost the municipality accepts from a day on; what held until further notice ends on the day before. */
export async function describeCap(
  { clock, isMunicipality }: ParameterChangePorts,
  tx: Tx,
  actor: Actor,
  described: Omit<HousingCostCap, 'id' | 'institutionId'>,
): Promise<Result<string, Refusal>> {
  const keeper = await keeperOf(actor, isMunicipality);
  if (!keeper.ok) return keeper;
  if (keeper.value === undefined) return fail(failure('MUNICIPALITY_ONLY'));
  const institutionId = keeper.value;
  if (!hasDays(described)) return fail(failure('PERIOD_INVALID', { fields: [{ pointer: '/validTo', code: 'BEFORE_VALID_FROM' }] }));
  const rules = checkRules(described.rules);
  if (!rules.ok) return rules;
  const kind = { classifier: 'HOUSING_COST_KIND', code: described.costKind, pointer: '/costKind' };
  const known = await checkCodes(tx, [kind], { institutionId, on: described.validFrom });
  if (!known.ok) return known;
  const basis = await checkLegalBases(tx, [described.legalBasisId], { keeper: institutionId, pointer: '/legalBasisId' });
  if (!basis.ok) return basis;
  const overlaps = fail(failure('CAP_OVERLAPS', { fields: [{ pointer: '/validFrom', code: 'OVERLAPS' }] }));
  const succeeded = succeed(await findCaps(tx, institutionId, described.costKind), described);
  if (!succeeded.ok) return overlaps;
  if (succeeded.value !== undefined && !(await endCap(tx, succeeded.value.id, described.validFrom.subtract({ days: 1 })))) return overlaps;
  const id = newId();
  if (!(await insertCap(tx, { id, institutionId, ...described }))) return overlaps;
  await appendAudit(tx, {
    action: 'HOUSING_COST_CAP_DESCRIBED',
    at: clock.now(),
    actor,
    object: { type: 'housing-cost-cap', id },
    outcome: 'DONE',
    details: { costKind: described.costKind, validFrom: described.validFrom.toString() },
  });
  return ok(id);
}

/** How much of a cost a municipality accepts at most, and by which description. Undefined: it caps no such cost on that day. */
export async function findCapFor(
  db: Db,
  { institutionId, costKind, dwelling }: { readonly institutionId: string; readonly costKind: string; readonly dwelling: Dwelling },
): Promise<{ readonly capId: string; readonly most: EuroCents } | undefined> {
  const cap = (await findCaps(db, institutionId, costKind)).find((one) => holdsOn(one, dwelling.on));
  return cap && { capId: cap.id, most: capFor(cap.rules, dwelling) };
}
