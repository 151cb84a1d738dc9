import { Temporal } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import type { SealedLine } from '../audit/index.ts';
import { CASE_WORKERS } from '../proceedings/index.ts';
import {
  addHours,
  addPersons,
  type HourOfAsking,
  institutionsBetween,
  type PersonAsked,
  paceBetween,
  settleHour,
  usualPace,
} from './asking-store.ts';
import type { Pace } from './facts.ts';
import { beginOf, type Count, endOf, type Quotas, type Span } from './quota.ts';
import { type Asked, MANY_PERSONS_AT_LEAST, manyPeople, overQuota, repeatedRefusals } from './rules/index.ts';
import type { Suspicion } from './signal.ts';
import { saveStanding } from './standing-store.ts';

/** What is usual is read from so many days. */
export const USUAL_FROM_DAYS = 28;

/** Doors that somebody has tried. */
const REFUSALS: ReadonlySet<string> = new Set(['QUERY_REFUSED', 'EMERGENCY_ACCESS_DENIED']);
/** Refusals that say nothing of what was asked. */
const NOT_COUNTED: ReadonlySet<string | undefined> = new Set(['WORKER_CEILING_REACHED', 'INSTITUTION_CEILING_REACHED']);

/** Adds what these lines ask to the counts, writes down how workers and institutions stand, and gives what stands out. */
export async function countAsking(tx: Tx, lines: readonly SealedLine[], quotas: Quotas): Promise<readonly Suspicion[]> {
  const { hours, persons } = tally(lines);
  if (hours.length === 0) return [];
  await addPersons(tx, persons);
  await addHours(tx, hours);
  const suspicions: (Suspicion | undefined)[] = [];
  const asked: Asked[] = [];
  for (const { begins, workerIds, institutionIds } of spans('HOUR', hours)) {
    for (const pace of await settleHour(tx, begins, workerIds)) {
      asked.push(byWorker('HOUR', pace));
      if (pace.persons >= MANY_PERSONS_AT_LEAST) suspicions.push(manyPeople(pace, await usualOf(tx, pace.role, begins)));
    }
    for (const count of await institutionsBetween(tx, institutionIds, begins, endOf('HOUR', begins)))
      asked.push(byInstitution('HOUR', count, begins));
  }
  for (const { begins, workerIds, institutionIds } of spans('DAY', hours)) {
    for (const pace of await paceBetween(tx, workerIds, begins, endOf('DAY', begins))) {
      asked.push(byWorker('DAY', pace));
      suspicions.push(repeatedRefusals(pace));
    }
    for (const count of await institutionsBetween(tx, institutionIds, begins, endOf('DAY', begins)))
      asked.push(byInstitution('DAY', count, begins));
  }
  await saveStanding(tx, latest(asked));
  return [...suspicions.filter((one) => one !== undefined), ...asked.flatMap((one) => overQuota(one, quotas))];
}

/** The lines' questions and refusals, hour by hour and worker by worker. */
function tally(lines: readonly SealedLine[]): { hours: readonly HourOfAsking[]; persons: readonly PersonAsked[] } {
  const hours = new Map<string, HourOfAsking>();
  const persons = new Map<string, PersonAsked>();
  for (const { actor, action, code, at, proceedingId, clientId } of lines) {
    const isQuestion = action === 'QUERY_ASKED';
    const isRefusal = REFUSALS.has(action) && !NOT_COUNTED.has(code);
    if (actor === undefined || !(isQuestion || isRefusal)) continue;
    const { userId: workerId, institutionId, roles } = actor;
    const hour = beginOf('HOUR', at);
    const place = `${workerId} ${institutionId} ${hour.epochMilliseconds}`;
    const before = hours.get(place);
    hours.set(place, {
      workerId,
      institutionId,
      hour,
      role: CASE_WORKERS.find((role) => roles.includes(role)) ?? 'NONE',
      questions: (before?.questions ?? 0) + (isQuestion ? 1 : 0),
      refusals: (before?.refusals ?? 0) + (isQuestion ? 0 : 1),
    });
    if (isQuestion && proceedingId !== undefined && clientId !== undefined)
      persons.set(`${place} ${proceedingId} ${clientId}`, { workerId, institutionId, hour, proceedingId, clientId });
  }
  return { hours: [...hours.values()], persons: [...persons.values()] };
}

/** The hours or days that were added to, and whose. */
function spans(span: Span, hours: readonly HourOfAsking[]) {
  const groups = Map.groupBy(hours, ({ hour }) => beginOf(span, hour).epochMilliseconds);
  return [...groups].map(([begins, group]) => ({
    begins: Temporal.Instant.fromEpochMilliseconds(begins),
    workerIds: [...new Set(group.map(({ workerId }) => workerId))],
    institutionIds: [...new Set(group.map(({ institutionId }) => institutionId))],
  }));
}

function byWorker(span: Span, { workerId, institutionId, begins, questions, persons }: Pace): Asked {
  return { holder: 'WORKER', holderId: workerId, institutionId, span, begins, questions, persons };
}

function byInstitution(
  span: Span,
  { institutionId, questions, persons }: Count & { institutionId: string },
  begins: Temporal.Instant,
): Asked {
  return { holder: 'INSTITUTION', holderId: institutionId, institutionId, span, begins, questions, persons };
}

/** Of each holder's spans the last: one statement writes a row once. */
function latest(asked: readonly Asked[]): readonly Asked[] {
  const inOrder = asked.toSorted((a, b) => Temporal.Instant.compare(a.begins, b.begins));
  return [...new Map(inOrder.map((one) => [`${one.holderId} ${one.institutionId} ${one.span}`, one])).values()];
}

function usualOf(tx: Tx, role: string, hour: Temporal.Instant): Promise<number | undefined> {
  const day = beginOf('DAY', hour);
  return usualPace(tx, role, day, day.subtract({ hours: 24 * USUAL_FROM_DAYS }));
}
