import {
  type Clock,
  type Failure,
  fail,
  failure,
  newId,
  ok,
  type Period,
  type Result,
  type Temporal,
  type Text,
} from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { Actor } from '../access/index.ts';
import { appendAudit } from '../audit/index.ts';
import { type Classifier, type ClassifierGroup, endable, isLocal, reword } from './classifier.ts';
import type { ClassifierErrorCode } from './errors.ts';
import { type IsMunicipality, keeperOf } from './keeper.ts';
import { countUp, endValue, findValues, insertClassifier, insertValue, lockClassifier } from './store.ts';

export interface KeepPorts {
  readonly clock: Clock;
  readonly isMunicipality: IsMunicipality;
}

type Refusal = Failure<ClassifierErrorCode | 'PERIOD_INVALID' | 'PRECONDITION_FAILED'>;

/** Enters a classifier: a central one, or a municipality's own. */
export async function enterClassifier(
  { clock, isMunicipality }: KeepPorts,
  tx: Tx,
  actor: Actor,
  entry: { readonly code: string; readonly group: ClassifierGroup; readonly name: Text },
): Promise<Result<string, Refusal>> {
  const keeper = await keeperOf(actor, isMunicipality);
  if (!keeper.ok) return keeper;
  const institutionId = keeper.value;
  if (isLocal(entry.code) !== (institutionId !== undefined)) {
    return fail(failure('CLASSIFIER_CODE_INVALID', { fields: [{ pointer: '/code', code: 'LOCAL_PREFIX' }] }));
  }
  const id = newId();
  if (!(await insertClassifier(tx, { id, ...entry, institutionId }))) return fail(failure('CLASSIFIER_EXISTS'));
  await appendAudit(tx, {
    action: 'CLASSIFIER_ENTERED',
    at: clock.now(),
    actor,
    object: { type: 'classifier', id },
    outcome: 'DONE',
    details: { code: entry.code },
  });
  return ok(id);
}

export interface ChangeOfValue {
  readonly classifier: string;
  readonly ifMatch: string | undefined;
}

/** Enters a value, or another wording of one from a day on. */
export async function enterValue(
  ports: KeepPorts,
  tx: Tx,
  actor: Actor,
  change: ChangeOfValue & Period & { readonly code: string; readonly label: Text },
): Promise<Result<string, Refusal>> {
  const classifier = await take(ports, tx, actor, change);
  if (!classifier.ok) return classifier;
  const versions = (await findValues(tx, classifier.value.id)).filter(({ code }) => code === change.code);
  const reworded = reword(versions, change);
  if (!reworded.ok) return reworded;
  if (reworded.value !== undefined) await endValue(tx, reworded.value.id, change.validFrom.subtract({ days: 1 }));
  await insertValue(tx, classifier.value.id, change);
  return await changed(ports, tx, actor, classifier.value, 'CLASSIFIER_VALUE_ENTERED', change.code);
}

/** Ends a value: from the day after on nobody says it any more; what was said stays. */
export async function retireValue(
  ports: KeepPorts,
  tx: Tx,
  actor: Actor,
  change: ChangeOfValue & { readonly code: string; readonly validTo: Temporal.PlainDate },
): Promise<Result<string, Refusal>> {
  const classifier = await take(ports, tx, actor, change);
  if (!classifier.ok) return classifier;
  const versions = (await findValues(tx, classifier.value.id)).filter(({ code }) => code === change.code);
  if (versions.length === 0) return fail(failure('CLASSIFIER_VALUE_NOT_FOUND'));
  const open = endable(versions, change.validTo);
  if (!open.ok) return open;
  await endValue(tx, open.value.id, change.validTo);
  return await changed(ports, tx, actor, classifier.value, 'CLASSIFIER_VALUE_ENDED', change.code);
}

/** The classifier, when it is the caller's to change and nobody has changed it meanwhile. */
async function take(
  { isMunicipality }: KeepPorts,
  tx: Tx,
  actor: Actor,
  { classifier: code, ifMatch }: ChangeOfValue,
): Promise<Result<Classifier, Refusal>> {
  const classifier = await lockClassifier(tx, actor.institutionId, code);
  if (classifier === undefined) return fail(failure('CLASSIFIER_NOT_FOUND'));
  const keeper = await keeperOf(actor, isMunicipality);
  if (!keeper.ok) return keeper;
  if (keeper.value !== classifier.institutionId) return fail(failure('CLASSIFIER_IS_CENTRAL'));
  return ifMatch === undefined || ifMatch === String(classifier.version) ? ok(classifier) : fail(failure('PRECONDITION_FAILED'));
}

async function changed(
  { clock }: KeepPorts,
  tx: Tx,
  actor: Actor,
  classifier: Classifier,
  action: string,
  value: string,
): Promise<Result<string, Refusal>> {
  await countUp(tx, classifier.id);
  await appendAudit(tx, {
    action,
    at: clock.now(),
    actor,
    object: { type: 'classifier', id: classifier.id },
    outcome: 'DONE',
    details: { code: classifier.code, value },
  });
  return ok(classifier.id);
}
