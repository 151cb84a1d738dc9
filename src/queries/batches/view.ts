import { type Clock, type Failure, fail, failure, ok, type Result, type Text } from '../../platform/index.ts';
import type { Actor } from '../../register/access/index.ts';
import { appendAudit, appendAuditLines } from '../../register/audit/index.ts';
import { findProceedings, mayHandle } from '../../register/proceedings/index.ts';
import { findBatchType, type Reading } from '../../registries/index.ts';
import type { Database, DataKeys, Db } from '../../storage/index.ts';
import { ADVICE } from '../advice.ts';
import { troubleOf } from '../trouble.ts';
import type { AnswerSource } from '../view.ts';
import type { Batch, PersonOutcome } from './batch.ts';
import type { BatchErrorCode } from './errors.ts';
import { findFileSource } from './exchange-store.ts';
import { mayOrder } from './order.ts';
import { countOutcomes, pageOfPeople } from './person-store.ts';
import { countResidents, pageOfResidents } from './resident-store.ts';
import { openSeals, unsealResident } from './sealed-reading.ts';
import { findBatch } from './store.ts';

export interface ViewBatchPorts {
  readonly database: Database;
  readonly keys: DataKeys;
  readonly clock: Clock;
}

/** How a batch stands, without a word of what was answered. */
export interface BatchView {
  readonly id: string;
  readonly type: string;
  readonly registry: string;
  readonly state: Batch['state'];
  readonly orderedAt: string;
  readonly fetchedAt: string | null;
  readonly keepUntil: string | null;
  /** When it is looked after again, while it is under way. */
  readonly nextAt: string | null;
  readonly code: string | null;
  readonly trouble: string | null;
  readonly advice: Text | null;
  /** The exchange that brought the file. */
  readonly source: AnswerSource | null;
  /** How many people came to what. */
  readonly people: Readonly<Record<PersonOutcome | 'AWAITED', number>>;
}

/** The institution's own batch, of a type that the worker's role gives them. Not yours is not there. */
export async function findOwnBatch(db: Db, actor: Actor, id: string): Promise<Result<Batch, Failure<BatchErrorCode>>> {
  const batch = await findBatch(db, id);
  const type = batch && findBatchType(batch.typeCode);
  const isTheirs = batch?.institutionId === actor.institutionId && type !== undefined && mayOrder(actor, type);
  return batch !== undefined && isTheirs ? ok(batch) : fail(failure('BATCH_NOT_FOUND'));
}

export async function viewBatch(db: Db, batch: Batch): Promise<BatchView> {
  const [named, residents, source] = await Promise.all([
    countOutcomes(db, batch.id),
    countResidents(db, batch.id),
    findFileSource(db, batch.id),
  ]);
  const counted = [...named, ...residents];
  const isUnderWay = batch.state === 'ORDERED' || batch.state === 'SUBMITTED';
  const wentWrong = batch.code !== null && batch.state !== 'CLOSED' ? troubleOf(batch.code) : undefined;
  const none = {
    AWAITED: 0,
    FOUND: 0,
    PARTIAL: 0,
    NOT_FOUND: 0,
    NOT_YET_DUE: 0,
    REJECTED: 0,
    UNANSWERED: 0,
    DROPPED: 0,
  } satisfies BatchView['people'];
  return {
    id: batch.id,
    type: batch.typeCode,
    registry: batch.registry,
    state: batch.state,
    orderedAt: batch.orderedAt.toString(),
    fetchedAt: batch.fetchedAt?.toString() ?? null,
    keepUntil: batch.state === 'FETCHED' ? (batch.keepUntil?.toString() ?? null) : null,
    nextAt: isUnderWay ? batch.dueAt.toString() : null,
    code: batch.code,
    trouble: wentWrong?.code ?? null,
    advice: wentWrong?.worker ?? null,
    source:
      source === undefined
        ? null
        : { ...source, registry: batch.registry, sentAt: source.sentAt.toString(), receivedAt: source.receivedAt.toString() },
    people: { ...none, ...Object.fromEntries(counted.map(([outcome, people]) => [outcome ?? 'AWAITED', people])) },
  };
}

type AnswerView = Reading<unknown> & { readonly advice?: Text };

/** One person of a batch, as a worker reads them. */
export interface PersonView {
  readonly position: number;
  readonly proceedingId: string;
  readonly subjectId: string;
  readonly outcome: PersonOutcome | null;
  readonly code: string | null;
  /** Null where nothing was answered, or the purpose has ended. */
  readonly answer: AnswerView | null;
}

/** One resident of whom something was answered. */
export interface ResidentView {
  readonly position: number;
  readonly personalCode: string;
  readonly outcome: PersonOutcome;
  readonly answer: AnswerView;
}

/** A page of a batch's people, behind a position. */
export async function readPeople(
  ports: ViewBatchPorts,
  actor: Actor,
  batch: Batch,
  after: number,
  limit: number,
): Promise<Result<readonly (PersonView | ResidentView)[], Failure<BatchErrorCode>>> {
  if (batch.state === 'CLOSED') return fail(failure('BATCH_CLOSED'));
  if (batch.state !== 'FETCHED') return fail(failure('BATCH_NOT_FETCHED'));
  const page = findBatchType(batch.typeCode)?.about === 'RESIDENTS' ? readResidents : readNamed;
  return ok(await page(ports, actor, batch, after, limit));
}

/** Each is shown while their proceeding is open, and each that is shown is a line in the log. */
async function readNamed(ports: ViewBatchPorts, actor: Actor, batch: Batch, after: number, limit: number): Promise<readonly PersonView[]> {
  const people = await pageOfPeople(ports.database.db, batch.id, after, limit);
  const proceedingIds = [...new Set(people.map(({ proceedingId }) => proceedingId))];
  const [proceedings, seals] = await ports.database.reading((db) =>
    Promise.all([findProceedings(db, proceedingIds), openSeals(ports.keys, db, batch.id, proceedingIds)]),
  );
  const views = people.map(({ sealed, ...person }): PersonView => {
    const { position, proceedingId, clientId: subjectId, outcome, code } = person;
    const proceeding = proceedings.get(proceedingId);
    const isOpen = proceeding?.state === 'OPENED' && mayHandle(actor, proceeding);
    const reading = isOpen && sealed !== null ? seals.unseal(person, sealed) : undefined;
    const answer = reading === undefined ? null : advised(reading);
    return { position, proceedingId, subjectId, outcome, code: isOpen ? code : (code ?? 'PROCEEDING_NOT_OPEN'), answer };
  });
  await appendAuditLines(
    ports.database.db,
    views
      .filter(({ answer }) => answer !== null)
      .map(({ proceedingId, subjectId }) => ({
        action: 'ANSWER_READ',
        at: ports.clock.now(),
        actor,
        object: { type: 'batch', id: batch.id },
        clientId: subjectId,
        proceedingId,
        outcome: 'DONE' as const,
        details: { type: batch.typeCode },
      })),
  );
  return views;
}

/** Residents have no file that a line could name: the log says which page of the order was read, and of how many. */
async function readResidents(
  ports: ViewBatchPorts,
  actor: Actor,
  batch: Batch,
  after: number,
  limit: number,
): Promise<readonly ResidentView[]> {
  const [residents, key] = await ports.database.reading((db) =>
    Promise.all([pageOfResidents(db, batch.id, after, limit), ports.keys.open(db, batch.id)]),
  );
  const views = residents.flatMap(({ position, outcome, sealed }): ResidentView[] => {
    const resident = key && unsealResident(key, batch.id, position, sealed);
    return resident === undefined ? [] : [{ position, personalCode: resident.personalCode, outcome, answer: advised(resident.reading) }];
  });
  await appendAudit(ports.database.db, {
    action: 'BATCH_PAGE_READ',
    at: ports.clock.now(),
    actor,
    object: { type: 'batch', id: batch.id },
    outcome: 'DONE',
    details: { type: batch.typeCode, after, people: views.length },
  });
  return views;
}

function advised(reading: Reading<unknown>): AnswerView {
  return reading.state === 'FOUND' ? reading : { ...reading, advice: ADVICE[reading.state] };
}
